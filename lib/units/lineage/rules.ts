import type { Day } from "@/lib/core/days";
import type { SuccessionKind } from "@/prisma/client/enums";
import { existedOn } from "../rules";

export type LineageUnit = {
  id: number;
  code: string;
  fullName: string;
  district: string | null;
  validFrom: Day | null;
  validTo: Day | null;
  /** The reader may open it. */
  inReach: boolean;
};
export type LineageEdge = {
  from: number;
  to: number;
  kind: SuccessionKind;
  on: Day;
  clause: string | null;
  decision: string;
  /** The part of the former unit that passed on, 0–1; null = unknown. */
  share: number | null;
  note: string | null;
};
export type Lineage = { units: LineageUnit[]; edges: LineageEdge[] };

/** Where there was no such unit on a day: those it came from before its first day, those it went into after its last. */
export function relativesOn({ units, edges }: Lineage, id: number, day: Day): LineageUnit[] {
  const unit = units.find((known) => known.id === id);
  if (!unit || existedOn(unit, day)) return [];
  const before = unit.validFrom !== null && day < unit.validFrom;
  const found = new Set<number>([id]);
  for (const at of found)
    for (const { from, to } of edges) if (before ? to === at : from === at) found.add(before ? from : to);
  return units.filter((known) => found.has(known.id) && existedOn(known, day));
}

/** A branch of the nested list: a unit, how it is joined to the one above, and what else that unit's division or merger touched. */
export type LineageBranch = {
  unit: LineageUnit;
  edge: LineageEdge;
  others: LineageEdge[];
  branches: LineageBranch[];
};

/** What a unit came from (`back`) or went into, and so on; edges lead forward in time, so that it ends. */
export function branchesOf(lineage: Lineage, id: number, back: boolean): LineageBranch[] {
  // In the order of the units, which is that of their names.
  return lineage.units.flatMap((unit) => {
    const next = unit.id;
    const edge = lineage.edges.find(({ from, to }) =>
      back ? to === id && from === next : from === id && to === next,
    );
    if (!edge) return [];
    const others = lineage.edges.filter(
      (other) => other !== edge && (back ? other.from === next : other.to === next),
    );
    return [{ unit, edge, others, branches: branchesOf(lineage, next, back) }];
  });
}

/**
 * The generation of each unit: one more than the latest it came from; who came from nowhere stands right before its
 * first successor, so that lines stay short. Edges in the order of time visit forerunners first.
 */
export function generationsOf({ units, edges }: Lineage): Map<number, number> {
  const generation = new Map(units.map(({ id }) => [id, 0]));
  const at = (id: number) => generation.get(id) ?? 0;
  for (const { from, to } of edges.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
    generation.set(to, Math.max(at(to), at(from) + 1));
  for (const { id } of units) {
    if (edges.some(({ to }) => to === id)) continue;
    const next = edges.filter(({ from }) => from === id).map(({ to }) => at(to));
    if (next.length > 0) generation.set(id, Math.min(...next) - 1);
  }
  return generation;
}

/** The days on which something of a lineage changed, in order. */
export const changeDays = ({ edges }: Lineage): Day[] => [...new Set(edges.map(({ on }) => on))].sort();

/** Where a unit's slider of days begins: with the year of the first change, or of the unit's own first day. */
export function firstShownDay(lineage: Lineage, id: number): Day {
  const first =
    changeDays(lineage)[0] ?? lineage.units.find((unit) => unit.id === id)?.validFrom ?? "2025-01-01";
  return `${first.slice(0, 4)}-01-01`;
}
