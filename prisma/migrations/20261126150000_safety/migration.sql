-- "An toàn về an ninh, trật tự" per year (Thông tư 124/2021/TT-BCA): who is considered, how each year went, what the law asks.
SELECT app_widen();

CREATE TYPE safety_kind AS ENUM ('area', 'agency', 'enterprise', 'school', 'commune');
CREATE TYPE safety_state AS ENUM ('registered', 'scored', 'proposed', 'recognized', 'refused', 'revoked', 'withdrawn');
CREATE TYPE safety_threshold_key AS ENUM ('effective_models', 'registered_percent', 'recognized_percent', 'disciplined_most');

-- ── Agencies, enterprises and schools of a unit; residential areas have their own table ──
CREATE TABLE safety_subject (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL REFERENCES unit,
  kind safety_kind NOT NULL CHECK (kind IN ('agency', 'enterprise', 'school')),
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  end_reason text,
  search_key text NOT NULL DEFAULT '',
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT subject_days CHECK (valid_to IS NULL OR valid_from <= valid_to),
  CONSTRAINT subject_end CHECK ((valid_to IS NULL) = (end_reason IS NULL))
);
CREATE INDEX safety_subject_unit_id_idx ON safety_subject (unit_id);
CREATE UNIQUE INDEX subject_one_name ON safety_subject (unit_id, kind, search_key) WHERE valid_to IS NULL;
CREATE FUNCTION app_keep_subject_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.search_key := app_fold(NEW.name); RETURN NEW; END $$;
CREATE TRIGGER subject_key BEFORE INSERT OR UPDATE OF name ON safety_subject
  FOR EACH ROW EXECUTE FUNCTION app_keep_subject_key();
CREATE TRIGGER subject_unit_day BEFORE INSERT OR UPDATE OF unit_id, valid_from ON safety_subject
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('valid_from');

-- ── A subject's year ──
CREATE TABLE safety_record (
  id uuid PRIMARY KEY,
  -- The circular is in force from 10/02/2022.
  year smallint NOT NULL CHECK (year BETWEEN 2022 AND 2100),
  kind safety_kind NOT NULL,
  -- The unit it was registered in; a merger leaves it there, another registration brings it to the unit of that day.
  unit_id int NOT NULL REFERENCES unit,
  area_id uuid REFERENCES residential_area,
  subject_id uuid REFERENCES safety_subject,
  state safety_state NOT NULL DEFAULT 'registered',
  registered_on date NOT NULL,
  scored_on date,
  score smallint CHECK (score BETWEEN 0 AND 100),
  self_met boolean,
  proposed_on date,
  decision_number text,
  decided_on date,
  decided_by text,
  revoked_on date,
  reason text,
  written_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT record_subject CHECK (
    (kind = 'area') = (area_id IS NOT NULL) AND (kind IN ('agency', 'enterprise', 'school')) = (subject_id IS NOT NULL)),
  CONSTRAINT record_year CHECK (extract(year FROM registered_on) = year),
  CONSTRAINT record_days CHECK (
    (scored_on IS NULL OR scored_on >= registered_on) AND (proposed_on IS NULL OR proposed_on >= scored_on)
    AND (decided_on IS NULL OR decided_on >= proposed_on) AND (revoked_on IS NULL OR revoked_on >= decided_on)),
  CONSTRAINT record_score CHECK (state IN ('registered', 'withdrawn') OR num_nonnulls(scored_on, score, self_met) = 3),
  -- Only what meets the criteria by its own account is proposed.
  CONSTRAINT record_proposed CHECK (state NOT IN ('proposed', 'recognized', 'revoked') OR (proposed_on IS NOT NULL AND self_met)),
  CONSTRAINT record_decision CHECK (state NOT IN ('recognized', 'revoked') OR num_nonnulls(decided_on, decision_number, decided_by) = 3),
  CONSTRAINT record_refused CHECK (state <> 'refused' OR num_nonnulls(decided_on, decided_by, reason) = 3),
  CONSTRAINT record_revoked CHECK ((state = 'revoked') = (revoked_on IS NOT NULL) AND (state NOT IN ('revoked', 'withdrawn') OR reason IS NOT NULL))
);
CREATE UNIQUE INDEX record_area_year ON safety_record (year, area_id) WHERE area_id IS NOT NULL;
CREATE UNIQUE INDEX record_subject_year ON safety_record (year, subject_id) WHERE subject_id IS NOT NULL;
CREATE UNIQUE INDEX record_commune_year ON safety_record (year, unit_id) WHERE kind = 'commune';
CREATE INDEX safety_record_unit_id_year_idx ON safety_record (unit_id, year);
CREATE TRIGGER record_unit_day BEFORE INSERT OR UPDATE OF unit_id, registered_on ON safety_record
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('registered_on');

