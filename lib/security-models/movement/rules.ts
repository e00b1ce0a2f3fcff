import { type Column, type Entry, type Exit, type Group, type Measure, signs, ungrouped } from "./catalog";

type Size = { in: number; out: number; inUnknown: number; outUnknown: number };
type Class = { block: string; fields: string[]; principles: string[] };

/**
 * So many points, or models, of one class that came into the period and left it in the same way, with the teams
 * and members they came in with and went out with. Everything in force on any day from the eve of the period to
 * its last day is in exactly one of these, which is why the equation holds: both sides count the same stays.
 */
export type Stays = Class & {
  of: "models" | "points";
  entry: Entry;
  exit: Exit;
  count: number;
  teams: Size;
  members: Size;
};

/** What running points gained and lost within the period. */
export type Changes = Class & Record<"teams" | "members", { up: number; down: number }>;
export type Movement = { stays: Stays[]; changes: Changes[] };

/** A figure and how many of its points gave none: those count as 0, and it is a lower bound (T17). */
export type Cell = { value: number; unknown: number };
export type Line = Record<Column, Cell>;

/** The six figures of a measure; a change of size at a running point is new or removed. */
export function lineOf({ stays, changes }: Movement, measure: Measure): Line {
  const line = emptyLine();
  const counted = measure === "models" ? "models" : "points";
  const sized = measure === "teams" || measure === "members" ? measure : undefined;
  for (const stay of stays) {
    if (stay.of !== counted) continue;
    const size = sized ? stay[sized] : { in: stay.count, out: stay.count, inUnknown: 0, outUnknown: 0 };
    add(line[stay.entry], size.in, size.inUnknown);
    add(line[stay.exit], size.out, size.outUnknown);
  }
  for (const change of sized ? changes : []) {
    add(line.new, change[sized as "teams"].up, 0);
    add(line.removed, change[sized as "teams"].down, 0);
  }
  return line;
}

function emptyLine(): Line {
  const cell = (): Cell => ({ value: 0, unknown: 0 });
  return {
    opening: cell(),
    new: cell(),
    replicated: cell(),
    merged: cell(),
    removed: cell(),
    closing: cell(),
  };
}

function add(cell: Cell, value: number, unknown: number) {
  cell.value += value;
  cell.unknown += unknown;
}

/** What the equation leaves over: opening + new + replicated − merged − removed − closing, which is 0. */
export const leftOver = (line: Line): number =>
  (Object.keys(signs) as (keyof typeof signs)[]).reduce(
    (sum, column) => sum + signs[column] * line[column].value,
    -line.closing.value,
  );

/** The values of a group that a model lies in; one that names none lies in `ungrouped`. */
function valuesOf(model: Class, group: Group): string[] {
  if (group === "block") return [model.block];
  const values = group === "field" ? model.fields : model.principles;
  return values.length > 0 ? values : [ungrouped];
}

/** A measure told apart by a group: the values given in their order, fields without anything left out, and what names none behind them. */
export function linesOf(
  { stays, changes }: Movement,
  measure: Measure,
  group: Group,
  values: readonly string[],
): { value: string; line: Line }[] {
  const isInside = (value: string) => (model: Class) => valuesOf(model, group).includes(value);
  return [...values, ungrouped].flatMap((value) => {
    const inside = { stays: stays.filter(isInside(value)), changes: changes.filter(isInside(value)) };
    const isShown = inside.stays.length > 0 || (group !== "field" && value !== ungrouped);
    return isShown ? [{ value, line: lineOf(inside, measure) }] : [];
  });
}
