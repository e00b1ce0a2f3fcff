import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { addDays, today } from "@/lib/core/days";
import { createSession } from "@/lib/outreach-sessions/commands";
import { declareNil, withdrawNil } from "@/lib/outreach-sessions/nil-declarations/commands";
import { getTotals } from "@/lib/outreach-sessions/totals/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let leader: Actor;
let other: Actor;
let former: number[];

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  other = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
  former = officer.line.filter((id) => id !== officer.unitId);
});

beforeEach(async () => {
  await db.owner.query("DELETE FROM nil_declaration");
  await db.owner.query("DELETE FROM outreach_session");
  await db.owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'outreach-sessions'");
});

const declare = (more: object = {}, actor = officer) =>
  declareNil(actor, { id: randomUUID(), unitId: actor.unitId, period: "2026-03", ...more });
const log = (more: object = {}) =>
  createSession(officer, {
    id: randomUUID(),
    unitId: officer.unitId,
    heldOn: "2026-03-10",
    place: randomUUID(),
    channel: "meeting",
    topics: ["drugs"],
    attendance: 20,
    ...more,
  });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error) => error.details.issues?.[0] ?? error.code,
  );
const heirIn = async (params: SearchParams, actor = leader) =>
  (await getTotals(actor, readContext(params, "leader"))).units.find(({ name }) => name === "Phường Phú Lợi");

describe("declaring nil (T17)", () => {
  it("tells a unit that had nothing from one that said nothing", async () => {
    expect(await heirIn({ period: "2026-03" })).toMatchObject({ state: "none", declarations: [] });
    await declare({ note: "Cả tháng tập trung bầu cử" });
    const { units } = await getTotals(leader, readContext({ period: "2026-03" }, "leader"));
    expect(units.filter(({ state }) => state === "nil").map(({ name }) => name)).toEqual(["Phường Phú Lợi"]);
    expect(units.filter(({ state }) => state === "none")).toHaveLength(102);
    expect(await heirIn({ period: "2026-03" })).toMatchObject({
      declarations: [
        {
          from: "2026-03-01",
          to: "2026-03-31",
          declaredBy: officer.username,
          logged: { gatherings: 0, broadcasts: 0 },
        },
      ],
    });
    expect((await db.audit("outreach-sessions.nil-declarations.declare"))[0]).toMatchObject({
      outcome: "done",
      after: { from: "2026-03-01", to: "2026-03-31", note: "Cả tháng tập trung bầu cử" },
    });
    // What was declared for March says nothing of April, nor of the quarter around it.
    expect(await heirIn({ period: "2026-04" })).toMatchObject({ state: "none" });
    expect(await heirIn({ period: "2026-q1" })).toMatchObject({ state: "none" });
  });

  it("covers a longer period by shorter ones without a gap, in either month scheme", async () => {
    await declare({ period: "2026-01" });
    await declare({ period: undefined, from: "2026-02-01", to: "2026-02-14" });
    await declare({ period: undefined, from: "2026-02-16", to: "2026-03-31" });
    expect(await heirIn({ period: "2026-q1" })).toMatchObject({ state: "none" });
    await declare({ period: undefined, from: "2026-02-15", to: "2026-02-15" });
    expect(await heirIn({ period: "2026-q1" })).toMatchObject({ state: "nil" });
    expect(await heirIn({ period: "r2026-02" })).toMatchObject({ state: "nil" });
  });

  it("yields to what is logged later, and says so until it is withdrawn", async () => {
    const { id } = await declare();
    await log();
    await log({ channel: "loudspeaker", attendance: undefined, quantity: 4 });
    expect(await heirIn({ period: "2026-03" })).toMatchObject({
      state: "counted",
      sessions: { all: 1 },
      declarations: [{ id, logged: { gatherings: 1, broadcasts: 1 } }],
    });
    await withdrawNil(officer, { id, reason: "Bổ sung cuộc ghi muộn" });
    expect(await heirIn({ period: "2026-03" })).toMatchObject({ state: "counted", declarations: [] });
    expect(await refusal(withdrawNil(officer, { id, reason: "x" }))).toBe("not-found");
    expect((await db.owner.query("SELECT withdrawn_reason AS reason FROM nil_declaration")).rows).toEqual([
      { reason: "Bổ sung cuộc ghi muộn" },
    ]);
  });

  it("counts what was logged in its own days where they cut half-months", async () => {
    await declare({ period: undefined, from: "2026-03-05", to: "2026-03-20" });
    await log({ heldOn: "2026-03-04" });
    await log({ heldOn: "2026-03-20" });
    const found = await heirIn({ period: "2026-03" });
    expect(found?.declarations).toMatchObject([{ logged: { gatherings: 1, broadcasts: 0 } }]);
  });

  it("takes a loudspeaker round for data, too", async () => {
    await log({ channel: "loudspeaker", attendance: undefined, quantity: 4 });
    expect(await heirIn({ period: "2026-03" })).toMatchObject({
      state: "counted",
      sessions: { all: 0 },
      entries: 1,
    });
    expect(await refusal(declare())).toEqual({ field: "period", code: "has-sessions:1" });
  });

  it("refuses days that overlap a standing declaration, also two at once, but not after it was withdrawn", async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, at) => refusal(declare({ period: at % 2 ? "2026-q1" : "2026-03" }))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(await refusal(declare({ period: undefined, from: "2026-03-31", to: "2026-04-02" }))).toEqual({
      field: "period",
      code: "overlaps",
    });
    const { rows } = await db.owner.query("SELECT id FROM nil_declaration");
    await withdrawNil(officer, { id: rows[0].id, reason: "x" });
    expect(await refusal(declare())).toBe("done");
  });

  it("sent twice is one declaration", async () => {
    const id = randomUUID();
    await Promise.all([declare({ id }), declare({ id })]);
    expect((await db.owner.query("SELECT FROM nil_declaration")).rows).toHaveLength(1);
  });

  it("refuses what is not over, no period, and a unit that was not there on the last day", async () => {
    const cases: [object, unknown][] = [
      [{ period: "2027-01" }, { field: "period", code: "not-over" }],
      [
        { period: undefined, from: today(), to: addDays(today(), 1) },
        { field: "period", code: "not-over" },
      ],
      [{ period: "2026-13" }, { field: "period", code: "required" }],
      [
        { period: undefined, from: "2026-03-05", to: "2026-03-01" },
        { field: "period", code: "required" },
      ],
      [{ period: undefined }, { field: "period", code: "required" }],
      [
        { period: undefined, from: "1970-01-01", to: "1980-01-01" },
        { field: "period", code: "too-early:1975-04-30" },
      ],
      [
        { period: "2025-06" },
        { field: "unitId", code: "unit-not-then:Phường 1; Phường 2; Phường 3; Phường 4" },
      ],
    ];
    for (const [more, issue] of cases) expect(await refusal(declare(more))).toEqual(issue);
    expect(await refusal(declare({ period: undefined, from: today(), to: today() }))).toBe("done");
  });

  it("is a ward's own affair: not another ward's, not a leader's", async () => {
    expect(await refusal(declare({ unitId: other.unitId }))).toBe("not-found");
    for (const role of ["leader", "administrator"] as const)
      expect(await refusal(declare({ unitId: officer.unitId }, await db.actor(role)))).toBe("denied");
    const { id } = await declare();
    expect(await refusal(withdrawNil(other, { id, reason: "x" }))).toBe("not-found");
    expect(await refusal(withdrawNil(leader, { id, reason: "x" }))).toBe("denied");
    expect((await getTotals(other, readContext({ period: "2026-03" }, "leader"))).declarations).toEqual([]);
    expect(await refusal(withdrawNil(await db.actor("city_officer"), { id, reason: "x" }))).toBe("done");
  });
});

