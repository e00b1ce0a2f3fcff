import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { getSafetyOverview } from "@/lib/safety-standard/queries";
import {
  proposeRecords,
  recognizeRecords,
  registerSubjects,
  scoreRecord,
  withdrawRecord,
} from "@/lib/safety-standard/records/commands";
import { getRecord, listWaiting } from "@/lib/safety-standard/records/queries";
import { recordDiscipline } from "@/lib/safety-standard/simulator/commands";
import { getUnitYear } from "@/lib/safety-standard/simulator/queries";
import { makeChange } from "@/lib/units/changes/commands";
import { useDatabase } from "@/tests/database";

/* A change of units in mid-year: 01/06/2026. */
const db = useDatabase();
const year = 2026;
const day = "2026-06-01";
let city: Actor;
let administrator: Actor;
let communes: { id: number; code: string }[];

beforeAll(async () => {
  city = await db.actor("city_officer");
  administrator = await db.actor("administrator");
  communes = (
    await db.owner.query("SELECT id, code FROM unit WHERE valid_to IS NULL AND type = 'commune' ORDER BY id")
  ).rows;
});

/** A commune of today that no other test touches. */
function commune(): { id: number; code: string } {
  const next = communes.pop();
  if (!next) throw new Error("no commune is left");
  return next;
}
const change = (typed: object) =>
  makeChange(administrator, {
    id: randomUUID(),
    effectiveOn: day,
    decisionNumber: "12/NQ-HĐND",
    decisionDate: "2026-05-01",
    ...typed,
  });
const officer = (code: string, role: "ward_officer" | "ward_chief" = "ward_officer") => db.actor(role, code);
async function area(unitId: number, from = "2025-07-01"): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    "INSERT INTO residential_area (id, unit_id, kind, name, valid_from) VALUES ($1, $2, 'hamlet', $3, $4)",
    [id, unitId, `Ấp ${id.slice(0, 6)}`, from],
  );
  return id;
}
const register = (actor: Actor, unitId: number, chosen: string[], more: object = {}) =>
  registerSubjects(actor, { id: randomUUID(), unitId, year, registeredOn: "2026-02-10", chosen, ...more });
const recordOf = async (areaId: string): Promise<{ id: string; version: number; unit_id: number }> =>
  (await db.owner.query("SELECT id, version, unit_id FROM safety_record WHERE area_id = $1", [areaId]))
    .rows[0];
const ownRecords = async (...unitIds: number[]) =>
  (
    await db.owner.query(
      "SELECT id, version, unit_id, state::text FROM safety_record WHERE kind = 'commune' AND unit_id = ANY ($1)",
      [unitIds],
    )
  ).rows;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );

describe("a commune that was renamed in mid-year", () => {
  it("keeps what was said of its police and its own record of the year", async () => {
    const { id, code } = commune();
    const said = { unitId: id, year, source: "Kết luận", disciplined: "no" };
    await recordDiscipline(city, said);
    await register(await officer(code), id, [], { commune: true });
    const key = { year, boundary: "historical" as const, unit: code };
    // What was read before is not what is shown after the change.
    expect((await getSafetyOverview(city, key)).lines).toMatchObject([{ fullName: expect.any(String) }]);
    await change({ kind: "rename", unitId: id, name1: "Thử Đổi Tên" });
    const now = await db.unit(code);
    expect(now).not.toBe(id);

    const ward = await officer(code);
    for (const reader of [city, ward]) {
      const unit = await getUnitYear(reader, { ref: code, year });
      expect(unit).toMatchObject({
        stood: true,
        known: { disciplined: false },
        discipline: { source: "Kết luận" },
      });
      expect(unit.tallies.commune).toEqual({ base: 1, registered: 1, recognized: 0 });
      for (const boundary of ["current", "historical"] as const) {
        const { lines } = await getSafetyOverview(reader, { ...key, boundary });
        expect(lines).toMatchObject([
          { fullName: "Xã Thử Đổi Tên", stood: true, tallies: { commune: { base: 1, registered: 1 } } },
        ]);
      }
    }
    // It cannot be registered a second time, under either of its names.
    for (const [unitId, registeredOn] of [
      [now, "2026-07-01"],
      [id, "2026-02-11"],
    ] as const)
      expect(await refusal(register(ward, unitId, [], { registeredOn, commune: true }))).toMatchObject({
        issues: [{ field: "chosen", code: "already-registered" }],
      });
    const [own] = await ownRecords(id, now);
    await withdrawRecord(ward, { id: own.id, version: own.version, reason: "Chọn nhầm" });
    await register(ward, now, [], { registeredOn: "2026-07-01", commune: true });
    expect(await ownRecords(id, now)).toMatchObject([{ id: own.id, unit_id: now, state: "registered" }]);

    // What the city says later of the unit by its new name is what counts.
    await recordDiscipline(city, { ...said, unitId: now, disciplined: "yes" });
    expect((await db.audit("safety-standard.discipline.record"))[0]).toMatchObject({
      before: { disciplined: false },
    });
    expect((await getUnitYear(city, { ref: code, year })).known.disciplined).toBe(true);
  });

  it("is not the commune that a merger makes: that one earns its own (T2)", async () => {
    const [one, two] = [commune(), commune()];
    await recordDiscipline(city, { unitId: one.id, year, source: "Kết luận", disciplined: "no" });
    await register(await officer(one.code), one.id, [], { commune: true });
    const merged = { name1: "Thử Sáp Nhập Hai", type1: "commune", code1: one.code };
    await change({ kind: "merge", unitIds: [String(one.id), String(two.id)], ...merged });
    const unit = await getUnitYear(city, { ref: one.code, year });
    expect(unit).toMatchObject({ stood: true, known: { disciplined: null }, discipline: null });
    expect(unit.tallies.commune).toEqual({ base: 1, registered: 0, recognized: 0 });
  });
});

