import type { Day } from "@/lib/core/days";
import type { AreaKind } from "@/prisma/client/enums";
import { mergerDecision } from "../reference/lineage";
import { lastFormerDay, mergerDay, referenceUnits } from "../reference/units";
import { later, moment } from "./calendar";
import type { DemoContext } from "./context";
import { residentialAreas as drawn, firstDay } from "./distributions";
import { demoId } from "./identity";
import { chance, pickSeveral, type Random, whole } from "./random";
import type { DemoUnit } from "./units";

export type DemoArea = {
  id: string;
  unitId: number;
  kind: AreaKind;
  name: string;
  validFrom: Day | null;
  validTo: Day | null;
  mergedIntoId: string | null;
  households: number | null;
  population: number | null;
  createdAt: string;
};

/**
 * The rows of residential_area: every unit of today has some, in some units as recorded under the units before it.
 * Those in force have no last day.
 */
export function demoAreas(context: DemoContext): DemoArea[] {
  const current = context.units.on(mergerDay);
  return current.flatMap((unit) => [...areasOf(context, unit), ...renumbered(context, unit)]);
}

/** The rows of residential_area_move: a part of a divided ward went to another unit than its remainder (NQ 1668, khoản 2). */
export function demoAreaMoves(context: DemoContext) {
  const divided = context.units.former(drawn.divided.from);
  const [moved] = demoAreas(context).filter(({ unitId }) => unitId === divided.id);
  if (!moved) return [];
  return [
    {
      areaId: moved.id,
      unitId: context.units.current(drawn.divided.to).id,
      movedOn: mergerDay,
      decision: mergerDecision,
      createdAt: moment(mergerDay, 9, 0),
    },
  ];
}

function areasOf(context: DemoContext, unit: DemoUnit): DemoArea[] {
  const random = context.streams("areas", unit.code);
  const people = peopleOf(unit);
  const count = drawn.exactly[unit.code] ?? countFor(people, random);
  const before = recordedBefore(context, unit, random);
  const kind = kindOf(unit);
  const names = namesFor(unit, kind, count, random);
  const shares = names.map(() => 0.6 + random());
  const sum = shares.reduce((total, share) => total + share, 0);
  const areas = names.map((name, at) => {
    const recorded = before[Math.floor((at * before.length) / names.length)] ?? unit;
    const population = Math.round((people * (shares[at] ?? 1)) / sum / 10) * 10;
    const counted = chance(random, drawn.counted);
    return {
      ...area(recorded, kind, name),
      population: counted ? population : null,
      households: counted ? Math.round(population / drawn.household) : null,
    };
  });
  return merged(context, unit, areas);
}

/** In a few units two areas became one since; the one that ended still says into which. */
function merged(context: DemoContext, unit: DemoUnit, areas: DemoArea[]): DemoArea[] {
  const [first, second] = areas.slice(-2);
  if (
    !(drawn.mergedIn as readonly string[]).includes(unit.code) ||
    !first ||
    !second ||
    drawn.mergedOn >= context.today
  )
    return areas;
  return [...areas.slice(0, -1), { ...second, validTo: drawn.mergedOn, mergedIntoId: first.id }];
}

/** Where the four former wards numbered theirs each from 1, the new ward renumbered them: the old ones ended with their wards. */
function renumbered(context: DemoContext, unit: DemoUnit): DemoArea[] {
  const into = drawn.exactly[unit.code];
  if (!into) return [];
  const kind = kindOf(unit);
  const old = formerUnits(context, unit).flatMap((former) =>
    Array.from({ length: drawn.renumberedEach }, (_, at) => area(former, kind, `${words[kind]} ${at + 1}`)),
  );
  return old.map((each, at) => ({
    ...each,
    validTo: lastFormerDay,
    mergedIntoId: area(unit, kind, `${words[kind]} ${Math.floor((at * into) / old.length) + 1}`).id,
  }));
}

function area(unit: DemoUnit, kind: AreaKind, name: string): DemoArea {
  const validFrom = unit.former ? null : mergerDay;
  return {
    id: demoId("residential area", unit.former ? "former" : "current", unit.code, name),
    unitId: unit.id,
    kind,
    name,
    validFrom,
    validTo: null,
    mergedIntoId: null,
    households: null,
    population: null,
    createdAt: moment(later(mergerDay, firstDay), 9, 0),
  };
}

const words: Record<AreaKind, string> = { zone: "Khu vực", quarter: "Khóm", hamlet: "Ấp", other: "Tổ" };

/** Wards of old Cần Thơ have khu vực, other wards khóm, communes ấp. */
const kindOf = (unit: DemoUnit): AreaKind =>
  unit.type === "commune" ? "hamlet" : unit.region === "can-tho" ? "zone" : "quarter";

const countFor = (people: number, random: Random): number =>
  Math.min(drawn.most, Math.max(drawn.least, Math.round(people / drawn.people) + whole(random, -1, 2)));

/** Numbers, or in many communes two-word names; each once in a unit. */
function namesFor(unit: DemoUnit, kind: AreaKind, count: number, random: Random): string[] {
  if (kind !== "hamlet" || !chance(random, drawn.named))
    return Array.from({ length: count }, (_, at) => `${words[kind]} ${at + 1}`);
  const pairs = drawn.firstWords.flatMap((first) =>
    drawn.secondWords
      .filter((second) => second !== first && `${first} ${second}` !== unit.name)
      .map((second) => [`${words[kind]} ${first} ${second}`, 1] as const),
  );
  return pickSeveral(random, pairs, count);
}

/** The former units under which a unit's areas were recorded; none where they were recorded anew. */
function recordedBefore(context: DemoContext, unit: DemoUnit, random: Random): DemoUnit[] {
  const kept = (drawn.keptIn as readonly string[]).includes(unit.code) || chance(random, drawn.kept);
  return kept && !drawn.exactly[unit.code] ? formerUnits(context, unit) : [];
}

const formerUnits = (context: DemoContext, unit: DemoUnit): DemoUnit[] =>
  context.units.on(lastFormerDay).filter(({ homeCode }) => homeCode === unit.code);

const people = new Map(
  referenceUnits()
    .filter(({ validFrom }) => validFrom)
    .map(({ code, population }) => [code, population]),
);
const peopleOf = (unit: DemoUnit): number => people.get(unit.code) ?? drawn.people * drawn.least;
