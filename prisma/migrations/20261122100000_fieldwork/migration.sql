-- Outreach in the field: what a session says beside its count, joint sessions, plans, templates,
-- "không phát sinh", photos and files.

ALTER TABLE outreach_session
  ADD COLUMN title text,
  ADD COLUMN presenters text,
  ADD COLUMN languages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN audiences text[] NOT NULL DEFAULT '{}',
  ADD COLUMN views int,
  ADD COLUMN co_unit_ids int[] NOT NULL DEFAULT '{}',
  ADD COLUMN co_agencies text[] NOT NULL DEFAULT '{}',
  ADD COLUMN point_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN event text,
  ADD COLUMN directives text[] NOT NULL DEFAULT '{}',
  ADD COLUMN not_duplicate_of uuid[] NOT NULL DEFAULT '{}',
  -- Without looking at the rows there are: the columns are new, so every row passes.
  ADD CONSTRAINT session_languages CHECK (languages <@ ARRAY['kinh', 'khmer', 'hoa']) NOT VALID,
  ADD CONSTRAINT session_views CHECK (views IS NULL OR (channel = 'post' AND views BETWEEN 0 AND 100000000)) NOT VALID,
  ADD CONSTRAINT session_host CHECK (NOT unit_id = ANY (co_unit_ids)) NOT VALID;

CREATE INDEX session_by_co_unit ON outreach_session USING gin (co_unit_ids) WHERE co_unit_ids <> '{}' AND deleted_at IS NULL;
CREATE INDEX session_by_point ON outreach_session USING gin (point_ids) WHERE point_ids <> '{}' AND deleted_at IS NULL;

-- Units that take part existed on the day, too (T3, T5); a plan is made on a unit that is there today.
CREATE FUNCTION app_check_co_units() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (
    SELECT FROM unnest(NEW.co_unit_ids) AS co (id) LEFT JOIN unit u ON u.id = co.id
      AND (u.valid_from IS NULL OR u.valid_from <= NEW.held_on) AND (u.valid_to IS NULL OR u.valid_to >= NEW.held_on)
     WHERE u.id IS NULL
  ) THEN
    RAISE EXCEPTION 'a co-organiser did not exist on %', NEW.held_on USING ERRCODE = 'check_violation', CONSTRAINT = 'co_unit_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_co_units BEFORE INSERT OR UPDATE OF co_unit_ids, held_on ON outreach_session
  FOR EACH ROW WHEN (NEW.co_unit_ids <> '{}') EXECUTE FUNCTION app_check_co_units();

-- ── New tables ──
CREATE TABLE session_plan (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL REFERENCES unit,
  planned_on date NOT NULL CHECK (planned_on BETWEEN DATE '1975-04-30' AND DATE '2200-12-31'),
  title text,
  place text NOT NULL,
  channel channel NOT NULL,
  topics text[] NOT NULL,
  expected int CHECK (expected BETWEEN 0 AND 1000000),
  note text,
  session_id uuid UNIQUE REFERENCES outreach_session,
  created_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  cancelled_at timestamptz(3),
  cancelled_reason text,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT plan_cancelled CHECK ((cancelled_at IS NULL) = (cancelled_reason IS NULL) AND (cancelled_at IS NULL OR session_id IS NULL))
);
CREATE INDEX session_plan_unit_id_planned_on_idx ON session_plan (unit_id, planned_on);
CREATE INDEX session_plan_planned_on_idx ON session_plan (planned_on);
CREATE INDEX session_plan_open ON session_plan (planned_on, id) WHERE session_id IS NULL AND cancelled_at IS NULL;
CREATE TRIGGER plan_unit_day BEFORE INSERT OR UPDATE OF unit_id, planned_on ON session_plan
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('planned_on');

