-- Undoing a change of units: what hangs on the units it began is told, and nothing of it is let go unseen.
SELECT app_widen();

-- A unit that is taken back never takes the place of a record with it: it stays as long as one names it.
ALTER TABLE award DROP CONSTRAINT award_unit_id_fkey,
  ADD CONSTRAINT award_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE app_user DROP CONSTRAINT app_user_unit_id_fkey,
  ADD CONSTRAINT app_user_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was carried out is not rewritten, and an undoing is not undone.
CREATE FUNCTION app_keep_unit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL THEN
    RAISE EXCEPTION 'an undone change stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_kept BEFORE UPDATE ON unit_change FOR EACH ROW EXECUTE FUNCTION app_keep_unit_change();

-- ── A unit does not change beneath what is written about it ──
-- Whoever writes holds the unit until their transaction ends: a change of it waits for them and counts what they wrote,
-- and they wait for a change that is under way and meet the unit's new days. With 'last' only its last day is asked.
CREATE OR REPLACE FUNCTION app_check_unit_day() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public AS $$
DECLARE day date;
BEGIN
  day := (to_jsonb(NEW) ->> TG_ARGV[0])::date;
  IF day IS NULL OR NEW.unit_id IS NULL THEN RETURN NEW; END IF;
  PERFORM FROM unit WHERE id = NEW.unit_id
    AND (valid_from IS NULL OR valid_from <= day OR TG_NARGS > 1) AND (valid_to IS NULL OR valid_to >= day) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'unit % did not exist on %', NEW.unit_id, day USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_day';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION app_check_co_units() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM FROM unit WHERE id = ANY (NEW.co_unit_ids) ORDER BY id FOR SHARE;
  IF EXISTS (
    SELECT FROM unnest(NEW.co_unit_ids) AS co (id) LEFT JOIN unit u ON u.id = co.id
      AND (u.valid_from IS NULL OR u.valid_from <= NEW.held_on) AND (u.valid_to IS NULL OR u.valid_to >= NEW.held_on)
     WHERE u.id IS NULL
  ) THEN
    RAISE EXCEPTION 'a co-organiser did not exist on %', NEW.held_on USING ERRCODE = 'check_violation', CONSTRAINT = 'co_unit_day';
  END IF;
  RETURN NEW;
END $$;
-- What is known of a unit may be older than the unit.
CREATE TRIGGER fact_unit_day BEFORE INSERT OR UPDATE OF unit_id, as_of ON unit_fact
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('as_of', 'last');
CREATE TRIGGER post_unit_day BEFORE INSERT OR UPDATE OF unit_id, since ON unit_post
  FOR EACH ROW EXECUTE FUNCTION app_check_unit_day('since', 'last');
