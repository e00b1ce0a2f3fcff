import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { addDays, addMonths, today } from "@/lib/core/days";
import { createSession, deleteSession } from "@/lib/outreach-sessions/commands";
import { cancelPlan, createPlan, updatePlan } from "@/lib/outreach-sessions/plans/commands";
import { getPlan, listCalendar } from "@/lib/outreach-sessions/plans/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let stranger: Actor;
let leader: Actor;
const now = today();
const month = now.slice(0, 7);

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
});

const typed = (more: object = {}) => ({
  id: randomUUID(),
  unitId: officer.unitId,
  plannedOn: now,
  place: `Nhà văn hóa ${randomUUID()}`,
  channel: "meeting",
  topics: ["crime-prevention"],
  expected: "60",
  ...more,
});
const planned = async (more: object = {}) => {
  const input = typed(more);
  await createPlan(officer, input);
  return input;
};
/** A plan whose day is over: nobody can make one, days pass. */
const overdue = async (days = 3) => {
  const input = await planned();
  await db.owner.query("UPDATE session_plan SET planned_on = $2 WHERE id = $1", [
    input.id,
    addDays(now, -days),
  ]);
  return input;
};
const session = (planId: string, more: object = {}) => ({
  id: randomUUID(),
  unitId: officer.unitId,
  heldOn: now,
  place: `Chợ ${randomUUID()}`,
  channel: "meeting",
  topics: ["drugs"],
  attendance: "41",
  planId,
  ...more,
});
const stored = async (id: string) =>
  (await db.owner.query("SELECT *, planned_on::text AS day FROM session_plan WHERE id = $1", [id])).rows[0];
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const stateOf = async (actor: Actor, id: string) => (await getPlan(actor, { id })).plan.state;

describe("planning a session", () => {
  it("stores it with its writer and an audit row, and counts nowhere", async () => {
    const before = await listCalendar(officer, { boundary: "current", month });
    const input = await planned({ note: "Mời Hội Phụ nữ" });
    expect(await stored(input.id)).toMatchObject({
      day: now,
      expected: 60,
      note: "Mời Hội Phụ nữ",
      created_by_id: officer.userId,
      session_id: null,
    });
    expect((await db.audit("outreach-sessions.plans.create"))[0]).toMatchObject({
      subject_id: input.id,
      outcome: "done",
    });
    const after = await listCalendar(officer, { boundary: "current", month });
    expect(after.held).toEqual(before.held);
    expect(after.planned.get(now)?.count).toBe((before.planned.get(now)?.count ?? 0) + 1);
  });

  it("names every fault and stores nothing", async () => {
    const cases: [object, string, string][] = [
      [{ plannedOn: addDays(now, -1) }, "plannedOn", "in-the-past"],
      [{ plannedOn: addDays(addMonths(now, 24), 1) }, "plannedOn", "too-far-ahead"],
      [{ plannedOn: "2026-02-30" }, "plannedOn", "not-a-date"],
      [{ topics: ["no-such-topic"] }, "topics", "unknown-choice"],
      [{ topics: [] }, "topics", "required"],
      [{ channel: "radio" }, "channel", "unknown-choice"],
      [{ expected: "0" }, "expected", "too-small:1"],
      [{ place: undefined }, "place", "required"],
    ];
    for (const [change, field, code] of cases) {
      const input = typed(change);
      expect(await refusal(createPlan(officer, input))).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
      expect(await stored(input.id)).toBeUndefined();
    }
    await createPlan(officer, typed({ plannedOn: addMonths(now, 24) }));
  });

  it("refuses a unit that does not exist on the day (T3)", async () => {
    const former = officer.line.find((id) => id !== officer.unitId);
    expect(await refusal(createPlan(officer, typed({ unitId: former })))).toMatchObject({
      issues: [{ field: "unitId", code: expect.stringMatching(/^unit-not-then/) }],
    });
  });

  it("is one row however often it is sent at once (R4)", async () => {
    const input = typed();
    await Promise.all(Array.from({ length: 8 }, () => createPlan(officer, input)));
    expect(await stored(input.id)).toMatchObject({ version: 1 });
  });
});

describe("who sees and who writes", () => {
  it("another ward finds nothing of it; leaders read it and cannot write", async () => {
    const input = await planned();
    expect(await refusal(getPlan(stranger, { id: input.id }))).toMatchObject({ code: "not-found" });
    const change = { ...input, version: 1, unitId: stranger.unitId };
    expect(await refusal(updatePlan(stranger, change))).toMatchObject({ code: "not-found" });
    expect(await refusal(cancelPlan(stranger, { id: input.id, version: 1, reason: "x" }))).toMatchObject({
      code: "not-found",
    });
    expect(await refusal(createPlan(stranger, typed()))).toMatchObject({ code: "not-found" });
    expect(
      await refusal(createSession(stranger, session(input.id, { unitId: stranger.unitId }))),
    ).toMatchObject({ code: "invalid", issues: [{ field: "planId", code: "plan-gone" }] });
    expect(await stored(input.id)).toMatchObject({ version: 1, session_id: null, cancelled_at: null });

    const read = await getPlan(leader, { id: input.id });
    expect(read.plan.place).toBe(input.place);
    expect(read.may).toEqual({ hold: false, update: false, cancel: false });
    expect(await refusal(createPlan(leader, typed()))).toMatchObject({ code: "denied" });
    expect(await refusal(cancelPlan(leader, { id: input.id, version: 1, reason: "x" }))).toMatchObject({
      code: "denied",
    });
    const calendar = await listCalendar(leader, { boundary: "current", month, day: now });
    expect(calendar.ofDay?.map(({ id }) => id)).toContain(input.id);
    expect(calendar.may).toEqual({ create: false, plan: false, cancel: false });
  });
});