CREATE TABLE session_template (
  id uuid PRIMARY KEY,
  unit_id int REFERENCES unit,
  name text NOT NULL,
  place text,
  channel channel NOT NULL,
  topics text[] NOT NULL,
  audiences text[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  presenters text,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  removed_at timestamptz(3)
);
CREATE INDEX session_template_unit_id_idx ON session_template (unit_id);

CREATE TABLE nil_declaration (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL REFERENCES unit,
  period_from date NOT NULL,
  period_to date NOT NULL,
  note text,
  declared_by_id uuid NOT NULL,
  declared_at timestamptz(3) NOT NULL DEFAULT now(),
  withdrawn_at timestamptz(3),
  withdrawn_reason text,
  CONSTRAINT nil_period CHECK (period_from <= period_to),
  CONSTRAINT nil_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX nil_declaration_unit_id_period_from_idx ON nil_declaration (unit_id, period_from);
CREATE UNIQUE INDEX nil_declaration_once ON nil_declaration (unit_id, period_from, period_to) WHERE withdrawn_at IS NULL;
CREATE TRIGGER nil_unit_day BEFORE INSERT OR UPDATE OF unit_id, period_to ON nil_declaration
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('period_to');

CREATE TYPE file_kind AS ENUM ('photo', 'document');
CREATE TYPE file_scan AS ENUM ('clean', 'held', 'unscanned');
CREATE TABLE session_file (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES outreach_session,
  unit_id int NOT NULL REFERENCES unit,
  kind file_kind NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes int NOT NULL CHECK (bytes BETWEEN 1 AND 20000000),
  width int,
  height int,
  sha256 bytea NOT NULL,
  scan file_scan NOT NULL,
  created_by_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  removed_at timestamptz(3)
);
CREATE INDEX session_file_session_id_idx ON session_file (session_id);
CREATE TABLE stored_object (key text PRIMARY KEY, content bytea NOT NULL);
-- Photos and Office files are packed already.
ALTER TABLE stored_object ALTER COLUMN content SET STORAGE EXTERNAL;

-- ── Rollups: topics become one kind of tag among others ──
CREATE TYPE session_tag AS ENUM ('topic', 'audience', 'language', 'joint');
ALTER TABLE session_rollup_topic RENAME TO session_rollup_tag;
ALTER TABLE session_rollup_tag RENAME COLUMN topic TO code;
ALTER TABLE session_rollup_tag ADD COLUMN tag session_tag NOT NULL DEFAULT 'topic';
ALTER TABLE session_rollup_tag ALTER COLUMN tag DROP DEFAULT;
ALTER TABLE session_rollup_tag DROP CONSTRAINT session_rollup_topic_pkey;
ALTER TABLE session_rollup_tag ADD CONSTRAINT session_rollup_tag_pkey PRIMARY KEY (atom, unit_id, tag, code);
ALTER INDEX session_rollup_topic_unit_id_atom_idx RENAME TO session_rollup_tag_unit_id_atom_idx;
ALTER TABLE session_rollup_channel ADD COLUMN views bigint NOT NULL DEFAULT 0;

DROP TRIGGER session_roll_insert ON outreach_session;
DROP TRIGGER session_roll_update ON outreach_session;
DROP TRIGGER session_roll_delete ON outreach_session;
DROP FUNCTION app_roll_sessions_insert(), app_roll_sessions_update(), app_roll_sessions_delete();

-- Under what else a gathering counts, beside its channel: the host's topics, audiences and languages,
-- and one "joint" row for each unit that took part, whose code names host and partners ("12:34,56"): where a unit
-- carries on several of them, their sessions are told apart and count once.
CREATE FUNCTION app_session_tags(host int, topics text[], audiences text[], languages text[], partners int[])
  RETURNS TABLE (of_unit int, tag session_tag, code text) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT host, 'topic'::session_tag, t FROM unnest(topics) t
  UNION ALL SELECT host, 'audience', a FROM unnest(audiences) a
  UNION ALL SELECT host, 'language', l FROM unnest(languages) l
  UNION ALL SELECT p, 'joint', host || ':' || (SELECT string_agg(x::text, ',' ORDER BY x) FROM unnest(partners) x) FROM unnest(partners) p
$$;

DO $outer$
DECLARE
  came text := 'SELECT 1 AS sign, n.* FROM new_rows n WHERE n.deleted_at IS NULL';
  went text := 'SELECT -1 AS sign, o.* FROM old_rows o WHERE o.deleted_at IS NULL';
  op record;
BEGIN
  FOR op IN SELECT * FROM (VALUES
    ('insert', came, 'NEW TABLE AS new_rows'),
    ('delete', went, 'OLD TABLE AS old_rows'),
    ('update', came || ' UNION ALL ' || went, 'OLD TABLE AS old_rows NEW TABLE AS new_rows')) AS v (name, delta, tables)
  LOOP
    EXECUTE format($make$
      CREATE FUNCTION app_roll_sessions_%1$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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

        INSERT INTO session_rollup_tag AS r (atom, unit_id, tag, code, sessions, attendances)
        SELECT app_atom(d.held_on), t.of_unit, t.tag, t.code, sum(d.sign), sum(d.sign * coalesce(d.attendance, 0))
          FROM (%2$s) d CROSS JOIN LATERAL app_session_tags(d.unit_id, d.topics, d.audiences, d.languages, d.co_unit_ids) t
         WHERE app_is_gathering(d.channel)
         GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (atom, unit_id, tag, code) DO UPDATE SET
          sessions = r.sessions + excluded.sessions, attendances = r.attendances + excluded.attendances;
        PERFORM app_narrow(before);
        RETURN NULL;
      END $body$;
      CREATE TRIGGER session_roll_%1$s AFTER %1$s ON outreach_session REFERENCING %3$s
        FOR EACH STATEMENT EXECUTE FUNCTION app_roll_sessions_%1$s();
    $make$, op.name, op.delta, op.tables);
  END LOOP;
END $outer$;

-- ── Who sees what ──
-- A unit that took part reads the session and its files; only the host (and the city) change them.
DROP POLICY reach_read ON outreach_session;
CREATE POLICY reach_read ON outreach_session FOR SELECT
  USING ((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[])
    OR (co_unit_ids <> '{}' AND co_unit_ids && (SELECT app_reach())::int[]));

DO $$
DECLARE
  name text;
  seen text := '((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[]))';
  writes text := $w$(SELECT app_role()) NOT IN ('', 'leader')$w$;
BEGIN
  FOREACH name IN ARRAY ARRAY['session_plan', 'session_template', 'nil_declaration', 'session_file'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY reach_insert ON %I FOR INSERT WITH CHECK (%s AND %s)', name, seen, writes);
    EXECUTE format('CREATE POLICY reach_update ON %I FOR UPDATE USING %s WITH CHECK (%2$s AND %3$s)', name, seen, writes);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['session_plan', 'nil_declaration'] LOOP
    EXECUTE format('CREATE POLICY reach_read ON %I FOR SELECT USING %s', name, seen);
  END LOOP;
END $$;
-- A template without a unit is the city's, for everybody to use.
CREATE POLICY reach_read ON session_template FOR SELECT
  USING (((SELECT app_reach()) IS DISTINCT FROM '{}'::int[] AND unit_id IS NULL AND (SELECT app_role()) <> '')
    OR (SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[]));
CREATE POLICY reach_read ON session_file FOR SELECT
  USING (EXISTS (SELECT FROM outreach_session s WHERE s.id = session_id));
-- Bytes are read by whoever may read the file they belong to, and taken away by whoever may change it; they are
-- written before their file's row. A key that is no id belongs to no file.
CREATE FUNCTION app_file_of(key text) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN key ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN key::uuid END
$$;
ALTER TABLE stored_object ENABLE ROW LEVEL SECURITY; ALTER TABLE stored_object FORCE ROW LEVEL SECURITY;
CREATE POLICY object_read ON stored_object FOR SELECT USING (EXISTS (SELECT FROM session_file f WHERE f.id = app_file_of(key)));
CREATE POLICY object_insert ON stored_object FOR INSERT WITH CHECK ((SELECT app_role()) NOT IN ('', 'leader'));
CREATE POLICY object_delete ON stored_object FOR DELETE
  USING ((SELECT app_role()) NOT IN ('', 'leader') AND EXISTS (SELECT FROM session_file f WHERE f.id = app_file_of(key)
    AND ((SELECT app_reaches_all()) OR f.unit_id = ANY ((SELECT app_reach())::int[]))));

GRANT SELECT ON session_rollup_tag, session_plan, session_template, nil_declaration, session_file, stored_object TO portal_app;
GRANT INSERT, UPDATE ON session_plan, session_template, nil_declaration, session_file TO portal_app;
GRANT INSERT, DELETE ON stored_object TO portal_app;
