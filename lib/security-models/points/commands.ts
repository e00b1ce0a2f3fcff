import type * as z from "zod";
import type { Scope } from "@/lib/core/access";
import { namedCodes } from "@/lib/core/code-labels";
import { listsOfCodes, requireListed } from "@/lib/core/code-lists";
import { command } from "@/lib/core/command";
import { type Day, toDate, today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { unitById } from "@/lib/units/queries";
import { requireUnitOn } from "@/lib/units/resolve/queries";
import { lockPoint, originalOf, type PointRecord, what } from "./queries";
import { writeCoordinates } from "./rules";
import { pointCreate, pointDelete, pointResize, pointUpdate } from "./schema";

/** Enters a point of a model in a unit of its time; teams and members are the point's, not the model's (T14). */
export const createPoint = command({
  permission: "security-models.points.create",
  domain: "security-models",
  input: pointCreate,
  unit: ({ unitId }) => unitId,
  creates: true,
  run: async (tx, input, scope) => {
    const { id, modelId, status, startedOn, decision, teams, members, ...details } = input;
    const [model] = await tx.$queryRaw<{ merged: boolean }[]>(
      sql`SELECT merged_into_id IS NOT NULL AS merged FROM security_model WHERE id = ${modelId}::uuid`,
    );
    if (!model) throw invalid("modelId", "unknown-choice");
    if (model.merged) throw invalid("modelId", "merged");
    if (status === "approved" && scope.reach !== "all") throw invalid("status", "approved-by-city");
    await requireKnown(tx, details);
    await requireUnitOf(tx, scope, details.unitId, startedOn ?? null);
    await requireOriginal(tx, id, modelId, details.copiedFromId, startedOn ?? null);
    await tx.modelPoint.create({
      data: {
        ...columns(details),
        id,
        modelId,
        status,
        decision,
        startedOn: startedOn ? toDate(startedOn) : null,
        teams: teams ?? null,
        members: members ?? null,
      },
      select: { id: true },
    });
    return { result: { id }, audit: { subjectId: id, unitId: input.unitId, after: onRecord(input) } };
  },
});

/** Corrects what is told about a point, whatever state it is in; its days and state stay with its steps. */
export const updatePoint = command({
  permission: "security-models.points.update",
  domain: "security-models",
  input: pointUpdate,
  unit: ({ unitId }) => unitId,
  run: async (tx, { id, version, ...typed }, scope) => {
    const before = await lockPoint(tx, id);
    const unit = await requireUnitOf(tx, scope, typed.unitId, before.startedOn);
    if (before.version !== version)
      throw new AppError("conflict", {
        version: before.version,
        differing: differing(
          await shown(tx, told(before), before.unitName),
          await shown(tx, { ...blanks, ...typed }, unit.fullName),
        ),
      });
    await requireKnown(tx, typed);
    await requireOriginal(tx, id, before.modelId, typed.copiedFromId, before.startedOn);
    await tx.modelPoint.update({
      where: { id },
      data: { ...columns(typed), updatedAt: new Date(), version: version + 1 },
      select: { id: true },
    });
    return {
      result: { id },
      audit: { subjectId: id, unitId: typed.unitId, before: onRecord(told(before)), after: onRecord(typed) },
    };
  },
});

/** Writes how many teams and members a point has from a day on; earlier figures stay (T14, T15). */
export const resizePoint = command({
  permission: "security-models.points.resize",
  domain: "security-models",
  input: pointResize,
  run: async (tx, { id, effectiveOn, teams = null, members = null }) => {
    const point = await lockPoint(tx, id);
    if (point.status === "declined") throw invalid("effectiveOn", "declined");
    if (point.startedOn && effectiveOn < point.startedOn)
      throw invalid("effectiveOn", `before-start:${point.startedOn}`);
    if (point.endedOn && effectiveOn >= point.endedOn) throw invalid("effectiveOn", "after-end");
    const [before] = await tx.$queryRaw<{ teams: number | null; members: number | null }[]>(sql`
      SELECT teams, members FROM point_size WHERE point_id = ${id}::uuid AND effective_on = ${effectiveOn}::date`);
    await tx.$executeRaw(sql`
      INSERT INTO point_size (point_id, unit_id, effective_on, teams, members)
      VALUES (${id}::uuid, ${point.unitId}, ${effectiveOn}::date, ${teams}, ${members})
      ON CONFLICT (point_id, effective_on) DO UPDATE SET teams = excluded.teams, members = excluded.members`);
    await tx.$executeRaw(sql`UPDATE model_point SET updated_at = now() WHERE id = ${id}::uuid`);
    return {
      result: { id },
      audit: {
        subjectId: id,
        unitId: point.unitId,
        before: { effectiveOn, teams: before?.teams ?? null, members: before?.members ?? null },
        after: { effectiveOn, teams, members },
      },
    };
  },
});

/** Takes out a point that was entered by mistake; one with copies, sessions, evaluations or readings stays and is ended instead. */
export const deletePoint = command({
  permission: "security-models.points.delete",
  domain: "security-models",
  input: pointDelete,
  run: async (tx, { id, version, reason }) => {
    const before = await lockPoint(tx, id);
    if (before.version !== version) throw new AppError("conflict", { version: before.version });
    const hanging = await what(tx, id);
    if (hanging.length > 0) throw invalid("reason", `in-use:${hanging.join(",")}`);
    await tx.$executeRaw(sql`DELETE FROM model_point WHERE id = ${id}::uuid`);
    return {
      result: { id, modelId: before.modelId },
      audit: {
        subjectId: id,
        unitId: before.unitId,
        before: {
          ...onRecord(told(before)),
          modelId: before.modelId,
          status: before.status,
          startedOn: before.startedOn,
        },
        reason,
      },
    };
  },
});

type Details = Omit<z.output<typeof pointUpdate>, "id" | "version">;

const requireKnown = (tx: Tx, { siteKind, coreForce }: Details) =>
  requireListed(tx, {
    siteKind: ["site", siteKind ? [siteKind] : []],
    coreForce: ["force", coreForce ? [coreForce] : []],
  });

/** The unit, in reach and in being on the first day; a point that waits belongs to a unit of today. */
async function requireUnitOf(tx: Tx, scope: Scope, unitId: number, startedOn: Day | null) {
  const unit = await unitById(tx, scope, unitId);
  await requireUnitOn(tx, scope, unit.id, startedOn ?? today());
  return unit;
}

/** An original is a point of the same model, anywhere in the city, and no copy of this one. */
async function requireOriginal(
  tx: Tx,
  id: string,
  modelId: string,
  copiedFromId: string | undefined,
  startedOn: Day | null,
) {
  if (!copiedFromId) return;
  const original = await originalOf(tx, copiedFromId);
  if (!original || original.modelId !== modelId || copiedFromId === id)
    throw invalid("copiedFromId", "unknown-choice");
  if (startedOn && original.startedOn && original.startedOn > startedOn)
    throw invalid("copiedFromId", `later:${original.startedOn}`);
}

// An emptied box must empty the column: absent fields are written as null.
const blanks = {
  siteKind: null,
  address: null,
  coordinates: null,
  copiedFromId: null,
  coreForce: null,
  contactPost: null,
  budgetFunding: null,
  socialFunding: null,
};

function columns({ coordinates, budgetFunding, socialFunding, ...typed }: Details) {
  const { coordinates: _, ...empty } = blanks;
  return {
    ...empty,
    ...typed,
    latitude: coordinates?.latitude ?? null,
    longitude: coordinates?.longitude ?? null,
    budgetFunding: budgetFunding ?? null,
    socialFunding: socialFunding ?? null,
  };
}

function told(point: PointRecord) {
  const { unitId, site, siteKind, address, latitude, longitude, origin, copiedFromId, coreForce } = point;
  const { contactPost, budgetFunding, socialFunding } = point;
  const coordinates = latitude === null || longitude === null ? null : { latitude, longitude };
  return {
    unitId,
    site,
    siteKind,
    address,
    coordinates,
    origin,
    copiedFromId,
    coreForce,
    contactPost,
    budgetFunding,
    socialFunding,
  };
}

type Coordinates = { latitude: number; longitude: number };

/** Fields as the audit log keeps them: coordinates as one line. */
const onRecord = <T extends { coordinates?: Coordinates | null }>({ coordinates, ...fields }: T) => ({
  ...fields,
  coordinates: writeCoordinates(coordinates?.latitude ?? null, coordinates?.longitude ?? null) ?? null,
});

/** Fields as two editions are compared: codes and units in words. */
async function shown(tx: Tx, fields: ReturnType<typeof told> | (typeof blanks & Details), unitName: string) {
  const { site, force } = await listsOfCodes(tx, ["site", "force"]);
  const original = fields.copiedFromId ? await originalOf(tx, fields.copiedFromId) : undefined;
  return {
    ...fields,
    unitId: unitName,
    siteKind: fields.siteKind ? namedCodes(site, [fields.siteKind]) : null,
    coreForce: fields.coreForce ? namedCodes(force, [fields.coreForce]) : null,
    copiedFromId: original ? `${original.site}, ${original.unitName}` : null,
    coordinates: onRecord(fields).coordinates,
  };
}
