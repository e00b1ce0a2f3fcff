import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { addDays, today } from "@/lib/core/days";
import { createSession, deleteSession, updateSession } from "@/lib/outreach-sessions/commands";
import { getSession, listSessions, newSession } from "@/lib/outreach-sessions/queries";
import { getTotals } from "@/lib/outreach-sessions/totals/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let leader: Actor;

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  leader = await db.actor("leader");
});

const typed = (more: object = {}) => ({
  id: randomUUID(),
  unitId: officer.unitId,
  heldOn: "2025-08-11",
  // A place of its own, so that no session here looks like a second entry of another.
  place: `Nhà văn hóa ${randomUUID()}`,
  channel: "meeting",
  topics: ["crime-prevention"],
  attendance: "35",
  ...more,
});
const stored = async (id: string) =>
  (await db.owner.query("SELECT * FROM outreach_session WHERE id = $1", [id])).rows;
const codeOf = async (id: number) =>
  (await db.owner.query("SELECT code FROM unit WHERE id = $1", [id])).rows[0].code as string;
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, issues: error.details.issues, ...error.details }),
  );

describe("logging a session", () => {
  it("stores it with its writer and an audit row, and the totals know at once", async () => {
    const before = await listSessions(leader, { context: readContext({ period: "2025" }, "leader") });
    const input = typed();
    await createSession(officer, input);
    expect((await stored(input.id))[0]).toMatchObject({
      place: input.place,
      attendance: 35,
      created_by_id: officer.userId,
      version: 1,
    });
    expect((await db.audit("outreach-sessions.create"))[0]).toMatchObject({
      subject_id: input.id,
      user_name: officer.username,
      outcome: "done",
      after: { attendance: 35 },
    });
    const after = await listSessions(leader, { context: readContext({ period: "2025" }, "leader") });
    expect(after.totals.sessions - before.totals.sessions).toBe(1);
    expect(after.totals.attendances - before.totals.attendances).toBe(35);
  });

  it("is one row however often it is sent, also twenty times at once (R3, R4)", async () => {
    const input = typed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => createSession(officer, input)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await stored(input.id)).toHaveLength(1);
  });

  it("refuses the same id with another body, or from somebody else", async () => {
    const input = typed();
    await createSession(officer, input);
    expect(await refusal(createSession(officer, { ...input, attendance: "36" }))).toMatchObject({
      code: "repeated",
    });
    const colleague = await db.actor("ward_chief", "31510");
    expect(await refusal(createSession(colleague, input))).toMatchObject({ code: "repeated" });
    expect((await stored(input.id))[0].attendance).toBe(35);
  });

  it("keeps a ward to its own unit and the units it carries on (S18)", async () => {
    const elsewhere = typed({ unitId: await db.unit("31135") });
    expect(await refusal(createSession(officer, elsewhere))).toMatchObject({ code: "not-found" });
    expect(await stored(elsewhere.id)).toEqual([]);
    expect((await db.audit("outreach-sessions.create"))[0]).toMatchObject({
      outcome: "refused",
      subject_id: elsewhere.id,
    });
    const { rows } = await db.owner.query(
      "SELECT s.predecessor_id AS id FROM unit_succession s WHERE s.successor_id = $1",
      [officer.unitId],
    );
    expect(rows).toHaveLength(4);
    await createSession(officer, typed({ unitId: rows[0].id, heldOn: "2025-03-02" }));
  });

  it("lets nobody write who only reads", async () => {
    for (const role of ["leader", "administrator"] as const)
      expect(await refusal(createSession(await db.actor(role), typed()))).toMatchObject({ code: "denied" });
  });

  it("refuses a day on which the unit did not exist (T3)", async () => {
    expect(await refusal(createSession(officer, typed({ heldOn: "2025-06-30" })))).toMatchObject({
      issues: [{ field: "unitId", code: expect.stringMatching(/^unit-not-then/) }],
    });
  });

  it("names every fault and stores nothing", async () => {
    const cases: [object, string, string][] = [
      [{ heldOn: addDays(today(), 1) }, "heldOn", "in-the-future"],
      [{ heldOn: "1974-01-01" }, "heldOn", "too-early:1975-04-30"],
      [{ attendance: "-5" }, "attendance", "too-small:1"],
      [{ attendance: "999999999" }, "attendance", "too-large:100000"],
      [{ attendance: "ba mươi" }, "attendance", "not-a-number"],
      [{ place: "x".repeat(10_000_000) }, "place", "too-long:200"],
      [{ place: "a\u0000" }, "place", "bad-characters"],
      [{ note: "\ud800" }, "note", "bad-characters"],
      [{ channel: "radio" }, "channel", "unknown-choice"],
      [{ topics: ["no-such-topic"] }, "topics", "unknown-choice"],
      [{ topics: [] }, "topics", "required"],
    ];
    const count = async () =>
      (await db.owner.query("SELECT count(*)::int AS n FROM outreach_session")).rows[0].n;
    const before = await count();
    for (const [change, field, code] of cases)
      expect(await refusal(createSession(officer, typed(change)))).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
    expect(await count()).toBe(before);
  });

  it("takes nothing the form does not ask (S19)", async () => {
    const input = typed({ version: 99, createdById: leader.userId, deletedAt: "2025-01-01" });
    await createSession(officer, input);
    expect((await stored(input.id))[0]).toMatchObject({
      version: 1,
      created_by_id: officer.userId,
      deleted_at: null,
    });
  });
});

