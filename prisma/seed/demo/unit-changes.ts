import { addDays, type Day } from "@/lib/core/days";
import type { Made } from "@/lib/units/changes/queries";
import type { Counts } from "@/lib/units/changes/rules";
import { lastFormerDay } from "@/lib/units/schema";
import type { RuralLevel } from "@/prisma/client/enums";
import { moment } from "./calendar";
import type { DemoContext } from "./context";
import { demoDocument, demoId } from "./identity";
import type { DemoUnit } from "./units";
import { demoUserId } from "./users";

type Counted = {
  sessions: readonly { unitId: number; heldOn: Day; attendance: number | null }[];
  points: readonly { unitId: number; startedOn: Day | null; endedOn?: Day | null }[];
  awards: readonly { unitId: number | null }[];
  rural: readonly { unitId: number; level: RuralLevel }[];
};

/**
 * The rows of unit_change: a merger that was entered from a draft and taken back the same day. Units stand as the
 * law has them; only the record of it is left.
 */
export function demoUnitChanges({ units, today }: DemoContext, { sessions, points, awards, rural }: Counted) {
  const pair = [units.current("31249"), units.current("31246")];
  const entered = addDays(today, -45);
  const effectiveOn = addDays(today, 20);
  const homeOf = new Map(units.all.map((unit) => [unit.id, unit.homeCode]));
  const count = (of: (unitId: number | null) => boolean): Counts => {
    const held = sessions.filter(
      ({ unitId, heldOn, attendance }) => attendance !== null && heldOn <= entered && of(unitId),
    );
    return {
      sessions: held.length,
      attendances: held.reduce((sum, { attendance }) => sum + (attendance ?? 0), 0),
      points: points.filter(
        ({ unitId, startedOn, endedOn }) =>
          startedOn !== null && startedOn <= entered && (!endedOn || endedOn > entered) && of(unitId),
      ).length,
      awards: awards.filter(({ unitId }) => of(unitId)).length,
      communes: new Set(rural.filter(({ unitId }) => of(unitId)).map(({ unitId }) => unitId)).size,
    };
  };
  const within = (codes: readonly string[]) => (id: number | null) =>
    id !== null && codes.includes(homeOf.get(id) ?? "");
  const before = pair.map(({ code }) => count(within([code])));
  const city = count(() => true);
  const communesOn = (day: Day) => units.on(day).filter(({ type }) => type === "commune");
  const rung = (communes: readonly DemoUnit[]) => ({
    communes: communes.length,
    standard: communes.filter(({ id }) =>
      rural.some(({ unitId, level }) => unitId === id && level === "standard"),
    ).length,
  });
  const [former, current] = [rung(communesOn(lastFormerDay)), communesOn(entered)];
  const decision = { decisionNumber: demoDocument(12, "TTr"), decisionDate: addDays(entered, -6) };
  const name = "Thạnh Phú Quới";
  const made: Made = {
    input: {
      kind: "merge",
      unitIds: pair.map(({ id }) => id),
      effectiveOn,
      ...decision,
      name1: name,
      type1: "commune",
      code1: "31249",
    },
    ended: pair.map(named),
    begun: [
      {
        id: null,
        code: "31249",
        fullName: `Xã ${name}`,
        type: "commune",
        areaKm2: 202.93,
        population: 64_809,
      },
    ],
    passages: pair.map(({ fullName }) => ({ from: fullName, to: `Xã ${name}`, kind: "whole", share: null })),
    touched: {
      before,
      after: [count(within(pair.map(({ code }) => code)))],
      city: { before: city, after: city },
      officers: [],
      campaigns: [],
      indicators: 0,
      plans: 0,
      templates: 0,
      late: {},
      countedOn: entered,
      ladders: {
        former: { day: lastFormerDay, before: former, after: former },
        current: {
          day: effectiveOn,
          before: rung(current),
          after: { ...rung(current.filter((unit) => !pair.includes(unit))), communes: current.length - 1 },
        },
        holding: before.reduce((sum, { communes = 0 }) => sum + communes, 0),
      },
    },
  };
  return [
    {
      id: demoId("unit change", "31249"),
      kind: "merge",
      effectiveOn,
      ...decision,
      note: "Theo dự thảo đề án, dữ liệu minh họa",
      made,
      createdById: demoUserId("quantri"),
      createdAt: moment(entered, 9, 10),
      undoneById: demoUserId("quantri"),
      undoneAt: moment(entered, 15, 35),
      undoneReason: "Nhập theo dự thảo, chưa có nghị quyết được ban hành",
      version: 2,
    },
  ];
}

const named = ({ id, code, fullName, type }: DemoUnit) => ({ id, code, fullName, type });
