import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { awardsOfModel, editAward, getAward, listAwards, newAward } from "@/lib/awards/queries";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;
let officer: Actor;
const ids: Record<string, string> = {};

// Phú Lợi before and after the merger, Ninh Kiều, and a body of the city.
beforeAll(async () => {
  leader = await db.actor("leader");
  officer = await db.actor("ward_officer", "31510");
  await give("cũ", await db.unit("31522", "2025-06-30"), "2025-03-02");
  await give("mới", await db.unit("31510"), "2025-08-11", { form: "diploma", kind: "collective" });
  await give("thu hồi", await db.unit("31510"), "2025-09-01", { revoked: "2025-10-01" });
  await give("Ninh Kiều", await db.unit("31135"), "2025-09-02");
  await give("thành phố", null, "2025-09-03", { kind: "collective" });
});

async function give(
  name: string,
  unitId: number | null,
  day: string,
  { form = "merit_certificate", kind = "individual", revoked = null as string | null } = {},
) {
  const id = randomUUID();
  ids[name] = id;
  await db.owner.query(
    `INSERT INTO award (id, form, recipient_kind, recipient_name, unit_id, issuer, decision_number, decision_date, achievement, revoked_on, revoked_reason)
     VALUES ($1, $2::award_form, $3::recipient_kind, $4, $5, 'Công an thành phố', $6, $7, 'Bảo đảm trật tự ở khóm 3', $8, $9)`,
    [id, form, kind, `Người nhận ${name}`, unitId, `${day}/QĐ`, day, revoked, revoked && "x"],
  );
}

const list = (actor: Actor, params: SearchParams = {}, more: object = {}) =>
  listAwards(actor, { context: readContext({ period: "2025", ...params }, "leader"), ...more });
const names = async (actor: Actor, params: SearchParams = {}, more: object = {}) =>
  (await list(actor, params, more)).rows.map(({ recipientName }) => recipientName.replace("Người nhận ", ""));

describe("the list", () => {
  it("shows those in force at the period's end, newest first, and counts those revoked by then apart", async () => {
    expect(await names(leader)).toEqual(["thành phố", "Ninh Kiều", "mới", "cũ"]);
    expect((await list(leader)).totals).toEqual({
      inForce: 4,
      revoked: 1,
      forms: [
        { form: "diploma", count: 1 },
        { form: "merit_certificate", count: 3 },
      ],
    });
    const until = async (to: string, asOf?: string) =>
      (await list(leader, { period: undefined, from: "2025-01-01", to, asOf })).totals;
    expect(await until("2025-09-30")).toMatchObject({ inForce: 5, revoked: 0 });
    expect(await until("2025-10-01")).toMatchObject({ inForce: 4, revoked: 1 });
    // Whatever day standings are looked at for: an award revoked within the period is not counted, one revoked later is.
    expect(await until("2025-10-01", "2025-09-30")).toMatchObject({ inForce: 4, revoked: 1 });
    expect(await until("2025-09-30", "2026-06-30")).toMatchObject({ inForce: 5, revoked: 0 });
    const { rows } = await list(leader, { period: undefined, from: "2025-09-01", to: "2025-09-30" });
    expect(rows.find(({ id }) => id === ids["thu hồi"])).toMatchObject({ revokedOn: null });
    expect(await names(leader, {}, { state: "revoked" })).toEqual(["thu hồi"]);
    expect(await names(leader, {}, { state: "all" })).toHaveLength(5);
  });

  it("is narrowed by form, recipient, period and words without accents; the totals with it", async () => {
    expect(await names(leader, {}, { form: "diploma" })).toEqual(["mới"]);
    expect(await names(leader, {}, { recipientKind: "collective" })).toEqual(["thành phố", "mới"]);
    expect(await names(leader, {}, { q: "ninh kieu" })).toEqual(["Ninh Kiều"]);
    expect(await names(leader, {}, { q: "KHOM 3", form: "diploma" })).toEqual(["mới"]);
    expect(await names(leader, {}, { q: "2025-09-03/QĐ" })).toEqual(["thành phố"]);
    expect(await names(leader, { from: "2025-09-02", to: "2025-09-02", period: undefined })).toEqual([
      "Ninh Kiều",
    ]);
    expect((await list(leader, {}, { q: "ninh kieu" })).totals).toMatchObject({ inForce: 1, revoked: 0 });
  });

  it("rolls the old wards up by today's boundaries and not at the time (T3)", async () => {
    expect(await names(leader, { unit: "31510" })).toEqual(["mới", "cũ"]);
    expect(await names(leader, { unit: "31510", boundary: "historical" })).toEqual(["mới"]);
    expect(await names(leader, { unit: "31522@2025-06-30", boundary: "historical" })).toEqual(["cũ"]);
  });

  it("pages without losing or repeating one, also within one decision", async () => {
    for (let nth = 0; nth < 120; nth += 1) await give(`2024 ${nth}`, null, `2024-0${1 + (nth % 2)}-15`);
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await list(leader, { period: "2024" }, { after });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
      pages += 1;
    } while (after);
    expect([pages, seen.length, new Set(seen).size]).toEqual([3, 120, 120]);
  });
});

