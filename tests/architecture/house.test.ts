import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes("node_modules"));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const code = ["app", "components", "lib"].flatMap(files).filter((path) => /\.tsx?$/.test(path));

describe("the house", () => {
  it("has six folders and what tools demand beside them", () => {
    const known = new Set([
      "app",
      "components",
      "lib",
      "prisma",
      "public",
      "tests",
      "scripts",
      "next.config.ts",
      "package.json",
      "package-lock.json",
      "tsconfig.json",
      "README.md",
      "proxy.ts",
      "postcss.config.mjs",
      ".ci",
      ".config",
      ".gitignore",
      ".git",
      "node_modules",
      ".next",
      ".data",
      ".test",
      "next-env.d.ts",
      "tsconfig.tsbuildinfo",
    ]);
    expect(readdirSync(root).filter((name) => !known.has(name))).toEqual([]);
  });

  it("gives a domain only files of the closed list", () => {
    const allowed = new Set(
      ["schema", "rules", "catalog", "messages", "sheet", "queries", "commands", "actions"].map(
        (name) => `${name}.ts`,
      ),
    );
    expect(
      files("lib").filter((path) => !path.startsWith("lib/core/") && !allowed.has(basename(path))),
    ).toEqual([]);
  });

  it("has no barrels and no drawers", () => {
    expect(
      code.filter((path) => /\/(index\.tsx?|utils?|helpers?|services?|types)(\/|\.|$)/.test(path)),
    ).toEqual([]);
  });

  it("builds no SQL from text, and sets nothing for a whole session", () => {
    const forbidden = /RawUnsafe|Prisma\.raw|set_config\([^)]*false\)|\$extends/;
    expect(code.filter((path) => forbidden.test(read(path)))).toEqual([]);
  });

  it("reads with select, never include", () => {
    expect(code.filter((path) => path.startsWith("lib/") && /\binclude:\s*{/.test(read(path)))).toEqual([]);
  });

  it("keeps actions to one line a command: no logic behind 'use server'", () => {
    for (const path of files("lib").filter((path) => path.endsWith("actions.ts"))) {
      expect(read(path), path).toMatch(/^"use server";/);
      expect(read(path), path).not.toMatch(/\$queryRaw|\.create\(|\.update\(/);
    }
  });

  it("takes a unit by its name in one place only, since names and codes are used again (T5)", () => {
    const takes =
      /fold\([^)]*\bfullName|\bfullName\s*[!=]==|[!=]==\s*[\w.]*\bfullName\b|\bfull_name\s*(=|<>|I?LIKE|IN\b|~)|app_fold\((?:[^)]|\([^)]*\))*(full_name|"fullName")|\b(?:FROM|JOIN) unit\b[^;`]*\bu?\.?search_key\s*=/;
    const searches = [
      "lib/units/resolve/rules.ts",
      // A choice among what is shown, made by whoever looks.
      "components/forms/unit-picker-live.tsx",
      "lib/rural-standard/queries.ts",
      "lib/safety-standard/rules.ts",
      // A new unit is compared with those of its day, that no two have one name.
      "lib/units/changes/rules.ts",
    ];
    expect(code.filter((path) => takes.test(read(path)) && !searches.includes(path))).toEqual([]);
    // The guard can tell: the resolver itself is found by it.
    expect(takes.test(read("lib/units/resolve/rules.ts"))).toBe(true);
  });

  it("asks of a unit whether it is there on a day, not whether it has a last one: a change may be entered ahead", () => {
    const endless = /\bvalid_to IS NULL(?!\s+OR\b)|\bvalidTo: null\b/;
    const others = [
      // A change begins on a day of its own; a unit that ends before it cannot change then.
      "lib/units/changes/queries.ts",
      // Residential areas and subjects of the security standard: no change of units ends them.
      "lib/units/residential-areas/queries.ts",
      "lib/units/residential-areas/commands.ts",
      "lib/safety-standard/subjects/queries.ts",
    ];
    expect(
      code.filter((path) => path.startsWith("lib/") && endless.test(read(path)) && !others.includes(path)),
    ).toEqual([]);
    expect(others.filter((path) => !endless.test(read(path)))).toEqual([]);
  });

  it("speaks without pleading or shouting on the Vietnamese screen", () => {
    const words = code.filter((path) => /(messages|words)\.ts$/.test(path));
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((path) => /[Vv]ui lòng|không hợp lệ|[\p{L}]!["`]/u.test(read(path)))).toEqual([]);
  });

  it("does not lean on anything outside the project", () => {
    const outside = [
      ...code,
      ...files("scripts"),
      ...files("prisma").filter((path) => !path.startsWith("prisma/client")),
    ];
    expect(outside.filter((path) => /\.\.\/shared\/|\/work\//.test(read(path)))).toEqual([]);
  });
});
