import { beforeAll, describe, expect, it } from "vitest";
import { listAwards } from "@/lib/awards/queries";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { addDays, today } from "@/lib/core/days";
import { guidances } from "@/lib/outreach-sessions/catalog";
import { listSessions } from "@/lib/outreach-sessions/queries";
import { getTotals } from "@/lib/outreach-sessions/totals/queries";
import { getMap } from "@/lib/statistics/map/queries";
import { getOverview } from "@/lib/statistics/queries";
import { loadDemo } from "@/prisma/seed/demo/load";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;

beforeAll(async () => {
  await db.owner.query("BEGIN");
  await loadDemo(db.owner, today(), "a long enough demo password");
  await db.owner.query("COMMIT");
  leader = await db.actor("leader");
}, 60_000);

const overview = (params: SearchParams, actor: Actor = leader) =>
  getOverview(actor, readContext(params, "leader"));
const whole = { from: "2024-12-15", to: today() };

describe("what the demonstration ties together", () => {
  const one = async (statement: string) => (await db.owner.query(statement)).rows[0];

  it("links some sessions with points that ran in their unit on the day, and awards with models of theirs", async () => {
    const { share, strays } = await one(`
      SELECT count(*) FILTER (WHERE s.point_ids <> '{}') / count(*)::float8 AS share,
             count(*) FILTER (WHERE EXISTS (SELECT FROM model_point p WHERE p.id = ANY (s.point_ids)
               AND NOT (p.started_on <= s.held_on AND coalesce(p.ended_on > s.held_on, true) AND p.unit_id = ANY (app_line(s.unit_id))))) AS strays
        FROM outreach_session s`);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.2);
    expect(strays).toBe("0");
    const { models } = await one("SELECT count(DISTINCT model_id)::int AS models FROM award");
    expect(models).toBeGreaterThan(20);
  });

  it("names no audience twice in a session: a figure by audience is the length of its list", async () => {
    const context = readContext(whole, "leader");
    const { tags } = await getTotals(leader, context);
    for (const { code, sessions } of tags.audience)
      expect([code, sessions.now]).toEqual([
        code,
        (await listSessions(leader, { context, kind: "gathering", audience: code })).totals.sessions,
      ]);
  });

  it("gives each kind of guidance as its list of sessions does", async () => {
    for (const unit of [undefined, "31510"]) {
      const context = readContext({ ...whole, unit }, "leader");
      const { guided } = (await getOverview(leader, context)).sessions;
      for (const kind of guidances)
        expect([kind, guided[kind]]).toEqual([
          kind,
          (await listSessions(leader, { context, kind: "gathering", guided: kind })).guided,
        ]);
    }
  });

  it("shows photos of points, small and made by the same hand every time", async () => {
    const { photos, most, marked } = await one(`
      SELECT count(*)::int AS photos, max(length(o.content)) AS most, bool_and(f.bytes = length(o.content) AND f.sha256 = sha256(o.content)) AS marked
        FROM attached_file f JOIN stored_object o ON o.key = f.id::text WHERE f.point_id IS NOT NULL`);
    expect(photos).toBeGreaterThanOrEqual(12);
    expect(most).toBeLessThan(30_000);
    expect(marked).toBe(true);
  });

  it("shows some minutes as a small file, one of them of findings that wait for the city", async () => {
    const { files, most, marked, waiting } = await one(`
      SELECT count(*)::int AS files, max(length(o.content)) AS most,
             bool_and(f.bytes = length(o.content) AND f.sha256 = sha256(o.content) AND starts_with(encode(o.content, 'escape'), '%PDF-')) AS marked,
             count(*) FILTER (WHERE EXISTS (SELECT FROM criterion_finding c JOIN unit u ON u.id = c.unit_id
               WHERE c.entry_id = f.finding_entry_id AND u.code = '31510' AND c.confirmed_at IS NULL))::int AS waiting
        FROM attached_file f JOIN stored_object o ON o.key = f.id::text WHERE f.finding_entry_id IS NOT NULL`);
    expect(files).toBeGreaterThanOrEqual(20);
    expect(waiting).toBe(1);
    expect(most).toBeLessThan(2_000);
    expect(marked).toBe(true);
  });
});

