-- The registry of models: lifecycle steps, sizes through time, recognitions, evaluations, indicators, saved views.

-- The owner is bound by row-level security, too; until this migration is committed it sees every unit.
SELECT app_widen();

-- ── Code lists may say from when to when a code is in use ──
ALTER TABLE code_item ADD COLUMN valid_from date, ADD COLUMN valid_to date,
  ADD CONSTRAINT code_validity CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from <= valid_to);

-- Grades of a point are such a dated list.
ALTER TABLE point_rating ALTER COLUMN grade TYPE text USING grade::text;
DROP TYPE point_grade;

-- ── Recognitions: who recognised a model or one of its points, by which document, on which day ──
CREATE TABLE recognition (
  id uuid PRIMARY KEY,
  model_id uuid NOT NULL REFERENCES security_model ON DELETE CASCADE,
  point_id uuid REFERENCES model_point ON DELETE CASCADE,
  -- The point's unit; a recognition of the model as a whole has none.
  unit_id int REFERENCES unit,
  level recognition_level NOT NULL,
  document text,
  decided_on date,
  nationwide boolean NOT NULL DEFAULT false,
  note text,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  revoked_on date,
  revoked_reason text,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT recognition_nationwide CHECK (NOT nationwide OR (level = 'ministry' AND point_id IS NULL)),
  CONSTRAINT recognition_unit CHECK ((point_id IS NULL) = (unit_id IS NULL)),
  CONSTRAINT recognition_revoked CHECK ((revoked_on IS NULL) = (revoked_reason IS NULL) AND (revoked_on IS NULL OR decided_on IS NULL OR revoked_on >= decided_on))
);
CREATE INDEX recognition_model_id_idx ON recognition (model_id);
CREATE INDEX recognition_point_id_idx ON recognition (point_id);
INSERT INTO recognition (id, model_id, level, document, decided_on, nationwide, created_at)
  SELECT gen_random_uuid(), id, recognition_level, recognition_document, recognized_on, nationwide, updated_at
    FROM security_model WHERE recognition_level IS NOT NULL;

-- ── Models: what they answer to, and into which other one they went ──
ALTER TABLE security_model
  DROP CONSTRAINT model_nationwide,
  DROP COLUMN recognition_level, DROP COLUMN recognition_document, DROP COLUMN recognized_on, DROP COLUMN nationwide,
  ADD COLUMN directives text[] NOT NULL DEFAULT '{}',
  ADD COLUMN merged_into_id uuid REFERENCES security_model,
  ADD COLUMN merged_on date,
  ADD COLUMN merge_decision text,
  ADD CONSTRAINT model_merged CHECK (
    (merged_into_id IS NULL) = (merged_on IS NULL) AND (merged_on IS NULL) = (merge_decision IS NULL) AND merged_into_id IS DISTINCT FROM id);
CREATE INDEX security_model_merged_into_id_idx ON security_model (merged_into_id);

-- A merged model's points run on under the other from that day; their rows are never rewritten.
CREATE FUNCTION app_models_on(day date) RETURNS TABLE (model_id uuid, current_id uuid)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk (model_id, current_id, depth) AS (
    SELECT id, id, 0 FROM security_model
    UNION ALL
    SELECT w.model_id, m.merged_into_id, w.depth + 1 FROM walk w JOIN security_model m ON m.id = w.current_id
     WHERE m.merged_on <= day AND w.depth < 50
  )
  SELECT DISTINCT ON (walk.model_id) walk.model_id, walk.current_id FROM walk ORDER BY walk.model_id, depth DESC
$$;

-- No model goes into one that went into it.
CREATE FUNCTION app_check_model_merger() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE circle boolean;
BEGIN
  WITH RECURSIVE up (id, depth) AS (
    SELECT NEW.merged_into_id, 0
    UNION ALL SELECT m.merged_into_id, up.depth + 1 FROM up JOIN security_model m ON m.id = up.id WHERE m.merged_into_id IS NOT NULL AND up.depth < 50
  ) SELECT bool_or(id = NEW.id) INTO circle FROM up;
  IF circle THEN RAISE EXCEPTION 'a model cannot go into one that went into it' USING ERRCODE = 'check_violation', CONSTRAINT = 'model_merger_circle'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER model_merger BEFORE INSERT OR UPDATE OF merged_into_id ON security_model
  FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION app_check_model_merger();

-- Only those that went into another one, with where they are on a day: nothing at all in most registers.
CREATE FUNCTION app_merged_models(day date) RETURNS TABLE (model_id uuid, current_id uuid)
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH RECURSIVE walk (model_id, current_id, depth) AS (
    SELECT id, merged_into_id, 1 FROM security_model WHERE merged_on <= day
    UNION ALL
    SELECT w.model_id, m.merged_into_id, w.depth + 1 FROM walk w JOIN security_model m ON m.id = w.current_id
     WHERE m.merged_on <= day AND w.depth < 50
  )
  SELECT DISTINCT ON (walk.model_id) walk.model_id, walk.current_id FROM walk ORDER BY walk.model_id, depth DESC
$$;

ALTER TABLE award ADD COLUMN model_id uuid REFERENCES security_model;
CREATE INDEX award_model_id_idx ON award (model_id);

-- ── Points ──
ALTER TABLE model_point
  DROP CONSTRAINT point_started, DROP CONSTRAINT point_ended,
  ADD COLUMN site_kind text,
  ADD COLUMN address text,
  ADD COLUMN latitude double precision,
  ADD COLUMN longitude double precision,
  ADD COLUMN core_force text,
  -- Đồng.
  ADD COLUMN budget_funding bigint,
  ADD COLUMN social_funding bigint,
  ADD COLUMN contact_post text,
  ADD COLUMN copied_from_id uuid REFERENCES model_point,
  ADD COLUMN merged_into_id uuid REFERENCES model_point,
  ADD COLUMN search_key text NOT NULL DEFAULT '';
