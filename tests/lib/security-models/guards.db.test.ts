import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { type Tx, withActor } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let ward: Actor;
const [model, point, indicator] = [randomUUID(), randomUUID(), randomUUID()];

beforeAll(async () => {
  ward = await db.actor("ward_chief", "31510");
  await db.owner.query(
    "INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Camera an ninh', 'residential', '{drugs}', 'commune-police')",
    [model],
  );
  await db.owner.query(
    "INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, 'Khóm 3', '1', '2025-08-01')",
    [point, model, ward.unitId],
  );
  await db.owner.query(
    `INSERT INTO indicator (id, model_id, name, unit_label, over_points, over_time, least, most, frequency, scheme)
     VALUES ($1, $2, 'Số mắt camera', 'mắt', 'sum', 'last', 0, 99, 'quarter', 'calendar')`,
    [indicator, model],
  );
  await db.owner.query(
    "INSERT INTO reading_lock (model_id, period_from, period_to) VALUES ($1, '2025-07-01', '2025-09-30')",
    [model],
  );
});

const asWard = (run: (tx: Tx) => Promise<unknown>) => withActor({ ...ward, reach: ward.line }, run);

describe("what is the city's, past every command (S21)", () => {
  it("is refused to a ward that would write it", async () => {
    const writes = [
      sql`INSERT INTO point_rating (point_id, rated_on, unit_id, grade) VALUES (${point}::uuid, '2025-12-14', ${ward.unitId}, 'effective')`,
      sql`INSERT INTO reading_lock (model_id, period_from, period_to) VALUES (${model}::uuid, '2025-10-01', '2025-12-31')`,
      sql`UPDATE indicator SET most = 100000 WHERE id = ${indicator}::uuid`,
      sql`UPDATE security_model SET name = 'x' WHERE id = ${model}::uuid`,
      sql`INSERT INTO model_point (id, model_id, unit_id, site, decision, status) VALUES (${randomUUID()}::uuid, ${model}::uuid, ${ward.unitId}, 'x', '1', 'approved')`,
    ];
    for (const write of writes)
      await expect(
        asWard((tx) => tx.$executeRaw(write)),
        write.text,
      ).rejects.toThrow(/row-level security|the city's/);
  });

  it("is not there for a ward that would delete it", async () => {
    expect(await asWard((tx) => tx.$executeRaw(sql`DELETE FROM reading_lock`))).toBe(0);
    expect(await asWard((tx) => tx.$executeRaw(sql`DELETE FROM security_model`))).toBe(0);
    expect(await asWard((tx) => tx.$executeRaw(sql`DELETE FROM model_point`))).toBe(0);
  });
});
