import type { Actor, System } from "./access";
import { type Tx, withActor } from "./db";
import { sql } from "./sql";

export type AuditEntry = {
  /** What was touched: a record's id, or a user name at sign-in. */
  subjectId?: string | null;
  unitId?: number | null;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
};

/** Writes one audit row in the caller's transaction: it stands or falls with what it tells of. */
export async function writeAudit(
  tx: Tx,
  actor: Actor | System,
  action: string,
  entry: AuditEntry,
  outcome: "done" | "refused" = "done",
) {
  const user = actor.role === "system" ? null : actor;
  await tx.$executeRaw(sql`
    INSERT INTO audit_event (user_id, user_name, role, action, outcome, unit_id, subject_id, before, after, reason, address)
    VALUES (${user?.userId ?? null}::uuid, ${user?.username ?? ""}, ${user?.role ?? null}::role, ${action}, ${outcome}::audit_outcome,
      ${entry.unitId ?? null}, ${entry.subjectId ?? null}, ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb,
      ${entry.reason ?? null}, ${actor.address})`);
}

/** Several done at once, a row each, in one statement. */
export async function writeAudits(tx: Tx, actor: Actor, action: string, entries: readonly AuditEntry[]) {
  const rows = entries.map(({ subjectId, unitId, before, after, reason }) => ({
    subject_id: subjectId,
    unit_id: unitId,
    before,
    after,
    reason,
  }));
  await tx.$executeRaw(sql`
    INSERT INTO audit_event (user_id, user_name, role, action, outcome, unit_id, subject_id, before, after, reason, address)
    SELECT ${actor.userId}::uuid, ${actor.username}, ${actor.role}::role, ${action}, 'done', r.unit_id, r.subject_id, r.before, r.after, r.reason, ${actor.address}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (unit_id int, subject_id text, before jsonb, after jsonb, reason text)`);
}

/** Records a refusal of access in a transaction of its own, since the refused one is rolled back. */
export async function auditRefusal(actor: Actor | System, action: string, entry: AuditEntry = {}) {
  const scope = actor.role === "system" ? actor : { ...actor, reach: [] };
  await withActor(scope, (tx) => writeAudit(tx, actor, action, entry, "refused"));
}

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value));
