import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const values = /^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gm;

/** The way from a file to the validation library along what it imports to run; undefined when there is none. */
function wayToZod(path: string, seen = new Set<string>()): string[] | undefined {
  if (seen.has(path)) return undefined;
  seen.add(path);
  for (const [, from = ""] of read(path).matchAll(values)) {
    if (from === "zod" || from.startsWith("zod/")) return [path, from];
    const base = from.startsWith("@/") ? from.slice(2) : join(dirname(path), from);
    const found = ["", ".ts", ".tsx"]
      .map((end) => base + end)
      .find((file) => /\.tsx?$/.test(file) && existsSync(join(root, file)));
    if (!found || read(found).startsWith('"use server"')) continue;
    const way = wayToZod(found, seen);
    if (way) return [path, ...way];
  }
  return undefined;
}

describe("what runs in the browser", () => {
  const clients = ["app", "components"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && read(path).startsWith('"use client"'));

  it("is found at all", () => {
    expect(clients).toContain("components/layout/time-slider.tsx");
    expect(clients.length).toBeGreaterThan(40);
  });

  it("brings no validation library along: 26 kB, and code from strings that the policy refuses (P5, S27)", () => {
    expect(clients).toContain("components/security-models/reading-grid.tsx");
    expect(clients.flatMap((path) => wayToZod(path)?.join(" → ") ?? [])).toEqual([]);
  });
});
