-- A point that waits is approved or declined in a unit of that day: its own, or the one that carried it on by then. Its
-- beginning is held to this already (point_unit_day). Steps that stand are not asked again.
CREATE FUNCTION app_check_step_unit() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM unit WHERE id = NEW.unit_id AND valid_from > NEW.happened_on)
    OR NOT EXISTS (SELECT FROM app_units_on(NEW.happened_on) o JOIN unit u ON u.id = o.current_id
      WHERE o.unit_id = NEW.unit_id AND (u.valid_to IS NULL OR u.valid_to >= NEW.happened_on)) THEN
    RAISE EXCEPTION 'unit % has no step of its time on %', NEW.unit_id, NEW.happened_on
      USING ERRCODE = 'check_violation', CONSTRAINT = 'step_unit_day';
  END IF;
  RETURN NEW;
END $$;
-- After step_check, which tells the step its unit.
CREATE TRIGGER step_unit_day BEFORE INSERT ON point_step FOR EACH ROW WHEN (NEW.kind IN ('approve', 'decline'))
  EXECUTE FUNCTION app_check_step_unit();
