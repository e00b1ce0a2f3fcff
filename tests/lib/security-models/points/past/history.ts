import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import type pg from "pg";
import { addDays, type Day } from "@/lib/core/days";
import { transitions } from "@/lib/security-models/steps/catalog";

/** A step that stands: where it led, on which day. */
type Stood = { to: string; on: Day; kind: string };
/** A point as the test knows it: its steps that stand in the order they were written, and its sizes. */
export type Story = { id: string; steps: Stood[]; sizes: { from: Day; teams: number; members: number }[] };

const choices = fc.record({
  nth: fc.nat(),
  gap: fc.nat({ max: 70 }),
  reversed: fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0),
});
const plan = fc.record({
  opened: fc.constantFrom("proposed", "approved", "piloting", "active"),
  at: fc.nat({ max: 200 }),
  /** Days from when a proposal happened to when it was written down. */
  late: fc.nat({ max: 90 }),
  choices: fc.array(choices, { maxLength: 7 }),
  sizes: fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 3 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const first: Day = "2025-08-01";
const last: Day = "2026-10-31";
const waits = (status: string) => ["proposed", "approved", "declined"].includes(status);

/** So many points of a model in a unit, each led through a history that was drawn, the same in every run. */
export async function drawPoints(
  owner: pg.Client,
  { modelId, unitId, count }: { modelId: string; unitId: number; count: number },
): Promise<Story[]> {
  const { seed } = fc.readConfigureGlobal();
  const stories: Story[] = [];
  for (const drawn of fc.sample(plan, { numRuns: count, seed }))
    stories.push(await lead(owner, { modelId, unitId }, drawn));
  return stories;
}

async function lead(
  owner: pg.Client,
  { modelId, unitId }: { modelId: string; unitId: number },
  { opened, at, late, choices, sizes }: Plan,
): Promise<Story> {
  const id = randomUUID();
  const day = addDays(first, at);
  const written = waits(opened) ? addDays(day, late) : day;
  await owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, status, decision, started_on, created_at) VALUES ($1, $2, $3, $4, $5::point_status, 'QĐ 1', $6, $7)`,
    [id, modelId, unitId, `Khóm ${at}`, opened, waits(opened) ? null : day, `${written}T03:00:00Z`],
  );
  const kind = opened === "proposed" ? "propose" : "enter";
  const story: Story = { id, steps: [{ kind, to: opened, on: written }], sizes: [] };
  let at2 = day;
  for (const { nth, gap, reversed } of choices) {
    const state = story.steps.at(-1)?.to as string;
    if (reversed && story.steps.length > 1) {
      await owner.query(
        `UPDATE point_step SET reversed_at = now(), reversed_reason = 'Ghi nhầm'
          WHERE id = (SELECT id FROM point_step WHERE point_id = $1 AND reversed_at IS NULL ORDER BY number DESC LIMIT 1)`,
        [id],
      );
      story.steps.pop();
      at2 = story.steps.length > 1 ? (story.steps.at(-1)?.on as Day) : day;
      continue;
    }
    // Ends are few, so that histories are long; a merger needs another point.
    const open = transitions.filter(
      ({ kind, from, to }) =>
        kind !== "merge" && (from as readonly string[]).includes(state) && (to !== "ended" || nth % 4 === 0),
    );
    const taken = open[nth % open.length];
    const begun = story.steps.find(({ to }) => !waits(to))?.on;
    const on = addDays(at2, taken?.to === "ended" && begun === at2 ? gap + 1 : gap);
    if (!taken || on > last) break;
    await owner.query(
      `INSERT INTO point_step (id, point_id, unit_id, kind, to_status, happened_on, decision, minutes, reason)
       VALUES (gen_random_uuid(), $1, $2, $3::point_step_kind, $4::point_status, $5, $6, 'BB', 'Lý do')`,
      [id, unitId, taken.kind, taken.to, on, `QĐ ${taken.kind}`],
    );
    story.steps.push({ kind: taken.kind, to: taken.to, on });
    at2 = on;
  }
  for (const [nth, gap] of sizes.entries()) {
    const size = { from: addDays(first, gap), teams: nth + 1, members: 10 * (gap + 1) };
    await owner.query(
      "INSERT INTO point_size (point_id, unit_id, effective_on, teams, members) VALUES ($1, $2, $3, $4, $5)",
      [id, unitId, size.from, size.teams, size.members],
    );
    story.sizes.push(size);
  }
  return story;
}

/** What a point was on a day; undefined before anything was known of it. Nothing of how the portal tells it is used here. */
export function replay({ steps, sizes }: Story, day: Day) {
  const status = steps.filter(({ on }) => on <= day).at(-1)?.to;
  if (status === undefined) return undefined;
  const start = steps.find(({ to }) => !waits(to))?.on;
  const end = steps.find(({ to }) => to === "ended");
  const ended = end && end.on <= day ? end : undefined;
  const ordered = [...sizes].sort((a, b) => (a.from < b.from ? -1 : 1));
  const size = ordered.filter(({ from }) => from <= day).at(-1) ?? ordered[0];
  return {
    status,
    startedOn: start && start <= day ? start : null,
    endedOn: ended?.on ?? null,
    endKind: ended ? (ended.kind === "remove" ? "removed" : "finished") : null,
    teams: size?.teams ?? null,
    members: size?.members ?? null,
  };
}
