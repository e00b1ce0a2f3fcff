import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { isKnownDay } from "@/lib/core/days";
import {
  choice,
  clientId,
  code,
  day,
  holdsPhoneNumber,
  text,
  unitId,
  version,
  whole,
} from "@/lib/core/fields";
import { factFault, greatestFigure, holdsMarkup, readFigure } from "./rules";

/** What is known of a unit by day; km² for an area, else counts. */
export const factKinds = ["area", "population", "households", "guard_teams", "guard_members"] as const;
export type FactKind = (typeof factKinds)[number];
export const qualifiers = ["exact", "at_least", "about"] as const;

const plain = (max: number) => text(max).refine((value) => !holdsMarkup(value), "markup");
const post = (max: number) => plain(max).refine((value) => !holdsPhoneNumber(value), "phone-number");

export const factRecord = z
  .object({
    id: clientId(),
    unitId: unitId(),
    kind: choice(factKinds),
    value: z.union([z.string(), z.number()], { error: "required" }).transform((typed, context) => {
      const value = readFigure(String(typed));
      if (value !== undefined && value <= greatestFigure) return value;
      const message = value === undefined ? "not-a-figure" : `too-large:${greatestFigure}`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }),
    qualifier: choice(qualifiers).default("exact"),
    asOf: day(),
    source: plain(200),
  })
  .superRefine(({ kind, value }, context) => {
    const fault = factFault(kind, value);
    if (fault) context.addIssue({ code: "custom", path: ["value"], message: fault });
  });

/** A fact that was wrong is taken back with its reason; a right one is recorded beside it. */
export const factWithdraw = z.object({ id: clientId(), version: version(), reason: text(500) });

/** A post as the document says: its title, and who holds it (T13). */
export const postBegin = z
  .object({
    id: clientId(),
    unitId: unitId(),
    title: post(120),
    holder: post(120).optional(),
    since: day(),
    until: day().optional(),
    source: plain(200).optional(),
  })
  .superRefine(({ since, until }, context) => {
    if (until && until < since)
      context.addIssue({ code: "custom", path: ["until"], message: `before-since:${since}` });
  });

export const postEnd = z.object({ id: clientId(), version: version(), until: day() });

/** Ethnic groups by size, and what the unit says of itself; version 0 where nothing stands yet. */
export const profileUpdate = z.object({
  unitId: unitId(),
  version: whole(0, 1_000_000_000),
  first: code().optional(),
  second: code().optional(),
  third: code().optional(),
  fourth: code().optional(),
  introduction: plain(2_000).optional(),
});

export const unitName = z.string().regex(/^\d{5}(@\d{4}-\d{2}-\d{2})?$/);

/** A unit by its URL name, and the day its page is looked at. */
export const profileInput = z.object({ ref: unitName, asOf: z.string().refine(isKnownDay).optional() });

/** The kind of facts an address asks for; what cannot be read is left out. */
export const readFactKind = (params: SearchParams): FactKind | undefined =>
  factKinds.find((kind) => kind === one(params.kind));
