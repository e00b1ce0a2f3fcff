import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { addDays, today } from "@/lib/core/days";
import { beginPost, endPost, recordFact, updateProfile, withdrawFact } from "@/lib/units/profile/commands";
import { editUnitProfile, getUnitProfile, listUnitFacts } from "@/lib/units/profile/queries";
import { holdingFacts } from "@/lib/units/profile/rules";
import { listUnits } from "@/lib/units/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let neighbour: Actor;
let city: Actor;
let leader: Actor;
let unitId: number;

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  neighbour = await db.actor("ward_officer", "31135");
  city = await db.actor("city_officer");
  leader = await db.actor("leader");
  unitId = officer.unitId as number;
});

const population = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  unitId,
  kind: "population",
  value: "96.000",
  asOf: "2026-01-01",
  source: "Báo cáo 12/BC-MH",
  ...more,
});
const facts = async (asOf?: string) => (await getUnitProfile(leader, { ref: "31510", asOf })).facts;
const holding = async (asOf = today()) => holdingFacts(await facts(asOf), asOf).get("population");
const issue = (field: string, code: unknown) => ({ code: "invalid", details: { issues: [{ field, code }] } });

describe("recording a fact", () => {
  it("puts it beside what stood; the later day holds, nothing is overwritten (T7, T10)", async () => {
    expect(await holding()).toMatchObject({ value: 95_516, asOf: "2025-07-01", source: null });
    const said = { value: "95.000", qualifier: "at_least", asOf: "2025-08-11", source: "Bài báo 11/08/2025" };
    await recordFact(officer, population(said));
    await recordFact(
      city,
      population({ kind: "area", value: "26,9", asOf: "2025-08-11", source: "Bài báo 11/08/2025" }),
    );
    const known = (await facts("2025-11-26")).map(({ kind, value, qualifier, asOf }) => [
      kind,
      value,
      qualifier,
      asOf,
    ]);
    expect(known).toEqual([
      ["area", 26.9, "exact", "2025-08-11"],
      ["area", 26.79, "exact", "2025-07-01"],
      ["population", 95_000, "at_least", "2025-08-11"],
      ["population", 95_516, "exact", "2025-07-01"],
    ]);
    expect(await holding("2025-07-31")).toMatchObject({ value: 95_516 });
    const listed = (await listUnits(leader, { q: "phu loi" }))[0];
    expect(listed).toMatchObject({ areaKm2: 26.9, population: 95_000, populationQualifier: "at_least" });
    expect((await db.audit("units.facts.record"))[0]).toMatchObject({
      outcome: "done",
      after: { value: 26.9 },
    });
  });

  it("refuses what cannot be", async () => {
    const refused = (more: Record<string, unknown>) => recordFact(officer, population(more));
    await expect(refused({ kind: "area", value: "0" })).rejects.toMatchObject(issue("value", "no-area"));
    await expect(refused({ kind: "area", value: "99999" })).rejects.toMatchObject(
      issue("value", "too-large:1000"),
    );
    await expect(refused({ value: "rất đông" })).rejects.toMatchObject(issue("value", "not-a-figure"));
    await expect(refused({ value: "-5" })).rejects.toMatchObject(issue("value", "not-a-figure"));
    await expect(refused({ asOf: addDays(today(), 1) })).rejects.toMatchObject(
      issue("asOf", "in-the-future"),
    );
    await expect(refused({ asOf: "2025-06-30" })).rejects.toMatchObject(
      issue("asOf", expect.stringMatching(/^unit-not-then:Phường 1; /)),
    );
    await expect(refused({ kind: "income" })).rejects.toMatchObject(issue("kind", "unknown-choice"));
    await expect(refused({ source: "<script>x</script>" })).rejects.toMatchObject(issue("source", "markup"));
    await expect(refused({ source: "a\u0000b" })).rejects.toMatchObject(issue("source", "bad-characters"));
    await expect(refused({ source: "x".repeat(201) })).rejects.toMatchObject(issue("source", "too-long:200"));
  });

  it("refuses fewer people than households and the same figure twice", async () => {
    await recordFact(officer, population({ kind: "households", value: "25.000", asOf: "2026-02-01" }));
    await expect(
      recordFact(officer, population({ value: "24.000", asOf: "2026-02-02" })),
    ).rejects.toMatchObject(issue("value", "below-households:25000"));
    const same = { value: "96.100", asOf: "2026-02-03" };
    await recordFact(officer, population(same));
    await expect(recordFact(officer, population(same))).rejects.toMatchObject(
      issue("value", "known-already"),
    );
  });

  it("is sent twice and made once (R3)", async () => {
    const sent = population({ kind: "guard_teams", value: "12" });
    await recordFact(officer, sent);
    await recordFact(officer, sent);
    expect((await facts()).filter(({ kind }) => kind === "guard_teams")).toHaveLength(1);
  });

  it("belongs to the ward, its former units and the city; to a leader and a neighbour it does not", async () => {
    const old = await db.unit("31522", "2025-06-30");
    await recordFact(officer, population({ unitId: old, value: "20.000", asOf: "2025-01-01" }));
    await expect(recordFact(neighbour, population())).rejects.toMatchObject({ code: "not-found" });
    await expect(recordFact(leader, population())).rejects.toMatchObject({ code: "denied" });
    await expect(listUnitFacts(neighbour, { ref: "31510" })).rejects.toMatchObject({ code: "not-found" });
    // A former unit's figures are its own: four wards are not the one they formed.
    expect((await facts()).some(({ value }) => value === 20_000)).toBe(false);
  });
});

