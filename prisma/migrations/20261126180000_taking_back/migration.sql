-- Undoing a change of units. What was deleted, withdrawn, cancelled or has ended is counted nowhere, and nobody can take it
-- away: it goes back to the unit before, together with the change. It is the one exception to "rows are never rewritten".
-- Whatever still counts stands in the way, and is told.

-- Where the rows of a unit that a change began go when it is taken back: to the unit it was; of a merger, to the largest.
CREATE FUNCTION app_goes_back(begun int[]) RETURNS TABLE (unit_id int, to_id int, kind succession_kind)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT ON (b.id) b.id, s.predecessor_id, s.kind
    FROM unnest(begun) AS b (id) LEFT JOIN unit_succession s ON s.successor_id = b.id LEFT JOIN unit p ON p.id = s.predecessor_id
   ORDER BY b.id, array_position(ARRAY['unchanged', 'remainder', 'whole', 'part']::succession_kind[], s.kind), p.area_km2 DESC NULLS LAST, p.id
$$;

-- Which rows r of a table stand in nobody's way; g is where they go back to. Null: all of them do.
CREATE FUNCTION app_counts_nowhere(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE source
    WHEN 'outreach_session' THEN 'g.to_id IS NOT NULL AND r.deleted_at IS NOT NULL'
    WHEN 'session_plan' THEN 'g.to_id IS NOT NULL AND r.cancelled_at IS NOT NULL'
    WHEN 'session_template' THEN 'g.to_id IS NOT NULL AND r.removed_at IS NOT NULL'
    WHEN 'attached_file' THEN 'g.to_id IS NOT NULL AND (r.removed_at IS NOT NULL
      OR EXISTS (SELECT FROM outreach_session s WHERE s.id = r.session_id AND s.deleted_at IS NOT NULL))'
    WHEN 'nil_declaration' THEN 'g.to_id IS NOT NULL AND r.withdrawn_at IS NOT NULL'
    WHEN 'unit_fact' THEN 'g.to_id IS NOT NULL AND r.withdrawn_at IS NOT NULL'
    -- Criteria are those of a kind of unit.
    WHEN 'criterion_finding' THEN 'g.to_id IS NOT NULL AND r.withdrawn_at IS NOT NULL
      AND ((SELECT type FROM unit WHERE id = g.to_id) = ''commune'') = ((SELECT type FROM unit WHERE id = r.unit_id) = ''commune'')'
    -- A year of a commune is entered once.
    WHEN 'safety_record' THEN 'g.to_id IS NOT NULL AND r.state = ''withdrawn'' AND (r.kind <> ''commune'' OR (g.kind <> ''part''
      AND NOT EXISTS (SELECT FROM safety_record o WHERE o.kind = ''commune'' AND o.year = r.year AND o.unit_id = g.to_id)))'
    WHEN 'safety_step' THEN 'g.to_id IS NOT NULL AND EXISTS (SELECT FROM safety_record s WHERE s.id = r.record_id AND s.state = ''withdrawn'')'
    -- Who held a post of a unit held it of the unit it was; a part that left was none.
    WHEN 'unit_post' THEN 'g.to_id IS NOT NULL AND g.kind <> ''part'' AND r.until < app_today()'
    -- From here on nothing is left to go back: these rows go.
    WHEN 'unit_profile' THEN 'r.ethnic_groups = ''{}'' AND coalesce(r.introduction, '''') = '''''
    WHEN 'unit_boundary' THEN 'EXISTS (SELECT FROM boundary_set b WHERE b.id = r.set_id AND b.retired_at IS NOT NULL)'
    -- The division itself took the area along; what merged since stands where it merged.
    WHEN 'residential_area_move' THEN 'NOT EXISTS (SELECT FROM residential_area a
      WHERE (a.id = r.area_id AND a.merged_into_id IS NOT NULL) OR a.merged_into_id = r.area_id)'
  END
$$;

-- Every place a unit is named in, its own lineage aside: a foreign key or a list. New tables are found by themselves.
CREATE FUNCTION app_unit_places() RETURNS TABLE (name text, field text, list boolean)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT c.conrelid::regclass::text, a.attname::text, false FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
   WHERE c.contype = 'f' AND c.confrelid = 'unit'::regclass AND c.conrelid <> 'unit_succession'::regclass
  UNION ALL
  SELECT t.oid::regclass::text, a.attname::text, true FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
   WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND a.attname = 'co_unit_ids' AND NOT a.attisdropped
$$;

