-- Units through time: changes with their decision, facts and posts of a unit by day, residential areas.
SELECT app_widen();
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- ── A change of units: what a decision creates, ends and passes on ──
CREATE TYPE unit_change_kind AS ENUM ('create', 'rename', 'retype', 'merge', 'split', 'transfer', 'dissolve');
CREATE TABLE unit_change (
  id uuid PRIMARY KEY,
  kind unit_change_kind NOT NULL,
  effective_on date NOT NULL,
  decision_number text NOT NULL,
  decision_date date NOT NULL,
  note text,
  -- What was carried out, as it was typed and as it read that day; it outlives an undoing.
  made jsonb NOT NULL,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  undone_by_id uuid,
  undone_at timestamptz(3),
  undone_reason text,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT change_undone CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
);
CREATE INDEX unit_change_effective_on_idx ON unit_change (effective_on DESC);
ALTER TABLE unit
  ADD COLUMN begun_by_id uuid REFERENCES unit_change,
  ADD COLUMN ended_by_id uuid REFERENCES unit_change,
  -- A code names one unit at a time (T5).
  ADD CONSTRAINT unit_code_once EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
CREATE INDEX unit_begun_by_id_idx ON unit (begun_by_id);
CREATE INDEX unit_ended_by_id_idx ON unit (ended_by_id);
ALTER TABLE unit_succession ADD COLUMN change_id uuid REFERENCES unit_change;
CREATE INDEX unit_succession_change_id_idx ON unit_succession (change_id);

-- A unit's rows are carried on by one unit (T3, T4).
CREATE UNIQUE INDEX succession_one_carrier ON unit_succession (predecessor_id) WHERE kind <> 'part';
-- An edge leads from the last day of one unit to the first of another: lineage runs forward in time, so that it can
-- neither overlap nor turn back on itself. And a unit whose area was divided has one that carries its rows.
CREATE FUNCTION app_check_succession() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE bad record;
BEGIN
  -- The row may have gone again, or be another by now: what is asked is what stands when the transaction ends.
  SELECT p.code, p.valid_to, s.effective_on, u.valid_from INTO bad
    FROM unit_succession s JOIN unit p ON p.id = s.predecessor_id JOIN unit u ON u.id = s.successor_id
   WHERE (s.predecessor_id = NEW.predecessor_id OR s.successor_id = NEW.successor_id)
     AND (s.effective_on IS DISTINCT FROM u.valid_from OR s.effective_on IS DISTINCT FROM p.valid_to + 1) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'succession of % on % does not join two validities', bad.code, bad.effective_on
      USING ERRCODE = 'check_violation', CONSTRAINT = 'succession_days';
  END IF;
  IF EXISTS (SELECT FROM unit_succession WHERE predecessor_id = NEW.predecessor_id)
     AND NOT EXISTS (SELECT FROM unit_succession WHERE predecessor_id = NEW.predecessor_id AND kind <> 'part') THEN
    RAISE EXCEPTION 'a divided unit has no main successor' USING ERRCODE = 'check_violation', CONSTRAINT = 'succession_main';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER succession_check AFTER INSERT OR UPDATE ON unit_succession
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_check_succession();
-- A unit's days cannot slip away from under its edges.
CREATE FUNCTION app_check_unit_edges() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM unit_succession s JOIN unit p ON p.id = s.predecessor_id JOIN unit u ON u.id = s.successor_id
              WHERE NEW.id IN (s.predecessor_id, s.successor_id)
                AND (s.effective_on IS DISTINCT FROM u.valid_from OR s.effective_on IS DISTINCT FROM p.valid_to + 1)) THEN
    RAISE EXCEPTION 'the days of unit % no longer join its succession', NEW.code
      USING ERRCODE = 'check_violation', CONSTRAINT = 'succession_days';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER unit_edges AFTER UPDATE OF valid_from, valid_to ON unit
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_check_unit_edges();

-- The unit that carries a unit's rows on a day.
CREATE FUNCTION app_carrier(of_unit int, day date) RETURNS int
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk (id, depth) AS (
    SELECT of_unit, 0
    UNION ALL
    SELECT s.successor_id, w.depth + 1 FROM walk w JOIN unit_succession s ON s.predecessor_id = w.id
     WHERE s.kind <> 'part' AND s.effective_on <= day AND w.depth < 50
  )
  SELECT id FROM walk ORDER BY depth DESC LIMIT 1
