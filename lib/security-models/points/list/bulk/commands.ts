import type { Scope } from "@/lib/core/access";
import { type AuditEntry, writeAudits } from "@/lib/core/audit";
import { requireListed } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { transitionOf } from "../../../steps/rules";
import { isPast } from "../../past/rules";
import { inView } from "../queries";
import { readView } from "../schema";
import { type BulkField, type BulkStep, mostAtOnce } from "./catalog";
import { type BulkRow, fieldLists, judge, lockBulkRows, mayDo } from "./queries";
import { isBulkStep } from "./rules";
import { type BulkChange, bulkChange } from "./schema";

const permission = "security-models.points.bulk";

/**
 * Changes every point of a filter that can be changed so, all in one transaction or none. What was previewed is what
 * is changed: when the set is another meanwhile, it is refused with the count that stands now. The audit log holds a
 * row for each point, as if it had been changed alone, and one for the whole.
 */
export const changePoints = command({
  permission,
  domain: "security-models",
  input: bulkChange,
  creates: true,
  keepsAnswer: true,
  run: async (tx, input, scope) => {
    const { id, view, act, on = today(), to, count, mark } = input;
    if (!mayDo(scope).includes(act)) throw new AppError("denied");
    if (!isBulkStep(act)) await requireListed(tx, { to: [fieldLists[act], [to as string]] });
    const filter = readView(view, scope.role);
    // A set of a past day is chosen by what points were then; what is changed is what they are.
    if (isPast(filter.context.asOf)) throw invalid("count", "past-day");
    const rows = await lockBulkRows(tx, filter, await inView(tx, scope, filter));
    if (rows.length > mostAtOnce) throw invalid("count", `too-many-points:${mostAtOnce}`);
    const set = judge(rows, { act, on, to });
    if (set.mark !== mark || set.can.length !== count) throw invalid("count", `changed:${set.can.length}`);
    const each = isBulkStep(act)
      ? await takeSteps(tx, scope, set.can, { ...input, act, on })
      : await writeField(tx, set.can, act, to as string);
    await writeAudits(tx, scope, permission, each);
    const kept = set.cannot.reduce((sum, { count }) => sum + count, 0);
    return {
      result: { id, count },
      audit: { unitId: scope.unitId, after: { act, on, to, count, kept, view }, reason: input.reason },
    };
  },
});

type Step = Pick<BulkChange, "decision" | "minutes" | "reason"> & { act: BulkStep; on: string };

/** The same step of each point, written as a single one is; the database looks at each by itself. */
async function takeSteps(
  tx: Tx,
  scope: Scope,
  points: readonly BulkRow[],
  { act, on, decision, minutes, reason }: Step,
): Promise<AuditEntry[]> {
  const { to } = transitionOf(act);
  await tx.$executeRaw(sql`
    INSERT INTO point_step (id, point_id, unit_id, kind, from_status, to_status, happened_on, decision, minutes, reason, created_by_id)
    SELECT gen_random_uuid(), p.id, p.unit_id, ${act}::point_step_kind, p.status, ${to}::point_status, ${on}::date,
           ${decision ?? null}, ${minutes ?? null}, ${reason ?? null}, ${scope.userId}::uuid
      FROM model_point p WHERE p.id = ANY (${points.map(({ id }) => id)}::uuid[]) ORDER BY p.id`);
  return points.map(({ id, unitId, status }) => ({
    subjectId: id,
    unitId,
    before: { status },
    after: { status: to, kind: act, happenedOn: on, decision, minutes, reason },
  }));
}

const columns = { coreForce: sql`core_force`, siteKind: sql`site_kind` };

async function writeField(
  tx: Tx,
  points: readonly BulkRow[],
  field: BulkField,
  to: string,
): Promise<AuditEntry[]> {
  await tx.$executeRaw(sql`
    UPDATE model_point SET ${columns[field]} = ${to}, updated_at = now(), version = version + 1
     WHERE id = ANY (${points.map(({ id }) => id)}::uuid[])`);
  return points.map((point) => ({
    subjectId: point.id,
    unitId: point.unitId,
    before: { [field]: point[field] },
    after: { [field]: to },
  }));
}
