-- What Prisma's schema language cannot say: extensions, folded search keys, checks,
-- the application's role, row-level security, and the rollups behind the figures.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- ── Folded text: no accents, no case, no punctuation, so "Sư sãi, phật tử" and "su sai phat tu" meet ──
CREATE FUNCTION app_fold(value text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT SET search_path = pg_catalog, public
  AS $$ SELECT trim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC))), '[^a-z0-9]+', ' ', 'g')) $$;

CREATE FUNCTION app_keep_unit_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.search_key := app_fold(NEW.full_name); RETURN NEW; END $$;
CREATE TRIGGER unit_key BEFORE INSERT OR UPDATE OF full_name ON unit
  FOR EACH ROW EXECUTE FUNCTION app_keep_unit_key();

-- "và" joins as often as a comma does in the names of models: it takes no part in the comparison (T11).
CREATE FUNCTION app_keep_alias_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.search_key := trim(replace(' ' || app_fold(NEW.alias) || ' ', ' va ', ' ')); RETURN NEW; END $$;
CREATE TRIGGER model_alias_key BEFORE INSERT OR UPDATE OF alias ON model_alias
  FOR EACH ROW EXECUTE FUNCTION app_keep_alias_key();

CREATE UNIQUE INDEX unit_code_from ON unit (code, valid_from) NULLS NOT DISTINCT;
CREATE INDEX unit_search ON unit USING gin (search_key gin_trgm_ops);
CREATE INDEX model_alias_search ON model_alias USING gin (search_key gin_trgm_ops);
CREATE UNIQUE INDEX model_one_name ON model_alias (model_id) WHERE is_name;
CREATE INDEX session_by_day ON outreach_session (held_on DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX session_by_writer ON outreach_session (created_by_id, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX session_by_unit_day ON outreach_session (unit_id, held_on DESC, id DESC) WHERE deleted_at IS NULL;

-- ── Checks: what no entrance may let through ──
ALTER TABLE unit
  ADD CONSTRAINT unit_validity CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to);
ALTER TABLE unit_succession
  ADD CONSTRAINT succession_share CHECK (share IS NULL OR share BETWEEN 0 AND 1);
ALTER TABLE app_user
  ADD CONSTRAINT user_username CHECK (username ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
  ADD CONSTRAINT user_unit CHECK ((role IN ('ward_officer', 'ward_chief')) = (unit_id IS NOT NULL));
ALTER TABLE outreach_session
  ADD CONSTRAINT session_day CHECK (held_on >= DATE '1975-04-30'),
  ADD CONSTRAINT session_counts CHECK (
    coalesce(attendance, 0) BETWEEN 0 AND 100000 AND coalesce(quantity, 0) BETWEEN 0 AND 1000000
    AND coalesce(vneid_guided, 0) BETWEEN 0 AND 100000 AND coalesce(level_two_guided, 0) BETWEEN 0 AND 100000
    AND coalesce(online_service_guided, 0) BETWEEN 0 AND 100000
    AND coalesce(weapons_handed_in, 0) BETWEEN 0 AND 10000 AND coalesce(pledges, 0) BETWEEN 0 AND 100000),
  -- T8: each channel has its own unit; loudspeaker rounds never become attendances.
  ADD CONSTRAINT session_channel_unit CHECK (
    CASE WHEN channel IN ('meeting', 'door_to_door', 'festival', 'other')
      THEN quantity IS NULL AND attendance IS NOT NULL
      ELSE attendance IS NULL AND quantity IS NOT NULL END),
  ADD CONSTRAINT session_deleted CHECK ((deleted_at IS NULL) = (deleted_reason IS NULL));
ALTER TABLE security_model
  ADD CONSTRAINT model_nationwide CHECK (NOT nationwide OR recognition_level = 'ministry');
ALTER TABLE model_point
  ADD CONSTRAINT point_started CHECK ((status IN ('proposed', 'approved')) = (started_on IS NULL)),
  ADD CONSTRAINT point_ended CHECK ((status = 'ended') = (ended_on IS NOT NULL) AND (ended_on IS NULL) = (end_kind IS NULL)),
  ADD CONSTRAINT point_order CHECK (ended_on IS NULL OR ended_on > started_on),
  ADD CONSTRAINT point_counts CHECK (coalesce(teams, 0) BETWEEN 0 AND 10000 AND coalesce(members, 0) BETWEEN 0 AND 1000000);
ALTER TABLE award
  ADD CONSTRAINT award_revoked CHECK ((revoked_on IS NULL) = (revoked_reason IS NULL) AND (revoked_on IS NULL OR revoked_on >= decision_date));
ALTER TABLE rural_recognition
  ADD CONSTRAINT rural_revoked CHECK ((revoked_on IS NULL) = (revoked_reason IS NULL) AND (revoked_on IS NULL OR revoked_on >= decision_date));

-- A row's unit existed on the row's day, whoever writes it (T3, T5).
CREATE FUNCTION app_check_unit_day() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
DECLARE day date;
BEGIN
  day := (to_jsonb(NEW) ->> TG_ARGV[0])::date;
  IF day IS NOT NULL AND NEW.unit_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM unit WHERE id = NEW.unit_id
      AND (valid_from IS NULL OR valid_from <= day) AND (valid_to IS NULL OR valid_to >= day)
  ) THEN
    RAISE EXCEPTION 'unit % did not exist on %', NEW.unit_id, day USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_unit_day BEFORE INSERT OR UPDATE OF unit_id, held_on ON outreach_session
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('held_on');
CREATE TRIGGER point_unit_day BEFORE INSERT OR UPDATE OF unit_id, started_on ON model_point
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('started_on');
CREATE TRIGGER award_unit_day BEFORE INSERT OR UPDATE OF unit_id, decision_date ON award
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('decision_date');
CREATE TRIGGER rural_unit_day BEFORE INSERT OR UPDATE OF unit_id, decision_date ON rural_recognition
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('decision_date');

-- T1: a step stands on the step below, granted no later and in force.
CREATE FUNCTION app_check_rural_step() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF (SELECT type FROM unit WHERE id = NEW.unit_id) <> 'commune' THEN
    RAISE EXCEPTION 'only a commune climbs the ladder' USING ERRCODE = 'check_violation', CONSTRAINT = 'rural_commune';
  END IF;
  IF NEW.revoked_on IS NULL AND NEW.level <> 'standard' AND NOT EXISTS (
    SELECT FROM rural_recognition r WHERE r.unit_id = NEW.unit_id AND r.revoked_on IS NULL AND r.decision_date <= NEW.decision_date
      AND r.level = (CASE NEW.level WHEN 'exemplary' THEN 'advanced' ELSE 'standard' END)::rural_level
  ) THEN
    RAISE EXCEPTION 'the step below is missing' USING ERRCODE = 'check_violation', CONSTRAINT = 'rural_ladder';
  END IF;
  IF NEW.revoked_on IS NOT NULL AND EXISTS (
    SELECT FROM rural_recognition r WHERE r.unit_id = NEW.unit_id AND r.revoked_on IS NULL AND r.level > NEW.level
  ) AND NOT EXISTS (
    SELECT FROM rural_recognition r WHERE r.unit_id = NEW.unit_id AND r.revoked_on IS NULL AND r.level = NEW.level AND r.id <> NEW.id
  ) THEN
    RAISE EXCEPTION 'a higher step still stands on this one' USING ERRCODE = 'check_violation', CONSTRAINT = 'rural_middle';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rural_step BEFORE INSERT OR UPDATE ON rural_recognition
  FOR EACH ROW EXECUTE FUNCTION app_check_rural_step();

-- ── Lineage ──
-- Each unit with the unit that carries its rows on a day ("địa giới hiện nay"): along whole, unchanged
-- and remainder edges, which lead to one successor each (T3, T4). Rows themselves are never rewritten.
CREATE FUNCTION app_units_on(day date) RETURNS TABLE (unit_id int, current_id int)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk (unit_id, current_id, depth) AS (
    SELECT id, id, 0 FROM unit
    UNION ALL
    SELECT w.unit_id, s.successor_id, w.depth + 1
      FROM walk w JOIN unit_succession s ON s.predecessor_id = w.current_id
     WHERE s.kind <> 'part' AND s.effective_on <= day AND w.depth < 50
  )
  SELECT DISTINCT ON (walk.unit_id) walk.unit_id, walk.current_id FROM walk ORDER BY walk.unit_id, depth DESC
$$;

-- A unit and every unit whose rows it carries today: the reach of its officers.
CREATE FUNCTION app_line(of_unit int) RETURNS int[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE line (id) AS (
    SELECT of_unit
    UNION
    SELECT s.predecessor_id FROM line JOIN unit_succession s ON s.successor_id = line.id
     WHERE s.kind <> 'part' AND s.effective_on <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
  )
  SELECT array_agg(id ORDER BY id) FROM line
$$;

-- ── Definer functions see every unit for as long as they run ──
-- FORCE binds the owner too, and only a superuser could write SET "app.reach" into a function's head.
CREATE FUNCTION app_widen() RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE before text[] := ARRAY[coalesce(current_setting('app.reach', true), ''), coalesce(current_setting('app.role', true), '')];
BEGIN
  PERFORM set_config('app.reach', '*', true), set_config('app.role', 'system', true);
  RETURN before;
END $$;
CREATE FUNCTION app_narrow(before text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN PERFORM set_config('app.reach', before[1], true), set_config('app.role', before[2], true); END $$;

-- ── Rollups: one row per half-month atom, so that calendar and 15→14 periods are sums of whole atoms ──
CREATE FUNCTION app_atom(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT day - (extract(day FROM day)::int - CASE WHEN extract(day FROM day) >= 15 THEN 15 ELSE 1 END) $$;

CREATE FUNCTION app_is_gathering(value channel) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT value IN ('meeting', 'door_to_door', 'festival', 'other') $$;

-- The same statement for insert, update and delete: signed rows (1 = came, −1 = went) are summed and
-- upserted in key order, so that two writers never wait for each other in a circle.
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
        INSERT INTO session_rollup_channel AS r
        SELECT app_atom(held_on), unit_id, channel, sum(sign), sum(sign * coalesce(attendance, 0)), sum(sign * coalesce(quantity, 0)),
               coalesce(sum(sign) FILTER (WHERE attendance_qualifier = 'at_least'), 0), coalesce(sum(sign) FILTER (WHERE attendance_qualifier = 'about'), 0),
               sum(sign * coalesce(vneid_guided, 0)), sum(sign * coalesce(level_two_guided, 0)),
               sum(sign * coalesce(online_service_guided, 0)), sum(sign * coalesce(weapons_handed_in, 0)), sum(sign * coalesce(pledges, 0))
          FROM (SELECT sign, held_on, unit_id, channel, attendance, quantity, attendance_qualifier, vneid_guided, level_two_guided,
                       online_service_guided, weapons_handed_in, pledges FROM (%2$s) d) d
         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (atom, unit_id, channel) DO UPDATE SET
          sessions = r.sessions + excluded.sessions, attendances = r.attendances + excluded.attendances,
          quantity = r.quantity + excluded.quantity, at_least = r.at_least + excluded.at_least, about = r.about + excluded.about,
          vneid_guided = r.vneid_guided + excluded.vneid_guided, level_two_guided = r.level_two_guided + excluded.level_two_guided,
          online_service_guided = r.online_service_guided + excluded.online_service_guided,
          weapons_handed_in = r.weapons_handed_in + excluded.weapons_handed_in, pledges = r.pledges + excluded.pledges;

        INSERT INTO session_rollup_topic AS r
        SELECT app_atom(held_on), unit_id, topic, sum(sign), sum(sign * coalesce(attendance, 0))
          FROM (%2$s) d CROSS JOIN LATERAL unnest(d.topics) AS topic
         WHERE app_is_gathering(channel)
         GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (atom, unit_id, topic) DO UPDATE SET
          sessions = r.sessions + excluded.sessions, attendances = r.attendances + excluded.attendances;
        PERFORM app_narrow(before);
        RETURN NULL;
      END $body$;
      CREATE TRIGGER session_roll_%1$s AFTER %1$s ON outreach_session REFERENCING %3$s
        FOR EACH STATEMENT EXECUTE FUNCTION app_roll_sessions_%1$s();
    $make$, op.name, op.delta, op.tables);
  END LOOP;
END $outer$;

-- ── The application's role: owns nothing, bypasses nothing ──
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN
    CREATE ROLE portal_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;

CREATE TABLE rate_limit (key text PRIMARY KEY, points int NOT NULL DEFAULT 0, expire bigint);

GRANT USAGE ON SCHEMA public TO portal_app;
GRANT SELECT ON unit, unit_succession, province, code_item, setting, session_rollup_channel, session_rollup_topic, data_version,
  outreach_session, security_model, model_alias, model_point, point_rating, award, rural_recognition,
  app_user, user_session, audit_event, command_receipt TO portal_app;
GRANT INSERT, UPDATE ON outreach_session, security_model, model_point, point_rating, award, rural_recognition, app_user, user_session TO portal_app;
GRANT INSERT, DELETE ON model_alias TO portal_app;
GRANT INSERT ON audit_event, command_receipt TO portal_app;
GRANT UPDATE ON data_version TO portal_app;
GRANT INSERT, UPDATE, SELECT (user_id) ON user_password TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO portal_app;
GRANT USAGE ON SEQUENCE audit_event_id_seq TO portal_app;

-- ── Row-level security, forced: no settings → no rows ──
-- NULL = every unit; an empty setting = none.
CREATE FUNCTION app_reach() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE current_setting('app.reach', true) WHEN '*' THEN NULL WHEN '' THEN '{}'::int[]
    ELSE string_to_array(current_setting('app.reach', true), ',')::int[] END $$;
CREATE FUNCTION app_reaches_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.reach', true), '') = '*' $$;
CREATE FUNCTION app_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(current_setting('app.role', true), '') $$;
CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user', true), '')::uuid $$;

DO $$
DECLARE
  name text;
  seen text := '((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[]))';
BEGIN
  FOREACH name IN ARRAY ARRAY['outreach_session', 'session_rollup_channel', 'session_rollup_topic',
    'model_point', 'point_rating', 'award', 'rural_recognition'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY reach_read ON %I FOR SELECT USING %s', name, seen);
    EXECUTE format($p$CREATE POLICY reach_insert ON %I FOR INSERT WITH CHECK (%s AND (SELECT app_role()) NOT IN ('', 'leader'))$p$, name, seen);
    EXECUTE format($p$CREATE POLICY reach_update ON %I FOR UPDATE USING %s WITH CHECK (%2$s AND (SELECT app_role()) NOT IN ('', 'leader'))$p$, name, seen);
  END LOOP;
END $$;

ALTER TABLE app_user ENABLE ROW LEVEL SECURITY; ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
CREATE POLICY user_read ON app_user FOR SELECT
  USING ((SELECT app_reaches_all()) OR id = (SELECT app_user_id()) OR unit_id = ANY ((SELECT app_reach())::int[]));
CREATE POLICY user_insert ON app_user FOR INSERT WITH CHECK ((SELECT app_role()) IN ('administrator', 'system'));
CREATE POLICY user_update ON app_user FOR UPDATE USING ((SELECT app_role()) IN ('administrator', 'system'));

ALTER TABLE user_session ENABLE ROW LEVEL SECURITY; ALTER TABLE user_session FORCE ROW LEVEL SECURITY;
CREATE POLICY session_own ON user_session
  USING (user_id = (SELECT app_user_id()) OR (SELECT app_role()) IN ('administrator', 'system'));

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY; ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_read ON audit_event FOR SELECT USING ((SELECT app_role()) IN ('administrator', 'system'));
CREATE POLICY audit_insert ON audit_event FOR INSERT WITH CHECK (true);

-- ── The doors that open before an actor is known ──
-- Who holds this session, in one statement; NULL rows when it ended, idled 60 minutes, or is 12 hours old (S13, S15).
CREATE FUNCTION app_session(token bytea) RETURNS TABLE (
    session_id uuid, user_id uuid, username text, name text, title text, role role, unit_id int,
    unit_name text, unit_code text, line int[], must_change boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  UPDATE user_session s SET last_seen_at = now()
   WHERE s.token_hash = token AND s.ended_at IS NULL AND s.last_seen_at < now() - interval '1 minute'
     AND s.last_seen_at > now() - interval '60 minutes';
  RETURN QUERY
  SELECT s.id, u.id, u.username, u.name, u.title, u.role, u.unit_id, n.full_name, n.code,
         CASE WHEN u.unit_id IS NULL THEN '{}'::int[] ELSE app_line(u.unit_id) END, p.expires_at IS NOT NULL
    FROM user_session s JOIN app_user u ON u.id = s.user_id
    LEFT JOIN unit n ON n.id = u.unit_id LEFT JOIN user_password p ON p.user_id = u.id
   WHERE s.token_hash = token AND s.ended_at IS NULL AND u.disabled_at IS NULL
     AND s.last_seen_at > now() - interval '60 minutes' AND s.created_at > now() - interval '12 hours';
  PERFORM app_narrow(before);
END $$;

CREATE FUNCTION app_credentials(of_username text) RETURNS TABLE (user_id uuid, name text, role role, hash text, expired boolean, disabled boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  RETURN QUERY
  SELECT u.id, u.name, u.role, p.hash, coalesce(p.expires_at < now(), false), u.disabled_at IS NOT NULL
    FROM app_user u JOIN user_password p ON p.user_id = u.id WHERE u.username = of_username;
  PERFORM app_narrow(before);
END $$;

-- Uses up the link that makes the first administrator: true exactly once, and only while nobody exists.
CREATE FUNCTION app_use_setup_link(token bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen(); used boolean := false;
BEGIN
  LOCK TABLE setup_link IN EXCLUSIVE MODE;
  IF NOT EXISTS (SELECT FROM app_user) THEN
    UPDATE setup_link SET used_at = now() WHERE token_hash = token AND used_at IS NULL AND expires_at > now();
    used := FOUND;
  END IF;
  PERFORM app_narrow(before);
  RETURN used;
END $$;

CREATE FUNCTION app_setup_link_open(token bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen(); answer boolean;
BEGIN
  answer := EXISTS (SELECT FROM setup_link WHERE token_hash = token AND used_at IS NULL AND expires_at > now())
    AND NOT EXISTS (SELECT FROM app_user);
  PERFORM app_narrow(before);
  RETURN answer;
END $$;

REVOKE EXECUTE ON FUNCTION app_session(bytea), app_credentials(text), app_use_setup_link(bytea), app_setup_link_open(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_session(bytea), app_credentials(text), app_use_setup_link(bytea), app_setup_link_open(bytea) TO portal_app;

INSERT INTO data_version (domain) VALUES ('units'), ('users'), ('outreach-sessions'), ('security-models'), ('awards'), ('rural-standard');
