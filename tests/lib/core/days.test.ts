import { expect, it } from "vitest";
import { writtenDay } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";

it.each(["2025-08-11", "1975-04-30", "2026-01-05"])("%s is written alike by both", (day) => {
  expect(writtenDay(day)).toBe(formatDate(day));
});