describe("the articles' figures", () => {
  it.each(["2025-11-26", "2025-12-31", today()])(
    "110 models, and 110 / 75 / 19 of 167 communes, as of %s (T1, T2, T9)",
    async (asOf) => {
      for (const boundary of ["current", "historical"]) {
        const { models, rural } = await overview({ asOf, boundary });
        expect(models.active).toBe(110);
        expect(models.points).toBeGreaterThan(models.active);
        expect(rural).toMatchObject({
          base: 167,
          standard: 110,
          advanced: 75,
          exemplary: 19,
          only: { none: 57, standard: 35, advanced: 56, exemplary: 19 },
        });
      }
    },
  );

  it("gives Phú Lợi 365 sessions and hơn 12.770 attendances across the merger, nothing twice (T3, T7)", async () => {
    const span = { from: "2025-01-01", to: "2025-08-11" };
    const now = await overview({ ...span, unit: "31510" });
    expect(now.sessions).toMatchObject({ sessions: 365, attendances: 12_770, about: 0 });
    expect(now.sessions.atLeast).toBeGreaterThan(0);
    let sum = (await overview({ ...span, unit: "31510", boundary: "historical" })).sessions.sessions;
    const { rows } = await db.owner.query(
      "SELECT p.code FROM unit_succession s JOIN unit p ON p.id = s.predecessor_id JOIN unit u ON u.id = s.successor_id WHERE u.code = '31510' AND u.valid_to IS NULL",
    );
    expect(rows).toHaveLength(4);
    const wards = await Promise.all(
      rows.map(({ code }) => overview({ ...span, unit: `${code}@2025-06-30`, boundary: "historical" })),
    );
    for (const ward of wards) sum += ward.sessions.sessions;
    expect(sum).toBe(365);
    const own = await overview({ ...span }, await db.actor("ward_officer", "31510"));
    expect(own.sessions).toMatchObject({ sessions: 365, attendances: 12_770 });
  });

  it("shows Mỹ Khánh, kiểu mẫu, under phường An Bình now and under its own name then (T6)", async () => {
    expect((await overview({ unit: "31150" })).rural).toMatchObject({ base: 1, exemplary: 1 });
    expect((await overview({ unit: "31312@2025-06-30", boundary: "historical" })).rural).toMatchObject({
      base: 1,
      exemplary: 1,
    });
    expect((await overview({ unit: "31150", boundary: "historical" })).rural.base).toBe(0);
  });

  it("says at both successors of Bùi Hữu Nghĩa whose its rows are (T4)", async () => {
    const split = {
      former: "Phường Bùi Hữu Nghĩa",
      carrier: "Phường Bình Thủy",
      receiver: "Phường Cái Khế",
      on: "2025-07-01",
    };
    expect((await overview({ unit: "31168" })).splits).toEqual([split]);
    expect((await overview({ unit: "31120" })).splits).toEqual([split]);
    expect((await overview({ unit: "31510" })).splits).toEqual([]);
  });

  it("counts the Giấy khen of 11/08/2025: one collective, two individuals of Phú Lợi", async () => {
    const { awards } = await overview({ from: "2025-08-11", to: "2025-08-11", unit: "31510" });
    expect(awards).toMatchObject({ count: 3, forms: [{ form: "merit_certificate", count: 3 }] });
  });
});

