import { type CountedKind, countedKinds } from "../catalog";

/** How many are considered, registered and recognised; kept as counts, so that every share is made from sums. */
export type Tally = { base: number; registered: number; recognized: number };
export type Tallies = Record<CountedKind, Tally>;

export const thresholdKeys = [
  "effective_models",
  "registered_percent",
  "recognized_percent",
  "disciplined_most",
] as const;
export type ThresholdKey = (typeof thresholdKeys)[number];
/** A threshold in force, with where the law says so. */
export type Threshold = { value: number; citation: string; validFrom: string };
export type Thresholds = Partial<Record<ThresholdKey, Threshold>>;

/** What is known of a unit's year; null = chưa có số liệu. */
export type UnitYear = { tallies: Tallies; effective: number | null; disciplined: boolean | null };

/** What is supposed to be added: recognised subjects by kind, and models working effectively. */
export type WhatIf = Partial<Record<CountedKind | "models", number>>;

export type Condition = {
  key: "models" | "registered" | "recognized" | "discipline";
  kind?: CountedKind;
  /** What the share is of, for a condition on a kind. */
  base?: number;
  /** The threshold as the law says it (a percentage where there is a base) and the number it comes to here. */
  threshold: number | null;
  required: number | null;
  now: number | null;
  missing: number | null;
  state: "met" | "failing" | "unknown";
  citation: string | null;
};

export type Verdict = "met" | "failing" | "unknown";

/** The least whole number of `base` that makes at least `percent` of a hundred; whole numbers only, 70 % of 25 is 18. */
export const leastOf = (base: number, percent: number): number => Math.floor((base * percent + 99) / 100);

/** How many more of `base` are needed to reach `percent`; never below 0. */
export const missingOf = (base: number, percent: number, now: number): number =>
  Math.max(0, leastOf(base, percent) - now);

/** The tallies with so many more recognised: never more than there are, and who is recognised has registered. */
export function supposing({ tallies, effective, disciplined }: UnitYear, added: WhatIf): UnitYear {
  const more = ({ base, registered, recognized }: Tally, count: number): Tally => {
    const then = Math.min(base, recognized + count);
    return { base, recognized: then, registered: Math.max(registered, then) };
  };
  return {
    tallies: Object.fromEntries(
      countedKinds.map((kind) => [kind, more(tallies[kind], added[kind] ?? 0)]),
    ) as Tallies,
    effective: added.models ? (effective ?? 0) + added.models : effective,
    disciplined,
  };
}

/**
 * Each condition on a commune with what it needs, has and lacks (Thông tư 124/2021/TT-BCA, Điều 5). Kinds are looked at
 * one by one; a kind that a commune has none of is not asked for, but without residential areas nothing can be said.
 */
export function conditionsOf(year: UnitYear, thresholds: Thresholds): Condition[] {
  const asked = countedKinds.filter((kind) => kind === "area" || year.tallies[kind].base > 0);
  return [
    models(year, thresholds.effective_models),
    ...asked.map((kind) => ofKind("registered", kind, year.tallies[kind], thresholds.registered_percent)),
    ...asked.map((kind) => ofKind("recognized", kind, year.tallies[kind], thresholds.recognized_percent)),
    discipline(year, thresholds.disciplined_most),
  ];
}

/** Failing as soon as one condition is; met when all are; else not enough is known. */
export function verdictOf(conditions: readonly Pick<Condition, "state">[]): Verdict {
  if (conditions.some(({ state }) => state === "failing")) return "failing";
  return conditions.length > 0 && conditions.every(({ state }) => state === "met") ? "met" : "unknown";
}

/** The conditions that lack something that can be counted. */
export const lacking = (conditions: readonly Condition[]): Condition[] =>
  conditions.filter(({ missing }) => missing !== null && missing > 0);

function models({ effective }: UnitYear, threshold: Threshold | undefined): Condition {
  const missing = threshold && effective !== null ? Math.max(0, threshold.value - effective) : null;
  return {
    key: "models",
    threshold: threshold?.value ?? null,
    required: threshold?.value ?? null,
    now: effective,
    missing,
    state: missing === null ? "unknown" : missing > 0 ? "failing" : "met",
    citation: threshold?.citation ?? null,
  };
}

function ofKind(
  key: "registered" | "recognized",
  kind: CountedKind,
  tally: Tally,
  threshold: Threshold | undefined,
): Condition {
  const known = threshold !== undefined && tally.base > 0;
  const missing = known ? missingOf(tally.base, threshold.value, tally[key]) : null;
  return {
    key,
    kind,
    base: tally.base,
    threshold: threshold?.value ?? null,
    required: known ? leastOf(tally.base, threshold.value) : null,
    now: tally.base > 0 ? tally[key] : null,
    missing,
    state: missing === null ? "unknown" : missing > 0 ? "failing" : "met",
    citation: threshold?.citation ?? null,
  };
}

function discipline({ disciplined }: UnitYear, threshold: Threshold | undefined): Condition {
  const now = disciplined === null ? null : Number(disciplined);
  return {
    key: "discipline",
    threshold: threshold?.value ?? null,
    required: threshold?.value ?? null,
    now,
    missing: null,
    state: now === null || !threshold ? "unknown" : now > threshold.value ? "failing" : "met",
    citation: threshold?.citation ?? null,
  };
}
