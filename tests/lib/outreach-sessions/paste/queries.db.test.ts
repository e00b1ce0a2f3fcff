import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { proposeSessions } from "@/lib/outreach-sessions/paste/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let ward: Actor;
let city: Actor;

beforeAll(async () => {
  ward = await db.actor("ward_officer", "31510");
  city = await db.actor("city_officer");
  await db.owner.query(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, attendance_qualifier, created_by_id)
     VALUES ($1, $2, '2025-08-05', 'x', 'meeting', '{drugs}', 40, 'at_least', $3)`,
    [randomUUID(), ward.unitId, ward.userId],
  );
});

const report = (text: string, unit?: number) => ({ text, day: "2025-08-11", ...(unit ? { unit } : {}) });
const first = async (actor: Actor, text: string, unit?: number) =>
  (await proposeSessions(actor, report(text, unit))).proposals[0];

describe("a pasted report", () => {
  it("has its figure set beside the portal's count for the same unit and span, bounds kept", async () => {
    const figure = await first(
      ward,
      "Từ ngày 01/8/2025 đến ngày 10/8/2025, phường tổ chức 3 cuộc tuyên truyền về ma túy.",
    );
    expect(figure).toMatchObject({
      kind: "figure",
      comparison: { unit: { ref: "31510" }, counts: { sessions: 1, attendances: 40, atLeast: 1, about: 0 } },
    });
  });

  it("says why where the unit or the period is not told", async () => {
    const text = "Từ ngày 01/8/2025 đến ngày 10/8/2025 tổ chức 3 cuộc tuyên truyền về ma túy.";
    expect((await first(city, text))?.comparison).toMatchObject({ unresolved: "no-unit" });
    expect((await first(city, text, ward.unitId as number))?.comparison).toMatchObject({
      counts: { sessions: 1 },
    });
    expect((await first(ward, "Đã tổ chức 3 cuộc tuyên truyền về ma túy."))?.comparison).toMatchObject({
      unresolved: "no-period",
    });
  });

  it("names a unit by name and day: former wards before the merger, today's after (T5)", async () => {
    const on = (day: string, name: string) =>
      first(city, `Ngày ${day}, ${name} tổ chức 01 cuộc tuyên truyền về ma túy cho 20 lượt người dự.`);
    const today = await on("05/8/2025", "phường Phú Lợi");
    expect(today?.unitId).toBe(ward.unitId);
    expect((await on("05/3/2025", "phường Phú Lợi"))?.unitDoubt).toMatchObject({ code: "unit-not-then" });
    expect((await on("05/3/2025", "phường Tân An"))?.unitId).not.toBe(
      (await on("05/8/2025", "phường Tân An"))?.unitId,
    );
  });

  it("of another unit is not resolved by a ward", async () => {
    const text =
      "Ngày 05/8/2025, phường Cái Khế tổ chức 01 cuộc tuyên truyền về ma túy cho 20 lượt người dự.";
    expect(await first(ward, text)).toMatchObject({ unitDoubt: { code: "unit-unknown" } });
    expect(JSON.stringify(await first(ward, text))).not.toContain("unitId");
  });
});
