import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { listSessions } from "@/lib/outreach-sessions/queries";
import { getTotals } from "@/lib/outreach-sessions/totals/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const merger = "2025-07-01";
const heirCode = "31510";
const otherCode = "31135";
let leader: Actor;
/** Phú Lợi of today, two of the wards it carries on, and a ward that has nothing to do with it. */
let ids: { heir: number; former: number[]; other: number; otherBefore: number[] };
let carrier: Map<number, number>;

beforeAll(async () => {
  leader = await db.actor("leader");
  const line = async (code: string) => {
    const { rows } = await db.owner.query(
      "SELECT id, app_line(id) AS line FROM unit WHERE code = $1 AND valid_to IS NULL",
      [code],
    );
    return { id: rows[0].id as number, before: (rows[0].line as number[]).filter((id) => id !== rows[0].id) };
  };
  const [heir, other] = [await line(heirCode), await line(otherCode)];
  ids = { heir: heir.id, former: heir.before.slice(0, 3), other: other.id, otherBefore: other.before };
  const { rows } = await db.owner.query("SELECT unit_id, current_id FROM app_units_on(current_date)");
  carrier = new Map(rows.map(({ unit_id, current_id }) => [unit_id, current_id]));
});

type Row = {
  unit: number;
  day: string;
  channel: string;
  topics: string[];
  audiences: string[];
  languages: string[];
  count: number;
  qualifier: string;
  partners: number[];
};
const gatherings = ["meeting", "door_to_door", "festival"];
const broadcasts = ["loudspeaker", "leaflet", "post"];
const isGathering = (row: Row) => gatherings.includes(row.channel);

const drawn = fc.record({
  /** Positions among the units of the day. */
  unit: fc.nat(2),
  partners: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  day: fc
    .integer({ min: 0, max: 700 })
    .map((offset) => new Date(Date.UTC(2024, 0, 10 + offset)).toISOString().slice(0, 10)),
  channel: fc.constantFrom(...gatherings, ...broadcasts),
  topics: fc.uniqueArray(fc.constantFrom("drugs", "crime-prevention", "fire-prevention"), { minLength: 1 }),
  audiences: fc.uniqueArray(fc.constantFrom("residents", "women")),
  languages: fc.uniqueArray(fc.constantFrom("kinh", "khmer")),
  count: fc.integer({ min: 1, max: 300 }),
  qualifier: fc.constantFrom("exact", "at_least", "about"),
});

async function store(list: Row[]) {
  await db.owner.query("DELETE FROM outreach_session");
  for (const row of list)
    await db.owner.query(
      `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, audiences, languages, attendance, attendance_qualifier, quantity, views, pledges, co_unit_ids, created_by_id)
       VALUES ($1, $2, $3, 'x', $4::channel, $5, $6, $7, $8, $9::qualifier, $10, $11, $12, $13, gen_random_uuid())`,
      [
        randomUUID(),
        row.unit,
        row.day,
        row.channel,
        row.topics,
        row.audiences,
        row.languages,
        isGathering(row) ? row.count : null,
        isGathering(row) ? row.qualifier : "exact",
        isGathering(row) ? null : row.count,
        row.channel === "post" ? row.count * 3 : null,
        isGathering(row) ? row.count % 5 : null,
        row.partners,
      ],
    );
  await db.owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'outreach-sessions'");
}

/** Units of a row as they were on its day. */
function placed(draw: typeof drawn extends fc.Arbitrary<infer R> ? R : never): Row {
  const then = draw.day < merger ? ids.former : [ids.heir, ids.other];
  const at = (position: number) => then[position % then.length] as number;
  const unit = at(draw.unit);
  const partners = [...new Set(draw.partners.map(at))].filter((id) => id !== unit);
  return { ...draw, unit, partners };
}

const sum = (list: Row[], of: (row: Row) => number = () => 1) =>
  list.reduce((total, row) => total + of(row), 0);
const totals = (params: SearchParams, actor = leader) => getTotals(actor, readContext(params, "leader"));

