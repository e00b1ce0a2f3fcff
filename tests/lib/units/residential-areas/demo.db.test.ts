import { beforeAll, describe, expect, it } from "vitest";
import { today } from "@/lib/core/days";
import { insertRows } from "@/prisma/seed/database";
import { demoContext } from "@/prisma/seed/demo/context";
import { demoAreaMoves, demoAreas } from "@/prisma/seed/demo/residential-areas";
import { referenceUnitIds } from "@/prisma/seed/reference/load";
import { useDatabase } from "@/tests/database";

const db = useDatabase();

beforeAll(async () => {
  const context = demoContext(today(), await referenceUnitIds(db.owner));
  await insertRows(db.owner, "residential_area", demoAreas(context));
  await insertRows(db.owner, "residential_area_move", demoAreaMoves(context));
});

const counts = async (day: string) =>
  (
    await db.owner.query(
      "SELECT u.code, u.full_name, count(*)::int AS n FROM app_areas_on($1) a JOIN unit u ON u.id = a.unit_id GROUP BY 1, 2 ORDER BY 1",
      [day],
    )
  ).rows as { code: string; full_name: string; n: number }[];

describe("the residential areas of the demonstration", () => {
  it("every unit of today has some, Phú Lợi 25", async () => {
    const now = await counts(today());
    expect(now).toHaveLength(103);
    expect(now.find(({ code }) => code === "31510")?.n).toBe(25);
    const total = now.reduce((sum, { n }) => sum + n, 0);
    expect(total).toBeGreaterThan(900);
    expect(total).toBeLessThan(1_000);
    for (const { code, n } of now) if (code !== "31510") expect(n, code).toBeGreaterThanOrEqual(4);
  });

  it("an area of a divided ward that did not go with the remainder is the other unit's", async () => {
    const { rows } = await db.owner.query(
      `SELECT u.code FROM app_areas_on($1) a JOIN unit u ON u.id = a.unit_id JOIN residential_area_move m ON m.area_id = a.area_id`,
      [today()],
    );
    expect(rows).toEqual([{ code: "31120" }]);
  });
});
