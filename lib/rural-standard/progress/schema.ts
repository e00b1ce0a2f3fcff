import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, whole, year } from "@/lib/core/fields";
import { bases, levels } from "../catalog";

/** What communes are counted together by; districts only those of before 01/07/2025. */
export const groups = ["province", "district", "unit"] as const;
export type Group = (typeof groups)[number];

export const progressView = z.object({
  context: contextInput,
  base: z.enum(bases).optional(),
  group: z.enum(groups).optional(),
});
export type ProgressChoice = Omit<z.output<typeof progressView>, "context">;

export function readProgress(params: SearchParams): ProgressChoice {
  const { base, group } = progressView.shape;
  return { base: base.safeParse(one(params.base)).data, group: group.safeParse(one(params.group)).data };
}

/** How many communes of a base shall have reached a step by the end of a year. */
export const targetSet = z.object({
  id: clientId(),
  year: year(2010, 2100),
  level: choice(levels),
  base: choice(bases),
  target: whole(0, 1_000),
  documentNumber: text(60),
  documentDate: day(),
});