describe("totals", () => {
  const views: SearchParams[] = [
    { period: "2025" },
    { period: "r2025" },
    { period: "r2025-08" },
    { period: "2025-07" },
    { from: "2025-02-09", to: "2025-09-20" },
    { from: "2025-06-20", to: "2025-06-25" },
  ];
  it("equal a recomputation from the rows, both boundary views, calendar, 15→14 and ragged (P11)", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 5, maxLength: 40 }), async (draws) => {
        const all = draws.map(placed);
        await store(all);
        for (const view of views)
          for (const boundary of ["current", "historical"] as const)
            for (const unit of [undefined, heirCode]) {
              const context = readContext({ ...view, boundary, unit }, "leader");
              const found = await getTotals(leader, context);
              const lineOf = (id: number) => (boundary === "current" ? (carrier.get(id) ?? id) : id);
              const seen = all.filter((row) => !unit || lineOf(row.unit) === ids.heir);
              const within = ({ from, to }: { from: string; to: string }) =>
                seen.filter(({ day }) => day >= from && day <= to);
              const rows = within(context.period);
              const held = rows.filter(isGathering);
              const { comparison } = found;
              if (!comparison) throw new Error("every view here is over");
              const four = (of: (list: Row[]) => number) => ({
                all: of(rows),
                now: of(rows),
                previous: of(within(comparison.previous)),
                lastYear: of(within(comparison.lastYear)),
              });
              expect(found.gatherings).toEqual({
                sessions: four((list) => sum(list.filter(isGathering))),
                attendances: four((list) => sum(list.filter(isGathering), (row) => row.count)),
                atLeast: held.filter((row) => row.qualifier === "at_least").length,
                about: held.filter((row) => row.qualifier === "about").length,
              });
              for (const channel of [...gatherings, ...broadcasts]) {
                const of = (list: Row[]) => list.filter((row) => row.channel === channel);
                const line = found.channels.find((one) => one.channel === channel);
                const isHeld = gatherings.includes(channel);
                const counted = four((list) => sum(of(list), (row) => row.count));
                const zero = { all: 0, now: 0, previous: 0, lastYear: 0 };
                expect(line?.sessions ?? zero).toEqual(four((list) => sum(of(list))));
                expect(line?.attendances ?? zero).toEqual(isHeld ? counted : zero);
                expect(line?.quantity ?? zero).toEqual(isHeld ? zero : counted);
                expect(line?.views.all ?? 0).toBe(
                  channel === "post" ? sum(of(rows), (row) => row.count * 3) : 0,
                );
              }
              for (const [tag, key] of [
                ["topic", "topics"],
                ["audience", "audiences"],
                ["language", "languages"],
              ] as const)
                for (const code of new Set(all.flatMap((row) => row[key]))) {
                  const under = (list: Row[]) =>
                    list.filter((row) => isGathering(row) && row[key].includes(code));
                  const line = found.tags[tag].find((one) => one.code === code);
                  expect(line?.sessions ?? four(() => 0)).toEqual(four((list) => sum(under(list))));
                  expect(line?.attendances ?? four(() => 0)).toEqual(
                    four((list) => sum(under(list), (row) => row.count)),
                  );
                  expect([line?.atLeast ?? 0, line?.about ?? 0]).toEqual([
                    under(rows).filter((row) => row.qualifier === "at_least").length,
                    under(rows).filter((row) => row.qualifier === "about").length,
                  ]);
                }
              expect(found.guided.pledges.all).toBe(sum(held, (row) => row.count % 5));

              const jointOf = (mine: (id: number) => boolean) =>
                all.filter(
                  (row) =>
                    isGathering(row) &&
                    row.day >= context.period.from &&
                    row.day <= context.period.to &&
                    row.partners.some(mine) &&
                    !mine(row.unit),
                ).length;
              expect(found.joint?.all).toBe(unit && jointOf((id) => lineOf(id) === ids.heir));
              for (const id of [ids.heir, ids.other, ...(boundary === "historical" ? ids.former : [])]) {
                const { rows: named } = await db.owner.query(
                  "SELECT full_name AS name FROM unit WHERE id = $1",
                  [id],
                );
                const lines = found.units.filter(({ name }) => name === named[0].name);
                if (lines.length === 0) continue; // not of this view
                const own = rows.filter((row) => lineOf(row.unit) === id);
                expect(
                  lines.map(({ sessions, attendances, entries, joint }) => ({
                    all: sessions.all,
                    attendances,
                    entries,
                    joint,
                  })),
                ).toContainEqual({
                  all: sum(own.filter(isGathering)),
                  attendances: sum(own.filter(isGathering), (row) => row.count),
                  entries: own.length,
                  joint: jointOf((other) => lineOf(other) === id),
                });
              }
              expect(found.units.reduce((total, one) => total + one.sessions.all, 0)).toBe(
                found.gatherings.sessions.all,
              );
            }
      }),
      { numRuns: 8 },
    );
  }, 180_000);

  const row = (more: Partial<Row>): Row => ({
    unit: ids.heir,
    day: "2025-08-11",
    channel: "meeting",
    topics: ["drugs"],
    audiences: [],
    languages: [],
    count: 30,
    qualifier: "exact",
    partners: [],
    ...more,
  });

  it("count a session with two topics once in the total and once under each", async () => {
    await store([
      row({ topics: ["drugs", "fire-prevention"], audiences: ["women"], languages: ["kinh", "khmer"] }),
      row({ topics: ["fire-prevention"], count: 12, qualifier: "at_least" }),
    ]);
    const { gatherings, tags } = await totals({ period: "2025" });
    expect(gatherings).toMatchObject({ sessions: { all: 2 }, attendances: { all: 42 } });
    // Attendances whole under each topic, "hơn" only where the uncertain session stands, and as the list behind says it.
    expect(
      Object.fromEntries(tags.topic.map((one) => [one.code, [one.attendances.all, one.atLeast]])),
    ).toEqual({
      drugs: [30, 0],
      "fire-prevention": [42, 1],
    });
    const behind = await listSessions(leader, {
      context: readContext({ period: "2025" }, "leader"),
      kind: "gathering",
      topic: "fire-prevention",
    });
    expect(behind.totals).toEqual({ sessions: 2, attendances: 42, atLeast: 1, about: 0 });
    expect(tags.topic.map(({ code, sessions }) => [code, sessions.all]).sort()).toEqual([
      ["drugs", 1],
      ["fire-prevention", 2],
    ]);
    expect(tags.audience.map(({ labelVi }) => labelVi)).toEqual(["Hội viên, phụ nữ"]);
    expect(tags.language).toHaveLength(2);
  });

  it("credit a co-organiser in its own column and leave the city as it is (T16)", async () => {
    await store([row({})]);
    const alone = await totals({ period: "2025" });
    await store([row({ partners: [ids.other] })]);
    const together = await totals({ period: "2025" });
    expect(together.gatherings).toEqual(alone.gatherings);
    expect(together.joint).toBeNull();
    const other = together.units.find(({ ref }) => ref === otherCode);
    expect(other).toMatchObject({ sessions: { all: 0 }, joint: 1, state: "none" });
    const partner = await db.actor("ward_officer", otherCode);
    expect(await totals({ period: "2025" }, partner)).toMatchObject({
      gatherings: { sessions: { all: 0 } },
      joint: { all: 1 },
    });
    // The list behind the column holds as many.
    const behind = await listSessions(partner, {
      context: readContext({ period: "2025" }, "leader"),
      kind: "joint",
    });
    expect(behind.joint).toBe(1);
    expect(behind.rows).toHaveLength(1);
  });

  it("count a session once where a unit carries on its host or several of its partners", async () => {
    const [a, b, c] = ids.former as [number, number, number];
    const outside = ids.otherBefore[0] as number;
    const day = "2025-03-05";
    await store([
      row({ unit: a, partners: [b], day }),
      row({ unit: outside, partners: [b, c], day }),
      row({ unit: outside, partners: [b], day }),
    ]);
    const heir = await totals({ period: "2025", unit: heirCode });
    expect(heir).toMatchObject({ gatherings: { sessions: { all: 1 } }, joint: { all: 2 } });
    expect(heir.units).toMatchObject([{ ref: heirCode, joint: 2 }]);
    const behind = await listSessions(leader, {
      context: readContext({ period: "2025", unit: heirCode }, "leader"),
      kind: "joint",
    });
    expect(behind.joint).toBe(2);
  });

  it("never take loudspeaker rounds, leaflets, posts or views for attendances (T8)", async () => {
    await store([
      row({ channel: "loudspeaker", count: 40 }),
      row({ channel: "post", count: 2 }),
      row({ count: 7 }),
    ]);
    const { gatherings, channels } = await totals({ period: "2025" });
    expect(gatherings).toMatchObject({ sessions: { all: 1 }, attendances: { all: 7 } });
    expect(channels.find(({ channel }) => channel === "loudspeaker")).toMatchObject({
      attendances: { all: 0 },
      quantity: { all: 40 },
    });
    expect(channels.find(({ channel }) => channel === "post")).toMatchObject({
      quantity: { all: 2 },
      views: { all: 6 },
    });
    const context = readContext({ period: "2025" }, "leader");
    const listed = await listSessions(leader, { context, kind: "broadcast" });
    expect(listed.broadcasts).toEqual([
      { channel: "loudspeaker", sessions: 1, quantity: 40, views: 0 },
      { channel: "post", sessions: 1, quantity: 2, views: 6 },
    ]);
    expect((await listSessions(leader, { context, channel: "leaflet" })).broadcasts).toEqual([
      { channel: "leaflet", sessions: 0, quantity: 0, views: 0 },
    ]);
    expect((await listSessions(leader, { context, guided: "pledges" })).guided).toBe(2);
  });
});