ALTER TABLE model_point
  ADD CONSTRAINT point_started CHECK (status = 'ended' OR (status::text IN ('proposed', 'approved', 'declined')) = (started_on IS NULL)),
  ADD CONSTRAINT point_ended CHECK ((status = 'ended') = (ended_on IS NOT NULL) AND (ended_on IS NULL) = (end_kind IS NULL) AND (ended_on IS NULL OR started_on IS NOT NULL)),
  ADD CONSTRAINT point_place CHECK ((latitude IS NULL) = (longitude IS NULL) AND latitude BETWEEN 8 AND 24 AND longitude BETWEEN 102 AND 118),
  ADD CONSTRAINT point_funding CHECK (coalesce(budget_funding, 0) BETWEEN 0 AND 1000000000000 AND coalesce(social_funding, 0) BETWEEN 0 AND 1000000000000),
  ADD CONSTRAINT point_copied CHECK (copied_from_id IS NULL OR (origin = 'replicated' AND copied_from_id <> id)),
  ADD CONSTRAINT point_merged CHECK (merged_into_id IS NULL OR (end_kind = 'merged' AND merged_into_id <> id));
CREATE INDEX model_point_copied_from_id_idx ON model_point (copied_from_id);
CREATE INDEX model_point_merged_into_id_idx ON model_point (merged_into_id);
CREATE INDEX point_search ON model_point USING gin (search_key gin_trgm_ops);
CREATE INDEX model_point_started_on_idx ON model_point (started_on DESC, id DESC);

CREATE FUNCTION app_keep_point_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.search_key := app_fold(NEW.site || ' ' || coalesce(NEW.address, '')); RETURN NEW; END $$;
CREATE TRIGGER point_key BEFORE INSERT OR UPDATE OF site, address ON model_point
  FOR EACH ROW EXECUTE FUNCTION app_keep_point_key();
UPDATE model_point SET site = site;

-- A copy follows its original: the same model's, no circle.
CREATE FUNCTION app_check_point_copy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen(); circle boolean; strange boolean;
BEGIN
  -- One after the other, so that two do not become each other's original.
  PERFORM pg_advisory_xact_lock(hashtext('point copies'), hashtext(NEW.model_id::text));
  WITH RECURSIVE up (id, depth) AS (
    SELECT NEW.copied_from_id, 0
    UNION ALL SELECT p.copied_from_id, up.depth + 1 FROM up JOIN model_point p ON p.id = up.id WHERE p.copied_from_id IS NOT NULL AND up.depth < 200
  ) SELECT bool_or(id = NEW.id) INTO circle FROM up;
  SELECT p.model_id <> NEW.model_id INTO strange FROM model_point p WHERE p.id = NEW.copied_from_id;
  PERFORM app_narrow(before);
  IF circle THEN RAISE EXCEPTION 'a copy cannot be the original of its original' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_copy_circle'; END IF;
  IF strange THEN RAISE EXCEPTION 'a copy is of the same model' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_copy_model'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER point_copy BEFORE INSERT OR UPDATE OF copied_from_id ON model_point
  FOR EACH ROW WHEN (NEW.copied_from_id IS NOT NULL) EXECUTE FUNCTION app_check_point_copy();

-- Where points of the city run is no secret of a ward's: a copy names its original, a form offers what can be copied.
CREATE FUNCTION app_named_points(ids uuid[]) RETURNS TABLE (id uuid, model_id uuid, site text, unit_id int, unit_name text, started_on date)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  RETURN QUERY SELECT p.id, p.model_id, p.site, p.unit_id, u.full_name, p.started_on
    FROM model_point p JOIN unit u ON u.id = p.unit_id WHERE p.id = ANY (ids) AND p.started_on IS NOT NULL AND before[2] <> '';
  PERFORM app_narrow(before);
END $$;
CREATE FUNCTION app_points_of_model(model uuid) RETURNS TABLE (id uuid, model_id uuid, site text, unit_id int, unit_name text, started_on date)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  RETURN QUERY SELECT p.id, p.model_id, p.site, p.unit_id, u.full_name, p.started_on
    FROM model_point p JOIN unit u ON u.id = p.unit_id WHERE p.model_id = model AND p.started_on IS NOT NULL AND before[2] <> '';
  PERFORM app_narrow(before);
