-- The rural standard with its criteria: sets as data, findings, a day from which a step counts, targets; wards beside it.
SELECT app_widen();

-- ── A step counts from a day of its own, no earlier than its decision ──
ALTER TABLE rural_recognition ADD COLUMN valid_from date;
ALTER TABLE rural_recognition DISABLE TRIGGER rural_step;
UPDATE rural_recognition SET valid_from = decision_date;
ALTER TABLE rural_recognition ENABLE TRIGGER rural_step;
ALTER TABLE rural_recognition
  ALTER COLUMN valid_from SET NOT NULL,
  ADD CONSTRAINT rural_valid_from CHECK (valid_from >= decision_date);

-- T1 asks for the step below by the day it is valid, once units know their selves: see the migration of those.
CREATE TRIGGER rural_valid_day BEFORE INSERT OR UPDATE OF unit_id, valid_from ON rural_recognition
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('valid_from');

-- ── Sets of criteria and their criteria ──
CREATE TYPE criteria_programme AS ENUM ('rural', 'urban');
CREATE TABLE criteria_set (
  key text PRIMARY KEY,
  programme criteria_programme NOT NULL,
  -- Decisions from this day on are taken by it, up to the last one.
  valid_from date NOT NULL,
  valid_to date,
  citation text NOT NULL,
  -- Groups of communes whose demands differ, each with what makes it.
  commune_groups text[] NOT NULL DEFAULT '{}',
  -- What the set has beside the criteria entered here, and what of it is not entered.
  note text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT criteria_set_days CHECK (valid_to IS NULL OR valid_from <= valid_to),
  -- A day has one set of a programme.
  CONSTRAINT criteria_set_once EXCLUDE USING gist (programme WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
    DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE criterion (
  id uuid PRIMARY KEY,
  set_key text NOT NULL REFERENCES criteria_set,
  -- The step it is asked for; a set for wards has one only.
  level rural_level,
  code text NOT NULL,
  -- The code of the criterion it is part of.
  parent text,
  name text NOT NULL,
  commune_group text,
  position int NOT NULL,
  is_security boolean NOT NULL DEFAULT false,
  -- The first day it is no longer asked for.
  ended_on date,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX criterion_once ON criterion (set_key, level, code, commune_group) NULLS NOT DISTINCT WHERE ended_on IS NULL;

-- ── What was found of a unit by a criterion: a later finding takes its place, none is changed ──
CREATE TYPE finding_result AS ENUM ('met', 'not_met', 'not_applicable');
CREATE TABLE criterion_finding (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Those recorded together.
  entry_id uuid NOT NULL,
  unit_id int NOT NULL REFERENCES unit,
  criterion_id uuid NOT NULL REFERENCES criterion,
  result finding_result NOT NULL,
  judged_on date NOT NULL,
  document_number text,
  document_date date,
  note text,
  recorded_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  confirmed_by_id uuid,
  confirmed_at timestamptz(3),
  withdrawn_at timestamptz(3),
  withdrawn_reason text,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT finding_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
  CONSTRAINT finding_document CHECK (document_date IS NULL OR document_number IS NOT NULL)
);
CREATE INDEX criterion_finding_unit_id_idx ON criterion_finding (unit_id, criterion_id, judged_on DESC, created_at DESC);
CREATE INDEX criterion_finding_criterion_id_idx ON criterion_finding (criterion_id);

CREATE FUNCTION app_check_finding() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE asked record; kind unit_type;
BEGIN
  SELECT s.programme, s.valid_from, s.valid_to, c.ended_on, c.set_key, c.level, c.code INTO asked
    FROM criterion c JOIN criteria_set s ON s.key = c.set_key WHERE c.id = NEW.criterion_id;
  SELECT type INTO kind FROM unit WHERE id = NEW.unit_id;
  IF (asked.programme = 'rural') <> (kind = 'commune') THEN
    RAISE EXCEPTION 'these criteria are not for a unit of this kind' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_kind';
  END IF;
  IF NEW.judged_on < asked.valid_from OR NEW.judged_on > coalesce(asked.valid_to, 'infinity') OR NEW.judged_on >= coalesce(asked.ended_on, 'infinity') THEN
    RAISE EXCEPTION 'the criterion was not in force on %', NEW.judged_on USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_set_day';
  END IF;
  IF EXISTS (SELECT FROM criterion p WHERE p.set_key = asked.set_key AND p.level IS NOT DISTINCT FROM asked.level AND p.parent = asked.code AND p.ended_on IS NULL) THEN
    RAISE EXCEPTION 'a criterion of several parts is judged by its parts' USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_parts';
  END IF;
  IF NEW.confirmed_at IS NOT NULL AND app_role() IN ('ward_officer', 'ward_chief') AND (TG_OP = 'INSERT' OR OLD.confirmed_at IS NULL) THEN
    RAISE EXCEPTION 'a finding is confirmed by the city' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_check BEFORE INSERT OR UPDATE ON criterion_finding FOR EACH ROW EXECUTE FUNCTION app_check_finding();
CREATE TRIGGER finding_unit_day BEFORE INSERT ON criterion_finding FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('judged_on');

-- Once a set has findings its criteria stand, so that all units are judged alike.
CREATE FUNCTION app_keep_criteria() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := ARRAY[coalesce(current_setting('app.reach', true), ''), coalesce(current_setting('app.role', true), '')]; used boolean;
BEGIN
  PERFORM app_widen();
  SELECT EXISTS (SELECT FROM criterion_finding f JOIN criterion c ON c.id = f.criterion_id WHERE c.set_key = NEW.set_key) INTO used;
  PERFORM app_narrow(before);
  IF used AND before[2] NOT IN ('', 'system') THEN
    RAISE EXCEPTION 'the set has findings' USING ERRCODE = 'check_violation', CONSTRAINT = 'criteria_in_use';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER criterion_kept BEFORE INSERT OR UPDATE ON criterion FOR EACH ROW EXECUTE FUNCTION app_keep_criteria();

-- ── What the city means to reach ──
CREATE TABLE rural_target (
  id uuid PRIMARY KEY,
  year int NOT NULL CHECK (year BETWEEN 2010 AND 2100),
  level rural_level NOT NULL,
  -- Which communes it counts (T2).
  base text NOT NULL CHECK (base IN ('former', 'current')),
  target int NOT NULL CHECK (target >= 0),
  document_number text NOT NULL,
  document_date date NOT NULL,
  recorded_by_id uuid,
  -- A later one of the same year, step and base takes its place.
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX rural_target_year_idx ON rural_target (base, year, level, created_at DESC);

-- ── Đô thị văn minh: a ward (or, up to 30/06/2025, a township), by QĐ 04/2022/QĐ-TTg ──
CREATE TABLE urban_recognition (
  id uuid PRIMARY KEY,
  unit_id int NOT NULL REFERENCES unit,
  criteria_set text NOT NULL,
  decision_number text NOT NULL,
  decision_date date NOT NULL,
  valid_from date NOT NULL,
  revoked_on date,
  revoked_reason text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT urban_valid_from CHECK (valid_from >= decision_date),
  CONSTRAINT urban_revoked CHECK ((revoked_on IS NULL) = (revoked_reason IS NULL) AND (revoked_on IS NULL OR revoked_on >= decision_date)),
  UNIQUE (unit_id, decision_date)
);
CREATE FUNCTION app_check_urban() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF (SELECT type FROM unit WHERE id = NEW.unit_id) = 'commune' THEN
    RAISE EXCEPTION 'a commune is no urban unit' USING ERRCODE = 'check_violation', CONSTRAINT = 'urban_ward';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER urban_check BEFORE INSERT OR UPDATE ON urban_recognition FOR EACH ROW EXECUTE FUNCTION app_check_urban();
CREATE TRIGGER urban_unit_day BEFORE INSERT OR UPDATE OF unit_id, decision_date ON urban_recognition
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('decision_date');
CREATE TRIGGER urban_valid_day BEFORE INSERT OR UPDATE OF unit_id, valid_from ON urban_recognition
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('valid_from');

-- ── Who sees and writes what ──
DO $$
DECLARE
  name text;
  seen text := '((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[]))';
  writes text := $w$(SELECT app_role()) NOT IN ('', 'leader')$w$;
BEGIN
  FOREACH name IN ARRAY ARRAY['criterion_finding', 'urban_recognition'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY reach_read ON %I FOR SELECT USING %s', name, seen);
    EXECUTE format('CREATE POLICY reach_insert ON %I FOR INSERT WITH CHECK (%s AND %s)', name, seen, writes);
    EXECUTE format('CREATE POLICY reach_update ON %I FOR UPDATE USING %s WITH CHECK (%2$s AND %3$s)', name, seen, writes);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['criteria_set', 'criterion', 'rural_target'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY;', name);
    EXECUTE format($p$CREATE POLICY everyone_read ON %I FOR SELECT USING ((SELECT app_role()) <> '')$p$, name);
    EXECUTE format('CREATE POLICY city_insert ON %I FOR INSERT WITH CHECK ((SELECT app_reaches_all()) AND %s)', name, writes);
    -- Whoever judges by a set may hold it, so that it does not change beneath what they write.
    EXECUTE format($p$CREATE POLICY city_update ON %I FOR UPDATE USING ((SELECT app_role()) <> '') WITH CHECK ((SELECT app_reaches_all()) AND %s)$p$, name, writes);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON criteria_set, criterion, criterion_finding, rural_target, urban_recognition TO portal_app;
GRANT UPDATE (valid_to, version) ON criteria_set TO portal_app;
GRANT UPDATE (name, is_security, ended_on, version) ON criterion TO portal_app;
GRANT UPDATE (confirmed_by_id, confirmed_at, withdrawn_at, withdrawn_reason, version) ON criterion_finding TO portal_app;
GRANT UPDATE (revoked_on, revoked_reason, version) ON urban_recognition TO portal_app;
