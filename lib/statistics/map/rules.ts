import type { Qualifier } from "@/prisma/client/enums";
import type { MapFigure } from "./catalog";
import type { MapView } from "./schema";

/**
 * What a unit has: a number; nothing, as it declared (T17); no data; nothing of the kind that could be counted, such
 * as communes in a unit that never had any; or a number the reader may not see (S18).
 */
export type UnitState = "counted" | "nil" | "none" | "inapplicable" | "hidden";
export type MapValue = {
  state: UnitState;
  value: number | null;
  /** A lower bound: "hơn". */
  atLeast?: boolean;
  /** An estimate, or a quotient by what is only known that way: "khoảng". */
  about?: boolean;
  base?: number;
};

/** How sure a value is, as the screen says it. */
export const qualifierOf = ({ atLeast, about }: MapValue): Qualifier =>
  about ? "about" : atLeast ? "at_least" : "exact";

/** From a least to a greatest value, both included, as they are written; ascending, none in two. */
export type MapClass = { from: number; to: number; units: number };

/** As the screen writes it: classes are cut at numbers that can be read there. */
export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/**
 * Classes of values for a map. Equal values are never parted, so quantiles with many of them are fewer than asked;
 * none stands in a class of its own, and so does every value where there are no more of them than classes.
 * Every value lies in one class; empty ones are kept only where their borders were asked for.
 */
export function classesOf(
  given: readonly number[],
  { classes, count, breaks }: Pick<MapView, "classes" | "count" | "breaks">,
  digits: number,
): MapClass[] {
  const values = given.map((value) => rounded(value, digits)).sort((a, b) => a - b);
  const [least, most] = [values[0], values.at(-1)];
  if (least === undefined || most === undefined) return [];
  const distinct = [...new Set(values)];
  const apart = least === 0 && classes !== "manual" ? [0] : [];
  const rest = values.slice(apart.length === 0 ? 0 : values.lastIndexOf(0) + 1);
  const [first = most, parts] = [rest[0], Math.max(1, count - apart.length)];
  const starts = {
    quantile: () =>
      Array.from(
        { length: parts },
        (_, index) => rest[Math.min(rest.length - 1, Math.ceil((index * rest.length) / parts))] ?? most,
      ),
    equal: () =>
      Array.from({ length: parts }, (_, index) => rounded(first + ((most - first) * index) / parts, digits)),
    manual: () => [Math.min(least, ...breaks), ...breaks.map((border) => rounded(border, digits))],
  };
  const each = classes === "quantile" && distinct.length <= count;
  const borders = [...new Set(each ? distinct : [...apart, ...starts[classes]()])].sort((a, b) => a - b);
  const step = 10 ** -digits;
  return borders
    .map((from, index): MapClass => {
      const next = borders[index + 1];
      const end = next === undefined ? Math.max(most, from) : rounded(next - step, digits);
      const inside = values.filter((value) => value >= from && value <= end);
      // Up to what was really met, where no border was asked for.
      const met = classes === "quantile" || (apart.length > 0 && from === 0);
      return { from, to: met ? (inside.at(-1) ?? end) : end, units: inside.length };
    })
    .filter(({ units }) => units > 0 || classes === "manual");
}

/** The place of a value's class, from 0; -1 when it has none. */
export const classAt = (classes: readonly MapClass[], value: number, digits: number): number => {
  const written = rounded(value, digits);
  return classes.findIndex(({ from, to }) => written >= from && written <= to);
};

// Steps of the sequential scale, 1 the palest; few classes lie far apart, so that they differ in grey as well.
const steps = [[], [4], [2, 5], [2, 4, 6], [2, 3, 5, 6], [2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]] as const;

/** The step of the scale a class is drawn in. */
export const stepOf = (index: number, classes: number): number => steps[Math.min(classes, 6)]?.[index] ?? 6;

/** Radii of bubbles: areas are to each other as the values are; 0 is no bubble. */
export const bubbleRadius = (value: number, most: number, greatest: number): number =>
  most <= 0 || value <= 0 ? 0 : Math.max(3, Math.round(greatest * Math.sqrt(value / most)));

/** What the sums of a ratio's parts come to; null where there is no base. */
export const ratio = (above: number, base: number, per: number): number | null =>
  base > 0 ? (above / base) * per : null;

export type Ranked = { name: string } & MapValue;

/** Numbers from the greatest down, then who declared that there were none, then who said nothing. */
export function byValue(a: Ranked, b: Ranked): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    (b.value ?? 0) - (a.value ?? 0) ||
    a.name.localeCompare(b.name, "vi")
  );
}
const order: UnitState[] = ["counted", "nil", "none", "inapplicable", "hidden"];

/** What is counted in a unit, as far as a group of figures needs it; what was not counted is absent. */
export type Counted = {
  sessions?: number;
  attendances?: number;
  atLeast?: number;
  entries?: number;
  declared?: boolean;
  points?: number;
  models?: number;
  teams?: number;
  teamsUnknown?: number;
  members?: number;
  membersUnknown?: number;
  awards?: number;
  communes?: number;
  standard?: number;
  advanced?: number;
  exemplary?: number;
  population?: number | null;
  populationQualifier?: Qualifier | null;
  area?: number | null;
  areaQualifier?: Qualifier | null;
};

