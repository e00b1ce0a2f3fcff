import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import type { AppError } from "@/lib/core/errors";
import { makeChange } from "@/lib/units/changes/commands";
import {
  createArea,
  endArea,
  importAreas,
  moveArea,
  reopenArea,
  updateArea,
} from "@/lib/units/residential-areas/commands";
import { editArea, getArea, listAreas, previewAreas } from "@/lib/units/residential-areas/queries";
import { unitDays } from "@/lib/units/resolve/messages";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let ward: Actor;
let other: Actor;
let city: Actor;
let phuLoi: number;
let divided: number;

beforeAll(async () => {
  ward = await db.actor("ward_officer", "31510");
  other = await db.actor("ward_officer", "31120");
  city = await db.actor("city_officer");
  phuLoi = await db.unit("31510");
  divided = await db.unit("31178", "2025-06-30");
});

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: AppError) => ({ code: error.code, issues: error.details?.issues }),
  );
const fault = (field: string, code: string) => ({ code: "invalid", issues: [{ field, code }] });

const add = async (actor: Actor, unitId: number, name: string, more: object = {}) => {
  const id = randomUUID();
  await createArea(actor, { id, unitId, kind: "quarter", name, ...more });
  return id;
};
const list = async (actor: Actor, ref: string, params: Record<string, string> = {}) => {
  const { boundary, asOf, ...filter } = params;
  const { rows } = await listAreas(actor, {
    ref,
    context: readContext({ boundary: boundary ?? "current", asOf: asOf ?? today() }, actor.role),
    ...(filter as { state?: "all" }),
  });
  return rows.map(({ name }) => name);
};

describe("an area of a unit", () => {
  it("is added by its ward once, with its kind before its name and its unit's first day", async () => {
    const id = randomUUID();
    const typed = { id, unitId: phuLoi, kind: "quarter", name: "khom 1", households: "1.250" };
    await createArea(ward, typed);
    await createArea(ward, typed);
    expect(await getArea(ward, { id })).toMatchObject({
      name: "Khóm 1",
      households: 1_250,
      validFrom: "2025-07-01",
      unit: { fullName: "Phường Phú Lợi" },
      may: { update: true, end: true, move: false },
    });
    expect(await db.audit("units.areas.create")).toMatchObject([{ outcome: "done", subject_id: id }]);
  });

  it("has a name of its own in the unit, also among those recorded under the wards before it", async () => {
    const former = await db.unit("31522", "2025-06-30");
    await add(ward, former, "Khóm 20", { validFrom: "2020-01-01" });
    expect(await refusal(add(ward, phuLoi, "KHÓM 20"))).toMatchObject(fault("name", "area-exists"));
    expect(await refusal(add(ward, phuLoi, "Khóm 1"))).toMatchObject(fault("name", "area-exists"));
    await add(ward, phuLoi, "Khóm 20", { kind: "hamlet" });
  });

  it("begins on a day of its unit; what there was before is named", async () => {
    expect(await refusal(add(ward, phuLoi, "Khóm 2", { validFrom: "2025-06-30" }))).toMatchObject(
      fault("validFrom", "unit-not-then:Phường 1; Phường 2; Phường 3; Phường 4"),
    );
    await expect(
      db.owner.query(
        "INSERT INTO residential_area (id, unit_id, kind, name, valid_from) VALUES ($1, $2, 'quarter', 'x', '2025-06-30')",
        [randomUUID(), phuLoi],
      ),
    ).rejects.toThrow(/begins within the days/);
    expect(await refusal(add(ward, phuLoi, "Khóm 2", { households: "-1" }))).toMatchObject(
      fault("households", "too-small:0"),
    );
  });

  it("is no other ward's to see or change, and leaders change none", async () => {
    const id = await add(ward, phuLoi, "Khóm 3");
    for (const attempt of [
      () => getArea(other, { id }),
      () => editArea(other, { id }),
      () => updateArea(other, { id, version: 1, kind: "quarter", name: "Khóm 4" }),
      () => endArea(other, { id, version: 1, endedOn: today(), reason: "x" }),
      () => add(other, phuLoi, "Khóm 4"),
      () =>
        importAreas(other, { id: randomUUID(), unitId: phuLoi, day: today(), text: "Khóm 4", choices: [] }),
    ])
      expect(await refusal(attempt())).toMatchObject({ code: "not-found" });
    expect(await refusal(add(await db.actor("leader"), phuLoi, "Khóm 4"))).toMatchObject({ code: "denied" });
  });

  it("is changed as it stood, not as it was", async () => {
    const id = await add(ward, phuLoi, "Khóm 5", { households: 10 });
    await updateArea(ward, { id, version: 1, kind: "quarter", name: "Khóm 5", population: 40 });
    expect(await getArea(ward, { id })).toMatchObject({ households: null, population: 40, version: 2 });
    const stale = updateArea(ward, { id, version: 1, kind: "quarter", name: "Khóm 55" });
    expect(await refusal(stale)).toMatchObject({ code: "conflict" });
    expect(
      await refusal(updateArea(ward, { id, version: 2, kind: "quarter", name: "Khóm 1" })),
    ).toMatchObject(fault("name", "area-exists"));
  });
});