describe("changing a session", () => {
  it("tells the second editor which fields differ, and loses nothing (R5)", async () => {
    const input = typed();
    await createSession(officer, input);
    await updateSession(officer, { ...input, version: 1, attendance: "40" });
    const late = await refusal(
      updateSession(officer, { ...input, version: 1, attendance: "45", place: "Chùa" }),
    );
    expect(late).toMatchObject({ code: "conflict", version: 2 });
    expect(late?.differing).toHaveLength(2);
    expect(late?.differing).toEqual(
      expect.arrayContaining([
        { field: "place", theirs: input.place, yours: "Chùa" },
        { field: "attendance", theirs: 40, yours: 45 },
      ]),
    );
    await updateSession(officer, { ...input, version: 2, attendance: "45" });
    expect((await stored(input.id))[0]).toMatchObject({ attendance: 45, version: 3 });
  });

  it("empties a column when its box is emptied", async () => {
    const input = typed({ pledges: "12", note: "Có mưa" });
    await createSession(officer, input);
    const { pledges: _, note: __, ...rest } = input as typeof input & { pledges: string; note: string };
    await updateSession(officer, { ...rest, version: 1 });
    expect((await stored(input.id))[0]).toMatchObject({ pledges: null, note: null });
  });

  it("does not exist for another ward", async () => {
    const input = typed();
    await createSession(officer, input);
    const stranger = await db.actor("ward_officer", "31135");
    expect(
      await refusal(updateSession(stranger, { ...input, unitId: stranger.unitId, version: 1 })),
    ).toMatchObject({ code: "not-found" });
    expect(await refusal(deleteSession(stranger, { id: input.id, version: 1, reason: "x" }))).toMatchObject({
      code: "not-found",
    });
    expect(await refusal(getSession(stranger, { id: input.id }))).toMatchObject({ code: "not-found" });
  });
});

