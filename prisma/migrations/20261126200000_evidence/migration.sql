-- Evidence is a file one can open: of findings recorded together by one document, and of the sheet of a point.

ALTER TABLE attached_file
  -- Those of criterion_finding that were recorded together; no table of its own, see app_check_evidence.
  ADD COLUMN finding_entry_id uuid,
  ADD COLUMN evaluation_id uuid REFERENCES point_evaluation ON DELETE CASCADE,
  DROP CONSTRAINT file_subject,
  ADD CONSTRAINT file_subject CHECK (num_nonnulls(session_id, point_id, finding_entry_id, evaluation_id) = 1);
CREATE INDEX attached_file_finding_entry_id_idx ON attached_file (finding_entry_id);
CREATE INDEX attached_file_evaluation_id_idx ON attached_file (evaluation_id);
CREATE INDEX criterion_finding_entry_id_idx ON criterion_finding (entry_id);

-- A file is evidence of a finding of its own unit. Findings are never deleted, so nothing is left hanging.
CREATE FUNCTION app_check_evidence() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM criterion_finding f WHERE f.entry_id = NEW.finding_entry_id AND f.unit_id = NEW.unit_id) THEN
    RAISE EXCEPTION 'there is no such finding of the unit' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'file_finding';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER file_finding BEFORE INSERT ON attached_file
  FOR EACH ROW WHEN (NEW.finding_entry_id IS NOT NULL) EXECUTE FUNCTION app_check_evidence();

-- Whoever sees the record sees its files.
DROP POLICY reach_read ON attached_file;
CREATE POLICY reach_read ON attached_file FOR SELECT
  USING (CASE WHEN session_id IS NOT NULL THEN EXISTS (SELECT FROM outreach_session s WHERE s.id = session_id)
    WHEN point_id IS NOT NULL THEN EXISTS (SELECT FROM model_point p WHERE p.id = point_id)
    WHEN evaluation_id IS NOT NULL THEN EXISTS (SELECT FROM point_evaluation e WHERE e.id = evaluation_id)
    ELSE EXISTS (SELECT FROM criterion_finding f WHERE f.entry_id = finding_entry_id) END);

-- A point takes everything of it along, the files of its sheets too.
CREATE OR REPLACE FUNCTION app_move_point() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  UPDATE point_step SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE point_size SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE point_rating SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE recognition SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE point_evaluation SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE indicator_reading SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE attached_file SET unit_id = NEW.unit_id
   WHERE point_id = NEW.id OR evaluation_id IN (SELECT id FROM point_evaluation WHERE point_id = NEW.id);
  PERFORM app_narrow(before);
  RETURN NULL;
END $$;

-- Evidence of findings that were all withdrawn goes back with them when a change of units is undone.
CREATE OR REPLACE FUNCTION app_counts_nowhere(source text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE source
    WHEN 'outreach_session' THEN 'g.to_id IS NOT NULL AND r.deleted_at IS NOT NULL'
    WHEN 'session_plan' THEN 'g.to_id IS NOT NULL AND r.cancelled_at IS NOT NULL'
    WHEN 'session_template' THEN 'g.to_id IS NOT NULL AND r.removed_at IS NOT NULL'
    WHEN 'attached_file' THEN 'g.to_id IS NOT NULL AND (r.removed_at IS NOT NULL
      OR EXISTS (SELECT FROM outreach_session s WHERE s.id = r.session_id AND s.deleted_at IS NOT NULL)
      OR (r.finding_entry_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM criterion_finding f WHERE f.entry_id = r.finding_entry_id AND f.withdrawn_at IS NULL)
        AND ((SELECT type FROM unit WHERE id = g.to_id) = ''commune'') = ((SELECT type FROM unit WHERE id = r.unit_id) = ''commune'')))'
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

-- ── What was typed into a form with files that came back, for its sender only ──
CREATE TABLE kept_form (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user,
  state jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX kept_form_user_id_idx ON kept_form (user_id, created_at);
ALTER TABLE kept_form ENABLE ROW LEVEL SECURITY; ALTER TABLE kept_form FORCE ROW LEVEL SECURITY;
CREATE POLICY expired ON kept_form
  USING ((SELECT app_role()) = 'system' AND created_at < now() - interval '1 hour');
CREATE POLICY own ON kept_form USING (user_id = (SELECT app_user_id())) WITH CHECK (user_id = (SELECT app_user_id()));
GRANT SELECT, INSERT, DELETE ON kept_form TO portal_app;