describe("nil across a merger", () => {
  it("by today's boundaries is nil only when every carried unit is, each by its own word", async () => {
    for (const unitId of former.slice(1)) await declare({ unitId, period: "2025-06" });
    const ward = async () => (await getTotals(officer, readContext({ period: "2025-06" }, "leader"))).units;
    expect(await ward()).toMatchObject([{ name: "Phường Phú Lợi", state: "none" }]);
    await declare({ unitId: former[0], period: "2025-06" });
    expect(await ward()).toMatchObject([{ name: "Phường Phú Lợi", state: "nil" }]);
  });

  it("or when the unit that carries them says so for a period that ends in its own time", async () => {
    await declare({ period: "2025" });
    expect(await heirIn({ period: "2025" })).toMatchObject({ state: "nil" });
    expect(await heirIn({ period: "2025-06" })).toMatchObject({ state: "nil" });
    const then = await getTotals(
      leader,
      readContext({ period: "2025-06", boundary: "historical" }, "leader"),
    );
    expect(then.units.every(({ state }) => state === "none")).toBe(true);
  });

  it("and is refused to it while one of them has sessions", async () => {
    await log({ unitId: former[0], heldOn: "2025-03-02" });
    expect(await refusal(declare({ period: "2025" }))).toEqual({ field: "period", code: "has-sessions:1" });
  });

  it("offers the form for the units that were there on the last day and said nothing", async () => {
    const silent = async (params: SearchParams) =>
      (await getTotals(officer, readContext(params, "leader"))).silent.map(({ id }) => id).sort();
    expect(await silent({ period: "2026-03" })).toEqual([officer.unitId]);
    expect(await silent({ period: "2025-06" })).toEqual([...former].sort());
    await declare({ unitId: former[0], period: "2025-06" });
    expect(await silent({ period: "2025-06" })).toEqual(former.slice(1).sort());
    expect(await silent({ period: "r2027" })).toEqual([]);
  });
});
