import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { addDays, addMonths, type Day, isDay } from "@/lib/core/days";
import { clientId, code, day, text, tick, together, version, whole } from "@/lib/core/fields";
import { parsePeriod, rangePeriod } from "@/lib/core/periods";
import { type Criterion, criterionRows, leastRows, scoreKeys, sheetFilters } from "./rules";

const oneLine = (value: string) => value.replace(/\s+/g, " ");
const label = () => text(200).transform(oneLine).optional();
const most = () => whole(1, 1_000).optional();
const least = () => whole(1, 100).optional();

/** The rows of the form; blank ones fall away. */
const criteria = {
  criterion1: label(),
  most1: most(),
  criterion2: label(),
  most2: most(),
  criterion3: label(),
  most3: most(),
  criterion4: label(),
  most4: most(),
  criterion5: label(),
  most5: most(),
  criterion6: label(),
  most6: most(),
  criterion7: label(),
  most7: most(),
  criterion8: label(),
  most8: most(),
};

/** Percent a grade takes at least, from the best down; the last grade of the list takes none and is not asked. */
const leasts = { least1: least(), least2: least(), least3: least(), least4: least(), least5: least() };

const typed = {
  periodFrom: day({ future: true }),
  periodTo: day({ future: true }),
  name: text(200).transform(oneLine),
  dueOn: day({ future: true }),
  leastDays: whole(0, 366).default(0),
  ...criteria,
  ...leasts,
  guidance: text(2_000).optional(),
};

type Checked = Partial<Record<keyof typeof typed, unknown>>;

function check(input: Checked, context: z.core.$RefinementCtx) {
  const fault = (field: string, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  const { periodFrom, periodTo, dueOn } = input as Record<string, unknown>;
  const days = [periodFrom, periodTo].every((value) => typeof value === "string" && isDay(value));
  if (days && (periodFrom as Day) > (periodTo as Day)) fault("periodTo", "before-start");
  if (days && (periodTo as Day) > addMonths(periodFrom as Day, 24)) fault("periodTo", "too-long-a-period");
  if (typeof dueOn === "string" && isDay(dueOn) && typeof periodTo === "string" && isDay(periodTo)) {
    if (dueOn <= periodTo) fault("dueOn", "not-after-period");
    else if (dueOn > addMonths(periodTo, 12)) fault("dueOn", "too-late");
  }
  const seen = new Set<string>();
  for (const row of criterionRows) {
    const [name, score] = [input[`criterion${row}`], input[`most${row}`]];
    if (name === undefined && score !== undefined) fault(`criterion${row}`, "criterion-missing");
    if (name !== undefined && score === undefined) fault(`most${row}`, "most-missing");
    if (typeof name === "string" && seen.has(name.toLowerCase())) fault(`criterion${row}`, "repeated");
    if (typeof name === "string") seen.add(name.toLowerCase());
  }
  if (seen.size === 0) fault("criterion1", "criterion-missing");
  let above = Number.POSITIVE_INFINITY;
  for (const row of leastRows) {
    const value = input[`least${row}`];
    if (typeof value !== "number") continue;
    if (value >= above) fault(`least${row}`, "not-descending");
    above = value;
  }
}

/** `acceptSimilar`: the campaign of the same period was seen, this is another one. */
export const campaignOpen = z
  .object({ id: clientId(), acceptSimilar: tick(), ...typed })
  .superRefine(check, together);
export const campaignChange = z
  .object({ id: clientId(), version: version(), ...typed })
  .superRefine(check, together);
/** To close or to open again. */
export const campaignEnd = z.object({ id: clientId(), version: version(), reason: text(500) });

/** The rows that were filled in, under keys of their own. */
export function criteriaOf(input: Record<string, unknown>): Criterion[] {
  const rows = criterionRows.flatMap((row) => {
    const [name, score] = [input[`criterion${row}`], input[`most${row}`]];
    return typeof name === "string" && typeof score === "number" ? [{ label: name, most: score }] : [];
  });
  return rows.map((row, at) => ({ key: scoreKeys[at] ?? "c8", ...row }));
}

const score = () => whole(0, 1_000).optional();

/** A sheet that a ward sends. `id` is this sending's own; `version` that of the sheet that was opened, 0 for a first one. */
export const evaluationPropose = z.object({
  id: clientId(),
  campaignId: clientId(),
  pointId: clientId(),
  version: whole(0, 1_000_000_000),
  c1: score(),
  c2: score(),
  c3: score(),
  c4: score(),
  c5: score(),
  c6: score(),
  c7: score(),
  c8: score(),
  grade: code().optional(),
  evidence: text(2_000).optional(),
});

/** The city's word on a sheet; without a grade the proposed one stands. */
export const evaluationConfirm = z.object({
  id: clientId(),
  version: version(),
  grade: code().optional(),
  reason: text(500).optional(),
});
export const evaluationReturn = z.object({ id: clientId(), version: version(), reason: text(500) });

const unit = z.string().regex(/^\d{5}(@\d{4}-\d{2}-\d{2})?$/);
const q = text(200);
const page = z.coerce.number().int().min(1).max(10_000);

/** Every proposal of a campaign, within the filter, that agrees with its scores; `expected` is the count that was seen. */
export const matchingConfirm = z.object({
  id: clientId(),
  unit: unit.optional(),
  q: q.optional(),
  expected: whole(1, 1_000_000),
});

export const campaignsView = z.object({ unit: unit.optional(), page: page.default(1) });
export const campaignView = z.object({
  id: z.uuid(),
  state: z.enum(sheetFilters).optional(),
  unit: unit.optional(),
  q: q.optional(),
  page: page.default(1),
});
export type CampaignChoice = Partial<Omit<z.output<typeof campaignView>, "id">>;

/** What an address narrows a list to; what cannot be read is left out. */
export function readCampaignChoice(params: SearchParams): CampaignChoice {
  const { id: _, ...shape } = campaignView.shape;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const value = one(params[name]);
      const read = value === undefined ? undefined : field.safeParse(value);
      return read?.success ? [[name, read.data]] : [];
    }),
  );
}

/** The last day of the period: it says which grades are in use. */
export const campaignEdit = z.object({ id: z.uuid(), day: z.string().refine(isDay).optional() });
export const campaignStart = z.object({ day: z.string().refine(isDay) });

/** The period an address names for a campaign: a key, or two days. */
export function readCampaignPeriod(params: SearchParams): { key: string; from: Day; to: Day } | undefined {
  return parsePeriod(one(params.period) ?? "") ?? rangePeriod(one(params.from) ?? "", one(params.to) ?? "");
}

/** When a new campaign is due, unless somebody says otherwise: ten days after its period. */
export const usualDue = (periodTo: Day): Day => addDays(periodTo, 10);
