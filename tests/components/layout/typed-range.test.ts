import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { FigureContext } from "@/components/units/figure-context";
import { readContext, type SearchParams } from "@/lib/core/context";

vi.mock("next/navigation", () => ({ useRouter: () => ({}) }));

const drawn = (asked: SearchParams) =>
  renderToStaticMarkup(
    createElement(FigureContext, {
      context: readContext(asked, "leader", "2026-11-26"),
      asked,
      path: "/outreach-sessions/totals",
      units: [],
      wholeCity: true,
      show: { period: true },
      locale: "vi",
    }),
  );
const box = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? "";
const chosen = (html: string) => /<option value="([^"]*)" selected/.exec(html)?.[1];

describe("days typed into the bar that are no range", () => {
  it("stay in their boxes, with what is wrong and the period shown instead", () => {
    for (const period of [undefined, ""]) {
      const html = drawn({ period, from: "2026-06-30", to: "2026-01-01" });
      expect(html).toContain(
        "Ngày đầu phải trước ngày cuối. Đang xem Năm 2026 (kỳ báo cáo), 15/12/2025–14/12/2026",
      );
      for (const [name, day] of [
        ["from", "2026-06-30"],
        ["to", "2026-01-01"],
      ] as const) {
        expect(box(html, name)).toContain(`value="${day}"`);
        expect(box(html, name)).toContain('aria-invalid="true"');
        expect(box(html, name)).toContain('aria-describedby="context-range-error"');
      }
      expect(html).toContain('id="context-range-error"');
      expect(chosen(html)).toBe("");
    }
  });

  it("one that is missing or none is asked for", () => {
    expect(drawn({ from: "2026-06-30" })).toContain("Chọn cả ngày đầu và ngày cuối");
    const html = drawn({ from: "2026-02-31", to: "2026-06-30" });
    expect(html).toContain("Chọn cả ngày đầu và ngày cuối");
    expect(box(html, "from")).toContain('value=""');
    expect(box(html, "to")).toContain('value="2026-06-30"');
  });

  it("a range, a named period and an address that asks for neither say nothing", () => {
    for (const asked of [
      { from: "2026-01-01", to: "2026-06-30" },
      { from: "2026-01-01", to: "2026-01-01" },
      { period: "r2025", from: "2026-06-30", to: "2026-01-01" },
      {},
    ])
      expect(drawn(asked)).not.toContain("context-range-error");
  });
});

describe("a day of standings that has not come", () => {
  const bar = (asked: SearchParams, asOf: string) =>
    renderToStaticMarkup(
      createElement(FigureContext, {
        context: { ...readContext({}, "leader"), asOf },
        asked,
        path: "/",
        units: [],
        wholeCity: true,
        show: { asOf: true },
        locale: "vi",
      }),
    );

  it("is told where figures end today, and where something is decided for it", () => {
    expect(bar({ asOf: "2099-01-01" }, "2025-11-26")).toContain(
      "Chưa có số liệu sau hôm nay. Đang xem hiện trạng 26/11/2025",
    );
    expect(bar({ asOf: "2099-01-01" }, "2099-01-01")).toContain("01/01/2099 chưa tới: đây là dự kiến");
    for (const asked of [{}, { asOf: "2025-11-26" }, { asOf: "x" }])
      expect(bar(asked, "2025-11-26")).not.toMatch(/Chưa có số liệu sau|chưa tới/);
  });
});