describe("sessions that look alike", () => {
  const alike = (error: Awaited<ReturnType<typeof refusal>>) =>
    error?.similar?.map(({ href }: { href: string }) => href);

  it("warn with the one that stands, and remember the decision", async () => {
    const first = typed({ place: "Đình Hòa Mỹ", heldOn: "2025-09-02" });
    await createSession(officer, first);
    const second = typed({ place: "đình  hoà mỹ.", heldOn: "2025-09-02", attendance: "50" });
    const warned = await refusal(createSession(officer, second));
    expect(warned?.code).toBe("similar");
    expect(alike(warned)).toEqual([`/outreach-sessions/${first.id}`]);
    expect(await stored(second.id)).toHaveLength(0);

    await createSession(officer, { ...second, acceptSimilar: "on" });
    expect((await stored(second.id))[0].not_duplicate_of).toEqual([first.id]);
    // Decided once: neither of the two asks again when its place is written anew.
    const { acceptSimilar: _, id, ...rest } = { ...second, acceptSimilar: undefined };
    await updateSession(officer, { id, version: "1", ...rest, place: "Đình Hòa Mỹ" });
    await updateSession(officer, { ...first, version: "1", place: "đình hòa mỹ" });
  });

  it("are told by title as well, and apart by unit, day and channel", async () => {
    const first = typed({ title: "Họp dân khóm 5 về lừa đảo qua mạng", heldOn: "2025-09-03" });
    await createSession(officer, first);
    const sameTitle = await refusal(
      createSession(officer, typed({ title: "Hop dan khom 5 ve lua dao qua mang", heldOn: "2025-09-03" })),
    );
    expect(alike(sameTitle)).toEqual([`/outreach-sessions/${first.id}`]);
    await createSession(officer, typed({ place: first.place, heldOn: "2025-09-04" }));
    await createSession(
      officer,
      typed({
        place: first.place,
        heldOn: "2025-09-03",
        channel: "leaflet",
        attendance: undefined,
        quantity: "200",
      }),
    );
    const other = await db.actor("ward_officer", "31135");
    await createSession(other, {
      ...typed({ place: first.place, heldOn: "2025-09-03" }),
      unitId: other.unitId,
    });
  });
});

