-- A unit that a change renamed, gave another type, or gave or took a part of goes on: it is a new row, and the same unit
-- to whoever granted it a standard or wrote down its posts. A merger and the reorganisation of 01/07/2025, which is no
-- change entered here, begin other units: those earn their own (T2).
CREATE FUNCTION app_selves() RETURNS TABLE (unit_id int, self_id int)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE goes_on AS (
    SELECT s.predecessor_id, s.successor_id FROM unit_succession s
     WHERE s.change_id IS NOT NULL
       AND (s.kind = 'unchanged' OR (s.kind = 'remainder' AND NOT EXISTS (
             SELECT FROM unit_succession o WHERE o.successor_id = s.successor_id AND o.kind IN ('unchanged', 'whole'))))
  ), walk (unit_id, self_id) AS (
    SELECT id, id FROM unit
    UNION ALL
    SELECT w.unit_id, g.predecessor_id FROM walk w JOIN goes_on g ON g.successor_id = w.self_id
  )
  SELECT walk.unit_id, walk.self_id FROM walk
$$;
-- A unit with its earlier selves, itself first.
CREATE FUNCTION app_self(of_unit int) RETURNS int[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk (self_id, depth) AS (
    SELECT of_unit, 0
    UNION ALL
    SELECT s.predecessor_id, w.depth + 1 FROM walk w JOIN unit_succession s ON s.successor_id = w.self_id
     WHERE s.change_id IS NOT NULL
       AND (s.kind = 'unchanged' OR (s.kind = 'remainder' AND NOT EXISTS (
             SELECT FROM unit_succession o WHERE o.successor_id = s.successor_id AND o.kind IN ('unchanged', 'whole'))))
  )
  SELECT array_agg(self_id ORDER BY depth) FROM walk
$$;
