import { beforeAll, describe, expect, it } from "vitest";
import { today } from "@/lib/core/days";
import { demoContext } from "@/prisma/seed/demo/context";
import { loadDemo } from "@/prisma/seed/demo/load";
import { demoPoints } from "@/prisma/seed/demo/security-models/points";
import { referenceUnitIds } from "@/prisma/seed/reference/load";
import { useDatabase } from "@/tests/database";

const db = useDatabase();

beforeAll(async () => {
  await db.owner.query("BEGIN");
  await loadDemo(db.owner, today(), "a long enough demo password");
  await db.owner.query("COMMIT");
}, 60_000);

describe("the demo's histories", () => {
  it("come to the points that were drawn, step by step; some of the active ones were recognised since", async () => {
    const drawn = demoPoints(demoContext(today(), await referenceUnitIds(db.owner)));
    const { rows } = await db.owner.query(
      `SELECT id, unit_id, CASE WHEN status IN ('recognized', 'replicating') THEN 'active' ELSE status::text END AS status, started_on::text,
              ended_on::text, end_kind::text, decision, end_decision, teams, members FROM model_point ORDER BY id`,
    );
    expect(rows).toEqual(
      drawn
        .map((point) => ({
          id: point.id,
          unit_id: point.unitId,
          status: point.status,
          started_on: point.startedOn,
          ended_on: point.endedOn,
          end_kind: point.endKind,
          decision: point.decision,
          end_decision: point.endDecision,
          teams: point.teams,
          members: point.members,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });

  it("show every step there is but a refusal, and nothing that happened or was written tomorrow", async () => {
    const { rows } = await db.owner.query(
      `SELECT array_agg(DISTINCT kind::text ORDER BY kind::text) AS kinds, max(happened_on)::text AS last, max(created_at) <= now() AS written FROM point_step`,
    );
    expect(rows[0].kinds).toHaveLength(13);
    expect(rows[0].kinds).not.toContain("decline");
    expect(rows[0].last <= today()).toBe(true);
    expect(rows[0].written).toBe(true);
  });

  it("hold recognitions of points, each by its step, and points that grew", async () => {
    const { rows } = await db.owner.query(
      `SELECT (SELECT count(*)::int FROM recognition r JOIN point_step s ON s.id = r.id AND s.kind = 'recognize' AND s.happened_on = r.decided_on) AS recognized,
              (SELECT count(*)::int FROM point_step WHERE kind = 'recognize') AS steps,
              (SELECT count(*)::int FROM (SELECT FROM point_size GROUP BY point_id HAVING count(*) > 1) grown) AS grown`,
    );
    expect(rows[0].recognized).toBe(rows[0].steps);
    expect(rows[0].recognized).toBeGreaterThan(10);
    expect(rows[0].grown).toBeGreaterThan(100);
  });
});
