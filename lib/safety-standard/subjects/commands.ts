import { command } from "@/lib/core/command";
import { toDate } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { formatDate } from "@/lib/core/format";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { requireUnitOn } from "@/lib/units/resolve/queries";
import { findSubject, hasNamesake, hasRecords, lookalikes } from "./queries";
import { subjectCreate, subjectEnd, subjectRemove, subjectRename } from "./schema";

/** Adds an agency, enterprise or school to a unit's list; one that looks the same is shown first. */
export const createSubject = command({
  permission: "safety-standard.subjects.create",
  domain: "safety-standard",
  input: subjectCreate,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, { acceptSimilar, validFrom, ...typed }, scope) => {
    const unit = await unitById(tx, scope, typed.unitId);
    await requireUnitOn(tx, scope, unit.id, validFrom, "validFrom");
    await requireOwnName(tx, { ...typed, except: null });
    if (!acceptSimilar) await requireNew(tx, unit.id, typed.name, null);
    await tx.safetySubject.create({
      data: { ...typed, validFrom: toDate(validFrom), createdById: scope.userId },
      select: { id: true },
    });
    return {
      result: { id: typed.id },
      audit: { subjectId: typed.id, unitId: unit.id, after: { ...typed, validFrom } },
    };
  },
});

/** Another name for the same one. */
export const renameSubject = command({
  permission: "safety-standard.subjects.update",
  domain: "safety-standard",
  input: subjectRename,
  run: async (tx, { id, version, name, acceptSimilar }) => {
    const before = await findSubject(tx, id, true);
    if (before.version !== version)
      throw new AppError("conflict", { version: before.version, differing: differing(before, { name }) });
    if (before.validTo === null) await requireOwnName(tx, { ...before, name, except: id });
    if (!acceptSimilar) await requireNew(tx, before.unitId, name, id);
    await tx.$executeRaw(sql`
      UPDATE safety_subject SET name = ${name}, updated_at = now(), version = version + 1 WHERE id = ${id}::uuid`);
    return {
      result: { id },
      audit: { subjectId: id, unitId: before.unitId, before: { name: before.name }, after: { name } },
    };
  },
});

/** Takes it off the list from the day after; its years stay. */
export const endSubject = command({
  permission: "safety-standard.subjects.end",
  domain: "safety-standard",
  input: subjectEnd,
  run: async (tx, { id, version, validTo, reason }) => {
    const before = await findSubject(tx, id, true);
    if (before.version !== version || before.validTo !== null)
      throw new AppError("conflict", { version: before.version, differing: differing(before, { validTo }) });
    if (validTo < before.validFrom) throw invalid("validTo", "before-start");
    await tx.$executeRaw(sql`
      UPDATE safety_subject SET valid_to = ${validTo}::date, end_reason = ${reason}, updated_at = now(), version = version + 1 WHERE id = ${id}::uuid`);
    return {
      result: { id },
      audit: {
        subjectId: id,
        unitId: before.unitId,
        before: { validTo: before.validTo },
        after: { name: before.name, validTo },
        reason,
      },
    };
  },
});

/**
 * Deletes one that was entered by mistake, as if it had never been on the list: nobody counts it on any day. Throws
 * `in-use` where a year of it was registered, withdrawn ones too: that one is ended instead.
 */
export const removeSubject = command({
  permission: "safety-standard.subjects.remove",
  domain: "safety-standard",
  input: subjectRemove,
  run: async (tx, { id, version, reason }) => {
    const { version: stored, ...before } = await findSubject(tx, id, true);
    if (stored !== version) throw new AppError("conflict", { version: stored });
    if (await hasRecords(tx, id)) throw new AppError("in-use");
    await tx.$executeRaw(sql`DELETE FROM safety_subject WHERE id = ${id}::uuid`);
    const { unitId, kind, name, validFrom, validTo } = before;
    return {
      result: { id },
      audit: { subjectId: id, unitId, before: { kind, name, validFrom, validTo }, reason },
    };
  },
});

/** Two of a kind that go by the very same name are one, whatever is meant. */
async function requireOwnName(tx: Tx, named: Parameters<typeof hasNamesake>[1]) {
  if (await hasNamesake(tx, named)) throw invalid("name", "same-name");
}

async function requireNew(tx: Tx, unitId: number, name: string, except: string | null) {
  const found = await lookalikes(tx, unitId, name, except);
  if (found.length > 0)
    throw new AppError("similar", {
      similar: found.map(({ id, name: label, validFrom }) => ({
        label,
        detail: formatDate(validFrom),
        href: `/safety-standard/subjects/${id}`,
      })),
    });
}
