import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, today } from "@/lib/core/days";
import { pointCreate, pointResize, pointUpdate } from "@/lib/security-models/points/schema";

const point = {
  id: randomUUID(),
  modelId: randomUUID(),
  unitId: "7",
  site: "Khóm 3",
  status: "active",
  decision: "QĐ 1",
  startedOn: "2025-08-01",
};
const faults = (change: object, schema: { safeParse: typeof pointCreate.safeParse } = pointCreate) =>
  Object.fromEntries(
    (schema.safeParse({ ...point, ...change }).error?.issues ?? []).map((issue) => [
      issue.path[0],
      issue.message,
    ]),
  );

describe("a point's first day", () => {
  it("belongs to points that run, not to those that wait", () => {
    expect(faults({})).toEqual({});
    expect(faults({ startedOn: undefined })).toEqual({ startedOn: "required" });
    expect(faults({ status: "proposed" })).toEqual({ startedOn: "not-begun" });
    expect(faults({ status: "approved", startedOn: undefined })).toEqual({});
  });
  it("is a real day since 1975, not to come", () => {
    expect(faults({ startedOn: "2025-02-30" })).toEqual({ startedOn: "not-a-date" });
    expect(faults({ startedOn: "1974-12-31" })).toEqual({ startedOn: "too-early:1975-04-30" });
    expect(faults({ startedOn: addDays(today(), 1) })).toEqual({ startedOn: "in-the-future" });
  });
});

describe("a point's form", () => {
  it("refuses counts beyond belief and keeps nil apart from unknown (T17)", () => {
    expect(faults({ teams: "-1", members: "9999999" })).toEqual({
      teams: "too-small:0",
      members: "too-large:1000000",
    });
    expect(pointCreate.parse({ ...point, teams: "0" })).toMatchObject({ teams: 0 });
    expect(pointCreate.parse(point).members).toBeUndefined();
  });
  it("enters a point as waiting, piloting or active; what comes later is a step", () => {
    expect(faults({ status: "suspended" })).toEqual({ status: "unknown-choice" });
    expect(Object.keys(pointUpdate.shape)).not.toContain("status");
  });
  it("takes an original for a copy only, and no telephone number for a contact", () => {
    const copiedFromId = randomUUID();
    expect(faults({ copiedFromId })).toEqual({ copiedFromId: "not-a-copy" });
    expect(faults({ copiedFromId, origin: "replicated" })).toEqual({});
    expect(faults({ contactPost: "Anh Ba 0912345678" })).toEqual({ contactPost: "phone-number" });
    expect(faults({ coordinates: "48.85, 2.35" })).toEqual({ coordinates: "not-coordinates" });
  });
  it("names one fault a field when nothing was filled in", () => {
    const fields = (schema: typeof pointCreate | typeof pointResize) =>
      new Set(schema.safeParse({}).error?.issues.map((issue) => issue.path[0]));
    expect(fields(pointCreate)).toEqual(new Set(["id", "modelId", "unitId", "site", "status", "decision"]));
    expect(fields(pointResize)).toEqual(new Set(["id", "effectiveOn"]));
  });
});
