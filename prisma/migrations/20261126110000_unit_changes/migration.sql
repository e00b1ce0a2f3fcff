-- Undoing a change of units: what hangs on the units it began is told, and nothing of it is let go unseen.
SELECT app_widen();

-- A unit that is taken back never takes the place of a record with it: it stays as long as one names it.
ALTER TABLE award DROP CONSTRAINT award_unit_id_fkey,
  ADD CONSTRAINT award_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE app_user DROP CONSTRAINT app_user_unit_id_fkey,
  ADD CONSTRAINT app_user_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- Records that name one of these units, by table, wherever a foreign key or a list of units points at one; its own
-- lineage aside. New tables are found by themselves.
CREATE FUNCTION app_unit_dependents(units int[]) RETURNS TABLE (source text, unit_id int, records int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  before text[];
  place record;
BEGIN
  IF app_role() NOT IN ('administrator', 'system') THEN RETURN; END IF;
  before := app_widen();
  FOR place IN
    SELECT c.conrelid::regclass::text AS name, a.attname AS field, false AS list FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'unit'::regclass AND c.conrelid <> 'unit_succession'::regclass
    UNION ALL
    SELECT t.oid::regclass::text, a.attname, true FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
     WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND a.attname = 'co_unit_ids' AND NOT a.attisdropped
  LOOP
    RETURN QUERY EXECUTE format(
      CASE WHEN place.list THEN 'SELECT %2$L, u.id, count(*)::int FROM unnest($1) AS u (id) JOIN %1$s r ON u.id = ANY (r.%3$I) WHERE r.%3$I && $1 GROUP BY u.id'
        ELSE 'SELECT %2$L, r.%3$I, count(*)::int FROM %1$s r WHERE r.%3$I = ANY ($1) GROUP BY 2' END,
      place.name, place.name, place.field) USING units;
  END LOOP;
  PERFORM app_narrow(before);
END $$;
REVOKE EXECUTE ON FUNCTION app_unit_dependents(int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_unit_dependents(int[]) TO portal_app;

-- What was carried out is not rewritten, and an undoing is not undone.
CREATE FUNCTION app_keep_unit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL THEN
    RAISE EXCEPTION 'an undone change stays as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'change_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_kept BEFORE UPDATE ON unit_change FOR EACH ROW EXECUTE FUNCTION app_keep_unit_change();
