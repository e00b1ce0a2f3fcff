import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { blocks, principles } from "@/lib/security-models/catalog";
import { columns, groups, measures } from "@/lib/security-models/movement/catalog";
import { getMovement } from "@/lib/security-models/movement/queries";
import { leftOver, lineOf, linesOf } from "@/lib/security-models/movement/rules";
import { listModels } from "@/lib/security-models/queries";
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

const movement = async (params: SearchParams) => getMovement(leader, readContext(params, "leader"));

describe("B2 on the demonstration's data", () => {
  it.each([
    ["2025", "01/01 to 31/12"],
    ["r2025", "15/12/2024 to 14/12/2025"],
    ["r2026", "the year that runs"],
  ])("holds for %s (%s) in every row, with something moving in every column", async (period) => {
    const found = await movement({ period });
    const values = { block: blocks, field: found.fieldItems.map(({ code }) => code), principle: principles };
    for (const measure of measures) {
      const total = lineOf(found.movement, measure);
      expect(leftOver(total)).toBe(0);
      for (const group of groups)
        for (const { line } of linesOf(found.movement, measure, group, values[group]))
          expect(leftOver(line)).toBe(0);
      const rows = linesOf(found.movement, measure, "block", blocks);
      for (const column of columns)
        expect(rows.reduce((sum, { line }) => sum + line[column].value, 0)).toBe(total[column].value);
    }
    const points = lineOf(found.movement, "points");
    if (period.endsWith("2025"))
      for (const column of columns) expect(points[column].value).toBeGreaterThan(0);
  });

  it("closes on 26/11/2025 with 110 models, and with what the registry counts that day", async () => {
    for (const [from, to] of [
      ["2024-12-15", "2025-11-26"],
      ["2025-01-01", "2025-12-31"],
    ] as const) {
      const found = (await movement({ from, to })).movement;
      expect(lineOf(found, "models").closing.value).toBe(110);
      const { totals } = await listModels(leader, { context: readContext({ asOf: to }, "leader") });
      expect(lineOf(found, "points").closing).toEqual({ value: totals.points, unknown: 0 });
      expect(lineOf(found, "teams").closing).toEqual({ value: totals.teams, unknown: totals.teamsUnknown });
      expect(lineOf(found, "members").closing).toEqual({
        value: totals.members,
        unknown: totals.membersUnknown,
      });
    }
  });

  it("hands the closing of the year on as the opening of the next", async () => {
    const [one, next] = [await movement({ period: "2025" }), await movement({ period: "2026" })];
    for (const measure of measures)
      expect(lineOf(next.movement, measure).opening).toEqual(lineOf(one.movement, measure).closing);
  });
});
