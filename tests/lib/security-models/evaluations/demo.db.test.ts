import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { getCampaign, listCampaigns } from "@/lib/security-models/evaluations/queries";
import { suggestedGrade, totalOf } from "@/lib/security-models/evaluations/rules";
import { listModels } from "@/lib/security-models/queries";
import { loadDemo } from "@/prisma/seed/demo/load";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let city: Actor;
let ward: Actor;

beforeAll(async () => {
  await db.owner.query("BEGIN");
  await loadDemo(db.owner, today(), "a long enough demo password");
  await db.owner.query("COMMIT");
  city = await db.actor("city_officer");
  ward = await db.actor("ward_officer", "31510");
}, 60_000);

describe("the demonstration's campaigns", () => {
  it("stand behind every rating, as confirmed sheets whose scores add up", async () => {
    const { rows } = await db.owner.query(`
      SELECT r.grade = e.grade AND e.state = 'confirmed' AND r.point_id = e.point_id AND r.unit_id = e.unit_id AND r.rated_on = c.period_to AS same, e.scores, e.total, c.criteria
        FROM point_rating r LEFT JOIN point_evaluation e ON e.id = r.evaluation_id LEFT JOIN evaluation_campaign c ON c.id = e.campaign_id`);
    expect(rows.length).toBeGreaterThan(1_000);
    expect(rows.filter(({ same }) => same !== true)).toEqual([]);
    expect(rows.filter(({ scores, total, criteria }) => totalOf(criteria, scores) !== total)).toEqual([]);
  });

  it("are closed but one, which is half done, with sheets in every state and some overdue", async () => {
    const { campaigns, overdue } = await listCampaigns(city, {});
    expect(campaigns.length).toBeGreaterThanOrEqual(4);
    const open = campaigns.filter(({ closed }) => !closed);
    expect(open).toHaveLength(1);
    const current = open[0] as NonNullable<(typeof open)[0]>;
    for (const count of [
      current.none,
      current.proposed,
      current.returned,
      current.confirmed,
      current.overdue,
    ])
      expect(count).toBeGreaterThan(10);
    expect(current.confirmed / current.asked).toBeGreaterThan(0.3);
    expect(overdue).toEqual([
      { id: current.id, name: current.name, dueOn: current.dueOn, points: current.none + current.returned },
    ]);
    const own = await getCampaign(ward, { id: current.id });
    for (const state of ["none", "proposed", "returned", "confirmed"] as const)
      expect(own.progress[state]).toBeGreaterThan(0);
    const all = await getCampaign(city, { id: current.id });
    expect(all.agreeing).toBeGreaterThan(0);
    expect(all.agreeing).toBeLessThan(all.progress.proposed);
    expect(suggestedGrade(all.campaign.criteria, all.campaign.thresholds, 80)).toBe("effective");
  });

  it("leave the counts of effective points to the ratings of the halves", async () => {
    const { totals } = await listModels(city, { context: readContext({ asOf: today() }, "leader") });
    const { rows } = await db.owner.query(
      `
      SELECT count(*)::int AS rated, (count(*) FILTER (WHERE r.grade = 'effective'))::int AS effective FROM model_point p
        JOIN LATERAL (SELECT r.grade FROM point_rating r JOIN point_evaluation e ON e.id = r.evaluation_id JOIN evaluation_campaign c ON c.id = e.campaign_id
                       WHERE r.point_id = p.id AND c.closed_at IS NOT NULL ORDER BY r.rated_on DESC LIMIT 1) r ON TRUE
       WHERE p.started_on <= $1 AND (p.ended_on IS NULL OR p.ended_on > $1)`,
      [today()],
    );
    expect({ rated: totals.rated, effective: totals.effective }).toEqual(rows[0]);
  });
});
