import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** A file and all screens it is made of, by path. */
function closure(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, from = ""] of read(path).matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gm)) {
    const base = from.startsWith("@/") ? from.slice(2) : join(dirname(path), from);
    const found = ["", ".ts", ".tsx"]
      .map((end) => base + end)
      .find((file) => /\.tsx?$/.test(file) && existsSync(join(root, file)));
    if (found && /^(components|app)\//.test(found)) closure(found, seen);
  }
  return seen;
}

const pages = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("page.tsx"))
  .map((path) => {
    const parts = [...closure(join("app", path))];
    const any = (pattern: RegExp, but?: string) =>
      parts.some((part) => part !== but && pattern.test(read(part)));
    return {
      path: relative("app", join("app", path)),
      // A number by its name, a chart of units or of time, or the context bar itself.
      figures: any(/data-figure|<FigureContext|<RankedBars|<TimeSeries|<UnitGrid|<ProgressLine/, undefined),
      switches: any(/boundary: true|<BoundaryChoice/, "components/layout/context-bar.tsx"),
      explains: any(/<OneView\b/),
    };
  })
  .filter(({ figures }) => figures);

describe("pages of figures", () => {
  it("are found at all", () => {
    expect(pages.length).toBeGreaterThan(14);
    expect(pages.map(({ path }) => path)).toContain("(portal)/page.tsx");
    expect(pages.map(({ path }) => path)).toContain("(portal)/units/[ref]/page.tsx");
  });

  it("let one choose between today's boundaries and those of the time, or say why there is one view only", () => {
    expect(pages.filter(({ switches, explains }) => !switches && !explains).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it("never do both", () => {
    expect(pages.filter(({ switches, explains }) => switches && explains).map(({ path }) => path)).toEqual(
      [],
    );
  });
});
