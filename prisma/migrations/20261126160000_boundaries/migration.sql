-- Official boundaries of units, as an administrator uploaded them: sets of shapes, of which one at most is on the map.
CREATE TABLE boundary_set (
  id uuid PRIMARY KEY,
  -- Where the file comes from, as the administrator said.
  source text NOT NULL,
  sha256 bytea NOT NULL,
  bytes int NOT NULL CHECK (bytes > 0),
  -- What was found in the file: counts, codes that name no unit or several shapes, shapes that were not taken and why.
  report jsonb NOT NULL,
  uploaded_by_id uuid,
  uploaded_at timestamptz(3) NOT NULL DEFAULT now(),
  active boolean NOT NULL DEFAULT false,
  activated_by_id uuid,
  activated_at timestamptz(3),
  -- Taken off the map, or given up before it came there.
  retired_at timestamptz(3),
  retired_reason text,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT boundary_set_activated CHECK (NOT active OR activated_at IS NOT NULL),
  CONSTRAINT boundary_set_retired CHECK ((retired_at IS NULL) = (retired_reason IS NULL) AND NOT (active AND retired_at IS NOT NULL))
);
-- One set is on the map.
CREATE UNIQUE INDEX boundary_set_one_active ON boundary_set (active) WHERE active;
CREATE INDEX boundary_set_uploaded_at_idx ON boundary_set (uploaded_at DESC);

-- A unit's shape holds for that validity of the unit: what comes of a merger has none of its own.
CREATE TABLE unit_boundary (
  set_id uuid NOT NULL REFERENCES boundary_set ON DELETE CASCADE,
  unit_id int NOT NULL REFERENCES unit,
  -- The coordinates of a MultiPolygon, longitude and latitude in WGS84, simplified together with its neighbours'.
  shape jsonb NOT NULL,
  PRIMARY KEY (set_id, unit_id)
);
CREATE INDEX unit_boundary_unit_id_idx ON unit_boundary (unit_id);

-- Everybody who is signed in sees the map; its shapes are the administrators' to bring.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['boundary_set', 'unit_boundary'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;', name);
    EXECUTE format($p$CREATE POLICY everyone_read ON %I FOR SELECT USING ((SELECT app_role()) <> '')$p$, name);
    EXECUTE format($p$CREATE POLICY administrators_insert ON %I FOR INSERT WITH CHECK ((SELECT app_role()) IN ('administrator', 'system'))$p$, name);
  END LOOP;
END $$;
CREATE POLICY administrators_update ON boundary_set FOR UPDATE
  USING ((SELECT app_role()) IN ('administrator', 'system')) WITH CHECK ((SELECT app_role()) IN ('administrator', 'system'));
GRANT SELECT, INSERT ON boundary_set, unit_boundary TO portal_app;
GRANT UPDATE (active, activated_by_id, activated_at, retired_at, retired_reason, version) ON boundary_set TO portal_app;
