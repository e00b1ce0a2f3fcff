import { describe, expect, it } from "vitest";
import {
  change,
  emptyGrid,
  firstRows,
  type Grid,
  type GridAct,
  isBlank,
  mostRows,
  unsaved,
} from "@/lib/outreach-sessions/grid/rules";
import type { SheetContext } from "@/lib/outreach-sessions/sheet";

let made = 0;
const newId = () => `row-${++made}`;
const context: SheetContext = {
  today: "2026-11-22",
  units: [
    {
      id: 1,
      code: "31510",
      fullName: "Phường Phú Lợi",
      type: "ward",
      validFrom: "2025-07-01",
      validTo: null,
      district: null,
    },
  ],
  every: { units: [] },
  topics: [{ code: "drugs", labelVi: "Phòng, chống ma túy", labelEn: "Drugs" }],
  audiences: [],
};
const changed = (grid: Grid, ...acts: GridAct[]) =>
  acts.reduce((now, act) => change(now, act, { context, locale: "vi", newId }), grid);
const start = () => emptyGrid(newId);
const paste = (row: number, column: number, ...table: string[][]): GridAct => ({
  type: "paste",
  row,
  column,
  table,
});
const id = (grid: Grid, row: number) => grid.rows[row]?.id as string;

describe("a paste", () => {
  it("fills from the cell on and shows what was read", () => {
    const { rows } = changed(start(), paste(1, 0, ["11/8", "Chợ"], ["12/8", "Đình"]));
    expect(rows[0]?.cells).toEqual({});
    expect(rows[1]?.cells).toMatchObject({ heldOn: "11/08/2026", place: "Chợ" });
    expect(rows[2]?.cells).toMatchObject({ heldOn: "12/08/2026", place: "Đình" });
  });

  it("goes by its headings in any order, says what has no column, and takes the filled one of two", () => {
    const { rows, left } = changed(
      start(),
      paste(
        0,
        4,
        ["STT", "Nội dung", "Ngày", "Số lượt dự", "Số lượng"],
        ["1", "ma tuy", "11/8/2025", "", "35"],
      ),
    );
    expect(rows[0]?.cells).toMatchObject({
      topics: "Phòng, chống ma túy",
      heldOn: "11/08/2025",
      amount: "35",
    });
    expect(left).toEqual({ rows: 0, columns: ["STT"] });
  });

  it("grows the grid to its most and says what did not fit", () => {
    const grid = changed(
      start(),
      paste(0, 1, ...Array.from({ length: mostRows + 5 }, (_, at) => [`Khóm ${at}`, "x"])),
    );
    expect(grid.rows).toHaveLength(mostRows);
    expect(grid.left).toEqual({ rows: 5, columns: [] });
  });

  it("passes over rows that are stored", () => {
    let grid = changed(start(), paste(0, 1, ["A", ""]));
    grid = changed(grid, { type: "answers", answers: [{ id: id(grid, 0), stored: true, href: "/x" }] });
    grid = changed(grid, paste(0, 1, ["B", ""], ["C", ""]));
    expect(grid.rows.slice(0, 3).map(({ cells }) => cells.place)).toEqual(["A", "B", "C"]);
  });

  it("is undone as one", () => {
    const grid = changed(start(), paste(0, 1, ["A", "x"], ["B", "y"]), { type: "undo" });
    expect(grid.rows.every(isBlank)).toBe(true);
  });
});

describe("a row", () => {
  it("keeps what cannot be read as it was typed, and always has an empty one below", () => {
    let grid = start();
    expect(grid.rows).toHaveLength(firstRows);
    grid = changed(grid, { type: "write", id: id(grid, firstRows - 1), key: "heldOn", text: "31/2/2026" });
    expect(grid.rows).toHaveLength(firstRows + 1);
    expect(grid.rows[firstRows - 1]?.cells.heldOn).toBe("31/2/2026");
  });

  it("keeps only what failed: stored rows are no longer unsaved, refused ones are, until mended", () => {
    let grid = changed(start(), paste(0, 1, ["A", "x"], ["B", "y"], ["C", "z"]));
    const [a, b, c] = [0, 1, 2].map((row) => id(grid, row)) as [string, string, string];
    const told = { errors: { place: ["Sai"] } };
    grid = changed(grid, { type: "sending", ids: [a, b, c] });
    grid = changed(grid, {
      type: "answers",
      answers: [
        { id: a, stored: true, href: "/outreach-sessions/1" },
        { id: b, stored: false, similar: false, told },
        { id: c, stored: false, similar: true, told: { errors: {}, similar: [] } },
      ],
    });
    expect(grid.rows.slice(0, 3).map(({ state }) => state)).toEqual(["saved", "refused", "similar"]);
    expect(unsaved(grid.rows).map((row) => row.id)).toEqual([b, c]);
    grid = changed(grid, { type: "write", id: b, key: "place", text: "B2" });
    expect(grid.rows[1]).toMatchObject({ state: "new", cells: { place: "B2" } });
    expect(grid.rows[1]?.told).toBeUndefined();
  });

  it("that is stored or on its way is neither written over nor brought back by undoing", () => {
    let grid = changed(start(), paste(0, 1, ["A", "x"]));
    const [a] = [id(grid, 0)];
    grid = changed(
      grid,
      { type: "sending", ids: [a] },
      { type: "write", id: a, key: "place", text: "B" },
      { type: "undo" },
    );
    expect(grid.rows[0]).toMatchObject({ state: "sending", cells: { place: "A" } });
    grid = changed(grid, { type: "kept", ids: [a] }, { type: "undo" });
    expect(grid.rows[0]?.state).toBe("kept");
    expect(changed(grid, { type: "tidy" }).rows.every(isBlank)).toBe(true);
  });
});
