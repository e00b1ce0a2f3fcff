import { randomUUID } from "node:crypto";
import { reaches, type Scope } from "@/lib/core/access";
import { type AuditEntry, writeAudits } from "@/lib/core/audit";
import { command } from "@/lib/core/command";
import { addDays, type Day, toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, fromDatabase, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "../queries";
import { requireUnitOn } from "../resolve/queries";
import { type AreaRecord, divisionsOf, findArea, knownAreas, readList } from "./queries";
import { areaName, isReady, leftOver, wasThere } from "./rules";
import {
  type AreaValues,
  areaCreate,
  areaEnd,
  areaImport,
  areaMove,
  areaReopen,
  areaUpdate,
  type Imported,
} from "./schema";

/** Adds an area to a unit; it begins with the unit unless it has a day of its own. */
export const createArea = command({
  permission: "units.areas.create",
  domain: "units",
  input: areaCreate,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { id, unitId, ...typed }, scope) => {
    const unit = await unitById(tx, scope, unitId);
    const values = tidy(typed);
    if (values.validFrom) await requireUnitOn(tx, scope, unit.id, values.validFrom, "validFrom");
    await holdUnit(tx, unit.id);
    await requireNew(tx, unit.id, values);
    await tx.residentialArea.create({
      data: { ...columns(values), id, unitId: unit.id, createdById: scope.userId },
      select: { id: true },
    });
    return {
      result: { id },
      audit: { subjectId: id, unitId: unit.id, after: { unitId: unit.id, ...values } },
    };
  },
});

/** Changes what is known of an area; a version that is no longer the stored one is told which fields differ (R5). */
export const updateArea = command({
  permission: "units.areas.update",
  domain: "units",
  input: areaUpdate,
  run: async (tx, { id, version, ...typed }, scope) => {
    const before = await holdArea(tx, scope, id);
    const values = tidy(typed);
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing({ ...blanks, ...told(before) }, { ...blanks, ...values }),
      });
    const renamed = before.name !== values.name || before.kind !== values.kind;
    if (renamed && before.validTo === null)
      for (const unitId of new Set([before.unit.id, before.recorded.id]))
        await requireNew(tx, unitId, values, id);
    if (before.validTo && values.validFrom && values.validFrom > before.validTo)
      throw invalid("validFrom", "after-end");
    await tx.residentialArea
      .update({
        where: { id },
        data: { ...columns(values), updatedAt: new Date(), version: version + 1 },
        select: { id: true },
      })
      .catch((error) => nameTaken(error));
    return {
      result: { id },
      audit: { subjectId: id, unitId: before.unit.id, before: told(before), after: values },
    };
  },
});

/** Ends an area with a day, alone or as part of another one of its unit; its record stays. */
export const endArea = command({
  permission: "units.areas.end",
  domain: "units",
  input: areaEnd,
  run: async (tx, { id, version, endedOn, mergedIntoId, reason }, scope) => {
    const before = await holdArea(tx, scope, id);
    if (before.validTo) throw invalid("endedOn", "already-ended");
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    if (before.validFrom && endedOn < before.validFrom)
      throw invalid("endedOn", `before-start:${before.validFrom}`);
    const merged = await lastMergedHere(tx, id);
    if (merged && endedOn <= merged) throw invalid("endedOn", `before-merged:${merged}`);
    const into = mergedIntoId && (await mergeTarget(tx, scope, before, mergedIntoId, endedOn));
    await tx.residentialArea.update({
      where: { id },
      data: {
        validTo: toDate(endedOn),
        mergedIntoId: mergedIntoId ?? null,
        updatedAt: new Date(),
        version: version + 1,
      },
      select: { id: true },
    });
    return {
      result: { id },
      audit: {
        subjectId: id,
        unitId: before.unit.id,
        before: { name: before.name, endedOn: null },
        after: { endedOn, mergedIntoId: into ? into.name : null },
        reason,
      },
    };
  },
});

/** Takes back an end that was entered by mistake, with what it was merged into; its name must still be free. */
export const reopenArea = command({
  permission: "units.areas.reopen",
  domain: "units",
  input: areaReopen,
  run: async (tx, { id, version, reason }, scope) => {
    const before = await holdArea(tx, scope, id);
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    if (!before.validTo) throw invalid("reason", "not-ended");
    for (const unitId of new Set([before.unit.id, before.recorded.id]))
      await requireNew(tx, unitId, before, id, "reason");
    await tx.residentialArea
      .update({
        where: { id },
        data: { validTo: null, mergedIntoId: null, updatedAt: new Date(), version: version + 1 },
        select: { id: true },
      })
      .catch((error) => nameTaken(error, "reason"));
    return {
      result: { id },
      audit: {
        subjectId: id,
        unitId: before.unit.id,
        before: { name: before.name, endedOn: before.validTo, mergedIntoId: before.mergedInto },
        after: { endedOn: null, mergedIntoId: null },
        reason,
      },
    };
  },
});

