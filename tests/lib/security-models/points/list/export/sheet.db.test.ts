import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { type SheetValue, streamSheet } from "@/lib/core/sheets";
import { listColumns } from "@/lib/security-models/points/list/catalog";
import { sheetFacts } from "@/lib/security-models/points/list/export/messages";
import { exportedPoints, exportPoints } from "@/lib/security-models/points/list/export/queries";
import { sheetColumns } from "@/lib/security-models/points/list/export/sheet";
import { listPoints } from "@/lib/security-models/points/list/queries";
import { readView } from "@/lib/security-models/points/list/schema";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const filter = readView("asOf=2026-06-30&boundary=current&sort=-startedOn", "leader");
let city: Actor;
let phuLoi: Actor;
const nasty = ["=1+1", "+84", "-2", "@SUM(A1)", "\tTAB", "\rCR", '=HYPERLINK("http://x","y")'];

/** 130 points of Phú Lợi, some with names that a spreadsheet would take for formulas, and one of Ninh Kiều. */
beforeAll(async () => {
  [city, phuLoi] = [await db.actor("city_officer"), await db.actor("ward_officer", "31510")];
  const modelId = randomUUID();
  await db.owner.query(
    `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, '=cmd|calc', 'residential', '{drugs}', 'commune-police')`,
    [modelId],
  );
  const add = (unitId: number, site: string, at: number) =>
    db.owner.query(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on, teams, members, budget_funding)
       VALUES ($1, $2, $3, $4, '-QĐ', '2026-01-01'::date + $5::int, $6, 12, 1500000)`,
      [randomUUID(), modelId, unitId, site, at, at % 5 === 0 ? null : 2],
    );
  for (let at = 0; at < 130; at += 1) await add(phuLoi.unitId as number, nasty[at] ?? `Khóm ${at}`, at);
  await add(await db.unit("31135"), "Hẻm 5", 0);
});

async function workbook(columns = listColumns as readonly (typeof listColumns)[number][], actor = city) {
  const found = await exportPoints(actor, filter);
  const described = sheetColumns(columns, { lists: found.lists, locale: "vi" });
  const facts = sheetFacts(
    {
      totals: found.totals,
      asOf: "2026-06-30",
      boundary: "current",
      wholeCity: true,
      filters: [],
      who: "A",
      isDemo: true,
    },
    "vi",
  );
  async function* parts(): AsyncGenerator<SheetValue[][]> {
    for (let at = 0; at < found.ids.length; at += 50) {
      const ids = found.ids.slice(at, at + 50);
      const rows = await exportedPoints(actor, { asOf: "2026-06-30", ids, sessions: true });
      yield rows.map((row) => described.map(({ value }) => value(row)));
    }
  }
  const stream = streamSheet({
    name: "Điểm mô hình",
    title: "Điểm mô hình",
    facts,
    columns: described,
    rows: parts(),
  });
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const page = book.worksheets[0] as ExcelJS.Worksheet;
  const head = facts.length + 3;
  return { page, head, found, facts };
}

describe("the exported sheet", () => {
  it("holds every row of what the screen shows, in its order, under the same totals", async () => {
    const { page, head, facts } = await workbook();
    const { rows, totals } = await listPoints(city, { ...filter, columns: [] });
    expect(page.rowCount - head).toBe(totals.points);
    expect(totals.points).toBe(131);
    for (const [at, row] of rows.entries()) expect(page.getCell(head + 1 + at, 1).value).toBe(row.site);
    expect(facts).toContain("131 điểm · 1 mô hình · hơn 208 tổ · 1.572 thành viên");
    expect(totals).toMatchObject({ teams: 208, members: 1572 });
    expect(facts.join("\n")).toContain("Trạng thái đến ngày 30/06/2026");
    expect(facts.at(-1)).toMatch(/Dữ liệu minh họa/);
    const members = page.getRow(head).values as string[];
    const at = members.indexOf("Thành viên");
    const sum = Array.from({ length: 131 }, (_, row) => Number(page.getCell(head + 1 + row, at).value));
    expect(sum.reduce((a, b) => a + b)).toBe(totals.members);
  });

  it("keeps days as days without a shift and counts as numbers; what is unknown is empty, not 0", async () => {
    const { page, head } = await workbook(["startedOn", "teams", "budgetFunding"]);
    const { rows } = await listPoints(city, { ...filter, columns: [] });
    for (const [at, row] of rows.entries()) {
      const cell = (column: number) => page.getCell(head + 1 + at, column);
      expect(cell(2).value).toEqual(new Date(`${row.startedOn}T00:00:00.000Z`));
      expect(cell(2).numFmt).toBe("dd/mm/yyyy");
      expect(cell(3).value).toBe(row.teams);
      expect(cell(4).value).toBe(1_500_000);
    }
  });

  it("writes what begins like a formula as text (S30)", async () => {
    const { page, head } = await workbook(["model", "decision"]);
    const sites = new Set<unknown>();
    for (let row = head + 1; row <= page.rowCount; row += 1)
      for (const column of [1, 2, 3]) {
        const cell = page.getCell(row, column);
        expect(cell.type).toBe(ExcelJS.ValueType.String);
        expect(cell.formula).toBeUndefined();
        expect(cell.numFmt).toBe("@");
        if (column === 1) sites.add(cell.value);
      }
    // XML knows one kind of line end.
    for (const site of nasty) expect([...sites]).toContain(site.replace("\r", "\n"));
  });

  it("freezes its headings and repeats them in print", async () => {
    const { page, head } = await workbook(["model"]);
    expect(page.views[0]).toMatchObject({ state: "frozen", ySplit: head });
    expect(page.getRow(head).values).toEqual([undefined, "Nơi chạy mô hình", "Mô hình"]);
    expect(page.getCell(1, 1).value).toBe("Điểm mô hình");
  });

  it("gives a ward its own rows only, whatever ids it asks for (S18), and is told to the audit log (S37)", async () => {
    const { page, head } = await workbook(["unit"], phuLoi);
    expect(page.rowCount - head).toBe(130);
    const { ids } = await exportPoints(city, filter);
    const rows = await exportedPoints(phuLoi, { asOf: "2026-06-30", ids, sessions: false });
    expect(rows).toHaveLength(130);
    await expect(
      exportPoints(phuLoi, readView("asOf=2026-06-30&boundary=current&unit=31135", "ward_officer")),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await db.audit("security-models.points.export"))[0]).toMatchObject({
      user_name: city.username,
      after: { rows: 131, sort: "-startedOn" },
    });
  });
});
