import { createHash } from "node:crypto";
import type * as z from "zod";
import { command } from "@/lib/core/command";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { sql } from "@/lib/core/sql";
import { inForceOn } from "../../queries";
import type { Place } from "../rules";
import { type BoundarySetRecord, findBoundarySet } from "./queries";
import { simplifyShapes } from "./rings/rules";
import { type BoundaryReport, noShape, readBoundaries, untaken } from "./rules";
import { boundaryActivate, boundaryRetire, boundaryUpload } from "./schema";

/**
 * Reads a file of official boundaries and keeps the shapes of today's units for checking; the map stays as it is.
 * Throws AppError invalid on `file` with a FileFault, followed by the file's properties where one must be chosen.
 */
export const uploadBoundaries = command({
  permission: "map.boundaries.upload",
  domain: "units",
  input: boundaryUpload,
  creates: true,
  run: async (tx, { id, source, property, file }, scope) => {
    const known = await placesOfToday(tx);
    const read = readBoundaries(file, new Map(known.map(({ code, place }) => [code, place])), property);
    if ("fault" in read) throw invalid("file", [read.fault, ...(read.properties ?? [])].join(":"));
    if (read.shapes.size === 0) {
      const nameOf = (code: string) => known.find((unit) => unit.code === code)?.fullName ?? "";
      throw invalid("file", noShape(untaken(read.report), nameOf));
    }
    const shapes = simplifyShapes(read.shapes);
    const kept = [...shapes.values()].flat(2).reduce((sum, ring) => sum + ring.length, 0);
    const report: BoundaryReport = { ...read.report, kept };
    const sha256 = createHash("sha256").update(file).digest();
    await tx.boundarySet.create({
      data: { id, source, sha256, bytes: file.length, report, uploadedById: scope.userId },
      select: { id: true },
    });
    await tx.unitBoundary.createMany({
      data: known
        .filter(({ code }) => shapes.has(code))
        .map(({ id: unitId, code }) => ({ setId: id, unitId, shape: shapes.get(code) as never })),
    });
    return {
      result: { id },
      audit: {
        subjectId: id,
        after: { source, bytes: file.length, units: shapes.size, sha256: sha256.toString("hex") },
      },
    };
  },
});

/** Puts a set on the map in place of the one that is there. */
export const activateBoundaries = command({
  permission: "map.boundaries.activate",
  domain: "units",
  input: boundaryActivate,
  run: async (tx, input, scope) => {
    const before = await held(tx, input, ["draft", "replaced", "retired"]);
    if (before.units === 0) throw new AppError("not-found");
    await tx.$executeRaw(sql`UPDATE boundary_set SET active = false, version = version + 1 WHERE active`);
    await tx.$executeRaw(sql`
      UPDATE boundary_set SET active = true, activated_at = now(), activated_by_id = ${scope.userId}::uuid, retired_at = NULL, retired_reason = NULL,
             version = version + 1 WHERE id = ${input.id}::uuid`);
    return told(before, true);
  },
});

/** Takes a set off the map, which is a scheme again, or gives one up that never came there; it is kept either way. */
export const retireBoundaries = command({
  permission: "map.boundaries.retire",
  domain: "units",
  input: boundaryRetire,
  run: async (tx, { reason, ...input }) => {
    const before = await held(tx, input, ["draft", "active"]);
    await tx.$executeRaw(sql`
      UPDATE boundary_set SET active = false, retired_at = now(), retired_reason = ${reason}, version = version + 1 WHERE id = ${input.id}::uuid`);
    const { result, audit } = told(before, false);
    return { result, audit: { ...audit, reason } };
  },
});

/** The set of a form, with no other change of sets under way. Throws AppError not-found, conflict. */
async function held(
  tx: Tx,
  { id, version }: z.output<typeof boundaryActivate>,
  states: readonly BoundarySetRecord["state"][],
): Promise<BoundarySetRecord> {
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtext('boundaries'))`);
  const set = await findBoundarySet(tx, id);
  if (set.version !== version || !states.includes(set.state))
    throw new AppError("conflict", {
      version: set.version,
      differing: differing({ state: set.state }, { state: "" }),
    });
  return set;
}

const told = ({ id, source, units, state }: BoundarySetRecord, active: boolean) => ({
  result: { id },
  audit: {
    subjectId: id,
    before: { source, units, active: state === "active" },
    after: { source, units, active },
  },
});

/** Today's units with where their labels stand: what a file's codes are matched with, and where it should lie. */
async function placesOfToday(
  tx: Tx,
): Promise<{ id: number; code: string; fullName: string; place: Place }[]> {
  const units = await tx.$queryRaw<
    { id: number; code: string; fullName: string; lon: number | null; lat: number | null }[]
  >(sql`
    SELECT id, code, full_name AS "fullName", label_lon AS lon, label_lat AS lat FROM unit WHERE ${inForceOn(today(), sql`unit`)} ORDER BY id`);
  const labelled = units.find(({ lon }) => lon !== null);
  // A unit that came of others has no label of its own; any of the city's places serves to tell whether a file lies in it.
  return units.map(({ id, code, fullName, lon, lat }) => ({
    id,
    code,
    fullName,
    place: [lon ?? labelled?.lon ?? 0, lat ?? labelled?.lat ?? 0],
  }));
}