-- Each step of the way leads to few others; who, which year and what it is about never change. Its unit may when a
-- registration that was withdrawn is entered again: it is that of the day it is registered on now.
CREATE FUNCTION app_check_safety_record() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  moved int;
  registers boolean := TG_OP = 'INSERT';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'registered' AND app_role() NOT IN ('', 'system') THEN
      RAISE EXCEPTION 'safety: % is no first state', NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_state';
    END IF;
  ELSE
    registers := OLD.state = 'withdrawn' AND NEW.state = 'registered';
  END IF;
  IF registers THEN
    IF NEW.area_id IS NOT NULL THEN
      SELECT app_carrier(coalesce((SELECT m.unit_id FROM residential_area_move m WHERE m.area_id = a.id AND m.moved_on <= NEW.registered_on
                                     ORDER BY m.moved_on DESC LIMIT 1), a.unit_id), NEW.registered_on) INTO moved
        FROM residential_area a WHERE a.id = NEW.area_id
         AND (a.valid_from IS NULL OR a.valid_from <= NEW.registered_on) AND (a.valid_to IS NULL OR a.valid_to >= NEW.registered_on);
    ELSIF NEW.subject_id IS NOT NULL THEN
      SELECT app_carrier(s.unit_id, NEW.registered_on) INTO moved FROM safety_subject s
       WHERE s.id = NEW.subject_id AND s.kind = NEW.kind AND s.valid_from <= NEW.registered_on AND (s.valid_to IS NULL OR s.valid_to >= NEW.registered_on);
    ELSIF TG_OP = 'INSERT' OR OLD.unit_id = ANY (app_self(NEW.unit_id)) OR NEW.unit_id = ANY (app_self(OLD.unit_id)) THEN
      moved := NEW.unit_id;
    END IF;
    IF moved IS DISTINCT FROM NEW.unit_id THEN
      RAISE EXCEPTION 'safety: not of unit % on %', NEW.unit_id, NEW.registered_on USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_subject_then';
    END IF;
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.year, NEW.kind, NEW.area_id, NEW.subject_id) IS DISTINCT FROM (OLD.id, OLD.year, OLD.kind, OLD.area_id, OLD.subject_id)
     OR (NEW.unit_id <> OLD.unit_id AND NOT registers) THEN
    RAISE EXCEPTION 'safety: a record stays what it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_kept';
  END IF;
  IF NOT (CASE OLD.state
      WHEN 'registered' THEN NEW.state IN ('scored', 'withdrawn')
      WHEN 'scored' THEN NEW.state IN ('scored', 'proposed', 'withdrawn')
      WHEN 'proposed' THEN NEW.state IN ('recognized', 'refused', 'withdrawn')
      WHEN 'recognized' THEN NEW.state = 'revoked'
      WHEN 'withdrawn' THEN NEW.state = 'registered'
      ELSE NEW.state = 'scored' END) THEN
    RAISE EXCEPTION 'safety: % does not follow %', NEW.state, OLD.state USING ERRCODE = 'check_violation', CONSTRAINT = 'safety_state';
  END IF;
  -- The commune is recognised by the level above, never by itself.
  IF NEW.kind = 'commune' AND (NEW.state IN ('recognized', 'refused', 'revoked')) AND NOT app_reaches_all() THEN
    RAISE EXCEPTION 'safety: a commune is decided on by the city' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER safety_record_state BEFORE INSERT OR UPDATE ON safety_record
  FOR EACH ROW EXECUTE FUNCTION app_check_safety_record();