describe("what was withdrawn before a merger", () => {
  it("is registered by the unit of today, with whoever else is", async () => {
    const [one, two] = [commune(), commune()];
    const [again, fresh] = [await area(one.id), await area(two.id)];
    await register(await officer(one.code), one.id, [again]);
    const before = await recordOf(again);
    await withdrawRecord(await officer(one.code), { id: before.id, version: before.version, reason: "Nhầm" });
    const merged = { name1: "Thử Sáp Nhập", type1: "commune", code1: one.code };
    await change({ kind: "merge", unitIds: [String(one.id), String(two.id)], ...merged });
    const now = await db.unit(one.code);
    const stored = await register(await officer(one.code), now, [again, fresh], {
      registeredOn: "2026-07-01",
    });
    expect(stored).toMatchObject({ count: 2 });
    expect(await recordOf(again)).toMatchObject({ id: before.id, unit_id: now });
    expect(await recordOf(fresh)).toMatchObject({ unit_id: now });
  });

  it("moves at that step alone, and only to the unit of its day", async () => {
    const [one, other] = [commune(), commune()];
    const subject = await area(one.id);
    await register(await officer(one.code), one.id, [subject]);
    const { id } = await recordOf(subject);
    const move = (state: string) =>
      db.owner.query(
        "UPDATE safety_record SET unit_id = $2, state = $3::safety_state, reason = 'x', registered_on = '2026-07-01' WHERE id = $1",
        [id, other.id, state],
      );
    await expect(move("withdrawn")).rejects.toThrow(/stays what it is/);
    await db.owner.query("UPDATE safety_record SET state = 'withdrawn', reason = 'x' WHERE id = $1", [id]);
    await expect(move("registered")).rejects.toThrow(/not of unit/);
  });
});

describe("an area that a transfer moved in mid-year", () => {
  it("is written on by the unit that counts it, and named there", async () => {
    const [giver, receiver, third] = [commune(), commune(), commune()];
    const [moved, kept] = [await area(giver.id), await area(giver.id)];
    await register(await officer(giver.code), giver.id, [moved, kept]);
    await change({ kind: "transfer", unitId: giver.id, toUnitId: receiver.id });
    await db.owner.query(
      "INSERT INTO residential_area_move (area_id, unit_id, moved_on, decision) VALUES ($1, $2, $3, 'x')",
      [moved, await db.unit(receiver.code), day],
    );
    const { id, version } = await recordOf(moved);
    const [ward, chief] = [await officer(receiver.code), await officer(receiver.code, "ward_chief")];
    const record = await getRecord(ward, { id });
    expect(record).toMatchObject({ current: { ref: receiver.code }, may: { score: true } });
    expect(record.steps).toHaveLength(1);
    const score = { scoredOn: "2026-10-20", score: 92, selfMet: "yes" };
    await scoreRecord(ward, { id, version, ...score });
    const own = await recordOf(kept);
    await scoreRecord(await officer(giver.code), { id: own.id, version: own.version, ...score });
    const waiting = async (actor: Actor, ref: string, act: "propose" | "recognize") =>
      (await listWaiting(actor, { ref, year, act })).rows.map((row) => row.id);
    for (const reader of [city, ward]) expect(await waiting(reader, receiver.code, "propose")).toEqual([id]);
    for (const reader of [city, await officer(giver.code)])
      expect(await waiting(reader, giver.code, "propose")).toEqual([own.id]);
    await proposeRecords(ward, { chosen: [id], proposedOn: "2026-11-02" });
    expect(await waiting(chief, receiver.code, "recognize")).toEqual([id]);
    const decision = { decisionNumber: "1/QĐ", decidedOn: "2026-11-15", decidedBy: "Chủ tịch UBND xã" };
    const stranger = await officer(third.code, "ward_chief");
    expect(await refusal(recognizeRecords(stranger, { chosen: [id], ...decision }))).toMatchObject({
      code: "not-found",
    });
    expect(await refusal(getRecord(stranger, { id }))).toMatchObject({ code: "not-found" });
    await recognizeRecords(chief, { chosen: [id], ...decision });
    expect((await getRecord(chief, { id })).steps.map(({ state }) => state)).toEqual([
      "recognized",
      "proposed",
      "scored",
      "registered",
    ]);
    expect((await getUnitYear(ward, { ref: receiver.code, year })).tallies.area).toMatchObject({
      recognized: 1,
    });
  });
});