describe("an area that ends", () => {
  it("stays with its days, in the lists of the days it was there", async () => {
    const id = await add(ward, phuLoi, "Khóm 6");
    const early = endArea(ward, { id, version: 1, endedOn: "2025-06-01", reason: "x" });
    expect(await refusal(early)).toMatchObject(fault("endedOn", "before-start:2025-07-01"));
    await endArea(ward, { id, version: 1, endedOn: "2026-03-31", reason: "Ghép với khóm khác" });
    expect(await list(ward, "31510")).not.toContain("Khóm 6");
    expect(await list(ward, "31510", { state: "ended" })).toEqual(["Khóm 6"]);
    expect(await list(ward, "31510", { asOf: "2026-03-31" })).toContain("Khóm 6");
    expect(
      await refusal(endArea(ward, { id, version: 2, endedOn: "2026-04-30", reason: "x" })),
    ).toMatchObject(fault("endedOn", "already-ended"));
    // Its name is free again.
    await add(ward, phuLoi, "Khóm 6", { validFrom: "2026-04-01" });
  });

  it("merges into an area of the same unit that is there the day after, and into no other", async () => {
    const id = await add(ward, phuLoi, "Khóm 7");
    const into = await add(ward, phuLoi, "Khóm 8");
    const late = await add(ward, phuLoi, "Khóm 9", { validFrom: "2026-06-01" });
    const foreign = await add(other, await db.unit("31120"), "Khu vực 9", { kind: "zone" });
    const end = (mergedIntoId: string) =>
      endArea(ward, { id, version: 1, endedOn: "2026-03-31", mergedIntoId, reason: "x" });
    for (const wrong of [late, foreign, id, randomUUID()])
      expect(await refusal(end(wrong))).toMatchObject(fault("mergedIntoId", "not-there"));
    await end(into);
    expect(await getArea(ward, { id })).toMatchObject({ mergedInto: "Khóm 8", validTo: "2026-03-31" });
    expect((await getArea(ward, { id: into })).mergedHere).toEqual([{ id, name: "Khóm 7" }]);
    expect(
      await refusal(endArea(ward, { id: into, version: 1, endedOn: "2026-03-31", reason: "x" })),
    ).toMatchObject(fault("endedOn", "before-merged:2026-03-31"));
    for (const wrong of [foreign, late])
      await expect(
        db.owner.query("UPDATE residential_area SET merged_into_id = $2 WHERE id = $1", [id, wrong]),
      ).rejects.toThrow(/merges into one of its unit/);
  });
});

