import { command } from "@/lib/core/command";
import { addDays, type Day, toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { findChange, hangsOn, type Made, plannedChange, toldOf } from "./queries";
import type { Plan } from "./rules";
import { type ChangeInput, changeMake, changeUndo } from "./schema";
import { touchedBy } from "./touched/queries";

/**
 * Carries out a change of units: those it touches end the day before, new ones begin, edges say what passed into
 * what. No other row is written: reach and totals follow lineage from the day on. Throws `invalid`, `similar`.
 */
export const makeChange = command({
  permission: "units.changes.make",
  domain: "units",
  input: changeMake,
  creates: true,
  run: async (tx, { id, acceptSimilar, ...input }, scope) => {
    await holdUnits(tx);
    const { plan, units } = await plannedChange(tx, input, acceptSimilar);
    // Whoever is writing about these units is waited for and counted; whoever comes later meets their last day.
    await tx.$executeRaw(sql`SELECT FROM unit WHERE id = ANY (${plan.ends}::int[]) ORDER BY id FOR UPDATE`);
    const touched = await touchedBy(tx, plan, units, input.effectiveOn);
    const told = toldOf(units, plan);
    await tx.unitChange.create({
      data: {
        id,
        kind: input.kind,
        effectiveOn: toDate(input.effectiveOn),
        decisionNumber: input.decisionNumber,
        decisionDate: toDate(input.decisionDate),
        note: input.note ?? null,
        made: JSON.parse(JSON.stringify({ ...told, input, touched } satisfies Made)),
        createdById: scope.userId,
      },
      select: { id: true },
    });
    await endUnits(tx, id, plan, input.effectiveOn);
    const begun = await beginUnits(tx, id, plan, input);
    await passOn(tx, id, plan, begun, input);
    await settle(tx);
    return {
      result: { id },
      audit: {
        subjectId: id,
        before: { ended: told.ended.map(inWords) },
        after: {
          kind: input.kind,
          effectiveOn: input.effectiveOn,
          decisionNumber: input.decisionNumber,
          decisionDate: input.decisionDate,
          clause: input.clause,
          note: input.note,
          begun: told.begun.map(inWords),
        },
      },
    };
  },
});

/**
 * Takes a change back as if it had not been, while nothing that counts hangs on the units it began; what was deleted,
 * withdrawn or has ended goes back with it, and its record stays with the reason. Throws `in-use` when something does, `conflict` when somebody else was faster.
 */
export const undoChange = command({
  permission: "units.changes.undo",
  domain: "units",
  input: changeUndo,
  run: async (tx, { id, version, reason }, scope) => {
    await holdUnits(tx);
    const before = await findChange(tx, id);
    if (before.undone)
      throw new AppError("invalid", { issues: [{ field: "reason", code: "already-undone" }] });
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    await tx.$executeRaw(sql`SELECT FROM unit WHERE begun_by_id = ${id}::uuid ORDER BY id FOR UPDATE`);
    if ((await hangsOn(tx, id, before.effectiveOn)).length > 0) throw new AppError("in-use");
    await tx.$executeRaw(sql`SELECT app_take_back(${id}::uuid)`);
    await tx.unitChange.update({
      where: { id },
      data: {
        undoneAt: new Date(),
        undoneById: scope.userId,
        undoneReason: reason,
        version: before.version + 1,
      },
      select: { id: true },
    });
    await settle(tx);
    return {
      result: { id },
      audit: {
        subjectId: id,
        before: {
          kind: before.kind,
          effectiveOn: before.effectiveOn,
          decisionNumber: before.decisionNumber,
          begun: before.made.begun.map(inWords),
        },
        after: { ended: before.made.ended.map(inWords) },
        reason,
      },
    };
  },
});

const inWords = ({ fullName, code }: { fullName: string; code: string }) => `${fullName} (${code})`;

/** One change of units at a time: two that were planned side by side could each miss the other. */
const holdUnits = (tx: Tx) => tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('unit changes'))`);

/** The database's own checks of lineage, now and not at the end, so that a refusal is one of this command. */
const settle = (tx: Tx) => tx.$executeRaw(sql`SET CONSTRAINTS ALL IMMEDIATE`);

const endUnits = (tx: Tx, id: string, { ends }: Plan, on: Day) =>
  tx.$executeRaw(sql`
    UPDATE unit SET valid_to = ${addDays(on, -1)}::date, ended_by_id = ${id}::uuid WHERE id = ANY (${ends}::int[])`);

/** The new units in the plan's order; province, district and the like are those of the unit each goes on from. */
async function beginUnits(tx: Tx, changeId: string, { begins }: Plan, input: ChangeInput): Promise<number[]> {
  const ids: number[] = [];
  for (const { like, row: _, ...unit } of begins) {
    const kept = like === null ? null : await placeOf(tx, like);
    const { id } = await tx.unit.create({
      data: {
        ...kept,
        ...unit,
        validFrom: toDate(input.effectiveOn),
        clause: input.clause ?? null,
        begunById: changeId,
      },
      select: { id: true },
    });
    ids.push(id);
  }
  return ids;
}

const placeOf = (tx: Tx, id: number) =>
  tx.unit.findUniqueOrThrow({
    where: { id },
    select: {
      districtCode: true,
      districtName: true,
      provinceCode: true,
      provinceName: true,
      formerArea: true,
    },
  });

const passOn = (tx: Tx, changeId: string, { edges }: Plan, begun: readonly number[], input: ChangeInput) =>
  tx.unitSuccession.createMany({
    data: edges.map(({ from, to, kind, share }) => ({
      predecessorId: from,
      successorId: begun[to] as number,
      effectiveOn: toDate(input.effectiveOn),
      kind,
      share,
      decision: input.decisionNumber,
      clause: input.clause ?? null,
      note: input.note ?? null,
      changeId,
    })),
  });
