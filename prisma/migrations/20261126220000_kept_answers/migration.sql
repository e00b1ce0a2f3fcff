-- A create that answers with more than its id (how many rows were stored, which lines were not) gives the same answer to
-- the same request. Only commands that say so keep theirs; nothing secret is among them.
ALTER TABLE "command_receipt" ADD COLUMN "answer" JSONB;
GRANT UPDATE (answer) ON command_receipt TO portal_app;