$$;

-- An officer serves the unit that carries on the one they were entered for, from its first day; nothing is rewritten.
CREATE OR REPLACE FUNCTION app_session(token bytea) RETURNS TABLE (
    session_id uuid, user_id uuid, username text, name text, title text, role role, unit_id int,
    unit_name text, unit_code text, line int[], must_change boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  UPDATE user_session s SET last_seen_at = now()
   WHERE s.token_hash = token AND s.ended_at IS NULL AND s.last_seen_at < now() - interval '1 minute'
     AND s.last_seen_at > now() - interval '60 minutes';
  RETURN QUERY
  SELECT s.id, u.id, u.username, u.name, u.title, u.role, n.id, n.full_name, n.code,
         CASE WHEN n.id IS NULL THEN '{}'::int[] ELSE app_line(n.id) END, p.expires_at IS NOT NULL
    FROM user_session s JOIN app_user u ON u.id = s.user_id
    LEFT JOIN unit n ON n.id = app_carrier(u.unit_id, app_today()) LEFT JOIN user_password p ON p.user_id = u.id
   WHERE s.token_hash = token AND s.ended_at IS NULL AND u.disabled_at IS NULL
     AND s.last_seen_at > now() - interval '60 minutes' AND s.created_at > now() - interval '12 hours';
  PERFORM app_narrow(before);
END $$;

-- Everybody reads which units there are; changing them is the administrators'.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['unit', 'unit_succession', 'unit_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY everyone_read ON %I FOR SELECT USING (true)', name);
    EXECUTE format($p$CREATE POLICY change_insert ON %I FOR INSERT WITH CHECK ((SELECT app_role()) IN ('administrator', 'system'))$p$, name);
    -- Whoever reads may hold a unit, so that it does not change beneath what they write.
    EXECUTE format($p$CREATE POLICY change_update ON %I FOR UPDATE USING ((SELECT app_role()) <> '') WITH CHECK ((SELECT app_role()) IN ('administrator', 'system'))$p$, name);
    EXECUTE format($p$CREATE POLICY change_delete ON %I FOR DELETE USING ((SELECT app_role()) IN ('administrator', 'system'))$p$, name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON unit_change TO portal_app;
GRANT UPDATE (undone_by_id, undone_at, undone_reason, version) ON unit_change TO portal_app;
GRANT INSERT, DELETE ON unit, unit_succession TO portal_app;
GRANT UPDATE (valid_to, ended_by_id) ON unit TO portal_app;
GRANT USAGE ON SEQUENCE unit_id_seq TO portal_app;

-- ── What is known of a unit, by day ──
CREATE TYPE unit_fact_kind AS ENUM ('area', 'population', 'households', 'guard_teams', 'guard_members');
CREATE TABLE unit_fact (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL REFERENCES unit,
  kind unit_fact_kind NOT NULL,
  -- km² for an area, else a count.
  value numeric(14, 2) NOT NULL CHECK (value >= 0),
  qualifier qualifier NOT NULL DEFAULT 'exact',
  as_of date NOT NULL,
  source text NOT NULL,
  recorded_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  -- A fact that was wrong is taken back, never changed.
  withdrawn_at timestamptz(3),
  withdrawn_reason text,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT fact_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX unit_fact_unit_id_idx ON unit_fact (unit_id, kind, as_of DESC);
-- A post and who holds it, as the document says (T13).
CREATE TABLE unit_post (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL REFERENCES unit,
  title text NOT NULL,
  holder text,
  since date NOT NULL,
  until date,
  source text,
  recorded_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT post_days CHECK (until IS NULL OR since <= until)
);
CREATE INDEX unit_post_unit_id_idx ON unit_post (unit_id, since);
CREATE TABLE unit_profile (
  unit_id int PRIMARY KEY REFERENCES unit,
  -- Codes of the list ethnic-group, the largest first.
  ethnic_groups text[] NOT NULL DEFAULT '{}',
  introduction text,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1
);

-- ── Residential areas (khu vực, khóm, ấp): each belongs to a unit, and follows it through its changes ──
CREATE TYPE area_kind AS ENUM ('zone', 'quarter', 'hamlet', 'other');
CREATE TABLE residential_area (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL REFERENCES unit,
  kind area_kind NOT NULL,
  name text NOT NULL,
  valid_from date,
  valid_to date,
  merged_into_id uuid REFERENCES residential_area,
  households int CHECK (households >= 0),
  population int CHECK (population >= 0),
  note text,
  search_key text NOT NULL DEFAULT '',
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT area_days CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to),
  CONSTRAINT area_not_itself CHECK (merged_into_id <> id),
  CONSTRAINT area_merged CHECK (merged_into_id IS NULL OR valid_to IS NOT NULL)
);
CREATE FUNCTION app_keep_area_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.search_key := app_fold(NEW.name); RETURN NEW; END $$;
CREATE TRIGGER area_key BEFORE INSERT OR UPDATE OF name ON residential_area
  FOR EACH ROW EXECUTE FUNCTION app_keep_area_key();
CREATE UNIQUE INDEX area_one_name ON residential_area (unit_id, kind, search_key) WHERE valid_to IS NULL;
-- Where a division put an area that does not go with the remainder: it belongs to this unit from the day on.
CREATE TABLE residential_area_move (
  area_id uuid NOT NULL REFERENCES residential_area ON DELETE CASCADE,
  unit_id int NOT NULL REFERENCES unit,
  moved_on date NOT NULL,
  decision text NOT NULL,
  recorded_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (area_id, moved_on)
);
CREATE INDEX residential_area_move_unit_id_idx ON residential_area_move (unit_id);
-- The areas there are on a day, each with the unit it belongs to by the boundaries of that day.
CREATE FUNCTION app_areas_on(day date) RETURNS TABLE (area_id uuid, unit_id int)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT a.id, o.current_id
    FROM residential_area a
    LEFT JOIN LATERAL (SELECT m.unit_id FROM residential_area_move m WHERE m.area_id = a.id AND m.moved_on <= day ORDER BY m.moved_on DESC LIMIT 1) m ON true
    JOIN app_units_on(day) o ON o.unit_id = coalesce(m.unit_id, a.unit_id)
   WHERE (a.valid_from IS NULL OR a.valid_from <= day) AND (a.valid_to IS NULL OR a.valid_to >= day)
$$;

DO $$
DECLARE
  name text;
  seen text := '((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[]))';
  writes text := $w$(SELECT app_role()) NOT IN ('', 'leader')$w$;
BEGIN
  FOREACH name IN ARRAY ARRAY['unit_fact', 'unit_post', 'unit_profile', 'residential_area', 'residential_area_move'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY reach_read ON %I FOR SELECT USING %s', name, seen);
    EXECUTE format('CREATE POLICY reach_insert ON %I FOR INSERT WITH CHECK (%s AND %s)', name, seen, writes);
    EXECUTE format('CREATE POLICY reach_update ON %I FOR UPDATE USING %s WITH CHECK (%2$s AND %3$s)', name, seen, writes);
  END LOOP;
END $$;
-- An area is read by the units it came to as well; where areas went is no secret; moving them is the city's.
DROP POLICY reach_read ON residential_area_move;
CREATE POLICY everyone_read ON residential_area_move FOR SELECT USING ((SELECT app_role()) <> '');
DROP POLICY reach_insert ON residential_area_move;
CREATE POLICY city_insert ON residential_area_move FOR INSERT WITH CHECK ((SELECT app_reaches_all()) AND (SELECT app_role()) NOT IN ('', 'leader'));
CREATE POLICY city_delete ON residential_area_move FOR DELETE USING ((SELECT app_reaches_all()) AND (SELECT app_role()) NOT IN ('', 'leader'));
DROP POLICY reach_read ON residential_area;
CREATE POLICY reach_read ON residential_area FOR SELECT
  USING ((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[])
    OR EXISTS (SELECT FROM residential_area_move m WHERE m.area_id = id AND m.unit_id = ANY ((SELECT app_reach())::int[])));
DROP POLICY reach_update ON residential_area;
CREATE POLICY reach_update ON residential_area FOR UPDATE
  USING (((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[])
    OR EXISTS (SELECT FROM residential_area_move m WHERE m.area_id = id AND m.unit_id = ANY ((SELECT app_reach())::int[]))) AND (SELECT app_role()) NOT IN ('', 'leader'));
GRANT SELECT, INSERT, UPDATE ON unit_fact, unit_post, unit_profile, residential_area TO portal_app;
GRANT SELECT, INSERT, DELETE ON residential_area_move TO portal_app;