describe("an area ended by mistake", () => {
  it("is opened again by its ward, with a reason, unless another has its name by now", async () => {
    const id = await add(ward, phuLoi, "Khóm 11");
    const into = await add(ward, phuLoi, "Khóm 12");
    const reopen = (actor: Actor, version: number) => reopenArea(actor, { id, version, reason: "Nhập nhầm" });
    expect(await refusal(reopen(ward, 1))).toMatchObject(fault("reason", "not-ended"));
    await endArea(ward, { id, version: 1, endedOn: "2026-03-31", mergedIntoId: into, reason: "x" });
    expect(await getArea(ward, { id })).toMatchObject({ may: { end: false, reopen: true } });
    expect(await refusal(reopen(ward, 1))).toMatchObject({ code: "conflict" });
    expect(await refusal(reopen(other, 2))).toMatchObject({ code: "not-found" });
    expect(await refusal(reopen(await db.actor("leader"), 2))).toMatchObject({ code: "denied" });
    const second = await add(ward, phuLoi, "Khóm 11", { validFrom: "2026-04-01" });
    expect(await refusal(reopen(ward, 2))).toMatchObject(fault("reason", "area-exists"));
    await updateArea(ward, { id: second, version: 1, kind: "quarter", name: "Khóm 13" });
    await reopen(ward, 2);
    expect(await getArea(ward, { id })).toMatchObject({
      validTo: null,
      mergedIntoId: null,
      may: { end: true, reopen: false },
    });
    expect((await db.audit("units.areas.reopen"))[0]).toMatchObject({
      subject_id: id,
      before: { endedOn: "2026-03-31", mergedIntoId: "Khóm 12" },
    });
  });
});

describe("an area of a ward that was divided", () => {
  it("follows the remainder until the city says that it went along with the part", async () => {
    const id = await add(city, divided, "Khu vực 30", { kind: "zone" });
    const binhThuy = await db.actor("ward_officer", "31168");
    expect(await list(city, "31168")).toContain("Khu vực 30");
    expect(await list(city, "31120")).not.toContain("Khu vực 30");
    expect(await refusal(getArea(other, { id }))).toMatchObject({ code: "not-found" });
    const { divisions } = await getArea(city, { id });
    expect(divisions).toMatchObject([{ unit: "Phường Cái Khế", on: "2025-07-01" }]);
    const division = `${divisions[0]?.unitId}@2025-07-01`;
    const move = (actor: Actor, to = division) =>
      moveArea(actor, { id, version: 1, division: to, reason: "Theo phương án" });
    for (const actor of [binhThuy, other])
      expect(await refusal(move(actor))).toMatchObject({ code: "denied" });
    expect(await refusal(move(city, `${phuLoi}@2025-07-01`))).toMatchObject(
      fault("division", "unknown-choice"),
    );
    await move(city);
    expect(await list(city, "31120")).toContain("Khu vực 30");
    expect(await list(city, "31168")).not.toContain("Khu vực 30");
    expect(await list(city, "31178@2025-06-30", { boundary: "historical", asOf: "2025-06-30" })).toContain(
      "Khu vực 30",
    );
    expect(await list(city, "31120", { boundary: "historical", asOf: "2025-06-30" })).not.toContain(
      "Khu vực 30",
    );
    expect(await list(city, "31120", { boundary: "current", asOf: "2025-06-30" })).toContain("Khu vực 30");
    // Both wards read it; only the one it is with changes it.
    const seen = { unit: { fullName: "Phường Cái Khế" }, moves: [{ movedOn: "2025-07-01" }] };
    expect(await getArea(other, { id })).toMatchObject({ ...seen, may: { update: true } });
    expect(await getArea(binhThuy, { id })).toMatchObject({ ...seen, may: { update: false, end: false } });
    const change = { id, version: 2, kind: "zone", name: "Khu vực 31" };
    expect(await refusal(updateArea(binhThuy, change))).toMatchObject({ code: "not-found" });
    await updateArea(other, change);
    expect((await getArea(city, { id })).divisions).toEqual([]);
  });

  it("goes nowhere that no division led, whatever writes it", async () => {
    const id = await add(city, divided, "Khu vực 32", { kind: "zone" });
    await expect(
      db.owner.query(
        "INSERT INTO residential_area_move (area_id, unit_id, moved_on, decision) VALUES ($1, $2, '2025-07-01', 'x')",
        [id, phuLoi],
      ),
    ).rejects.toThrow(/no division took/);
  });
});

