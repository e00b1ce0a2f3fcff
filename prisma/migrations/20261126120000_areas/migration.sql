-- What no entrance may let through of residential areas: their days, what they merge into, where a division puts them.
SELECT app_widen();

-- The unit an area belongs to by the boundaries of a day: where a division put it, else where it was recorded, carried on.
CREATE FUNCTION app_area_unit(of_area uuid, day date) RETURNS int
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT app_carrier(coalesce(
      (SELECT m.unit_id FROM residential_area_move m WHERE m.area_id = a.id AND m.moved_on <= day ORDER BY m.moved_on DESC LIMIT 1),
      a.unit_id), day)
    FROM residential_area a WHERE a.id = of_area
$$;

-- An area begins within its unit's days: without a day of its own, with the unit. It may outlive the unit: another carries it on.
-- A change of units that was entered late may have ended the unit before an area that was there already: its start stands,
-- and whatever else changes of it is not asked again.
CREATE FUNCTION app_check_area() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE of_unit unit;
BEGIN
  SELECT * INTO of_unit FROM unit WHERE id = NEW.unit_id FOR SHARE;
  NEW.valid_from := coalesce(NEW.valid_from, of_unit.valid_from);
  IF TG_OP = 'UPDATE' AND NEW.unit_id = OLD.unit_id AND NEW.valid_from IS NOT DISTINCT FROM OLD.valid_from THEN
    RETURN NEW;
  END IF;
  IF NEW.valid_from < of_unit.valid_from OR NEW.valid_from > of_unit.valid_to OR NEW.valid_to < of_unit.valid_from THEN
    RAISE EXCEPTION 'an area begins within the days of its unit (%)', NEW.unit_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'area_unit_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER area_check BEFORE INSERT OR UPDATE OF unit_id, valid_from, valid_to ON residential_area
  FOR EACH ROW EXECUTE FUNCTION app_check_area();

-- An area becomes part of one that is there the day after, in the same unit by that day's boundaries.
CREATE FUNCTION app_check_area_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  IF EXISTS (
    SELECT FROM residential_area a LEFT JOIN residential_area t ON t.id = a.merged_into_id
     WHERE (a.id = NEW.id OR a.merged_into_id = NEW.id) AND a.merged_into_id IS NOT NULL
       AND (t.id IS NULL OR t.valid_from > a.valid_to + 1 OR t.valid_to <= a.valid_to
         OR app_area_unit(a.id, a.valid_to + 1) IS DISTINCT FROM app_area_unit(t.id, a.valid_to + 1))) THEN
    RAISE EXCEPTION 'an area merges into one of its unit that is there the day after'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'area_merge_into';
  END IF;
  PERFORM app_narrow(before);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER area_merge_check AFTER INSERT OR UPDATE OF unit_id, valid_from, valid_to, merged_into_id ON residential_area
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_check_area_merge();

-- A division that took a part of the area's unit to another one may take the area along, on its day.
CREATE FUNCTION app_check_area_move() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE area residential_area;
BEGIN
  SELECT * INTO area FROM residential_area WHERE id = NEW.area_id;
  IF area.valid_from > NEW.moved_on OR area.valid_to < NEW.moved_on OR NOT EXISTS (
    SELECT FROM unit_succession s
     WHERE s.predecessor_id = app_area_unit(NEW.area_id, NEW.moved_on - 1) AND s.successor_id = NEW.unit_id
       AND s.effective_on = NEW.moved_on AND s.kind = 'part') THEN
    RAISE EXCEPTION 'no division took a part of this area''s unit there on %', NEW.moved_on
      USING ERRCODE = 'check_violation', CONSTRAINT = 'area_move_division';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER area_move_check BEFORE INSERT ON residential_area_move
  FOR EACH ROW EXECUTE FUNCTION app_check_area_move();
CREATE INDEX residential_area_merged_into_id_idx ON residential_area (merged_into_id);
CREATE INDEX residential_area_search_key_idx ON residential_area (search_key);
