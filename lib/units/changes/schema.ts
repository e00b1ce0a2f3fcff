import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { addMonths, isDay, today } from "@/lib/core/days";
import {
  choice,
  choices,
  clientId,
  day,
  text,
  tick,
  together,
  unitId,
  unitIds,
  version,
  whole,
} from "@/lib/core/fields";
import { type ChangeKind, type ChangeState, changeKinds, changeStates, rows, unitTypes } from "./catalog";

/** How far ahead a change can be entered, in months. */
const mostMonthsAhead = 60;

const name = () =>
  text(100)
    .transform((value) => value.replace(/\s+/g, " "))
    .optional();
const type = () => choice(unitTypes).optional();
const code = () =>
  z
    .string()
    .trim()
    .regex(/^\d{5}$/, "not-a-code")
    .refine((value) => value !== "00000", "code-of-none")
    .optional();

/** A number with a comma or a point and two decimals at most, as it is typed: "12,5"; dots do not group. */
const decimal = (least: number, most: number) =>
  z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      const typed = String(value).trim().replace(",", ".");
      if (/^\d+(\.\d{1,2})?$/.test(typed)) return Math.min(Number(typed), Number.MAX_SAFE_INTEGER);
      context.addIssue({ code: "custom", message: "not-a-decimal" });
      return z.NEVER;
    })
    .pipe(z.number().min(least, `too-small:${least}`).max(most, `too-large:${most}`))
    .optional();

/** Percent of the unit that is divided. */
const share = () => decimal(0.01, 99.99);
const area = () => decimal(0.01, 10_000);
const population = () => whole(1, 5_000_000).optional();

/** Where the label stands: latitude and longitude in degrees, "10,0333; 105,7774" or "10.0333, 105.7774". */
const point = () =>
  z
    .string()
    .transform((value, context) => {
      const parts = value.includes(";") ? value.split(";") : value.split(/,\s|\s+/);
      const [lat, lon, more] = parts.map((part) => Number(part.trim().replace(",", ".")));
      if (
        lat !== undefined &&
        lon !== undefined &&
        more === undefined &&
        lat >= 8 &&
        lat <= 24 &&
        lon >= 102 &&
        lon <= 118
      )
        return { lat, lon };
      context.addIssue({ code: "custom", message: "not-a-point" });
      return z.NEVER;
    })
    .optional();

const typed = {
  kind: choice(changeKinds),
  /** The unit that is renamed, retyped, divided, or ends. */
  unitId: unitId().optional(),
  /** The unit that receives: a part of it, or all that nobody else receives. */
  toUnitId: unitId().optional(),
  /** Units that are merged wholly. */
  unitIds: unitIds(30),
  /** Units that give a part (merge), or receive one (dissolve). */
  partUnitIds: unitIds(30),
  name1: name(),
  type1: type(),
  code1: code(),
  share1: share(),
  area1: area(),
  population1: population(),
  point1: point(),
  name2: name(),
  type2: type(),
  code2: code(),
  share2: share(),
  area2: area(),
  population2: population(),
  point2: point(),
  name3: name(),
  type3: type(),
  code3: code(),
  share3: share(),
  area3: area(),
  population3: population(),
  point3: point(),
  name4: name(),
  type4: type(),
  code4: code(),
  share4: share(),
  area4: area(),
  population4: population(),
  point4: point(),
  /** The row that carries a divided unit's records on; a form sends one, the rules refuse none and two. */
  main: choices(rows).default([]),
  effectiveOn: day({ future: true }),
  decisionNumber: text(100),
  decisionDate: day(),
  clause: text(100).optional(),
  note: text(1_000).optional(),
};

/** What each kind cannot do without; the rest is the rules' to ask. */
const required: Record<ChangeKind, (keyof typeof typed)[]> = {
  create: ["name1", "type1", "code1"],
  rename: ["unitId", "name1"],
  retype: ["unitId", "type1"],
  merge: ["name1", "type1", "code1"],
  split: ["unitId", "name1", "type1", "name2", "type2"],
  transfer: ["unitId", "toUnitId"],
  dissolve: ["unitId", "toUnitId"],
};

type Checked = Partial<Record<keyof typeof typed, unknown>>;

function check(input: Checked, context: z.core.$RefinementCtx) {
  const fault = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  for (const field of required[input.kind as ChangeKind] ?? [])
    if (input[field] === undefined)
      fault(field, /^(unitId|toUnitId|type)/.test(field) ? "required-choice" : "required");
  const { effectiveOn, decisionDate } = input as Record<string, string>;
  if (![effectiveOn, decisionDate].every((value) => typeof value === "string" && isDay(value))) return;
  if ((effectiveOn as string) < (decisionDate as string)) fault("effectiveOn", "before-decision");
  else if ((effectiveOn as string) > addMonths(today(), mostMonthsAhead))
    fault("effectiveOn", "too-far-ahead");
}

/** `acceptSimilar`: a unit of the same full name was seen, this is another one. */
export const changeMake = z
  .object({ id: clientId(), acceptSimilar: tick(), ...typed })
  .superRefine(check, together);
export type ChangeInput = Omit<z.output<typeof changeMake>, "id" | "acceptSimilar">;

export const changeUndo = z.object({ id: clientId(), version: version(), reason: text(500) });

export const changesView = z.object({
  state: z.enum(changeStates).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ChangesChoice = { state?: ChangeState; page: number };

/** What an address narrows the list to; what cannot be read is left out. */
export function readChangesChoice(params: SearchParams): ChangesChoice {
  const { state, page } = changesView.shape;
  return {
    state: state.catch(undefined).parse(one(params.state)),
    page: page.catch(1).parse(one(params.page)),
  };
}

/** The kind of change an address asks for; nothing else is a form. */
export const readKind = (params: SearchParams): ChangeKind | undefined =>
  changeKinds.find((kind) => kind === one(params.kind));
