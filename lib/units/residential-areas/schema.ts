import * as z from "zod";
import type { Fault } from "@/lib/core/cells";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, day, text, unitId, version, whole } from "@/lib/core/fields";
import type { FormState } from "@/lib/core/form-state";
import type { AreaKind } from "@/prisma/client/enums";
import type { NamedUnit } from "../resolve/schema";

export const areaKinds = ["zone", "quarter", "hamlet", "other"] as const satisfies readonly AreaKind[];

/** Far more than the largest unit of the city has. */
const mostHouseholds = 50_000;
const mostPeople = 200_000;

const areaFields = {
  kind: choice(areaKinds),
  name: text(120),
  validFrom: day().optional(),
  households: whole(0, mostHouseholds).optional(),
  population: whole(0, mostPeople).optional(),
  note: text(1_000).optional(),
};
export const areaCreate = z.object({ id: clientId(), unitId: unitId(), ...areaFields });
export const areaUpdate = z.object({ id: clientId(), version: version(), ...areaFields });
/** Its last day, and the area it became part of, if any. */
export const areaEnd = z.object({
  id: clientId(),
  version: version(),
  endedOn: day(),
  mergedIntoId: clientId().optional(),
  reason: text(500),
});
/** An end that was entered by mistake is taken back. */
export const areaReopen = z.object({ id: clientId(), version: version(), reason: text(500) });
/** Where a division took it: the unit and the day, as the choice names them ("31@2025-07-01"). */
export const areaMove = z.object({
  id: clientId(),
  version: version(),
  division: z.string({ error: "required" }).regex(/^\d{1,9}@\d{4}-\d{2}-\d{2}$/, "unknown-choice"),
  reason: text(500),
});

/** A row's values, once every cell is read. */
export const areaRow = z.object(areaFields);
export type AreaValues = z.output<typeof areaRow>;

/** The columns of a list. */
export const areaColumns = ["unit", "name", "kind", "households", "population", "validFrom", "note"] as const;
export type AreaColumn = (typeof areaColumns)[number];

export type AreaLine = {
  /** As whoever pasted it counts: the first line is 1. */
  line: number;
  cells: string[];
  unit?: NamedUnit;
  values?: AreaValues;
  faults: Partial<Record<AreaColumn, Fault>>;
  /** The units that an ambiguous name, or one of another day, may mean. */
  candidates?: NamedUnit[];
  /** The line of the list, or the area there is, that says the same; and the unit a division took that one to. */
  same?: { line: number } | { id: string; name: string; movedTo?: string };
};
export type AreaSheet = { heading: string[] | undefined; unknown: string[]; lines: AreaLine[] };
/** What a list says, and how many of its lines can be stored or want a unit; `id` is for storing it. */
export type AreaPreview = Omit<AreaSheet, "lines"> & {
  id: string;
  /** `dated`: the unit's name alone does not say which one it is. */
  lines: (AreaLine & { ready: boolean; dated: boolean })[];
  ready: number;
  asked: number;
};
/** What came of storing; the same request again is answered the same. */
export type Imported = { id: string; stored: number; left: number; text: string };
export type AreaListState = FormState & { found?: AreaPreview; imported?: Imported };

/** More text than any list of a unit or a district has. */
const mostText = 200_000;
const list = {
  /** The unit of rows that name none. */
  unitId: unitId().optional(),
  /** The day the list is of: names of units are read as of it where a row has no day of its own. */
  day: day(),
  text: text(mostText),
  /** Why a file could not be read. */
  file: z
    .string()
    .optional()
    .superRefine((code, context) => {
      if (code) context.addIssue({ code: "custom", message: code });
    }),
  /** "3:412": for the row on line 3 the unit of this id, out of those it was asked about. */
  choices: z
    .array(z.string().regex(/^\d{1,5}:\d{1,9}$/, "unknown-choice"))
    .max(2_000, "too-many:2000")
    .default([]),
};
export const areaList = z.object(list);
export const areaImport = z.object({ id: clientId(), ...list });

/** What a unit's list can be narrowed to. */
export const areaFilter = z.object({
  q: text(200).optional(),
  state: z.enum(["current", "ended", "all"]).default("current"),
});
export type AreaFilter = z.output<typeof areaFilter>;

const unitRefInput = z.string().regex(/^\d{5}(@\d{4}-\d{2}-\d{2})?$/);
export const areasOfUnit = z.object({ ref: unitRefInput, context: contextInput, ...areaFilter.shape });
export const newAreaOf = z.object({ ref: unitRefInput });
export const listOfUnit = z.object({ ref: unitRefInput.optional() });

/** The filter of a URL; what cannot be read is left out. */
export function readAreaFilter(params: SearchParams): AreaFilter {
  const { q, state } = areaFilter.shape;
  return {
    q: q.catch(undefined).parse(one(params.q)),
    state: state.catch("current").parse(one(params.state)),
  };
}
