import { describe, expect, it } from "vitest";
import { pageOf, pageSize } from "@/lib/core/paging";

const rows = Array.from({ length: 2 * pageSize + 3 }, (_, at) => at);

describe("a page of rows at hand", () => {
  it("holds so many, the last one what is left", () => {
    expect(pageOf(rows)).toEqual({ page: 1, shown: rows.slice(0, pageSize) });
    expect(pageOf(rows, 3)).toEqual({ page: 3, shown: rows.slice(-3) });
  });

  it("is the last one where a page beyond it is asked for, and the first of nothing", () => {
    expect(pageOf(rows, 99)).toEqual({ page: 3, shown: rows.slice(-3) });
    expect(pageOf([], 2)).toEqual({ page: 1, shown: [] });
  });
});