describe("an area that moved away", () => {
  const moved = async (name: string) => {
    const id = await add(city, divided, name, { kind: "zone" });
    const [division] = (await getArea(city, { id })).divisions;
    await moveArea(city, { id, version: 1, division: `${division?.unitId}@${division?.on}`, reason: "x" });
    return id;
  };

  it("holds its name where it was recorded, and says where it is", async () => {
    const id = await moved("Khu vực 51");
    expect(await refusal(add(city, divided, "khu vực 51", { kind: "zone" }))).toMatchObject(
      fault("name", "area-moved:Phường Cái Khế"),
    );
    // The remainder of today is another unit: the name is free there.
    await add(city, await db.unit("31168"), "Khu vực 51", { kind: "zone" });
    const stays = await add(city, divided, "Khu vực 52", { kind: "zone" });
    const renamed = updateArea(city, { id: stays, version: 1, kind: "zone", name: "Khu vực 51" });
    expect(await refusal(renamed)).toMatchObject(
      fault("name", expect.stringMatching(/^area-(moved|exists)/)),
    );
    // The receiver does not see what stayed: its own sentence all the same.
    for (const actor of [city, other])
      expect(
        await refusal(updateArea(actor, { id, version: 2, kind: "zone", name: "Khu vực 52" })),
      ).toMatchObject(fault("name", "area-exists"));
  });

  it("keeps one line of a list back, not the whole list", async () => {
    const id = await moved("Khu vực 53");
    const text =
      "Đơn vị\tTên\tTừ ngày\nBùi Hữu Nghĩa\tKhu vực 53\t1/3/2025\nBùi Hữu Nghĩa\tKhu vực 54\t1/3/2025";
    const read = { text, day: today(), choices: [] };
    const { lines } = await previewAreas(city, read);
    expect(lines.map(({ ready, same }) => [ready, same])).toEqual([
      [false, { id, name: "Khu vực 53", movedTo: "Phường Cái Khế" }],
      [true, undefined],
    ]);
    expect(await importAreas(city, { id: randomUUID(), ...read })).toMatchObject({ stored: 1, left: 1 });
  });
});

describe("an area entered before a change that was entered late", () => {
  it("is changed and ended as any other; its start is asked again where it is another one", async () => {
    const code = "31249";
    const [unitId, officer] = [await db.unit(code), await db.actor("ward_officer", code)];
    const id = await add(officer, unitId, "Ấp 1", { kind: "hamlet", validFrom: "2026-05-01" });
    await makeChange(await db.actor("administrator"), {
      id: randomUUID(),
      decisionNumber: "12/NQ-HĐND",
      decisionDate: "2026-03-01",
      kind: "rename",
      effectiveOn: "2026-04-01",
      unitId,
      name1: "Thử Đổi Tên",
    });
    const edit = { id, kind: "hamlet", name: "Ấp 2" };
    await updateArea(city, { ...edit, version: 1, validFrom: "2026-05-01", households: 12 });
    expect(await refusal(updateArea(city, { ...edit, version: 2, validFrom: "2026-05-02" }))).toMatchObject(
      fault("validFrom", "unit-not-then"),
    );
    await endArea(city, { id, version: 2, endedOn: "2026-06-30", reason: "Ghép" });
    expect(await getArea(city, { id })).toMatchObject({
      name: "Ấp 2",
      validTo: "2026-06-30",
      households: 12,
    });
  });
});