-- The way a record took stands step by step, whoever writes.
CREATE TABLE safety_step (
  id bigserial PRIMARY KEY,
  record_id uuid NOT NULL REFERENCES safety_record,
  unit_id int NOT NULL REFERENCES unit,
  state safety_state NOT NULL,
  happened_on date NOT NULL,
  detail jsonb NOT NULL,
  written_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX safety_step_record_id_idx ON safety_step (record_id);
CREATE FUNCTION app_keep_safety_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- A record that comes with its past, as the demonstration's do, tells it from the beginning.
  INSERT INTO safety_step (record_id, unit_id, state, happened_on, detail, written_by_id, created_at)
  SELECT NEW.id, NEW.unit_id, s.state, s.day, jsonb_strip_nulls(s.detail), NEW.written_by_id, NEW.updated_at
    FROM (VALUES
      (1, 'registered'::safety_state, NEW.registered_on, '{}'::jsonb),
      (2, 'scored', NEW.scored_on, jsonb_build_object('score', NEW.score, 'selfMet', NEW.self_met)),
      (3, 'proposed', NEW.proposed_on, '{}'),
      (4, 'recognized', NEW.decided_on, jsonb_build_object('decisionNumber', NEW.decision_number, 'decidedBy', NEW.decided_by)),
      (5, 'refused', NEW.decided_on, jsonb_build_object('decisionNumber', NEW.decision_number, 'decidedBy', NEW.decided_by, 'reason', NEW.reason)),
      (6, 'revoked', NEW.revoked_on, jsonb_build_object('reason', NEW.reason)),
      (7, 'withdrawn', app_today(), jsonb_build_object('reason', NEW.reason))) AS s (place, state, day, detail)
   WHERE s.state = NEW.state
      OR (TG_OP = 'INSERT' AND s.day IS NOT NULL AND s.state < NEW.state AND (s.state <> 'recognized' OR NEW.state = 'revoked') AND s.state <> 'refused')
   ORDER BY s.place;
  RETURN NULL;
END $$;
CREATE TRIGGER safety_record_step AFTER INSERT OR UPDATE ON safety_record
  FOR EACH ROW EXECUTE FUNCTION app_keep_safety_step();

-- ── What the law asks, by day ──
CREATE TABLE safety_threshold (
  id uuid PRIMARY KEY,
  key safety_threshold_key NOT NULL,
  valid_from date NOT NULL,
  value int NOT NULL CHECK (value >= 0 AND (key NOT IN ('registered_percent', 'recognized_percent') OR value <= 100)),
  citation text NOT NULL,
  entered_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  withdrawn_at timestamptz(3),
  withdrawn_reason text,
  CONSTRAINT threshold_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE UNIQUE INDEX threshold_one_day ON safety_threshold (key, valid_from) WHERE withdrawn_at IS NULL;
INSERT INTO safety_threshold (id, key, valid_from, value, citation) VALUES
  ('5afe0124-2021-4000-8000-000000000001', 'effective_models', '2022-02-10', 1, 'Thông tư 124/2021/TT-BCA, Điều 5 (sửa đổi, bổ sung bởi Thông tư 48/2025/TT-BCA)'),
  ('5afe0124-2021-4000-8000-000000000002', 'registered_percent', '2022-02-10', 100, 'Thông tư 124/2021/TT-BCA, Điều 5 (sửa đổi, bổ sung bởi Thông tư 48/2025/TT-BCA)'),
  ('5afe0124-2021-4000-8000-000000000003', 'recognized_percent', '2022-02-10', 70, 'Thông tư 124/2021/TT-BCA, Điều 5 (sửa đổi, bổ sung bởi Thông tư 48/2025/TT-BCA)'),
  ('5afe0124-2021-4000-8000-000000000004', 'disciplined_most', '2022-02-10', 0, 'Thông tư 124/2021/TT-BCA, Điều 5 (sửa đổi, bổ sung bởi Thông tư 48/2025/TT-BCA)');

CREATE TABLE safety_discipline (
  unit_id int NOT NULL REFERENCES unit,
  year smallint NOT NULL CHECK (year BETWEEN 2022 AND 2100),
  disciplined boolean NOT NULL,
  source text NOT NULL,
  written_by_id uuid,
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (unit_id, year)
);

-- ── Who reaches what ──
DO $$
DECLARE
  name text;
  seen text := '((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[]))';
  writes text := $w$(SELECT app_role()) NOT IN ('', 'leader')$w$;
BEGIN
  FOREACH name IN ARRAY ARRAY['safety_subject', 'safety_record', 'safety_step', 'safety_discipline'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY reach_read ON %I FOR SELECT USING %s', name, seen);
    EXECUTE format('CREATE POLICY reach_insert ON %I FOR INSERT WITH CHECK (%s AND %s)', name, seen, writes);
    EXECUTE format('CREATE POLICY reach_update ON %I FOR UPDATE USING %s WITH CHECK (%2$s AND %3$s)', name, seen, writes);
  END LOOP;
END $$;
-- Whether somebody was disciplined is for the city to say.
DROP POLICY reach_insert ON safety_discipline;
DROP POLICY reach_update ON safety_discipline;
CREATE POLICY city_insert ON safety_discipline FOR INSERT WITH CHECK ((SELECT app_reaches_all()) AND (SELECT app_role()) IN ('city_officer', 'system'));
CREATE POLICY city_update ON safety_discipline FOR UPDATE USING ((SELECT app_reaches_all()) AND (SELECT app_role()) IN ('city_officer', 'system'));
ALTER TABLE safety_threshold ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_read ON safety_threshold FOR SELECT USING (true);
CREATE POLICY city_insert ON safety_threshold FOR INSERT WITH CHECK ((SELECT app_role()) IN ('city_officer', 'system'));
CREATE POLICY city_update ON safety_threshold FOR UPDATE USING ((SELECT app_role()) IN ('city_officer', 'system'));
-- An area that a division moved brings its years along to the unit it came to, which counts them: it reads them with
-- their steps and writes on. Whoever registered them may still mend them.
CREATE FUNCTION app_writes_record(of_unit int, of_area uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT app_reaches_all() OR of_unit = ANY (app_reach()) OR coalesce(app_area_unit(of_area, app_today()) = ANY (app_reach()), false)
$$;
DROP POLICY reach_update ON safety_record;
CREATE POLICY reach_update ON safety_record FOR UPDATE
  USING ((SELECT app_role()) NOT IN ('', 'leader') AND ((SELECT app_reaches_all()) OR app_writes_record(unit_id, area_id)))
  WITH CHECK ((SELECT app_role()) NOT IN ('', 'leader') AND ((SELECT app_reaches_all()) OR app_writes_record(unit_id, area_id)));
DROP POLICY reach_read ON safety_step;
DROP POLICY reach_insert ON safety_step;
CREATE POLICY reach_read ON safety_step FOR SELECT
  USING ((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[])
    OR EXISTS (SELECT FROM safety_record r WHERE r.id = record_id AND r.area_id IS NOT NULL));
CREATE POLICY reach_insert ON safety_step FOR INSERT
  WITH CHECK ((SELECT app_role()) NOT IN ('', 'leader') AND ((SELECT app_reaches_all())
    OR EXISTS (SELECT FROM safety_record r WHERE r.id = record_id AND app_writes_record(r.unit_id, r.area_id))));
DROP POLICY reach_read ON safety_record;
CREATE POLICY reach_read ON safety_record FOR SELECT
  USING ((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[])
    OR EXISTS (SELECT FROM residential_area_move m WHERE m.area_id = safety_record.area_id AND m.unit_id = ANY ((SELECT app_reach())::int[])));

GRANT SELECT ON safety_subject, safety_record, safety_step, safety_threshold, safety_discipline TO portal_app;
GRANT INSERT ON safety_record, safety_step, safety_threshold, safety_discipline, safety_subject TO portal_app;
GRANT UPDATE (name, valid_to, end_reason, search_key, updated_at, version) ON safety_subject TO portal_app;
GRANT UPDATE ON safety_record, safety_discipline TO portal_app;
GRANT UPDATE (withdrawn_at, withdrawn_reason) ON safety_threshold TO portal_app;
GRANT USAGE ON SEQUENCE safety_step_id_seq TO portal_app;
INSERT INTO data_version (domain) VALUES ('safety-standard');
