import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { type Boundary, readContext } from "@/lib/core/context";
import { type Day, today } from "@/lib/core/days";
import { getMovement } from "@/lib/security-models/movement/queries";
import { lineOf } from "@/lib/security-models/movement/rules";
import { exportedPoints, exportPoints } from "@/lib/security-models/points/list/export/queries";
import { listPoints } from "@/lib/security-models/points/list/queries";
import type { PointChoice } from "@/lib/security-models/points/list/schema";
import { listModels } from "@/lib/security-models/queries";
import { getMap } from "@/lib/statistics/map/queries";
import { getOverview } from "@/lib/statistics/queries";
import { getUnitThings } from "@/lib/statistics/units/queries";
import { loadDemo } from "@/prisma/seed/demo/load";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let leader: Actor;
let city: Actor;
const days: Day[] = ["2025-06-30", "2025-11-26", "2026-06-30"];

beforeAll(async () => {
  await db.owner.query("BEGIN");
  await loadDemo(db.owner, today(), "a long enough demo password");
  await db.owner.query("COMMIT");
  [leader, city] = [await db.actor("leader"), await db.actor("city_officer")];
}, 60_000);

const look = (asOf: Day, more: Record<string, string> = {}) => readContext({ asOf, ...more }, "leader");
async function all(asOf: Day, choice: PointChoice = {}) {
  const { ids, totals } = await exportPoints(city, { context: look(asOf), ...choice });
  const parts = [];
  for (let at = 0; at < ids.length; at += 1_000)
    parts.push(await exportedPoints(city, { asOf, ids: ids.slice(at, at + 1_000), sessions: false }));
  return { rows: parts.flat(), totals };
}
const counts = ["points", "teams", "members"] as const;
const only = (found: Record<(typeof counts)[number], number>) =>
  Object.fromEntries(counts.map((count) => [count, found[count]]));

describe.each(days)("the demonstration's points as of %s", (day) => {
  it("stand as their steps and ratings up to that day say", async () => {
    const { rows } = await all(day);
    const steps = await db.owner.query<{ id: string; states: string[] }>(
      `SELECT point_id AS id, array_agg(to_status::text ORDER BY number) AS states FROM point_step
        WHERE reversed_at IS NULL AND happened_on <= $1 GROUP BY 1`,
      [day],
    );
    const ratings = await db.owner.query<{ id: string; grades: string[] }>(
      "SELECT point_id AS id, array_agg(grade ORDER BY rated_on) AS grades FROM point_rating WHERE rated_on <= $1 GROUP BY 1",
      [day],
    );
    const stood = new Map(steps.rows.map(({ id, states }) => [id, states.at(-1)]));
    const rated = new Map(ratings.rows.map(({ id, grades }) => [id, grades.at(-1)]));
    expect(rows.length).toBeGreaterThan(500);
    expect(rows.map(({ id, status, grade }) => [id, status, grade?.code])).toEqual(
      rows.map(({ id }) => [id, stood.get(id), rated.get(id)]),
    );
    // Days are told that are over for many of them: points that are otherwise today.
    const now = new Map((await all(today(), { status: "all" })).rows.map((row) => [row.id, row.status]));
    expect(rows.filter(({ id, status }) => now.get(id) !== status).length).toBeGreaterThan(20);
  });

  it("come to what the dashboard, the list of models and the closing of the movement say", async () => {
    const { rows, totals } = await all(day);
    const sum = (of: "teams" | "members") => rows.reduce((total, row) => total + (row[of] ?? 0), 0);
    const told = { points: rows.length, teams: sum("teams"), members: sum("members") };
    expect(only(totals)).toEqual(told);
    expect(only((await getOverview(leader, look(day))).models)).toEqual(told);
    expect(only((await listModels(leader, { context: look(day) })).totals)).toEqual(told);
    const { movement } = await getMovement(leader, readContext({ from: "2024-12-15", to: day }, "leader"));
    for (const count of counts) expect(lineOf(movement, count).closing.value).toBe(told[count]);
  });

  it("are found by the rating of that day, in its order", async () => {
    const { rows } = await all(day, { sort: "grade" });
    const places = rows.flatMap(({ grade }) => grade?.position ?? []);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const grade of new Set(rows.map((row) => row.grade?.code ?? "none")))
      expect((await all(day, { grade })).totals.points).toBe(
        rows.filter((row) => (row.grade?.code ?? "none") === grade).length,
      );
  });

  it.each<Boundary>(["current", "historical"])(
    "come to the map's and the units' figures, %s",
    async (asked) => {
      const context = look(day, { boundary: asked });
      const { map, values, drawn } = await getMap(leader, { context, figure: "points" });
      const { boundary } = drawn;
      const told = map.units
        .map(({ ref }, at) => ({ ref, value: values[at]?.value ?? 0 }))
        .sort((a, b) => b.value - a.value);
      for (const { ref, value } of told.slice(0, 4)) {
        const at = { ...context, boundary, unit: ref };
        const { rows, totals } = await listPoints(leader, { context: at });
        expect([totals.points, rows.length > 0]).toEqual([value, true]);
        const { models } = await getUnitThings(leader, { context: at });
        expect(only(models)).toEqual(only(totals));
      }
    },
  );
});
