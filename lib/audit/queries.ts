import type { Tx } from "@/lib/core/db";
import { cutPage, pageSize, readCursor, writeCursor } from "@/lib/core/paging";
import type { Role } from "@/lib/core/policy";
import { query } from "@/lib/core/query";
import { join, type Sql, sql } from "@/lib/core/sql";
import { unitIdsIn } from "./rules";
import { type AuditFilter, type AuditOutcome, auditFilter } from "./schema";

type StoredEvent = {
  id: bigint;
  at: Date;
  userName: string;
  name: string | null;
  role: Role | null;
  action: string;
  outcome: AuditOutcome;
  unitName: string | null;
  subjectId: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
  address: string;
};
export type AuditRow = Omit<StoredEvent, "id" | "at"> & { id: string; at: string };

/** The audit log, newest first, a page at a time; `next` is the cursor of the page after. */
export const listAudit = query({
  permission: "audit.list",
  input: auditFilter,
  run: async (tx, filter) => {
    const stored = await tx.$queryRaw<StoredEvent[]>(sql`
      SELECT e.id, e.at, e.user_name AS "userName", u.name, e.role::text AS role, e.action, e.outcome::text AS outcome,
             n.full_name AS "unitName", e.subject_id AS "subjectId", e.before, e.after, e.reason, e.address
        FROM audit_event e LEFT JOIN unit n ON n.id = e.unit_id LEFT JOIN app_user u ON u.id = e.user_id
       WHERE ${narrowed(filter)} ORDER BY e.at DESC, e.id DESC LIMIT ${pageSize + 1}`);
    const rows = stored.map((row): AuditRow => ({ ...row, id: String(row.id), at: row.at.toISOString() }));
    return { ...cutPage(rows, (row) => writeCursor(row.at, row.id)), unitNames: await unitNames(tx, rows) };
  },
});

function narrowed({ from, to, user, action, outcome, subject, cursor }: AuditFilter): Sql {
  const parts = [sql`true`];
  // A day begins at midnight in Việt Nam, wherever the server stands.
  if (from) parts.push(sql`e.at >= ${from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`);
  if (to) parts.push(sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`);
  // At the doors nobody is known yet: the name that was typed is the event's subject.
  if (user)
    parts.push(sql`(e.user_name = lower(${user}) OR (e.user_id IS NULL AND e.subject_id = lower(${user})))`);
  if (action) parts.push(sql`e.action = ${action}`);
  if (outcome) parts.push(sql`e.outcome = ${outcome}::audit_outcome`);
  if (subject) parts.push(sql`e.subject_id = ${subject}`);
  const last = readCursor(cursor);
  if (last) parts.push(sql`(e.at, e.id) < (${last.key}::timestamptz, ${last.id}::bigint)`);
  return join(parts, " AND ");
}

async function unitNames(tx: Tx, rows: AuditRow[]): Promise<Record<number, string>> {
  const ids = [...new Set(rows.flatMap(({ before, after }) => unitIdsIn(before, after)))];
  if (ids.length === 0) return {};
  const units = await tx.unit.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } });
  return Object.fromEntries(units.map(({ id, fullName }) => [id, fullName]));
}