describe("a list", () => {
  const text = [
    "Đơn vị\tTên\tSố hộ\tTừ ngày",
    "Cái Khế\tKhu vực 41\t100\t",
    "Phường 1\tKhóm 41\t\t1/3/2025",
    "Phường 1, TP Sóc Trăng\tKhóm 42\t\t",
    "Cái Khế\tKhu vực 41\t\t",
    "Cái Khế\tKhu vực 9\t\t",
    "Cái Khế\t41\tnhiều\t",
  ].join("\n");

  it("is read without storing anything", async () => {
    const found = await previewAreas(city, { text, day: today(), choices: [] });
    expect(
      found.lines.map(({ line, ready, faults, same }) => [
        line,
        ready,
        Object.keys(faults),
        same && "line" in same ? same.line : same && "area",
      ]),
    ).toEqual([
      [2, true, [], undefined],
      [3, false, ["unit"], undefined],
      [4, false, ["unit"], undefined],
      [5, false, [], 2],
      [6, false, [], "area"],
      [7, false, ["kind", "households"], undefined],
    ]);
    expect(found).toMatchObject({ ready: 1, asked: 2 });
    expect(await list(city, "31120")).not.toContain("Khu vực 41");
  });

  it("says which unit of a name a line goes to, where the name has been another's or the unit is gone", async () => {
    const told = async (actor: Actor, text: string) =>
      (
        await previewAreas(actor, { text: `Đơn vị\tTên\tTừ ngày\n${text}`, day: today(), choices: [] })
      ).lines.map(({ unit, dated }) => unit && (dated ? unitDays(unit, "vi") : unit.fullName));
    expect(
      await told(city, "Tân An\tKhu vực 81\t1/3/2025\nTân An\tKhu vực 81\t\nCái Khế\tKhu vực 81\t"),
    ).toEqual(["31135, đến hết 30/06/2025", "31147, từ 01/07/2025", "31120, từ 01/07/2025"]);
    // Within a ward's reach its name is its own, its predecessors are of another time.
    expect(await told(ward, "Phú Lợi\tKhóm 81\t\nPhường 1\tKhóm 82\t1/3/2025")).toEqual([
      "Phường Phú Lợi",
      "31522, đến hết 30/06/2025",
    ]);
  });

  it("is stored as far as it is right, once, and the rest comes back", async () => {
    const mine = await db.unit("31522", "2025-06-30");
    const input = { id: randomUUID(), text, day: today(), choices: [`3:${mine}`] };
    const first = await importAreas(city, input);
    expect(first).toMatchObject({ stored: 2, left: 4 });
    expect(first.text?.split("\n").map((row) => row.split("\t")[1])).toEqual([
      "Tên",
      "Khóm 42",
      "Khu vực 41",
      "Khu vực 9",
      "41",
    ]);
    const told = await db.audit("units.areas.import");
    expect(await importAreas(city, input)).toEqual(first);
    expect(await db.audit("units.areas.import")).toEqual(told);
    expect(await list(city, "31120")).toContain("Khu vực 41");
    expect(await list(city, "31510")).toContain("Khóm 41");
    expect((await db.audit("units.areas.import"))[0]).toMatchObject({ after: { count: 2, left: 4 } });
    expect(
      (await db.audit("units.areas.create")).slice(0, 2).map(({ after }) => (after as { name: string }).name),
    ).toEqual(expect.arrayContaining(["Khu vực 41", "Khóm 41"]));
  });

  it("of a ward names its own units only", async () => {
    const found = await previewAreas(ward, { text, day: today(), choices: [] });
    expect(found.ready).toBe(0);
    expect(found.lines[0]).toMatchObject({ faults: { unit: { code: "unit-unknown" } } });
  });

  it("sent twice at the same moment is stored once", async () => {
    const lists = [1, 2, 3].map(() => ({
      id: randomUUID(),
      unitId: phuLoi,
      day: today(),
      text: "Khóm 71\nKhóm 72",
      choices: [],
    }));
    const results = await Promise.all(lists.map((input) => importAreas(ward, input)));
    expect(results.map(({ stored }) => stored).sort()).toEqual([0, 0, 2]);
  });
});