-- Records that name one of these units and keep the change that began it from being undone, by table.
CREATE FUNCTION app_unit_dependents(units int[]) RETURNS TABLE (source text, unit_id int, records int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  before text[];
  place record;
BEGIN
  IF app_role() NOT IN ('administrator', 'system') THEN RETURN; END IF;
  before := app_widen();
  FOR place IN SELECT * FROM app_unit_places() LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L, g.unit_id, count(*)::int FROM app_goes_back($1) g JOIN %I r ON %s WHERE (%s) IS NOT TRUE GROUP BY 2',
      place.name, place.name,
      format(CASE WHEN place.list THEN 'r.%1$I && $1 AND g.unit_id = ANY (r.%1$I)' ELSE 'r.%I = g.unit_id' END, place.field),
      coalesce(app_counts_nowhere(place.name), 'false')) USING units;
  END LOOP;
  PERFORM app_narrow(before);
END $$;

-- Takes a change back as if it had not been: what it began goes, what it ended goes on. Refused while records hang on it.
CREATE FUNCTION app_take_back(of_change uuid) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  before text[];
  begun int[];
  target int[];
  place record;
BEGIN
  IF app_role() NOT IN ('administrator', 'system') THEN
    RAISE EXCEPTION 'a change is taken back by an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  before := app_widen();
  PERFORM set_config('app.taking_back', 'on', true);
  PERFORM FROM unit WHERE begun_by_id = of_change ORDER BY id FOR UPDATE;
  SELECT coalesce(array_agg(g.unit_id ORDER BY g.unit_id), '{}'), coalesce(array_agg(g.to_id ORDER BY g.unit_id), '{}') INTO begun, target
    FROM app_goes_back(ARRAY(SELECT id FROM unit WHERE begun_by_id = of_change)) g;
  IF EXISTS (SELECT FROM app_unit_dependents(begun)) THEN
    RAISE EXCEPTION 'update or delete on table "unit" violates foreign key: records hang on it' USING ERRCODE = 'foreign_key_violation';
  END IF;
  DELETE FROM residential_area_move WHERE unit_id = ANY (begun);
  DELETE FROM unit_boundary WHERE unit_id = ANY (begun);
  DELETE FROM unit_profile WHERE unit_id = ANY (begun);
  DELETE FROM unit_succession WHERE change_id = of_change;
  -- The codes are free before the units that had them go on: what goes back finds its unit there on its day.
  UPDATE unit SET code = code || '-' || id WHERE id = ANY (begun);
  UPDATE unit SET valid_to = NULL, ended_by_id = NULL WHERE ended_by_id = of_change;
  -- Host and partners at once: two of them may come back as one.
  UPDATE outreach_session r SET unit_id = n.host,
         co_unit_ids = ARRAY(SELECT DISTINCT coalesce(c.to_id, p.id) FROM unnest(r.co_unit_ids) AS p (id)
           LEFT JOIN unnest(begun, target) AS c (id, to_id) ON c.id = p.id WHERE coalesce(c.to_id, p.id) <> n.host ORDER BY 1)
    FROM (SELECT s.id, coalesce(g.to_id, s.unit_id) AS host FROM outreach_session s LEFT JOIN unnest(begun, target) AS g (id, to_id) ON g.id = s.unit_id
           WHERE s.unit_id = ANY (begun) OR s.co_unit_ids && begun) n
   WHERE r.id = n.id;
  FOR place IN SELECT * FROM app_unit_places() WHERE NOT list AND name <> 'outreach_session' LOOP
    EXECUTE format('UPDATE %I r SET %I = g.to_id FROM unnest($1, $2) AS g (id, to_id) WHERE r.%2$I = g.id AND g.to_id IS NOT NULL', place.name, place.field)
      USING begun, target;
  END LOOP;
  DELETE FROM unit WHERE id = ANY (begun);
  PERFORM set_config('app.taking_back', '', true), app_narrow(before);
END $$;
REVOKE EXECUTE ON FUNCTION app_unit_dependents(int[]), app_take_back(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_unit_dependents(int[]), app_take_back(uuid) TO portal_app;

-- A withdrawn year of the safety standard goes back as it is: it takes no step by that.
DROP TRIGGER safety_record_state ON safety_record;
CREATE TRIGGER safety_record_state BEFORE INSERT OR UPDATE ON safety_record
  FOR EACH ROW WHEN (coalesce(current_setting('app.taking_back', true), '') = '') EXECUTE FUNCTION app_check_safety_record();
DROP TRIGGER safety_record_step ON safety_record;
CREATE TRIGGER safety_record_step AFTER INSERT OR UPDATE ON safety_record
  FOR EACH ROW WHEN (coalesce(current_setting('app.taking_back', true), '') = '') EXECUTE FUNCTION app_keep_safety_step();
