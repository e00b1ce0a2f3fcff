-- A unit that a change renamed, gave another type, or gave or took a part of goes on: it is a new row, and the same unit
-- to whoever granted it a standard or wrote down its posts. A merger and the reorganisation of 01/07/2025, which is no
-- change entered here, begin other units: those earn their own (T2).
CREATE VIEW unit_goes_on AS
  SELECT s.predecessor_id, s.successor_id FROM unit_succession s
   WHERE s.change_id IS NOT NULL
     AND (s.kind = 'unchanged' OR (s.kind = 'remainder' AND NOT EXISTS (
           SELECT FROM unit_succession o WHERE o.successor_id = s.successor_id AND o.kind IN ('unchanged', 'whole'))));
GRANT SELECT ON unit_goes_on TO portal_app;
-- Every unit with its earlier selves, itself too.
CREATE FUNCTION app_selves() RETURNS TABLE (unit_id int, self_id int)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk (unit_id, self_id) AS (
    SELECT id, id FROM unit
    UNION ALL
    SELECT w.unit_id, g.predecessor_id FROM walk w JOIN unit_goes_on g ON g.successor_id = w.self_id
  )
  SELECT walk.unit_id, walk.self_id FROM walk
$$;
-- One unit with its earlier selves, itself first.
CREATE FUNCTION app_self(of_unit int) RETURNS int[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk (self_id, depth) AS (
    SELECT of_unit, 0
    UNION ALL
    SELECT g.predecessor_id, w.depth + 1 FROM walk w JOIN unit_goes_on g ON g.successor_id = w.self_id
  )
  SELECT array_agg(self_id ORDER BY depth) FROM walk
$$;
-- A unit with all its selves, the earlier and the later ones.
CREATE FUNCTION app_all_selves(of_unit int) RETURNS int[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH chain AS MATERIALIZED (SELECT unit_id, self_id FROM app_selves())
  SELECT array_agg(DISTINCT c.self_id) FROM chain c WHERE c.unit_id IN (SELECT unit_id FROM chain WHERE self_id = of_unit)
$$;

-- T1: a step stands on the step below, valid no later and in force. Without a day of its own it counts from its decision.
-- The step below may be an earlier self's, and a later self's higher step stands on this one.
CREATE OR REPLACE FUNCTION app_check_rural_step() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
DECLARE selves int[];
BEGIN
  NEW.valid_from := coalesce(NEW.valid_from, NEW.decision_date);
  IF (SELECT type FROM unit WHERE id = NEW.unit_id) <> 'commune' THEN
    RAISE EXCEPTION 'only a commune climbs the ladder' USING ERRCODE = 'check_violation', CONSTRAINT = 'rural_commune';
  END IF;
  selves := app_all_selves(NEW.unit_id);
  IF NEW.revoked_on IS NULL AND NEW.level <> 'standard' AND NOT EXISTS (
    SELECT FROM rural_recognition r WHERE r.unit_id = ANY (selves) AND r.revoked_on IS NULL AND r.valid_from <= NEW.valid_from
      AND r.level = (CASE NEW.level WHEN 'exemplary' THEN 'advanced' ELSE 'standard' END)::rural_level
  ) THEN
    RAISE EXCEPTION 'the step below is missing' USING ERRCODE = 'check_violation', CONSTRAINT = 'rural_ladder';
  END IF;
  IF NEW.revoked_on IS NOT NULL AND EXISTS (
    SELECT FROM rural_recognition r WHERE r.unit_id = ANY (selves) AND r.revoked_on IS NULL AND r.level > NEW.level
  ) AND NOT EXISTS (
    SELECT FROM rural_recognition r WHERE r.unit_id = ANY (selves) AND r.revoked_on IS NULL AND r.level = NEW.level AND r.id <> NEW.id
  ) THEN
    RAISE EXCEPTION 'a higher step still stands on this one' USING ERRCODE = 'check_violation', CONSTRAINT = 'rural_middle';
  END IF;
  RETURN NEW;
END $$;
