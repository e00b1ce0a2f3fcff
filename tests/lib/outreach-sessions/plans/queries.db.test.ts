import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { addDays, today } from "@/lib/core/days";
import { createSession } from "@/lib/outreach-sessions/commands";
import { listCalendar } from "@/lib/outreach-sessions/plans/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const now = today();
let leader: Actor;
let officer: Actor;
let units: { phuLoi: number; ninhKieu: number; former: number };

beforeAll(async () => {
  leader = await db.actor("leader");
  officer = await db.actor("ward_officer", "31510");
  units = {
    phuLoi: officer.unitId as number,
    ninhKieu: await db.unit("31135"),
    former: officer.line.find((id) => id !== officer.unitId) as number,
  };
});

const plan = async (
  unitId: number,
  plannedOn: string,
  more: { cancelled?: boolean; session?: string } = {},
) => {
  const id = randomUUID();
  await db.owner.query(
    `INSERT INTO session_plan (id, unit_id, planned_on, place, channel, topics, created_by_id, cancelled_at, cancelled_reason, session_id)
     VALUES ($1, $2, $3, $4, 'meeting', '{drugs}', $5, $6, $7, $8)`,
    [
      id,
      unitId,
      plannedOn,
      `Nơi ${id}`,
      officer.userId,
      more.cancelled ? new Date() : null,
      more.cancelled ? "Mưa" : null,
      more.session ?? null,
    ],
  );
  return id;
};
const session = async (heldOn: string, more: object = {}) => {
  const id = randomUUID();
  const place = `Nơi ${id}`;
  const common = { id, unitId: units.phuLoi, heldOn, place, channel: "meeting", topics: ["drugs"] };
  await createSession(officer, { ...common, attendance: "20", ...more });
  return id;
};

describe("a month of the calendar", () => {
  it("counts gatherings and broadcasts apart by day, and leaves deleted ones and other months out (T8)", async () => {
    await session("2025-09-10");
    await session("2025-09-10", { channel: "festival" });
    await session("2025-09-10", { channel: "leaflet", attendance: undefined, quantity: "300" });
    await session("2025-09-30");
    await session("2025-10-01");
    const gone = await session("2025-09-11");
    await db.owner.query(
      "UPDATE outreach_session SET deleted_at = now(), deleted_reason = 'x' WHERE id = $1",
      [gone],
    );
    const { held } = await listCalendar(leader, { boundary: "current", month: "2025-09" });
    expect([...held].sort((a, b) => a.day.localeCompare(b.day))).toEqual([
      { day: "2025-09-10", sessions: 2, broadcasts: 1 },
      { day: "2025-09-30", sessions: 1, broadcasts: 0 },
    ]);
  });

  it("brings by today's boundaries what the old wards held, and at the time leaves each alone (T3)", async () => {
    await session("2025-03-04", { unitId: units.former });
    const month = "2025-03";
    const current = await listCalendar(leader, { boundary: "current", month, unit: "31510" });
    expect(current.held).toEqual([{ day: "2025-03-04", sessions: 1, broadcasts: 0 }]);
    expect((await listCalendar(leader, { boundary: "historical", month, unit: "31510" })).held).toEqual([]);
    expect((await listCalendar(officer, { boundary: "current", month })).held).toHaveLength(1);
  });

  it("knows a session at once, though the counts are kept", async () => {
    const asked = { boundary: "current" as const, month: "2025-12" };
    expect((await listCalendar(leader, asked)).held).toEqual([]);
    await session("2025-12-05");
    expect((await listCalendar(leader, asked)).held).toEqual([
      { day: "2025-12-05", sessions: 1, broadcasts: 0 },
    ]);
  });

  it("shows three plans of a day, what is still to do first, and says how many there are", async () => {
    const day = "2026-01-15";
    const held = await plan(units.phuLoi, day, { session: await session(day) });
    const off = await plan(units.phuLoi, day, { cancelled: true });
    const open = [await plan(units.phuLoi, day), await plan(units.phuLoi, day)];
    const { planned, ofDay } = await listCalendar(officer, { boundary: "current", month: "2026-01", day });
    const of = planned.get(day);
    expect(of?.count).toBe(4);
    expect(
      of?.plans
        .map(({ id }) => id)
        .slice(0, 2)
        .sort(),
    ).toEqual(open.sort());
    expect(of?.plans.map(({ state }) => state)).toEqual(["overdue", "overdue", "held"]);
    expect(ofDay?.map(({ id }) => id).slice(2)).toEqual([held, off]);
  });
});

describe("what waits", () => {
  it("lists overdue plans oldest first and the next fourteen days, each with how many there are", async () => {
    const ninhKieu = { boundary: "current" as const, month: now.slice(0, 7), unit: "31135" };
    const late: string[] = [];
    for (let days = 12; days >= 1; days -= 1) late.push(await plan(units.ninhKieu, addDays(now, -days)));
    const soon = [await plan(units.ninhKieu, now), await plan(units.ninhKieu, addDays(now, 13))];
    await plan(units.ninhKieu, addDays(now, 14));
    await plan(units.ninhKieu, addDays(now, -2), { cancelled: true });
    await plan(units.ninhKieu, addDays(now, 2), { cancelled: true });
    const { overdue, next } = await listCalendar(leader, ninhKieu);
    expect(overdue.count).toBe(12);
    expect(overdue.plans.map(({ id }) => id)).toEqual(late.slice(0, 10));
    expect(next).toMatchObject({ count: 2 });
    expect(next.plans.map(({ id }) => id)).toEqual(soon);
  });

  it("asks nothing of a reader who names another ward", async () => {
    await expect(
      listCalendar(officer, { boundary: "current", month: "2026-01", unit: "31135" }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
