import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "@/lib/core/days";
import { isWaiting, runningStatuses, waitingStatuses } from "@/lib/security-models/points/catalog";
import { stepKinds, transitions } from "@/lib/security-models/steps/catalog";
import {
  afterStep,
  lastStepOn,
  nextStep,
  reversible,
  stepFault,
  stepsFrom,
  transitionOf,
} from "@/lib/security-models/steps/rules";
import { readStepStart } from "@/lib/security-models/steps/schema";
import type { PointStatus } from "@/prisma/client/enums";

describe("the life of a point", () => {
  it("goes from a proposal to its end, and nothing follows an end or a refusal", () => {
    expect(stepsFrom("proposed")).toEqual(["approve", "decline"]);
    expect(stepsFrom("approved")).toEqual(["decline", "pilot", "launch"]);
    expect(stepsFrom("active")).toContain("recognize");
    expect(stepsFrom("suspended")).toEqual(["resume", "merge", "remove", "finish"]);
    expect(stepsFrom("ended")).toEqual([]);
    expect(stepsFrom("declined")).toEqual([]);
  });

  it("lets every running point end in three ways, and asks a decision of each end", () => {
    for (const status of runningStatuses)
      expect(stepsFrom(status)).toEqual(expect.arrayContaining(["merge", "remove", "finish"]));
    for (const { to, needs, by } of transitions.filter(({ to }) => to === "ended"))
      expect({ to, decision: (needs as readonly string[]).includes("decision"), by }).toEqual({
        to: "ended",
        decision: true,
        by: "city",
      });
  });

  it("says what usually comes next, always a step that may be taken", () => {
    for (const [status, kind] of Object.entries(nextStep))
      expect(stepsFrom(status as PointStatus)).toContain(kind);
  });
});

describe("a step's day", () => {
  const running = { status: "active", startedOn: "2025-03-10" } as const;

  it("comes no earlier than the step before", () => {
    expect(stepFault("suspend", running, "2025-05-01", "2025-05-02")).toEqual({
      field: "happenedOn",
      code: "before-last:2025-05-02",
    });
    expect(stepFault("suspend", running, "2025-05-02", "2025-05-02")).toBeUndefined();
  });

  it("of an end is after the first day: a point in force for no day was none", () => {
    expect(stepFault("finish", running, "2025-03-10", "2025-03-10")).toMatchObject({ code: "before-start" });
    expect(stepFault("finish", running, "2025-03-11", "2025-03-10")).toBeUndefined();
  });

  it("of what was written down today may lie long ago, but not before the approval", () => {
    const written = [
      { kind: "propose", toStatus: "proposed", happenedOn: "2026-04-01", reversed: false },
    ] as const;
    expect(lastStepOn(written)).toBeNull();
    expect(stepFault("approve", { status: "proposed", startedOn: null }, "2025-01-05", null)).toBeUndefined();
    const approved = [
      ...written,
      { kind: "approve", toStatus: "approved", happenedOn: "2025-01-05", reversed: false },
    ] as const;
    expect(lastStepOn(approved)).toBe("2025-01-05");
    expect(
      stepFault("launch", { status: "approved", startedOn: null }, "2025-01-04", lastStepOn(approved)),
    ).toMatchObject({ code: "before-last:2025-01-05" });
  });

  it("is not measured against what was taken back", () => {
    expect(
      lastStepOn([
        { kind: "enter", toStatus: "active", happenedOn: "2025-01-05", reversed: false },
        { kind: "suspend", toStatus: "suspended", happenedOn: "2025-09-01", reversed: true },
      ]),
    ).toBe("2025-01-05");
  });

  it("does not matter where the step does not follow at all", () => {
    expect(stepFault("launch", running, "2025-05-02", null)).toEqual({
      field: "kind",
      code: "not-from-here",
    });
  });
});

describe("reversal", () => {
  it("is of the last step that stands, never of the proposal itself", () => {
    expect(reversible([])).toBe(-1);
    expect(reversible([{ kind: "propose", reversed: false }])).toBe(-1);
    expect(reversible([{ kind: "enter", reversed: false }])).toBe(0);
    expect(
      reversible([
        { kind: "propose", reversed: false },
        { kind: "approve", reversed: false },
        { kind: "launch", reversed: true },
      ]),
    ).toBe(1);
    expect(
      reversible([
        { kind: "propose", reversed: false },
        { kind: "approve", reversed: true },
      ]),
    ).toBe(-1);
  });
});

describe("any sequence of steps", () => {
  it("keeps the first day exactly while a point has begun, and moves it never", () => {
    const starts = fc.constantFrom<PointStatus>(...waitingStatuses.slice(0, 2));
    fc.assert(
      fc.property(starts, fc.array(fc.constantFrom(...stepKinds), { maxLength: 30 }), (status, kinds) => {
        let point: { status: PointStatus; startedOn: Day | null } = { status, startedOn: null };
        for (const [at, kind] of kinds.entries()) {
          const day = `2025-01-${String(at + 1).padStart(2, "0")}`;
          if (stepFault(kind, point, day, null)) {
            const follows = transitionOf(kind).from.includes(point.status);
            if (!follows) expect(() => afterStep(point, kind, day)).toThrow();
            continue;
          }
          const after = afterStep(point, kind, day);
          expect(after.startedOn === null).toBe(isWaiting(after.status));
          if (point.startedOn) expect(after.startedOn).toBe(point.startedOn);
          point = after;
        }
      }),
    );
  });
});

describe("what a link fills in of a step's form", () => {
  it("takes over what can be read and leaves out the rest", () => {
    const intoId = "0b1e4c62-6f57-4a43-9a59-5f4c2f1f8a11";
    expect(
      readStepStart({
        reason: " Không còn hoạt động ",
        happenedOn: "2026-01-05",
        minutes: ["BB 01", "x"],
        intoId,
      }),
    ).toEqual({ reason: "Không còn hoạt động", happenedOn: "2026-01-05", minutes: "BB 01", intoId });
    expect(
      readStepStart({
        reason: "x".repeat(501),
        happenedOn: "2999-01-01",
        decision: "\u0000",
        intoId: "1 OR 1=1",
        kind: "finish",
        version: "9",
      }),
    ).toEqual({});
  });
});