describe("totals", () => {
  it("are the same by either boundary, and the units' lines add up to them", async () => {
    const [current, historical] = [
      await overview({ ...whole }),
      await overview({ ...whole, boundary: "historical" }),
    ];
    expect(current.sessions).toEqual(historical.sessions);
    for (const { sessions, units, models } of [current, historical]) {
      expect(units.reduce((sum, unit) => sum + unit.sessions, 0)).toBe(sessions.sessions);
      expect(units.reduce((sum, unit) => sum + unit.attendances, 0)).toBe(sessions.attendances);
      expect(units.reduce((sum, unit) => sum + unit.points, 0)).toBe(models.points);
    }
    expect(current.units).toHaveLength(103);
    expect(historical.units.length).toBeGreaterThan(103);
  });

  it("follow the bars, and a session with two topics counts once above and once under each (T8)", async () => {
    const { series, sessions, topics, channels, broadcasts } = await overview({ period: "2025" });
    expect(series.reduce((sum, bar) => sum + bar.sessions, 0)).toBe(sessions.sessions);
    expect(topics.reduce((sum, topic) => sum + topic.sessions, 0)).toBeGreaterThan(sessions.sessions);
    expect(channels.reduce((sum, row) => sum + row.attendances, 0)).toBe(sessions.attendances);
    expect(channels.map(({ channel }) => channel)).not.toContain("loudspeaker");
    expect(broadcasts.map(({ channel }) => channel)).toContain("loudspeaker");
  });

  it("of a free range are its rows', and a day's later change is seen on the next view", async () => {
    const from = addDays(today(), -40);
    const count = async () =>
      (
        await db.owner.query(
          "SELECT count(*)::int AS n FROM outreach_session WHERE deleted_at IS NULL AND app_is_gathering(channel) AND held_on BETWEEN $1 AND $2",
          [from, today()],
        )
      ).rows[0].n;
    expect((await overview({ from, to: today() })).sessions.sessions).toBe(await count());
    await db.owner.query(
      "UPDATE outreach_session SET deleted_at = now(), deleted_reason = 'x' WHERE id IN (SELECT id FROM outreach_session WHERE deleted_at IS NULL AND app_is_gathering(channel) AND held_on >= $1 LIMIT 5)",
      [from],
    );
    await db.owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'outreach-sessions'");
    expect((await overview({ from, to: today() })).sessions.sessions).toBe(await count());
  });

  it("of awards stand at the period's end, whatever day the rest is looked at for, and are the list's", async () => {
    const [kept, lost] = (
      await db.owner.query<{ id: string }>(
        "SELECT id FROM award WHERE decision_date BETWEEN '2025-02-01' AND '2025-09-30' AND revoked_on IS NULL ORDER BY id LIMIT 2",
      )
    ).rows.map(({ id }) => id);
    await db.owner.query(
      `UPDATE award SET revoked_reason = 'x', revoked_on = CASE WHEN id = $1 THEN DATE '2026-03-01' ELSE DATE '2025-12-20' END WHERE id IN ($1, $2)`,
      [kept, lost],
    );
    await db.owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'awards'");
    const { count } = (
      await db.owner.query(
        "SELECT count(*)::int AS count FROM award WHERE decision_date BETWEEN '2025-01-01' AND '2025-12-31' AND coalesce(revoked_on > '2025-12-31', true)",
      )
    ).rows[0];
    for (const asOf of [undefined, "2025-06-30", today()]) {
      const context = readContext({ period: "2025", asOf }, "leader");
      const { totals } = await listAwards(leader, { context });
      const { total } = await getMap(leader, { context, figure: "awards" });
      const { awards } = await getOverview(leader, context);
      expect([awards.count, totals.inForce, total.value]).toEqual([count, count, count]);
    }
  });

  it("do not exist for a unit out of reach (S18)", async () => {
    await expect(overview({ unit: "31135" }, await db.actor("ward_officer", "31510"))).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("what is kept of the dashboard", () => {
  const changes = [
    [
      "outreach-sessions",
      "UPDATE outreach_session SET deleted_at = now(), deleted_reason = 'x' WHERE id = (SELECT id FROM outreach_session WHERE deleted_at IS NULL AND app_is_gathering(channel) LIMIT 1)",
    ],
    [
      "security-models",
      "UPDATE point_size SET teams = teams - 1 WHERE (point_id, holds_from) = (SELECT s.point_id, s.holds_from FROM point_size s JOIN model_point p ON p.id = s.point_id WHERE s.teams > 1 AND p.started_on <= current_date AND p.ended_on IS NULL AND s.holds_from <= current_date AND s.holds_until > current_date + 1 LIMIT 1)",
    ],
    [
      "awards",
      "UPDATE award SET revoked_on = decision_date, revoked_reason = 'x' WHERE id = (SELECT id FROM award WHERE revoked_on IS NULL AND decision_date >= '2025-01-01' LIMIT 1)",
    ],
    [
      "rural-standard",
      "UPDATE rural_recognition SET revoked_on = valid_from, revoked_reason = 'x' WHERE id = (SELECT id FROM rural_recognition WHERE level = 'exemplary' AND revoked_on IS NULL LIMIT 1)",
    ],
  ] as const;

  it.each(changes)(
    "is counted anew as soon as what it is counted from changed: %s",
    async (domain, change) => {
      const counts = async () => {
        const { sessions, models, awards, rural } = await overview(whole);
        return [sessions.sessions, models.teams, awards.count, rural.exemplary];
      };
      const before = await counts();
      expect((await db.owner.query(change)).rowCount).toBe(1);
      await db.owner.query("UPDATE data_version SET version = version + 1 WHERE domain = $1", [domain]);
      const fewer = changes.findIndex(([known]) => known === domain);
      expect(await counts()).toEqual(before.map((count, at) => (at === fewer ? count - 1 : count)));
    },
  );
});