/** Says that a division took an area to the unit that received a part; from that day on it is that unit's. */
export const moveArea = command({
  permission: "units.areas.move",
  domain: "units",
  input: areaMove,
  run: async (tx, { id, version, division, reason }, scope) => {
    const before = await holdArea(tx, scope, id);
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    const taken = (await divisionsOf(tx, id)).find(({ unitId, on }) => `${unitId}@${on}` === division);
    if (!taken || before.validTo) throw invalid("division", "unknown-choice");
    await tx.residentialAreaMove.create({
      data: {
        areaId: id,
        unitId: taken.unitId,
        movedOn: toDate(taken.on),
        decision: taken.decision,
        recordedById: scope.userId,
      },
      select: { areaId: true },
    });
    await tx.residentialArea.update({
      where: { id },
      data: { updatedAt: new Date(), version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id },
      audit: {
        subjectId: id,
        unitId: before.unit.id,
        before: { name: before.name, unitId: before.unit.id },
        after: { unitId: taken.unitId, movedOn: taken.on },
        reason,
      },
    };
  },
});

/**
 * Stores the lines of a list that are whole and new; the others come back as text to be mended. The audit log holds a
 * row for each area, as if it had been added alone, and one for the whole.
 */
export const importAreas = command({
  permission: "units.areas.import",
  domain: "units",
  input: areaImport,
  unit: ({ unitId }) => unitId,
  creates: true,
  keepsAnswer: true,
  run: async (tx, { id, ...list }, scope) => {
    // One list at a time, and none beside a single area: two would each find the other's names free.
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('residential areas'))`);
    const sheet = await readList(tx, scope, list);
    const ready = sheet.lines.filter(isReady);
    const rows = ready.map(({ unit, values }) => ({ id: randomUUID(), unitId: unit.id, values }));
    await tx.residentialArea.createMany({
      data: rows.map(({ values, ...row }) => ({ ...columns(values), ...row, createdById: scope.userId })),
    });
    await writeAudits(
      tx,
      scope,
      "units.areas.create",
      rows.map(
        ({ id: subjectId, unitId, values }): AuditEntry => ({
          subjectId,
          unitId,
          after: { unitId, ...values },
        }),
      ),
    );
    const left = sheet.lines.length - ready.length;
    return {
      result: { id, stored: rows.length, left, text: leftOver(sheet, isReady) } satisfies Imported,
      audit: { unitId: list.unitId ?? scope.unitId, after: { day: list.day, count: rows.length, left } },
    };
  },
});

const tidy = <T extends AreaValues>(values: T): T => ({
  ...values,
  name: areaName(values.kind, values.name),
});

// An emptied box must empty the column: absent fields are written as null; the first day is then the unit's own.
const blanks = { validFrom: null, households: null, population: null, note: null };
const columns = ({ validFrom, ...values }: AreaValues) => ({
  ...blanks,
  ...values,
  validFrom: validFrom ? toDate(validFrom) : null,
});
const told = ({ kind, name, validFrom, households, population, note }: AreaRecord) => ({
  kind,
  name,
  validFrom,
  households,
  population,
  note,
});

/** One that adds or renames areas of a unit at a time. */
async function holdUnit(tx: Tx, unitId: number) {
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock_shared(hashtext('residential areas'))`);
  await tx.$executeRaw(
    sql`SELECT pg_advisory_xact_lock(hashtext('residential area'), app_carrier(${unitId}, app_today()))`,
  );
}

/** Holds an area for a change; one that belongs to another unit by now is not found. */
async function holdArea(tx: Tx, scope: Scope, id: string): Promise<AreaRecord> {
  const held = await tx.$queryRaw<unknown[]>(
    sql`SELECT FROM residential_area WHERE id = ${id}::uuid FOR UPDATE`,
  );
  if (held.length === 0) throw new AppError("not-found");
  const area = await findArea(tx, id);
  if (!reaches(scope, area.unit.id)) throw new AppError("not-found");
  await holdUnit(tx, area.unit.id);
  return area;
}

type Named = Pick<AreaValues, "kind" | "name">;

async function requireNew(tx: Tx, unitId: number, values: Named, id?: string, field = "name") {
  const [known] = (await knownAreas(tx, [{ unit: { id: unitId }, values }], id)).values();
  if (known) throw invalid(field, known.movedTo ? `area-moved:${known.movedTo}` : "area-exists");
}

/** The name is held by one that whoever renames a moved area does not see: it stayed with the unit both are recorded under. */
function nameTaken(error: unknown, field = "name"): never {
  throw fromDatabase(error)?.code === "repeated" ? invalid(field, "area-exists") : error;
}

/** The last day of the areas that became part of one: it must be there after that. */
async function lastMergedHere(tx: Tx, id: string): Promise<Day | null> {
  const [row] = await tx.$queryRaw<{ day: Day | null }[]>(
    sql`SELECT max(valid_to)::text AS day FROM residential_area WHERE merged_into_id = ${id}::uuid`,
  );
  return row?.day ?? null;
}

/** The area one is merged into: there on the day after, in the same unit. */
async function mergeTarget(tx: Tx, scope: Scope, area: AreaRecord, id: string, endedOn: Day) {
  const into = await findArea(tx, id).catch(() => undefined);
  const after = addDays(endedOn, 1);
  if (!into || into.id === area.id || into.unit.id !== area.unit.id || !wasThere(into, after))
    throw invalid("mergedIntoId", "not-there");
  if (!reaches(scope, into.unit.id)) throw invalid("mergedIntoId", "not-there");
  return into;
}
