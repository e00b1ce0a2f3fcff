import { type Day, earlier, today } from "@/lib/core/days";
import type { Qualifier, UnitFactKind } from "@/prisma/client/enums";

/**
 * A figure as it is typed: "95.516", "26,79", "1.250,5", also "26.79"; undefined when it cannot be read one way
 * only. Points before three digits part thousands.
 */
export function readFigure(typed: string): number | undefined {
  const trimmed = typed.trim();
  const grouped = /^(\d{1,3}(?:[.\u00a0 ]\d{3})+)(?:,(\d{1,2}))?$/.exec(trimmed);
  if (grouped) return Number(`${grouped[1]?.replace(/\D/g, "")}.${grouped[2] ?? "0"}`);
  if (!/^\d+([.,]\d{1,2})?$/.test(trimmed)) return undefined;
  // However long, it is a number still: beyond what any unit has.
  return Math.min(Number(trimmed.replace(",", ".")), Number.MAX_SAFE_INTEGER);
}

/** True of text that holds a tag, an entity or a script: nothing an officer writes about a unit. */
export const holdsMarkup = (text: string): boolean => /<\s*[/!?a-z]|&#?\w+;|javascript:/i.test(text);

// No commune-level unit of the country comes near these; a slip of the pen does.
const bounds: Record<UnitFactKind, { least: number; most: number }> = {
  area: { least: 0.01, most: 1_000 },
  population: { least: 1, most: 1_000_000 },
  households: { least: 1, most: 300_000 },
  guard_teams: { least: 0, most: 500 },
  guard_members: { least: 0, most: 10_000 },
};

/** Beyond this a figure is none of any kind. */
export const greatestFigure = Math.max(...Object.values(bounds).map(({ most }) => most));

/** What is wrong with a figure by itself, as a code; an area has hundredths of km², all others are whole. */
export function factFault(kind: UnitFactKind, value: number): string | undefined {
  const { least, most } = bounds[kind];
  if (kind !== "area" && !Number.isInteger(value)) return "not-a-number";
  if (value < least) return kind === "area" ? "no-area" : `too-small:${least}`;
  return value > most ? `too-large:${most}` : undefined;
}

export type Fact = {
  /** Null = a fact of the reference data or of the decision that formed the unit. */
  id: string | null;
  kind: UnitFactKind;
  value: number;
  qualifier: Qualifier;
  asOf: Day;
  /** Null = the letter that came with the arrangement of 2025. */
  source: string | null;
  note: string | null;
  /** The unit it was recorded for, where that had another name or type and nothing else changed. */
  unitName: string | null;
  version: number;
};

type Known = Pick<Fact, "kind" | "value" | "qualifier">;
const pairs = [
  { larger: "population", smaller: "households", below: "below-households", above: "above-population" },
  { larger: "guard_members", smaller: "guard_teams", below: "below-teams", above: "above-members" },
] as const;

/**
 * What is wrong with a figure beside what holds on its day: fewer people than households, fewer members than teams.
 * "Hơn 95.000" is a lower bound and contradicts nothing above it.
 */
export function factConflict(fact: Known, holding: readonly Known[]): string | undefined {
  for (const { larger, smaller, below, above } of pairs) {
    const other = (kind: UnitFactKind) => holding.find((known) => known.kind === kind);
    const [many, few] = [
      fact.kind === larger ? fact : other(larger),
      fact.kind === smaller ? fact : other(smaller),
    ];
    if (!many || !few || (fact !== many && fact !== few)) continue;
    if (many.qualifier === "at_least" || many.value >= few.value) continue;
    return fact === many ? `${below}:${few.value}` : `${above}:${many.value}`;
  }
  return undefined;
}

/** What holds on a day: of each kind the latest; of several of one day the exact one, then the one recorded last. */
export function holdingFacts(facts: readonly Fact[], day: Day): Map<UnitFactKind, Fact> {
  const holding = new Map<UnitFactKind, Fact>();
  for (const fact of facts) {
    const known = holding.get(fact.kind);
    if (fact.asOf <= day && (!known || fact.asOf > known.asOf)) holding.set(fact.kind, fact);
  }
  return holding;
}

type Validity = { validFrom: Day | null; validTo: Day | null };

/** The day a unit's page shows when its address names none: today, within the unit's own days. */
export function ownDay({ validFrom, validTo }: Validity, now: Day = today()): Day {
  const until = validTo === null ? now : earlier(validTo, now);
  return validFrom !== null && validFrom > until ? validFrom : until;
}

/** Codes of ethnic groups as the form names them, each once, the largest first. */
export const rankedGroups = (ranks: readonly (string | undefined)[]): string[] => [
  ...new Set(ranks.filter((group) => group !== undefined)),
];
