-- A create that answers with more than its id (how many rows were stored, which lines were not) gives the same answer to
-- the same request. Only commands that say so keep theirs; nothing secret is among them.
ALTER TABLE "command_receipt" ADD COLUMN "answer" JSONB;
GRANT UPDATE (answer) ON command_receipt TO portal_app;

-- An agency, enterprise or school that was put on the list by mistake: the city takes it off while no year was registered.
CREATE POLICY city_delete ON safety_subject FOR DELETE USING ((SELECT app_reaches_all()) AND (SELECT app_role()) IN ('city_officer', 'system'));
GRANT DELETE ON safety_subject TO portal_app;
