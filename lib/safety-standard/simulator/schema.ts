import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { text, unitId } from "@/lib/core/fields";
import { countedKinds } from "../catalog";
import { unitRefInput, yearInput } from "../schema";
import type { WhatIf } from "./rules";

export const whatIfKeys = [...countedKinds, "models"] as const;

/** The box of what is supposed, by its name in the address: `addArea`. */
export const whatIfName = (key: (typeof whatIfKeys)[number]): string =>
  `add${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** What the address supposes; what is no number from 0 to 999 supposes nothing. */
export function readWhatIf(params: SearchParams): WhatIf {
  return Object.fromEntries(
    whatIfKeys.flatMap((key) => {
      const typed = one(params[whatIfName(key)]) ?? "";
      return /^\d{1,3}$/.test(typed) && Number(typed) > 0 ? [[key, Number(typed)]] : [];
    }),
  );
}

export const unitYearView = z.object({ ref: unitRefInput, year: yearInput() });

export const disciplineRecord = z.object({
  unitId: unitId(),
  year: yearInput(),
  disciplined: z.enum(["yes", "no"], { error: "required-choice" }),
  source: text(300),
});