const none: MapValue = { state: "none", value: null };
const counted = (value: number, atLeast = false): MapValue => ({
  state: "counted",
  value,
  ...(atLeast && { atLeast }),
});

const sure = (value: MapValue, qualifier: Qualifier): MapValue => ({
  ...value,
  ...(qualifier === "at_least" && { atLeast: true }),
  ...(qualifier === "about" && { about: true }),
});

/** The least sure of the units' people or areas: any "khoảng" makes a sum about, any "hơn" a lower bound (T7). */
function surenessOf(part: "population" | "area", units: readonly Counted[]): Qualifier {
  const told = new Set(units.map((unit) => unit[`${part}Qualifier`]));
  return told.has("about") ? "about" : told.has("at_least") ? "at_least" : "exact";
}

/** By what is not known exactly a quotient is an estimate: beside a lower bound it would be an upper one. */
const surenessBy = (part: "population" | "area", units: readonly Counted[]): Qualifier =>
  surenessOf(part, units) === "exact" ? "exact" : "about";

const densitySureness = (units: readonly Counted[]): Qualifier =>
  surenessBy("area", units) === "exact" ? surenessOf("population", units) : "about";

/** A unit's value of a figure from what was counted in it. */
export function unitValue(figure: MapFigure, unit: Counted): MapValue {
  switch (figure) {
    case "sessions":
    case "attendances":
    case "sessions-per-10k":
      return sessionValue(figure, unit);
    case "teams":
      return sizeValue(unit.points, unit.teams, unit.teamsUnknown);
    case "members":
      return sizeValue(unit.points, unit.members, unit.membersUnknown);
    case "points":
    case "models":
    case "awards":
      return counted(unit[figure] ?? 0);
    case "population":
    case "area": {
      const known = unit[figure];
      return typeof known === "number" ? sure(counted(known), surenessOf(figure, [unit])) : none;
    }
    case "density": {
      const { population, area } = unit;
      const value =
        typeof population === "number" && typeof area === "number" ? ratio(population, area, 1) : null;
      return value === null ? none : sure(counted(value), densitySureness([unit]));
    }
    default:
      return standingValue(figure, unit);
  }
}

/** Whatever was logged wins over what was declared; broadcasts are something logged, too. */
function sessionValue(figure: "sessions" | "attendances" | "sessions-per-10k", unit: Counted): MapValue {
  const { sessions = 0, attendances = 0, atLeast = 0, population } = unit;
  const state = (unit.entries ?? 0) > 0 ? "counted" : unit.declared ? "nil" : "none";
  if (state === "none") return none;
  if (figure === "sessions") return { state, value: sessions };
  if (figure === "attendances") return { state, value: attendances, ...(atLeast > 0 && { atLeast: true }) };
  const value = typeof population === "number" ? ratio(sessions, population, 10_000) : null;
  // None among any number of people is exactly none.
  return value === null
    ? none
    : sure({ state, value }, value === 0 ? "exact" : surenessBy("population", [unit]));
}

/** A figure that a point never gave is not nil: with some missing the sum is a lower bound, with all there is none. */
function sizeValue(points = 0, sum = 0, unknown = 0): MapValue {
  if (points > 0 && unknown === points) return none;
  return counted(sum, unknown > 0);
}

function standingValue(figure: StandingFigure, unit: Counted): MapValue {
  const base = unit.communes ?? 0;
  if (base === 0) return { state: "inapplicable", value: null };
  const reached = unit[figure.replace("-share", "") as "standard" | "advanced" | "exemplary"] ?? 0;
  return { ...counted(figure.endsWith("-share") ? reached / base : reached), base };
}
type StandingFigure = Extract<MapFigure, `${"standard" | "advanced" | "exemplary"}${string}`>;

/**
 * What all units come to. Counts are those of the whole, which knows what counts in several units once; ratios are
 * recomputed from the sums of the units that have both parts.
 */
export function totalOf(figure: MapFigure, whole: Counted, units: readonly Counted[]): MapValue {
  const sum = (list: readonly Counted[], part: keyof Counted) =>
    list.reduce((total, unit) => total + Number(unit[part] ?? 0), 0);
  const having = (...parts: (keyof Counted)[]) =>
    units.filter((unit) => parts.every((part) => typeof unit[part] === "number"));
  switch (figure) {
    case "sessions-per-10k": {
      const known = having("population").filter((unit) => unitValue("sessions", unit).state !== "none");
      const value = ratio(sum(known, "sessions"), sum(known, "population"), 10_000);
      return value === null ? none : sure(counted(value), surenessBy("population", known));
    }
    case "density": {
      const known = having("population", "area");
      const value = ratio(sum(known, "population"), sum(known, "area"), 1);
      return value === null ? none : sure(counted(value), densitySureness(known));
    }
    case "population":
    case "area": {
      const known = having(figure);
      const value = counted(sum(known, figure), known.length < units.length);
      return known.length === 0 ? none : sure(value, surenessOf(figure, known));
    }
    default:
      // Nothing logged anywhere is nil only where everybody said so.
      return unitValue(figure, {
        ...whole,
        declared: units.length > 0 && units.every(({ declared }) => declared),
      });
  }
}
