import { expect, it } from "vitest";
import { useDatabase } from "../../../database";

const db = useDatabase();
const newUnit = async (code: string, from: string, to: string | null = null): Promise<number> =>
  (
    await db.owner.query(
      "INSERT INTO unit (code, name, full_name, type, valid_from, valid_to) VALUES ($1, $1, 'Xã ' || $1, 'commune', $2, $3) RETURNING id",
      [code, from, to],
    )
  ).rows[0].id;

it("a unit keeps its earlier selves through a rename and a transfer, not through a merger or the reorganisation", async () => {
  const change = (
    await db.owner.query(
      "INSERT INTO unit_change (id, kind, effective_on, decision_number, decision_date, made) VALUES (gen_random_uuid(), 'rename', '2026-01-01', 'x', '2025-12-01', '{}') RETURNING id",
    )
  ).rows[0].id;
  const pass = (from: number, to: number, kind: string, day: string) =>
    db.owner.query(
      "INSERT INTO unit_succession (predecessor_id, successor_id, effective_on, kind, decision, change_id) VALUES ($1, $2, $3, $4, 'x', $5)",
      [from, to, day, kind, change],
    );
  const selves = async (id: number) => {
    const one = (await db.owner.query("SELECT app_self($1) AS ids", [id])).rows[0].ids;
    const { rows } = await db.owner.query("SELECT self_id FROM app_selves() WHERE unit_id = $1", [id]);
    expect(rows.map((row) => row.self_id).sort()).toEqual([...one].sort());
    return one;
  };
  // Renamed on 01/01/2026, gave a part on 01/03/2026, merged on 01/05/2026.
  const first = await newUnit("90001", "2025-07-01", "2025-12-31");
  const renamed = await newUnit("90002", "2026-01-01", "2026-02-28");
  const left = await newUnit("90003", "2026-03-01", "2026-04-30");
  const receiver = await newUnit("90004", "2025-07-01", "2026-02-28");
  const grown = await newUnit("90005", "2026-03-01", "2026-04-30");
  const merged = await newUnit("90006", "2026-05-01");
  await pass(first, renamed, "unchanged", "2026-01-01");
  await pass(renamed, left, "remainder", "2026-03-01");
  await pass(renamed, grown, "part", "2026-03-01");
  await pass(receiver, grown, "unchanged", "2026-03-01");
  await pass(left, merged, "whole", "2026-05-01");
  await pass(grown, merged, "whole", "2026-05-01");
  expect(await selves(left)).toEqual([left, renamed, first]);
  expect(await selves(grown)).toEqual([grown, receiver]);
  expect(await selves(merged)).toEqual([merged]);
  const unchanged = await db.owner.query(
    "SELECT successor_id AS id FROM unit_succession WHERE kind = 'unchanged' AND change_id IS NULL LIMIT 1",
  );
  expect(await selves(unchanged.rows[0].id)).toEqual([unchanged.rows[0].id]);
});

it("what a dissolved unit left to another does not make the two one", async () => {
  const { rows } = await db.owner.query(
    "INSERT INTO unit_change (id, kind, effective_on, decision_number, decision_date, made) VALUES (gen_random_uuid(), 'dissolve', '2026-01-01', 'y', '2025-12-01', '{}') RETURNING id",
  );
  const gone = await newUnit("90011", "2025-07-01", "2025-12-31");
  const main = await newUnit("90012", "2025-07-01", "2025-12-31");
  const grown = await newUnit("90013", "2026-01-01");
  for (const [from, kind] of [
    [gone, "remainder"],
    [main, "unchanged"],
  ])
    await db.owner.query(
      "INSERT INTO unit_succession (predecessor_id, successor_id, effective_on, kind, decision, change_id) VALUES ($1, $2, '2026-01-01', $3, 'y', $4)",
      [from, grown, kind, rows[0].id],
    );
  expect((await db.owner.query("SELECT app_self($1) AS ids", [grown])).rows[0].ids).toEqual([grown, main]);
});
