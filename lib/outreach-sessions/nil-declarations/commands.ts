import { command } from "@/lib/core/command";
import { fromDate, toDate } from "@/lib/core/days";
import { AppError, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { requireUnitOn } from "@/lib/units/resolve/queries";
import { obstacles } from "./queries";
import { declaredSpan } from "./rules";
import { nilDeclare, nilWithdraw } from "./schema";

/** Says that a unit had nothing in a period, which is not the same as saying nothing (T17). */
export const declareNil = command({
  permission: "outreach-sessions.nil-declarations.declare",
  domain: "outreach-sessions",
  input: nilDeclare,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { id, unitId, note, ...asked }, scope) => {
    const span = declaredSpan(asked);
    if (!span) throw invalid("period", "required");
    await requireUnitOn(tx, scope, unitId, span.to);
    // One at a time for a unit: two that overlap never both find the way free.
    await tx.$queryRaw(sql`SELECT pg_advisory_xact_lock(hashtext('nil_declaration'), ${unitId}::int)::text`);
    const { logged, overlapping } = await obstacles(tx, unitId, span.from, span.to);
    const entries = logged.gatherings + logged.broadcasts;
    if (entries > 0) throw invalid("period", `has-sessions:${entries}`);
    if (overlapping > 0) throw invalid("period", "overlaps");
    await tx.nilDeclaration.create({
      data: {
        id,
        unitId,
        periodFrom: toDate(span.from),
        periodTo: toDate(span.to),
        note: note ?? null,
        declaredById: scope.userId,
      },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, unitId, after: { ...span, note } } };
  },
});

/** Takes a declaration back; the row and the reason stay. */
export const withdrawNil = command({
  permission: "outreach-sessions.nil-declarations.withdraw",
  domain: "outreach-sessions",
  input: nilWithdraw,
  run: async (tx, { id, reason }) => {
    const held = await tx.$queryRaw<unknown[]>(
      sql`SELECT FROM nil_declaration WHERE id = ${id}::uuid AND withdrawn_at IS NULL FOR UPDATE`,
    );
    if (held.length === 0) throw new AppError("not-found");
    const { unitId, periodFrom, periodTo } = await tx.nilDeclaration.update({
      where: { id },
      data: { withdrawnAt: new Date(), withdrawnReason: reason },
      select: { unitId: true, periodFrom: true, periodTo: true },
    });
    const before = { from: fromDate(periodFrom), to: fromDate(periodTo) };
    return { result: { id }, audit: { subjectId: id, unitId, before, reason } };
  },
});
