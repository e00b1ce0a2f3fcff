import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addDays, today } from "@/lib/core/days";
import { pointCreate, pointEnd, pointUpdate } from "@/lib/security-models/points/schema";

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
  it("enters a point as waiting, piloting or active; what comes later is an edit, and an end a command", () => {
    expect(faults({ status: "suspended" })).toEqual({ status: "unknown-choice" });
    const edit = { version: "1", status: "suspended" };
    expect(pointUpdate.safeParse({ ...point, ...edit }).success).toBe(true);
    expect(pointUpdate.safeParse({ ...point, ...edit, status: "ended" }).error?.issues[0]).toMatchObject({
      path: ["status"],
      message: "unknown-choice",
    });
  });
  it("names one fault a field when nothing was filled in", () => {
    const fields = (schema: typeof pointCreate | typeof pointEnd) =>
      new Set(schema.safeParse({}).error?.issues.map((issue) => issue.path[0]));
    expect(fields(pointCreate)).toEqual(new Set(["id", "modelId", "unitId", "site", "status", "decision"]));
    expect(fields(pointEnd)).toEqual(new Set(["id", "version", "endedOn", "endKind", "endDecision"]));
  });
});