describe("changing a plan", () => {
  it("tells the second editor which fields differ, by name (R5)", async () => {
    const input = await planned();
    await updatePlan(officer, { ...input, version: 1, expected: "80" });
    const late = await refusal(
      updatePlan(officer, { ...input, version: 1, expected: "90", topics: ["drugs"] }),
    );
    expect(late).toMatchObject({ code: "conflict", version: 2 });
    expect(late?.differing).toEqual(
      expect.arrayContaining([
        { field: "expected", theirs: 80, yours: 90 },
        {
          field: "topics",
          theirs: expect.objectContaining({ vi: "Phòng, chống tội phạm" }),
          yours: expect.objectContaining({ vi: "Phòng, chống ma túy" }),
        },
      ]),
    );
    expect(await stored(input.id)).toMatchObject({ expected: 80, version: 2 });
  });

  it("keeps the day of an overdue plan, or moves it to a day to come, never to another one in the past", async () => {
    const input = await overdue(3);
    const change = { ...input, version: 1, place: "Nơi khác", plannedOn: addDays(now, -3) };
    await updatePlan(officer, change);
    expect(await stateOf(officer, input.id)).toBe("overdue");
    expect(
      await refusal(updatePlan(officer, { ...change, version: 2, plannedOn: addDays(now, -1) })),
    ).toMatchObject({ issues: [{ field: "plannedOn", code: "in-the-past" }] });
    await updatePlan(officer, { ...change, version: 2, plannedOn: addDays(now, 5) });
    expect(await stateOf(officer, input.id)).toBe("planned");
  });

  it("empties a column when its box is emptied", async () => {
    const { expected: _, ...input } = await planned({ title: "Tên", note: "Ghi chú" });
    await updatePlan(officer, { ...input, title: undefined, note: undefined, version: 1 });
    expect(await stored(input.id)).toMatchObject({ title: null, note: null, expected: null });
  });
});

describe("holding a plan", () => {
  it("links the session, and the plan is closed for good", async () => {
    const input = await overdue();
    const held = session(input.id);
    await createSession(officer, held);
    const { plan, may } = await getPlan(officer, { id: input.id });
    expect(plan).toMatchObject({ state: "held", session: { id: held.id, heldOn: now } });
    expect(may).toEqual({ hold: false, update: false, cancel: false });
    const closed = { code: "invalid", issues: [{ field: "id", code: "plan-closed" }] };
    expect(await refusal(updatePlan(officer, { ...input, version: plan.version }))).toMatchObject(closed);
    expect(
      await refusal(cancelPlan(officer, { id: input.id, version: plan.version, reason: "x" })),
    ).toMatchObject(closed);
    const second = session(input.id);
    expect(await refusal(createSession(officer, second))).toMatchObject({
      issues: [{ field: "planId", code: "plan-gone" }],
    });
    const { rows } = await db.owner.query("SELECT FROM outreach_session WHERE id = $1", [second.id]);
    expect(rows).toHaveLength(0);
  });

  it("of two at once exactly one holds it, and one session is stored", async () => {
    const input = await planned();
    const both = [session(input.id), session(input.id)];
    const answers = await Promise.all(both.map((one) => refusal(createSession(officer, one))));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.find((answer) => answer !== undefined)).toMatchObject({
      issues: [{ field: "planId", code: "plan-gone" }],
    });
    const { rows } = await db.owner.query("SELECT id FROM outreach_session WHERE id = ANY ($1::uuid[])", [
      both.map(({ id }) => id),
    ]);
    expect(rows).toHaveLength(1);
    expect((await stored(input.id)).session_id).toBe(rows[0].id);
  });

  it("holding and cancelling at once end in one of the two", async () => {
    const input = await planned();
    const answers = await Promise.all([
      refusal(createSession(officer, session(input.id))),
      refusal(cancelPlan(officer, { id: input.id, version: 1, reason: "Mưa lớn" })),
    ]);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    const plan = await stored(input.id);
    expect(plan.session_id === null).toBe(plan.cancelled_at !== null);
  });

  it("is to be held again when its session was logged by mistake and deleted", async () => {
    const input = await planned();
    const wrong = session(input.id);
    await createSession(officer, wrong);
    await deleteSession(officer, { id: wrong.id, version: 1, reason: "Ghi nhầm" });
    expect(await stateOf(officer, input.id)).toBe("planned");
    await createSession(officer, session(input.id));
    expect(await stateOf(officer, input.id)).toBe("held");
  });
});

describe("cancelling a plan", () => {
  it("wants a reason, keeps the row, and closes it", async () => {
    const input = await overdue();
    expect(await refusal(cancelPlan(officer, { id: input.id, version: 1 }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    await cancelPlan(officer, { id: input.id, version: 1, reason: "Trùng lịch họp" });
    const { plan } = await getPlan(officer, { id: input.id });
    expect(plan).toMatchObject({ state: "cancelled", cancelledReason: "Trùng lịch họp" });
    expect((await db.audit("outreach-sessions.plans.cancel"))[0]).toMatchObject({
      subject_id: input.id,
      outcome: "done",
    });
    expect(await refusal(createSession(officer, session(input.id)))).toMatchObject({
      issues: [{ field: "planId", code: "plan-gone" }],
    });
  });

  it("refuses a version somebody has changed since", async () => {
    const input = await planned();
    await updatePlan(officer, { ...input, version: 1, expected: "10" });
    expect(await refusal(cancelPlan(officer, { id: input.id, version: 1, reason: "x" }))).toMatchObject({
      code: "conflict",
      version: 2,
    });
  });
});