END $$;
-- Per model that runs the point to copy: the best rated, then the most copied, then the oldest. A copy is of the same
-- model, so what came by a merger is told without its id.
CREATE FUNCTION app_best_points(day date) RETURNS TABLE (model_id uuid, id uuid, site text, unit_id int, unit_name text, copies int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  RETURN QUERY
    SELECT DISTINCT ON (m.current_id) m.current_id, CASE WHEN p.model_id = m.current_id THEN p.id END, p.site, p.unit_id, u.full_name, coalesce(c.copies, 0)
      FROM model_point p JOIN app_models_on(day) m ON m.model_id = p.model_id JOIN unit u ON u.id = p.unit_id
      LEFT JOIN (SELECT copied_from_id, count(*)::int AS copies FROM model_point WHERE started_on <= day GROUP BY copied_from_id) c ON c.copied_from_id = p.id
      LEFT JOIN (SELECT DISTINCT ON (r.point_id) r.point_id, r.grade FROM point_rating r WHERE r.rated_on <= day ORDER BY r.point_id, r.rated_on DESC) r ON r.point_id = p.id
      LEFT JOIN code_item g ON g.list = 'grade' AND g.code = r.grade
     WHERE p.started_on <= day AND (p.ended_on IS NULL OR p.ended_on > day) AND before[2] <> ''
     ORDER BY m.current_id, p.model_id <> m.current_id, g.position NULLS LAST, c.copies DESC NULLS LAST, p.started_on, p.id;
  PERFORM app_narrow(before);
END $$;
REVOKE EXECUTE ON FUNCTION app_named_points(uuid[]), app_points_of_model(uuid), app_best_points(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_named_points(uuid[]), app_points_of_model(uuid), app_best_points(date) TO portal_app;

-- ── The lifecycle: the table of transitions, the steps taken, and nothing beside them (S21) ──
CREATE TYPE point_step_kind AS ENUM ('propose', 'enter', 'approve', 'decline', 'pilot', 'launch', 'consolidate', 'suspend', 'resume',
  'recognize', 'replicate', 'merge', 'remove', 'finish');
-- The twin of lib/security-models/steps/catalog.ts; a test holds them together.
CREATE TABLE point_transition (
  kind point_step_kind NOT NULL,
  from_status point_status NOT NULL,
  to_status point_status NOT NULL,
  by_city boolean NOT NULL,
  needs_decision boolean NOT NULL,
  needs_minutes boolean NOT NULL,
  needs_reason boolean NOT NULL,
  PRIMARY KEY (kind, from_status, to_status)
);
INSERT INTO point_transition
SELECT v.kind::point_step_kind, f::point_status, v.to_status::point_status, v.by_city, v.decision, v.minutes, v.reason
  FROM (VALUES
    ('approve', '{proposed}', 'approved', true, true, false, false),
    ('decline', '{proposed,approved}', 'declined', true, false, false, true),
    ('pilot', '{approved}', 'piloting', false, true, false, false),
    ('launch', '{approved,piloting}', 'active', false, true, false, false),
    ('consolidate', '{active,recognized,replicating}', 'consolidating', false, false, true, true),
    ('suspend', '{active,consolidating,recognized,replicating}', 'suspended', false, true, false, true),
    ('resume', '{consolidating,suspended}', 'active', false, false, true, false),
    ('recognize', '{active}', 'recognized', true, true, false, false),
    ('replicate', '{recognized}', 'replicating', true, true, false, false),
    ('merge', '{piloting,active,consolidating,suspended,recognized,replicating}', 'ended', true, true, false, false),
    ('remove', '{piloting,active,consolidating,suspended,recognized,replicating}', 'ended', true, true, false, true),
    ('finish', '{piloting,active,consolidating,suspended,recognized,replicating}', 'ended', true, true, false, false)
  ) AS v (kind, from_statuses, to_status, by_city, decision, minutes, reason)
  CROSS JOIN LATERAL unnest(v.from_statuses::text[]) f;

CREATE TABLE point_step (
  id uuid PRIMARY KEY,
  point_id uuid NOT NULL REFERENCES model_point ON DELETE CASCADE,
  unit_id int NOT NULL REFERENCES unit,
  -- The order in which steps were written: of two on one day the later one.
  number int GENERATED ALWAYS AS IDENTITY,
  kind point_step_kind NOT NULL,
  from_status point_status,
  to_status point_status NOT NULL,
  happened_on date NOT NULL,
  decision text,
  minutes text,
  reason text,
  -- Of a merge: the point it went into.
  into_id uuid REFERENCES model_point,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  reversed_at timestamptz(3),
  reversed_by_id uuid,
  reversed_reason text,
  CONSTRAINT step_reversed CHECK ((reversed_at IS NULL) = (reversed_reason IS NULL)),
  CONSTRAINT step_into CHECK (into_id IS NULL OR kind = 'merge')
);
CREATE INDEX point_step_point_id_idx ON point_step (point_id, number);

CREATE FUNCTION app_point_waits(status point_status) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT status::text IN ('proposed', 'approved', 'declined') $$;

-- A point that is entered writes its first steps itself: proposed, or found running (or ended) as the register was begun.
CREATE FUNCTION app_open_point() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE opened date := coalesce(NEW.started_on, (NEW.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date);
BEGIN
  -- Whoever signs in enters a point at the beginning of its life, as the form does; later states come by steps.
  IF app_role() NOT IN ('', 'system') AND NEW.status::text NOT IN ('proposed', 'approved', 'piloting', 'active') THEN
    RAISE EXCEPTION 'a point changes its state by a step' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_steps_only';
  END IF;
  IF app_role() IN ('ward_officer', 'ward_chief') AND NEW.status = 'approved' THEN
    RAISE EXCEPTION 'approving is the city''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO point_step (id, point_id, unit_id, kind, from_status, to_status, happened_on, decision, created_by_id, created_at)
  VALUES (gen_random_uuid(), NEW.id, NEW.unit_id, CASE WHEN NEW.status = 'proposed' THEN 'propose' ELSE 'enter' END::point_step_kind,
    CASE WHEN NEW.status = 'proposed' THEN NULL ELSE 'proposed' END::point_status,
    CASE WHEN NEW.status = 'ended' THEN 'active' ELSE NEW.status END, opened, NEW.decision, app_user_id(), NEW.created_at);
  IF NEW.status = 'ended' THEN
    INSERT INTO point_step (id, point_id, unit_id, kind, from_status, to_status, happened_on, decision, into_id, created_at)
    VALUES (gen_random_uuid(), NEW.id, NEW.unit_id, CASE NEW.end_kind WHEN 'merged' THEN 'merge' WHEN 'removed' THEN 'remove' ELSE 'finish' END::point_step_kind,
      'active', 'ended', NEW.ended_on, NEW.end_decision, NEW.merged_into_id, NEW.created_at);
  END IF;
  IF NEW.teams IS NOT NULL OR NEW.members IS NOT NULL THEN
    INSERT INTO point_size (point_id, unit_id, effective_on, teams, members) VALUES (NEW.id, NEW.unit_id, opened, NEW.teams, NEW.members);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER point_opened AFTER INSERT ON model_point FOR EACH ROW EXECUTE FUNCTION app_open_point();

-- The day of the last step that stands. Of a point that waits, the day it was written down is no step's day: it may
-- have been proposed, approved and launched long before.
CREATE FUNCTION app_last_step_on(point uuid) RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT max(happened_on) FROM point_step
   WHERE point_id = point AND reversed_at IS NULL AND NOT (kind IN ('propose', 'enter') AND app_point_waits(to_status))
$$;

-- A step fits the state the point is in, comes no earlier than the one before, and has the papers it needs.
CREATE FUNCTION app_check_point_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE point record; rule record; last date;
BEGIN
  -- The first steps, written by app_open_point with the point itself.
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  -- Both points of a merge are held, always in one order: two never go into each other.
  PERFORM FROM model_point WHERE id IN (NEW.point_id, NEW.into_id) ORDER BY id FOR NO KEY UPDATE;
  SELECT status, unit_id, model_id, started_on INTO point FROM model_point WHERE id = NEW.point_id;
  NEW.unit_id := point.unit_id;
  NEW.from_status := point.status;
  SELECT * INTO rule FROM point_transition t WHERE t.kind = NEW.kind AND t.from_status = point.status AND t.to_status = NEW.to_status;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'step % does not follow %', NEW.kind, point.status USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_order';
  END IF;
  IF rule.by_city AND app_role() IN ('ward_officer', 'ward_chief') THEN
    RAISE EXCEPTION 'step % is the city''s', NEW.kind USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF (rule.needs_decision AND NEW.decision IS NULL) OR (rule.needs_minutes AND NEW.minutes IS NULL) OR (rule.needs_reason AND NEW.reason IS NULL) THEN
    RAISE EXCEPTION 'step % lacks its papers', NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_papers';
  END IF;
  IF NEW.kind = 'merge' AND NOT EXISTS (SELECT FROM model_point p JOIN app_models_on(NEW.happened_on) m ON m.model_id = p.model_id
      JOIN app_models_on(NEW.happened_on) o ON o.model_id = point.model_id AND o.current_id = m.current_id
     WHERE p.id = NEW.into_id AND p.id <> NEW.point_id AND p.started_on <= NEW.happened_on AND p.ended_on IS NULL) THEN
    RAISE EXCEPTION 'a point merges into one of its model that runs' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_merge_into';
  END IF;
  last := app_last_step_on(NEW.point_id);
  IF NEW.happened_on < last THEN
    RAISE EXCEPTION 'step on % is before the last one on %', NEW.happened_on, last USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_day';
  END IF;
  IF NEW.to_status = 'ended' AND NEW.happened_on <= point.started_on THEN
    RAISE EXCEPTION 'a point ends after its first day' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_day';
  END IF;
  IF NEW.to_status = 'ended' AND EXISTS (SELECT FROM model_point WHERE merged_into_id = NEW.point_id AND ended_on > NEW.happened_on) THEN
    RAISE EXCEPTION 'a point ends after what was merged into it' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER step_check BEFORE INSERT ON point_step FOR EACH ROW EXECUTE FUNCTION app_check_point_step();

CREATE FUNCTION app_take_point_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  UPDATE model_point p SET
    status = NEW.to_status,
    started_on = CASE WHEN app_point_waits(NEW.to_status) THEN NULL ELSE coalesce(p.started_on, NEW.happened_on) END,
    decision = CASE WHEN app_point_waits(NEW.from_status) AND NEW.decision IS NOT NULL THEN NEW.decision ELSE p.decision END,
    ended_on = CASE WHEN NEW.to_status = 'ended' THEN NEW.happened_on END,
    end_kind = CASE WHEN NEW.to_status = 'ended' THEN CASE NEW.kind WHEN 'merge' THEN 'merged' WHEN 'remove' THEN 'removed' ELSE 'finished' END::point_end END,
    end_decision = CASE WHEN NEW.to_status = 'ended' THEN NEW.decision END,
    merged_into_id = CASE WHEN NEW.kind = 'merge' THEN NEW.into_id END,
    updated_at = now(), version = p.version + 1
   WHERE p.id = NEW.point_id;
  RETURN NULL;
END $$;
CREATE TRIGGER step_taken AFTER INSERT ON point_step FOR EACH ROW EXECUTE FUNCTION app_take_point_step();

-- A step is never changed; the last one that stands can be reversed, by the city, with its reason.
CREATE FUNCTION app_reverse_point_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- Its point was moved to another unit: see app_move_point.
  IF pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  IF to_jsonb(NEW) - ARRAY['reversed_at', 'reversed_by_id', 'reversed_reason'] <> to_jsonb(OLD) - ARRAY['reversed_at', 'reversed_by_id', 'reversed_reason']
     OR OLD.reversed_at IS NOT NULL OR NEW.reversed_at IS NULL THEN
    RAISE EXCEPTION 'a step is only ever reversed, once' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_kept';
  END IF;
  PERFORM FROM model_point WHERE id = NEW.point_id FOR NO KEY UPDATE;
  IF app_role() IN ('ward_officer', 'ward_chief') THEN
    RAISE EXCEPTION 'reversing is the city''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.from_status IS NULL OR EXISTS (SELECT FROM point_step s WHERE s.point_id = NEW.point_id AND s.reversed_at IS NULL AND s.number > NEW.number) THEN
    RAISE EXCEPTION 'only the last step can be reversed' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_last';
  END IF;
  IF app_point_waits(NEW.from_status) AND NOT app_point_waits(NEW.to_status)
     AND EXISTS (SELECT FROM model_point WHERE merged_into_id = NEW.point_id) THEN
    RAISE EXCEPTION 'others were merged into this point' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_step_merged';
  END IF;
  UPDATE model_point p SET
    status = NEW.from_status,
    started_on = CASE WHEN app_point_waits(NEW.from_status) THEN NULL ELSE p.started_on END,
    decision = coalesce(CASE WHEN app_point_waits(NEW.from_status) THEN (SELECT s.decision FROM point_step s
      WHERE s.point_id = NEW.point_id AND s.id <> NEW.id AND s.reversed_at IS NULL AND s.decision IS NOT NULL ORDER BY s.number DESC LIMIT 1) END, p.decision),
    ended_on = NULL, end_kind = NULL, end_decision = NULL, merged_into_id = NULL,
    updated_at = now(), version = p.version + 1
   WHERE p.id = NEW.point_id;
  RETURN NEW;
END $$;
CREATE TRIGGER step_reversed BEFORE UPDATE ON point_step FOR EACH ROW EXECUTE FUNCTION app_reverse_point_step();

-- A point's state changes by a step only.
CREATE FUNCTION app_keep_point_state() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF pg_trigger_depth() < 2 AND (NEW.status, NEW.started_on, NEW.ended_on, NEW.end_kind, NEW.end_decision, NEW.merged_into_id, NEW.model_id)
     IS DISTINCT FROM (OLD.status, OLD.started_on, OLD.ended_on, OLD.end_kind, OLD.end_decision, OLD.merged_into_id, OLD.model_id) THEN
    RAISE EXCEPTION 'a point changes its state by a step' USING ERRCODE = 'check_violation', CONSTRAINT = 'point_steps_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER point_state BEFORE UPDATE ON model_point FOR EACH ROW EXECUTE FUNCTION app_keep_point_state();

-- ── Teams and members through time ──
CREATE TABLE point_size (
  point_id uuid NOT NULL REFERENCES model_point ON DELETE CASCADE,
  effective_on date NOT NULL,
  unit_id int NOT NULL REFERENCES unit,
  teams int CHECK (teams BETWEEN 0 AND 10000),
  members int CHECK (members BETWEEN 0 AND 1000000),
  -- The days this size holds for, the last one not included; kept by the database. The first known size also
  -- stands for the days before it, so that learning a figure is not growth.
  holds_from date NOT NULL DEFAULT DATE '0001-01-01',
  holds_until date NOT NULL DEFAULT DATE '9999-12-31',
  PRIMARY KEY (point_id, effective_on)
);
CREATE INDEX point_size_unit_id_idx ON point_size (unit_id);
CREATE FUNCTION app_keep_point_sizes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE of_point uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.point_id ELSE NEW.point_id END;
BEGIN
  -- One size needs no spans; a first one is written with its point.
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM point_size WHERE point_id = of_point AND effective_on <> NEW.effective_on) THEN
    IF pg_trigger_depth() < 2 THEN
      UPDATE model_point SET teams = NEW.teams, members = NEW.members WHERE id = of_point;
    END IF;
    RETURN NULL;
  END IF;
  UPDATE point_size s SET holds_from = w.holds_from, holds_until = w.holds_until
    FROM (SELECT effective_on, CASE WHEN lag(effective_on) OVER o IS NULL THEN DATE '0001-01-01' ELSE effective_on END AS holds_from,
                 coalesce(lead(effective_on) OVER o, DATE '9999-12-31') AS holds_until
            FROM point_size WHERE point_id = of_point WINDOW o AS (ORDER BY effective_on)) w
   WHERE s.point_id = of_point AND s.effective_on = w.effective_on AND (s.holds_from, s.holds_until) IS DISTINCT FROM (w.holds_from, w.holds_until);
  UPDATE model_point p SET teams = s.teams, members = s.members
    FROM (SELECT teams, members FROM point_size WHERE point_id = of_point ORDER BY effective_on DESC LIMIT 1) s
   WHERE p.id = of_point AND (p.teams, p.members) IS DISTINCT FROM (s.teams, s.members);
  RETURN NULL;
END $$;
CREATE TRIGGER size_kept AFTER INSERT OR UPDATE OF effective_on, teams, members OR DELETE ON point_size
  FOR EACH ROW EXECUTE FUNCTION app_keep_point_sizes();

-- What stands already gets its first steps and sizes.
DO $$ BEGIN
  ALTER TABLE point_step DISABLE TRIGGER USER;
  INSERT INTO point_step (id, point_id, unit_id, kind, from_status, to_status, happened_on, decision, created_at)
  SELECT gen_random_uuid(), id, unit_id, CASE WHEN status = 'proposed' THEN 'propose' ELSE 'enter' END::point_step_kind,
         CASE WHEN status = 'proposed' THEN NULL ELSE 'proposed' END::point_status, CASE WHEN status = 'ended' THEN 'active' ELSE status END,
         coalesce(started_on, (created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date), decision, created_at FROM model_point;
  INSERT INTO point_step (id, point_id, unit_id, kind, from_status, to_status, happened_on, decision, created_at)
  SELECT gen_random_uuid(), id, unit_id, CASE end_kind WHEN 'merged' THEN 'merge' WHEN 'removed' THEN 'remove' ELSE 'finish' END::point_step_kind,
         'active', 'ended', ended_on, end_decision, updated_at FROM model_point WHERE status = 'ended';
  ALTER TABLE point_step ENABLE TRIGGER USER;
  INSERT INTO point_size (point_id, unit_id, effective_on, teams, members)
  SELECT id, unit_id, coalesce(started_on, (created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date), teams, members FROM model_point
   WHERE teams IS NOT NULL OR members IS NOT NULL;
END $$;

-- ── Evaluation: campaigns, proposals, decisions ──
CREATE TABLE evaluation_campaign (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  due_on date NOT NULL,
  -- Days a point must have run by the last day of the period to be asked for.
  least_days int NOT NULL DEFAULT 0,
  -- [{key, label, most}] and [{grade, least}], the best grade first, as they stood when the campaign was opened.
  criteria jsonb NOT NULL,
  thresholds jsonb NOT NULL,
  guidance text,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  closed_at timestamptz(3),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT campaign_days CHECK (period_from <= period_to AND due_on > period_to AND least_days BETWEEN 0 AND 366)
);
CREATE INDEX evaluation_campaign_period_to_idx ON evaluation_campaign (period_to DESC);
CREATE TYPE evaluation_state AS ENUM ('proposed', 'returned', 'confirmed');
CREATE TABLE point_evaluation (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES evaluation_campaign,
  point_id uuid NOT NULL REFERENCES model_point ON DELETE CASCADE,
  unit_id int NOT NULL REFERENCES unit,
  state evaluation_state NOT NULL,
  -- {key: score}
  scores jsonb NOT NULL,
  total int NOT NULL,
  grade text NOT NULL,
  evidence text,
  proposed_by_id uuid,
  proposed_at timestamptz(3) NOT NULL DEFAULT now(),
  decided_by_id uuid,
  decided_at timestamptz(3),
  -- Why it was returned, or why the city graded otherwise.
  reason text,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT evaluation_once UNIQUE (campaign_id, point_id),
  CONSTRAINT evaluation_decided CHECK ((state = 'proposed') = (decided_at IS NULL) AND (state <> 'returned' OR reason IS NOT NULL))
);
CREATE INDEX point_evaluation_point_id_idx ON point_evaluation (point_id);
ALTER TABLE point_rating ADD COLUMN evaluation_id uuid REFERENCES point_evaluation;

-- proposed → confirmed or returned by the city; returned → proposed by the ward; confirmed stays (S21). What is
-- proposed keeps to the campaign: its criteria with a score each within range, their sum, one of its grades.
CREATE FUNCTION app_check_evaluation() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE campaign record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'proposed' AND app_role() NOT IN ('system', '') THEN
      RAISE EXCEPTION 'an evaluation begins as a proposal' USING ERRCODE = 'check_violation', CONSTRAINT = 'evaluation_order';
    END IF;
  ELSIF NOT ((OLD.state, NEW.state) IN (('proposed', 'proposed'), ('proposed', 'returned'), ('proposed', 'confirmed'), ('returned', 'proposed'))) THEN
    RAISE EXCEPTION 'an evaluation does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation', CONSTRAINT = 'evaluation_order';
  END IF;
  IF NEW.state <> 'proposed' AND app_role() IN ('ward_officer', 'ward_chief') THEN
    RAISE EXCEPTION 'deciding is the city''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT c.criteria, c.thresholds, c.closed_at INTO campaign FROM evaluation_campaign c WHERE c.id = NEW.campaign_id;
  IF campaign.closed_at IS NOT NULL AND app_role() NOT IN ('system', '') THEN
    RAISE EXCEPTION 'the campaign is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'evaluation_closed';
  END IF;
  IF EXISTS (SELECT FROM jsonb_to_recordset(campaign.criteria) AS c (key text, most int)
              WHERE coalesce(NEW.scores ->> c.key, 'x') !~ '^[0-9]{1,4}$' OR (NEW.scores ->> c.key)::int > c.most)
     OR (SELECT count(*) FROM jsonb_object_keys(NEW.scores)) <> jsonb_array_length(campaign.criteria)
     OR NEW.total <> (SELECT sum(s.value::int) FROM jsonb_each_text(NEW.scores) s)
     OR NOT EXISTS (SELECT FROM jsonb_to_recordset(campaign.thresholds) AS t (grade text) WHERE t.grade = NEW.grade) THEN
    RAISE EXCEPTION 'scores and grade are the campaign''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'evaluation_scores';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_order BEFORE INSERT OR UPDATE OF state, scores, total, grade ON point_evaluation
  FOR EACH ROW EXECUTE FUNCTION app_check_evaluation();

-- ── Indicators that the city defines for a model, read per point and period ──
CREATE TYPE indicator_sum AS ENUM ('sum', 'average');
CREATE TYPE indicator_time AS ENUM ('sum', 'last', 'average');
CREATE TYPE indicator_frequency AS ENUM ('month', 'quarter', 'half', 'year');
CREATE TABLE indicator (
  id uuid PRIMARY KEY,
  model_id uuid NOT NULL REFERENCES security_model ON DELETE CASCADE,
  name text NOT NULL,
  unit_label text NOT NULL,
  definition text,
  position int NOT NULL DEFAULT 1,
  decimals int NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 2),
  over_points indicator_sum NOT NULL,
  over_time indicator_time NOT NULL,
  least numeric(18, 2) NOT NULL,
  most numeric(18, 2) NOT NULL,
  frequency indicator_frequency NOT NULL,
  -- A key of core/periods: calendar, reporting (15→14).
  scheme text NOT NULL CHECK (scheme IN ('calendar', 'reporting')),
  required boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  retired_on date,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT indicator_range CHECK (least <= most)
);
CREATE INDEX indicator_model_id_idx ON indicator (model_id);
CREATE UNIQUE INDEX indicator_one_name ON indicator (model_id, lower(name)) WHERE retired_on IS NULL;
CREATE TABLE indicator_reading (
  indicator_id uuid NOT NULL REFERENCES indicator ON DELETE CASCADE,
  point_id uuid NOT NULL REFERENCES model_point ON DELETE CASCADE,
  period_from date NOT NULL,
  period_to date NOT NULL,
  unit_id int NOT NULL REFERENCES unit,
  -- Null: a figure was taken back, there is none.
  value numeric(18, 2),
  recorded_by_id uuid,
  recorded_at timestamptz(3) NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (indicator_id, point_id, period_from),
  CONSTRAINT reading_period CHECK (period_from <= period_to)
);
CREATE INDEX indicator_reading_point_id_idx ON indicator_reading (point_id, period_to DESC);
CREATE TABLE reading_lock (
  model_id uuid NOT NULL REFERENCES security_model ON DELETE CASCADE,
  period_from date NOT NULL,
  period_to date NOT NULL,
  locked_by_id uuid,
  locked_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (model_id, period_from, period_to)
);
CREATE FUNCTION app_check_reading() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE rule record;
BEGIN
  SELECT i.least, i.most, i.decimals, i.model_id INTO rule FROM indicator i WHERE i.id = NEW.indicator_id;
  IF NOT EXISTS (SELECT FROM model_point p WHERE p.id = NEW.point_id AND p.unit_id = NEW.unit_id AND (p.model_id = rule.model_id
                  OR EXISTS (SELECT FROM app_models_on(NEW.period_to) m WHERE m.model_id = p.model_id AND m.current_id = rule.model_id))) THEN
    RAISE EXCEPTION 'the point is not of the indicator''s model' USING ERRCODE = 'check_violation', CONSTRAINT = 'reading_point';
  END IF;
  IF NEW.value IS NOT NULL AND (NEW.value < rule.least OR NEW.value > rule.most OR round(NEW.value, rule.decimals) <> NEW.value) THEN
    RAISE EXCEPTION 'value out of range' USING ERRCODE = 'check_violation', CONSTRAINT = 'reading_range';
  END IF;
  IF EXISTS (SELECT FROM reading_lock l WHERE l.model_id = rule.model_id AND l.period_from <= NEW.period_from AND l.period_to >= NEW.period_to) THEN
    RAISE EXCEPTION 'the period is locked' USING ERRCODE = 'check_violation', CONSTRAINT = 'reading_locked';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_check BEFORE INSERT OR UPDATE OF indicator_id, point_id, period_from, period_to, value ON indicator_reading FOR EACH ROW EXECUTE FUNCTION app_check_reading();

-- ── Views of a list that a user keeps ──
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user,
  list text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX saved_view_one_name ON saved_view (user_id, list, lower(name));

-- Sessions held with points of models: few among many. Row-level security lets no array operator into an index,
-- so what is linked to which point is looked for among these.
CREATE INDEX session_linked ON outreach_session (held_on DESC, id DESC) WHERE point_ids <> '{}' AND deleted_at IS NULL;

-- ── Files: of a session or of a point ──
ALTER TABLE session_file RENAME TO attached_file;
ALTER INDEX session_file_pkey RENAME TO attached_file_pkey;
ALTER INDEX session_file_session_id_idx RENAME TO attached_file_session_id_idx;
ALTER TABLE attached_file ALTER COLUMN session_id DROP NOT NULL,
  ADD COLUMN point_id uuid REFERENCES model_point ON DELETE CASCADE,
  ADD CONSTRAINT file_subject CHECK (num_nonnulls(session_id, point_id) = 1);
CREATE INDEX attached_file_point_id_idx ON attached_file (point_id);
DROP POLICY reach_read ON attached_file;
CREATE POLICY reach_read ON attached_file FOR SELECT
  USING (CASE WHEN point_id IS NULL THEN EXISTS (SELECT FROM outreach_session s WHERE s.id = session_id)
    ELSE EXISTS (SELECT FROM model_point p WHERE p.id = point_id) END);
-- A point whose unit is set right, or that begins in the unit which carries its own on, takes everything of it along:
-- who sees the point sees its history.
CREATE FUNCTION app_move_point() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE before text[] := app_widen();
BEGIN
  UPDATE point_step SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE point_size SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE point_rating SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE recognition SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE point_evaluation SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE indicator_reading SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  UPDATE attached_file SET unit_id = NEW.unit_id WHERE point_id = NEW.id;
  PERFORM app_narrow(before);
  RETURN NULL;
END $$;
CREATE TRIGGER point_moved AFTER UPDATE OF unit_id ON model_point
  FOR EACH ROW WHEN (OLD.unit_id <> NEW.unit_id) EXECUTE FUNCTION app_move_point();

-- ── Who sees what ──
DO $$
DECLARE
  name text;
  seen text := '((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[]))';
  writes text := $w$(SELECT app_role()) NOT IN ('', 'leader')$w$;
BEGIN
  FOREACH name IN ARRAY ARRAY['point_step', 'point_size', 'point_evaluation', 'indicator_reading'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY; ALTER TABLE %1$I FORCE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY reach_read ON %I FOR SELECT USING %s', name, seen);
    EXECUTE format('CREATE POLICY reach_insert ON %I FOR INSERT WITH CHECK (%s AND %s)', name, seen, writes);
    EXECUTE format('CREATE POLICY reach_update ON %I FOR UPDATE USING %s WITH CHECK (%2$s AND %3$s)', name, seen, writes);
  END LOOP;
END $$;
-- Campaigns are the city's; a ward reads them, and holds one while it proposes so that nothing changes beneath.
ALTER TABLE evaluation_campaign ENABLE ROW LEVEL SECURITY; ALTER TABLE evaluation_campaign FORCE ROW LEVEL SECURITY;
CREATE POLICY campaign_read ON evaluation_campaign FOR SELECT USING ((SELECT app_role()) <> '');
CREATE POLICY campaign_insert ON evaluation_campaign FOR INSERT WITH CHECK ((SELECT app_role()) IN ('city_officer', 'system'));
CREATE POLICY campaign_update ON evaluation_campaign FOR UPDATE
  USING ((SELECT app_role()) <> '') WITH CHECK ((SELECT app_role()) IN ('city_officer', 'system'));
-- A recognition of a model as a whole is no secret of a unit's, and no unit's to write; of its points a ward records
-- its own level's, and the city takes back.
ALTER TABLE recognition ENABLE ROW LEVEL SECURITY; ALTER TABLE recognition FORCE ROW LEVEL SECURITY;
CREATE POLICY reach_read ON recognition FOR SELECT
  USING ((SELECT app_reaches_all()) OR (unit_id IS NULL AND (SELECT app_role()) <> '') OR unit_id = ANY ((SELECT app_reach())::int[]));
CREATE POLICY reach_insert ON recognition FOR INSERT
  WITH CHECK (((SELECT app_reaches_all()) OR (unit_id = ANY ((SELECT app_reach())::int[]) AND level = 'commune')) AND (SELECT app_role()) NOT IN ('', 'leader'));
CREATE POLICY reach_update ON recognition FOR UPDATE
  USING ((SELECT app_reaches_all()))
  WITH CHECK ((SELECT app_reaches_all()) AND (SELECT app_role()) NOT IN ('', 'leader'));
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY; ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_view USING (user_id = (SELECT app_user_id())) WITH CHECK (user_id = (SELECT app_user_id()));
-- A point entered by mistake, with nothing hanging on it, is taken out by the city.
CREATE POLICY city_delete ON model_point FOR DELETE USING ((SELECT app_reaches_all()) AND (SELECT app_role()) IN ('city_officer', 'system'));
CREATE POLICY reach_delete ON point_step FOR DELETE USING ((SELECT app_reaches_all()) AND (SELECT app_role()) IN ('city_officer', 'system'));
CREATE POLICY reach_delete ON point_size FOR DELETE
  USING (((SELECT app_reaches_all()) OR unit_id = ANY ((SELECT app_reach())::int[])) AND (SELECT app_role()) NOT IN ('', 'leader'));

GRANT SELECT ON point_transition, point_step, point_size, recognition, evaluation_campaign, point_evaluation, indicator, indicator_reading,
  reading_lock, saved_view, attached_file TO portal_app;
GRANT INSERT, UPDATE ON point_step, point_size, recognition, evaluation_campaign, point_evaluation, indicator, indicator_reading, saved_view TO portal_app;
GRANT INSERT ON reading_lock TO portal_app;
GRANT DELETE ON reading_lock, saved_view, security_model, model_point, point_size TO portal_app;
GRANT USAGE ON SEQUENCE point_step_number_seq TO portal_app;

-- Ratings come from confirmed evaluations; indicators, locks and models are the city's.
DROP POLICY reach_insert ON point_rating;
DROP POLICY reach_update ON point_rating;
CREATE POLICY city_insert ON point_rating FOR INSERT WITH CHECK ((SELECT app_role()) IN ('city_officer', 'system'));
CREATE POLICY city_update ON point_rating FOR UPDATE USING ((SELECT app_role()) IN ('city_officer', 'system'));
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['indicator', 'reading_lock', 'security_model'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY;', name);
    EXECUTE format('CREATE POLICY everyone_read ON %I FOR SELECT USING (true)', name);
    EXECUTE format($p$CREATE POLICY city_insert ON %I FOR INSERT WITH CHECK ((SELECT app_role()) IN ('city_officer', 'system'))$p$, name);
    -- Whoever reads may hold a row, so that nothing changes beneath what they write.
    EXECUTE format($p$CREATE POLICY city_update ON %I FOR UPDATE USING ((SELECT app_role()) <> '') WITH CHECK ((SELECT app_role()) IN ('city_officer', 'system'))$p$, name);
    EXECUTE format($p$CREATE POLICY city_delete ON %I FOR DELETE USING ((SELECT app_role()) IN ('city_officer', 'system'))$p$, name);
  END LOOP;
END $$;

-- What the city sets for itself, and nothing else of the settings.
GRANT INSERT, UPDATE ON setting TO portal_app;
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY setting_read ON setting FOR SELECT USING (true);
CREATE POLICY setting_insert ON setting FOR INSERT WITH CHECK (key = 'stale-months' AND (SELECT app_role()) IN ('city_officer', 'administrator'));
CREATE POLICY setting_update ON setting FOR UPDATE USING (key = 'stale-months') WITH CHECK (key = 'stale-months' AND (SELECT app_role()) IN ('city_officer', 'administrator'));