describe("withdrawing a fact", () => {
  it("takes it out of the profile, keeps it and its reason in the log, and only once", async () => {
    const sent = population({ value: "97.000", asOf: "2026-03-01" });
    await recordFact(officer, sent);
    expect(await holding()).toMatchObject({ value: 97_000 });
    await expect(withdrawFact(officer, { id: sent.id, version: 1 })).rejects.toMatchObject(
      issue("reason", "required"),
    );
    await expect(withdrawFact(neighbour, { id: sent.id, version: 1, reason: "x" })).rejects.toMatchObject({
      code: "not-found",
    });
    await withdrawFact(officer, { id: sent.id, version: 1, reason: "Nhập nhầm số của phường khác" });
    expect(await holding()).toMatchObject({ value: 96_100 });
    await expect(withdrawFact(officer, { id: sent.id, version: 2, reason: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await db.audit("units.facts.withdraw")).find(({ outcome }) => outcome === "done")).toMatchObject({
      before: { value: 97_000, source: "Báo cáo 12/BC-MH" },
    });
  });
});

describe("posts", () => {
  const post = (more: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    unitId,
    title: "Trưởng Công an phường",
    holder: "Nhân vật minh họa 1",
    since: "2025-07-01",
    ...more,
  });
  const held = async (asOf: string) =>
    (await getUnitProfile(leader, { ref: "31510", asOf })).posts.map(({ holder }) => holder);

  it("change hands: each day shows who held it then (T13)", async () => {
    const first = post();
    await beginPost(officer, first);
    await endPost(officer, { id: first.id, version: 1, until: "2026-03-31" });
    await beginPost(officer, post({ holder: "Nhân vật minh họa 2", since: "2026-04-01" }));
    expect(await held("2026-03-31")).toEqual(["Nhân vật minh họa 1"]);
    expect(await held("2026-04-01")).toEqual(["Nhân vật minh họa 2"]);
    expect((await editUnitProfile(officer, { ref: "31510" })).posts.map(({ holder }) => holder)).toEqual([
      "Nhân vật minh họa 2",
      "Nhân vật minh họa 1",
    ]);
    await expect(endPost(officer, { id: first.id, version: 1, until: "2026-05-01" })).rejects.toMatchObject({
      code: "conflict",
      details: { version: 2 },
    });
  });

  it("refuse an end before the beginning, days without the unit, telephone numbers and markup", async () => {
    const refused = (more: Record<string, unknown>) => beginPost(officer, post(more));
    await expect(refused({ since: "2025-08-01", until: "2025-07-31" })).rejects.toMatchObject(
      issue("until", "before-since:2025-08-01"),
    );
    await expect(refused({ since: "2025-06-30" })).rejects.toMatchObject(
      issue("since", expect.stringMatching(/^unit-not-then:Phường 1; /)),
    );
    await expect(refused({ since: addDays(today(), 3) })).rejects.toMatchObject(
      issue("since", "in-the-future"),
    );
    await expect(refused({ holder: "Anh Ba 0912 345 678" })).rejects.toMatchObject(
      issue("holder", "phone-number"),
    );
    await expect(refused({ title: "Trực ban 0292.382.1234" })).rejects.toMatchObject(
      issue("title", "phone-number"),
    );
    await expect(refused({ title: "<b>Trưởng</b>" })).rejects.toMatchObject(issue("title", "markup"));
    const open = post({ since: "2026-01-01" });
    await beginPost(officer, open);
    await expect(endPost(officer, { id: open.id, version: 1, until: "2025-12-31" })).rejects.toMatchObject(
      issue("until", "before-since:2026-01-01"),
    );
    await expect(endPost(neighbour, { id: open.id, version: 1, until: "2026-02-01" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("ethnic groups and introduction", () => {
  it("are kept in their order, and a second editor is told (R5)", async () => {
    await updateProfile(officer, {
      unitId,
      version: 0,
      first: "kinh",
      second: "hoa",
      third: "khmer",
      introduction: "Bốn phường cũ",
    });
    expect((await getUnitProfile(leader, { ref: "31510" })).text).toEqual({
      ethnicGroups: ["kinh", "hoa", "khmer"],
      introduction: "Bốn phường cũ",
      version: 1,
    });
    await expect(updateProfile(city, { unitId, version: 0, first: "khmer" })).rejects.toMatchObject({
      code: "conflict",
      details: { version: 1 },
    });
    await expect(updateProfile(officer, { unitId, version: 1, first: "elvish" })).rejects.toMatchObject(
      issue("first", "unknown-choice"),
    );
    await expect(
      updateProfile(officer, { unitId, version: 1, introduction: "<iframe src=x>" }),
    ).rejects.toMatchObject(issue("introduction", "markup"));
    await updateProfile(city, { unitId, version: 1, first: "khmer" });
    expect((await getUnitProfile(leader, { ref: "31510" })).text).toMatchObject({
      ethnicGroups: ["khmer"],
      introduction: null,
    });
  });
});
