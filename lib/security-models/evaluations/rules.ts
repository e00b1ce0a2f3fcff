import { addDays, type Day, earlier } from "@/lib/core/days";
import { type Period, parsePeriod, yearOf } from "@/lib/core/periods";

/** What a point is scored by; scores run from 0 to `most`. */
export type Criterion = { key: ScoreKey; label: string; most: number };
/** A grade and the least share of the highest total it takes, in percent; the best first, the last one takes none. */
export type Threshold = { grade: string; least: number };

/** A score sheet has as many rows at most. */
export const scoreKeys = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"] as const;
export type ScoreKey = (typeof scoreKeys)[number];
export type Scores = Partial<Record<ScoreKey, number>>;

/** The rows of a campaign's form, and of its thresholds: the last grade takes none and is not asked. */
export const criterionRows = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export const leastRows = [1, 2, 3, 4, 5] as const;

/** The highest total a sheet can reach. */
export const mostOf = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, { most }) => sum + most, 0);

export const totalOf = (criteria: readonly Criterion[], scores: Scores): number =>
  criteria.reduce((sum, { key }) => sum + (scores[key] ?? 0), 0);

/** The total each grade begins at, the best first. */
export const gradeSteps = (criteria: readonly Criterion[], thresholds: readonly Threshold[]) =>
  thresholds.map(({ grade, least }) => ({ grade, from: Math.ceil((least * mostOf(criteria)) / 100) }));

/** The grade a total suggests: the best one whose threshold it reaches. */
export function suggestedGrade(
  criteria: readonly Criterion[],
  thresholds: readonly Threshold[],
  total: number,
): string {
  const steps = gradeSteps(criteria, thresholds);
  return (steps.find(({ from }) => total >= from) ?? steps.at(-1))?.grade ?? "";
}

/** What a new campaign proposes for a list of so many grades: 80 / 50 / 0 for three. */
export function defaultThresholds(grades: number): number[] {
  if (grades <= 2) return [50, 0].slice(2 - grades);
  return Array.from({ length: grades }, (_, at) =>
    at === grades - 1 ? 0 : Math.round(80 - (30 * at) / (grades - 2)),
  );
}

export type SheetIssue = { field: ScoreKey | "grade" | "evidence"; code: string };
type Typed = Scores & { grade?: string; evidence?: string };
export type ReadSheet = { scores: Scores; total: number; suggested: string; grade: string };

/**
 * A sheet as it was filled in: one whole score for each criterion within its range and none beside them; without a
 * grade the suggested one stands, another one needs its reason as evidence.
 */
export function readSheet(
  criteria: readonly Criterion[],
  thresholds: readonly Threshold[],
  typed: Typed,
): { sheet: ReadSheet } | { issues: SheetIssue[] } {
  const issues: SheetIssue[] = [];
  const scores: Scores = {};
  for (const key of scoreKeys) {
    const [criterion, score] = [criteria.find((known) => known.key === key), typed[key]];
    if (!criterion) {
      if (score !== undefined) issues.push({ field: key, code: "no-criterion" });
    } else if (score === undefined) issues.push({ field: key, code: `score-missing:${criterion.most}` });
    else if (score < 0 || score > criterion.most)
      issues.push({ field: key, code: `score-range:${criterion.most}` });
    else scores[key] = score;
  }
  if (typed.grade && !thresholds.some(({ grade }) => grade === typed.grade))
    issues.push({ field: "grade", code: "unknown-choice" });
  if (issues.length > 0) return { issues };
  const total = totalOf(criteria, scores);
  const suggested = suggestedGrade(criteria, thresholds, total);
  const grade = typed.grade ?? suggested;
  if (grade !== suggested && !typed.evidence) return { issues: [{ field: "evidence", code: "other-grade" }] };
  return { sheet: { scores, total, suggested, grade } };
}

/** Where a point stands in a campaign; `none`: nothing was sent yet. */
export const workStates = ["none", "proposed", "returned", "confirmed"] as const;
export type WorkState = (typeof workStates)[number];
/** What the list of a campaign can be narrowed to: a state, or what is overdue. */
export const sheetFilters = [...workStates, "overdue"] as const;
export type SheetFilter = (typeof sheetFilters)[number];

type Campaign = { periodTo: Day; dueOn: Day; leastDays: number; closed: boolean };

/** Still the ward's to send, after the due day, in a campaign that takes it: never sent, or returned and not sent again. */
export const isOverdue = (state: WorkState, { dueOn, closed }: Campaign, on: Day): boolean =>
  !closed && dueOn < on && (state === "none" || state === "returned");

/** A point younger than this by the end of the period can hardly be rated. */
export const usualLeastDays = 90;

/** The day the rating is given for: the campaign's last one; before it has come, the day of confirming. */
export const ratingDay = ({ periodTo }: Pick<Campaign, "periodTo">, on: Day): Day => earlier(periodTo, on);

/** True of a point that a campaign asks for: in force on that day, and running long enough by the campaign's last. */
export function isAsked(
  { startedOn, endedOn }: { startedOn: Day | null; endedOn: Day | null },
  campaign: Campaign,
  on: Day,
): boolean {
  const day = ratingDay(campaign, on);
  return (
    startedOn !== null &&
    startedOn <= day &&
    startedOn <= addDays(campaign.periodTo, -campaign.leastDays) &&
    (endedOn === null || endedOn > day)
  );
}

/** Who may act on a sheet as it stands: the ward until the city has confirmed, the city on what was sent. */
export const canPropose = (state: WorkState): boolean => state !== "confirmed";
export const canDecide = (state: WorkState): boolean => state === "proposed";

/** The periods a campaign is offered for: halves and years by the state's reporting, then by the calendar, this year's and the last one's. */
export function campaignPeriods(day: Day, chosen = ""): string[] {
  const [reporting, calendar] = [yearOf("reporting", day), yearOf("calendar", day)];
  const of = (prefix: string, year: number) => [
    `${prefix}${year}-h2`,
    `${prefix}${year}-h1`,
    `${prefix}${year}`,
  ];
  const keys = [
    ...of("r", reporting),
    ...of("r", reporting - 1),
    ...of("", calendar),
    ...of("", calendar - 1),
  ];
  return chosen === "" || keys.includes(chosen) ? keys : [chosen, ...keys];
}

/** The half of a reporting year that ended last before a day. */
export function lastHalf(day: Day): Period {
  const year = yearOf("reporting", day);
  const halves = [`r${year}-h1`, `r${year - 1}-h2`].map((key) => parsePeriod(key) as Period);
  return (halves.find(({ to }) => to < day) ?? halves[1]) as Period;
}