describe("another unit's awards (S18)", () => {
  it("are neither listed, counted, found nor opened; the city's own are not a ward's", async () => {
    expect(await names(officer, {}, { state: "all" })).toEqual(["thu hồi", "mới", "cũ"]);
    expect((await list(officer)).totals).toMatchObject({ inForce: 2, revoked: 1 });
    expect(await names(officer, {}, { q: "ninh kieu" })).toEqual([]);
    await expect(list(officer, { unit: "31135" })).rejects.toMatchObject({ code: "not-found" });
    for (const name of ["Ninh Kiều", "thành phố"])
      await expect(getAward(officer, { id: ids[name] as string })).rejects.toMatchObject({
        code: "not-found",
      });
    expect(await getAward(officer, { id: ids.cũ as string })).toMatchObject({
      recipientName: "Người nhận cũ",
      may: { update: false, revoke: false },
    });
    await expect(editAward(officer, { id: ids.mới as string })).rejects.toMatchObject({ code: "denied" });
  });

  it("cannot be reached by the page's cursor either", async () => {
    const page = await list(officer, {}, { after: ids["thành phố"] });
    expect(page.rows).toEqual([]);
  });
});

describe("awards of a model", () => {
  const [model, merged] = [randomUUID(), randomUUID()];
  const context = readContext({ period: "2025" }, "leader");
  const given = async (actor: Actor, at = context, of = model) => {
    const { rows, totals } = await awardsOfModel(actor, { context: at, model: of });
    return [rows.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id)), totals.inForce];
  };

  beforeAll(async () => {
    await db.owner.query(
      `INSERT INTO security_model (id, name, block, fields, core_force, merged_into_id, merged_on, merge_decision) VALUES
       ($1, 'Mô hình một', 'residential', '{drugs}', 'ward-police', NULL, NULL, NULL),
       ($2, 'Mô hình hai', 'residential', '{drugs}', 'ward-police', $1, '2025-09-15', '01')`,
      [model, merged],
    );
    for (const [name, of] of [
      ["cũ", model],
      ["thu hồi", model],
      ["Ninh Kiều", merged],
      ["thành phố", model],
    ] as const)
      await db.owner.query("UPDATE award SET model_id = $2 WHERE id = $1", [ids[name], of]);
  });

  it("are the latest in force, with those of models merged into it by the day, in reach", async () => {
    expect(await given(leader)).toEqual([["thành phố", "Ninh Kiều", "cũ"], 3]);
    expect(await given(leader, { ...context, asOf: "2025-09-14" })).toEqual([["thành phố", "cũ"], 2]);
    const september = readContext({ from: "2025-09-01", to: "2025-09-14" }, "leader");
    expect(await given(leader, september)).toEqual([["thành phố", "thu hồi"], 2]);
    expect(await given(officer)).toEqual([["cũ"], 1]);
    expect(await given(leader, context, merged)).toEqual([[], 0]);
  });

  it("open as the list's rows with the same total, by models that awards in reach name", async () => {
    const found = await list(leader, {}, { model });
    expect(found.totals).toEqual((await awardsOfModel(leader, { context, model })).totals);
    expect(await names(leader, {}, { model })).toEqual(["thành phố", "Ninh Kiều", "cũ"]);
    expect(found.models.map(({ name }) => name)).toEqual(["Mô hình một"]);
    expect((await list(await db.actor("ward_officer", "31135"))).models).toMatchObject([{ id: model }]);
    expect((await list(await db.actor("ward_officer", "31150"))).models).toEqual([]);
  });

  it("link to the model's page where the reader has one, and offer models that were not merged", async () => {
    const id = ids.cũ as string;
    expect(await getAward(leader, { id })).toMatchObject({ modelName: "Mô hình một", modelSeen: true });
    expect(await getAward(officer, { id })).toMatchObject({ modelName: "Mô hình một", modelSeen: false });
    const city = await db.actor("city_officer");
    expect((await newAward(city, {})).models.map(({ name }) => name)).toEqual(["Mô hình một"]);
    expect((await editAward(city, { id: ids["Ninh Kiều"] as string })).models.map(({ id }) => id)).toEqual([
      merged,
      model,
    ]);
  });
});
