import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { RankedBars } from "@/components/charts/ranked-bars";
import { GuidanceTable } from "@/components/statistics/channel-tables";
import { readContext } from "@/lib/core/context";
import { guidances } from "@/lib/outreach-sessions/catalog";

describe("what the dashboard draws", () => {
  it("a long ranking is opened by the name of what it ranks", () => {
    const drawn = (of: "units" | "topics" | "channels" | "forms", locale: "vi" | "en") =>
      renderToStaticMarkup(
        createElement(RankedBars, {
          title: "x",
          of,
          valueLabel: "y",
          rows: Array.from({ length: 22 }, (_, at) => ({ label: `${at}`, value: at })),
          locale,
        }),
      );
    for (const [of, vi, en] of [
      ["units", "Xem cả 22 đơn vị", "Show all 22 units"],
      ["topics", "Xem cả 22 chủ đề", "Show all 22 topics"],
      ["channels", "Xem cả 22 hình thức tuyên truyền", "Show all 22 channels"],
      ["forms", "Xem cả 22 hình thức khen thưởng", "Show all 22 forms of award"],
    ] as const) {
      expect(drawn(of, "vi")).toContain(vi);
      expect(drawn(of, "en")).toContain(en);
    }
  });

  it("each kind of guidance opens its own sessions of the period, boundaries and unit", () => {
    const context = readContext({ period: "r2025", boundary: "historical", unit: "31510" }, "leader");
    const guided = { vneid: 7875, levelTwo: 1, onlineService: 2, weapons: 3, pledges: 27_693 };
    const html = renderToStaticMarkup(createElement(GuidanceTable, { guided, context, locale: "vi" }));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, to = ""]) =>
      Object.fromEntries(new URL(to.replaceAll("&amp;", "&"), "http://x").searchParams),
    );
    expect(links).toMatchObject(
      guidances.map((kind) => ({
        period: "r2025",
        boundary: "historical",
        unit: "31510",
        kind: "gathering",
        guided: kind,
      })),
    );
    expect(html).toContain("27.693");
  });
});
