-- Attendances by topic, audience and language are as sure as their least sure session ("hơn", "khoảng", T7): the rollup
-- by tag counts those sessions as the one by channel does.
-- A writer that waits has entered the old trigger already: nobody writes until this is done.
LOCK TABLE outreach_session IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE session_rollup_tag
  ADD COLUMN at_least int NOT NULL DEFAULT 0,
  ADD COLUMN about int NOT NULL DEFAULT 0;

DO $outer$
DECLARE
  came text := 'SELECT 1 AS sign, n.* FROM new_rows n WHERE n.deleted_at IS NULL';
  went text := 'SELECT -1 AS sign, o.* FROM old_rows o WHERE o.deleted_at IS NULL';
  op record;
BEGIN
  FOR op IN SELECT * FROM (VALUES
    ('insert', came), ('delete', went), ('update', came || ' UNION ALL ' || went)) AS v (name, delta)
  LOOP
    EXECUTE format($make$
      CREATE OR REPLACE FUNCTION app_roll_sessions_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = pg_catalog, public AS $body$
      DECLARE before text[] := app_widen();
      BEGIN
        INSERT INTO session_rollup_channel AS r (atom, unit_id, channel, sessions, attendances, quantity, views, at_least, about,
          vneid_guided, level_two_guided, online_service_guided, weapons_handed_in, pledges)
        SELECT app_atom(held_on), unit_id, channel, sum(sign), sum(sign * coalesce(attendance, 0)), sum(sign * coalesce(quantity, 0)),
               sum(sign * coalesce(views, 0)),
               coalesce(sum(sign) FILTER (WHERE attendance_qualifier = 'at_least'), 0), coalesce(sum(sign) FILTER (WHERE attendance_qualifier = 'about'), 0),
               sum(sign * coalesce(vneid_guided, 0)), sum(sign * coalesce(level_two_guided, 0)),
               sum(sign * coalesce(online_service_guided, 0)), sum(sign * coalesce(weapons_handed_in, 0)), sum(sign * coalesce(pledges, 0))
          FROM (%2$s) d
         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (atom, unit_id, channel) DO UPDATE SET
          sessions = r.sessions + excluded.sessions, attendances = r.attendances + excluded.attendances,
          quantity = r.quantity + excluded.quantity, views = r.views + excluded.views,
          at_least = r.at_least + excluded.at_least, about = r.about + excluded.about,
          vneid_guided = r.vneid_guided + excluded.vneid_guided, level_two_guided = r.level_two_guided + excluded.level_two_guided,
          online_service_guided = r.online_service_guided + excluded.online_service_guided,
          weapons_handed_in = r.weapons_handed_in + excluded.weapons_handed_in, pledges = r.pledges + excluded.pledges;

        INSERT INTO session_rollup_tag AS r (atom, unit_id, tag, code, sessions, attendances, at_least, about)
        SELECT app_atom(d.held_on), t.of_unit, t.tag, t.code, sum(d.sign), sum(d.sign * coalesce(d.attendance, 0)),
               coalesce(sum(d.sign) FILTER (WHERE d.attendance_qualifier = 'at_least'), 0), coalesce(sum(d.sign) FILTER (WHERE d.attendance_qualifier = 'about'), 0)
          FROM (%2$s) d CROSS JOIN LATERAL app_session_tags(d.unit_id, d.topics, d.audiences, d.languages, d.co_unit_ids) t
         WHERE app_is_gathering(d.channel)
         GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (atom, unit_id, tag, code) DO UPDATE SET
          sessions = r.sessions + excluded.sessions, attendances = r.attendances + excluded.attendances,
          at_least = r.at_least + excluded.at_least, about = r.about + excluded.about;
        PERFORM app_narrow(before);
        RETURN NULL;
      END $body$;
    $make$, op.name, op.delta);
  END LOOP;
END $outer$;

-- Sessions that are there already; most are exact and need nothing. Nobody writes meanwhile: the rollup is locked above.
DO $$
DECLARE before text[] := app_widen();
BEGIN
  UPDATE session_rollup_tag r SET at_least = n.at_least, about = n.about
    FROM (SELECT app_atom(s.held_on) AS atom, t.of_unit, t.tag, t.code,
                 count(*) FILTER (WHERE s.attendance_qualifier = 'at_least') AS at_least, count(*) FILTER (WHERE s.attendance_qualifier = 'about') AS about
            FROM outreach_session s CROSS JOIN LATERAL app_session_tags(s.unit_id, s.topics, s.audiences, s.languages, s.co_unit_ids) t
           WHERE s.deleted_at IS NULL AND s.attendance_qualifier <> 'exact' AND app_is_gathering(s.channel)
           GROUP BY 1, 2, 3, 4) n
   WHERE (r.atom, r.unit_id, r.tag, r.code) = (n.atom, n.of_unit, n.tag, n.code);
  PERFORM app_narrow(before);
END $$;
