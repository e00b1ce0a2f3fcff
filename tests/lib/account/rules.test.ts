import { describe, expect, it } from "vitest";
import { safePath } from "@/lib/account/rules";

describe("where signing in leads", () => {
  it("is a page of this portal", () => {
    for (const path of [
      "/",
      "/users",
      "/outreach-sessions?period=2025&unit=31510",
      "/units/31178@2025-06-30",
    ])
      expect(safePath(path)).toBe(path);
  });

  it("is never another place, nor a door", () => {
    for (const path of [
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/..//evil.example",
      "/%2e%2e//evil.example",
      "evil.example",
      "",
      undefined,
      null,
      7,
      "/\ud800",
      "/sign-in?next=/sign-in",
      "/setup/x",
      "/api/health",
      "/sign-in",
    ])
      expect(safePath(path), String(path)).toBe("/");
  });
});
