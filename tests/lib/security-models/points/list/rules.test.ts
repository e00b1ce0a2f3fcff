import { describe, expect, it } from "vitest";
import { bulkFault } from "@/lib/security-models/points/list/bulk/rules";
import { defaultColumns, listColumns, sortColumns, sorts } from "@/lib/security-models/points/list/catalog";
import { filterLabels, filterNotes } from "@/lib/security-models/points/list/messages";
import {
  boundsText,
  nextSort,
  pointParams,
  shownColumns,
  sortOf,
} from "@/lib/security-models/points/list/rules";
import {
  readColumns,
  readPage,
  readPointFilter,
  readView,
  unreadBounds,
} from "@/lib/security-models/points/list/schema";

describe("the columns of the list", () => {
  it("are the usual ones until others are asked for, one by one or in one word, always in one order", () => {
    expect(shownColumns(readColumns({}))).toEqual(defaultColumns);
    expect(readColumns({ cols: "unit.model" })).toEqual(["model", "unit"]);
    expect(readColumns({ cols: ["unit", "model", "constructor", "id"] })).toEqual(["model", "unit"]);
    expect(readColumns({ cols: listColumns.join(".") })).toEqual(listColumns);
  });
});

describe("what cannot be found by", () => {
  const notes = (params: Record<string, string>, ignored: "field"[] = []) =>
    filterNotes(readPointFilter(params), { ignored, unread: unreadBounds(params) }, "vi");
  const indicator = "0b6a4c1e-6f2f-4c8e-9a51-3d1f7a0b2c11";

  it("is told at the filters: a code of no list, a number that is none, a range from beyond to", () => {
    expect(notes({ field: "zzz" }, ["field"])).toEqual([
      "Lĩnh vực: không có mục đã chọn trong danh mục, nên không lọc theo mục này",
    ]);
    expect(notes({ indicator, least: "abc", most: "50" })).toEqual([
      expect.stringContaining("“abc” không phải số"),
    ]);
    expect(notes({ indicator, least: "1000,5", most: "50" })).toEqual([
      "Chỉ số từ 1.000,5 lớn hơn đến 50, nên không điểm nào khớp",
    ]);
    expect(notes({ startedFrom: "2026-02-01", startedTo: "2025-01-31" })).toEqual([
      "Bắt đầu từ ngày 01/02/2026 sau đến ngày 31/01/2025, nên không điểm nào khớp",
    ]);
    expect(notes({ least: "5" })).toEqual(["Chọn một chỉ số để lọc từ số này đến số kia"]);
  });

  it("is not made up where a range can be found by", () => {
    const sound = { indicator, least: "5", most: "5", startedFrom: "2025-01-31", startedTo: "2025-01-31" };
    expect(notes(sound)).toEqual([]);
    expect(notes({})).toEqual([]);
  });
});

describe("the order of the list", () => {
  it("turns round at its own heading and begins anew at another", () => {
    expect(sortOf()).toEqual({ by: "startedOn", descending: true });
    expect(nextSort("startedOn")).toBe("startedOn");
    expect(nextSort("startedOn", "startedOn")).toBe("-startedOn");
    expect(nextSort("site")).toBe("site");
    expect(nextSort("site", "site")).toBe("-site");
    expect(nextSort("members", "site")).toBe("-members");
  });

  it("reaches every column both ways", () => {
    for (const column of sortColumns) {
      const first = nextSort(column, column === "site" ? "model" : "site");
      expect(new Set([first, nextSort(column, first)])).toEqual(new Set([column, `-${column}`]));
    }
    expect(sorts).toHaveLength(2 * sortColumns.length);
  });
});

describe("a view in an address", () => {
  it("is read as it was written, without what is usual", () => {
    const choice = { q: "chùa", status: "suspended", least: 1.5, sort: "-members" } as const;
    const params = pointParams(choice, ["model", "level"]);
    const address = new URLSearchParams(
      Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    expect(address.toString()).toBe("q=ch%C3%B9a&status=suspended&least=1.5&sort=-members&cols=model.level");
    expect(readView(address.toString(), "leader")).toMatchObject(choice);
    expect(pointParams({ status: "in-force", sort: "-startedOn" }, defaultColumns)).toEqual({
      status: undefined,
      least: undefined,
      most: undefined,
      sort: undefined,
      cols: undefined,
    });
  });

  it("leaves out what it cannot read", () => {
    expect(
      readPointFilter({ status: "dead", startedFrom: "2025-02-30", model: "1", least: "1e3", field: "A B" }),
    ).toEqual({});
    expect([readPage({ page: "-1" }), readPage({ page: "x" }), readPage({ page: "3" })]).toEqual([1, 1, 3]);
  });
});

describe("what narrows the list, in words", () => {
  const lists = {
    field: [],
    force: [],
    site: [],
    grade: [{ code: "poor", labelVi: "Kém", labelEn: "Poor" }],
  };
  const indicators = [{ id: "i", name: "Số mắt camera" }];
  it("tells spans and bounds as one", () => {
    const labels = filterLabels(
      {
        startedFrom: "2025-01-01",
        startedTo: "2025-12-31",
        indicator: "i",
        least: 10,
        most: 20.5,
        grade: "poor",
      },
      { lists, indicators },
      "vi",
    );
    expect(labels).toEqual([
      { names: ["grade"], label: "Kém" },
      { names: ["startedFrom", "startedTo"], label: "Bắt đầu 01/01/2025 – 31/12/2025" },
      { names: ["indicator", "least", "most"], label: "Số mắt camera 10 – 20,5" },
    ]);
    expect(boundsText({ least: 1_000 }, "vi")).toBe("≥ 1.000");
    expect(boundsText({ most: 3 }, "en")).toBe("≤ 3");
  });
});

describe("what keeps a point out of a bulk change", () => {
  const point = {
    id: "p",
    status: "active",
    startedOn: "2025-01-01",
    unitFrom: "2025-07-01",
    lastOn: "2025-06-01",
    mergedHereOn: "2025-09-01",
    coreForce: null,
    siteKind: "school",
  } as const;
  it("is its state, its days, or that nothing would change", () => {
    const act = (act: Parameters<typeof bulkFault>[1]["act"], on: string, to?: string) =>
      bulkFault(point, { act, on, to });
    expect(act("consolidate", "2025-07-01")).toBeUndefined();
    expect(act("resume", "2025-07-01")).toBe("not-from-here");
    expect(act("consolidate", "2025-05-31")).toBe("before-last");
    expect(act("remove", "2025-01-01")).toBe("before-start");
    expect(act("remove", "2025-08-31")).toBe("before-merged");
    expect(act("remove", "2025-09-01")).toBeUndefined();
    expect(act("siteKind", "2025-07-01", "school")).toBe("same-value");
    expect(act("coreForce", "2025-07-01", "militia")).toBeUndefined();
    const waits = { ...point, status: "proposed", startedOn: null, lastOn: null } as const;
    expect(bulkFault(waits, { act: "approve", on: "2025-06-30" })).toBe("before-unit");
    expect(bulkFault(waits, { act: "approve", on: "2025-07-01" })).toBeUndefined();
  });
});