describe("joint sessions (T16)", () => {
  it("belong to the host; a partner reads them, marked, and changes nothing", async () => {
    const partner = await db.actor("ward_officer", "31135");
    const stranger = await db.actor("ward_officer", "31150");
    const input = typed({ coUnitIds: [String(partner.unitId)], coAgencies: ["womens-union"] });
    await createSession(officer, input);

    const context = readContext({ period: "2025" }, "leader");
    const seen = (await listSessions(partner, { context })).rows.find(({ id }) => id === input.id);
    expect(seen).toMatchObject({ joint: true, unitName: officer.unitName });
    expect((await getSession(partner, { id: input.id })).may).toMatchObject({
      update: false,
      delete: false,
      addFiles: false,
    });
    expect((await refusal(updateSession(partner, { ...input, version: "1" })))?.code).toBe("not-found");
    expect((await refusal(deleteSession(partner, { id: input.id, version: "1", reason: "x" })))?.code).toBe(
      "not-found",
    );
    expect((await refusal(getSession(stranger, { id: input.id })))?.code).toBe("not-found");
    expect((await listSessions(officer, { context })).rows.find(({ id }) => id === input.id)?.joint).toBe(
      false,
    );
  });

  it("count once above, and only in a column of its own for the partner", async () => {
    const partner = await db.actor("ward_officer", "31135");
    const context = readContext({ from: "2025-10-01", to: "2025-10-31" }, "leader");
    const before = await listSessions(leader, { context });
    await createSession(officer, typed({ heldOn: "2025-10-08", coUnitIds: [String(partner.unitId)] }));
    const after = await listSessions(leader, { context });
    expect(after.totals.sessions - before.totals.sessions).toBe(1);
    const own = await listSessions(partner, { context });
    expect([own.totals.sessions, own.joint]).toEqual([0, 1]);
    expect((await listSessions(partner, { context, kind: "joint" })).rows).toHaveLength(1);
  });

  it("refuse the host among the partners, and a partner that did not exist on the day", async () => {
    expect(
      (await refusal(createSession(officer, typed({ coUnitIds: [String(officer.unitId)] }))))?.issues,
    ).toEqual([{ field: "coUnitIds", code: "host-among" }]);
    const former = await db.unit("31522", "2025-06-30");
    const [issue] =
      (await refusal(createSession(officer, typed({ coUnitIds: [String(former)] }))))?.issues ?? [];
    expect(issue).toMatchObject({ field: "coUnitIds" });
    // By name, and with what there was on the day instead.
    expect(issue.code).toMatch(/^unit-not-then:Phường \d.*\|Phường /);
    expect((await refusal(createSession(officer, typed({ coUnitIds: ["2000000000"] }))))?.issues).toEqual([
      { field: "coUnitIds", code: "unknown-choice" },
    ]);
  });

  it("of a day before the merger are held with units of that day, of any reach, and never with today's", async () => {
    const day = "2025-03-05";
    const host = await db.unit("31522", day);
    const today = await db.actor("ward_officer", "31135");
    const { rows } = await db.owner.query(
      "SELECT id FROM unit WHERE id = ANY (app_line($1)) AND id <> $1 ORDER BY id LIMIT 1",
      [today.unitId],
    );
    const then = rows[0].id as number;
    const input = typed({ unitId: host, heldOn: day, coUnitIds: [String(then)] });
    await createSession(officer, input);
    expect((await stored(input.id))[0].co_unit_ids).toEqual([then]);

    // The form offers both, each with its days, told apart by name.
    const { partners } = await newSession(officer, {});
    expect(partners.find(({ id }) => id === then)).toMatchObject({ validTo: "2025-06-30" });
    expect(partners.find(({ id }) => id === today.unitId)).toMatchObject({ validFrom: "2025-07-01" });
    const of = (on: string) =>
      partners.filter(({ validFrom = "", validTo = "9999" }) => validFrom <= on && on <= validTo);
    expect(new Set(of(day).map(({ fullName }) => fullName)).size).toBe(of(day).length);

    const change = { ...input, version: "1", coUnitIds: [String(today.unitId)] };
    expect((await refusal(updateSession(officer, change)))?.issues).toMatchObject([
      { field: "coUnitIds", code: expect.stringMatching(/^unit-not-then:/) },
    ]);
    // Taken to a day after it, the same partner is no longer of its day.
    const moved = { ...input, version: "1", unitId: officer.unitId, heldOn: "2025-08-05" };
    expect((await refusal(updateSession(officer, moved)))?.issues).toMatchObject([{ field: "coUnitIds" }]);

    // The column of the unit that carries the partner on: by today's boundaries its, at the time the former unit's.
    const seen = async (boundary: "current" | "historical", unit: string) =>
      (await getTotals(leader, readContext({ from: day, to: day, boundary, unit }, "leader"))).joint?.all;
    expect(await seen("current", "31135")).toBe(1);
    expect(await seen("historical", `${await codeOf(then)}@2025-06-30`)).toBe(1);
    const { joint, units } = await getTotals(
      leader,
      readContext({ from: day, to: day, boundary: "historical" }, "leader"),
    );
    expect(joint).toBeNull();
    expect(units.filter((one) => one.joint > 0).map(({ ref }) => ref)).toEqual([
      `${await codeOf(then)}@2025-06-30`,
    ]);

    // "The last session again" of today is together with the unit that goes on.
    expect((await newSession(officer, {})).last).toMatchObject({
      unitId: officer.unitId,
      coUnitIds: [today.unitId],
    });
  });
});

describe("deleting a session", () => {
  it("wants a reason, leaves totals, keeps the row", async () => {
    const input = typed();
    await createSession(officer, input);
    expect(await refusal(deleteSession(officer, { id: input.id, version: 1 }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    await deleteSession(officer, { id: input.id, version: 1, reason: "Ghi nhầm ngày" });
    expect((await stored(input.id))[0]).toMatchObject({ deleted_reason: "Ghi nhầm ngày" });
    expect(await refusal(getSession(officer, { id: input.id }))).toMatchObject({ code: "not-found" });
    expect((await db.audit("outreach-sessions.delete"))[0]).toMatchObject({
      outcome: "done",
      before: { attendance: 35 },
    });
  });
});
