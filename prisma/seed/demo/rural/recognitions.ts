import type { Day } from "@/lib/core/days";
import type { RuralLevel } from "@/prisma/client/enums";
import { lastFormerDay } from "../../reference/units";
import { later, moment, yearOf } from "../calendar";
import type { DemoContext } from "../context";
import { rural as drawn, firstDay, stated } from "../distributions";
import { demoDocument, demoId } from "../identity";
import { pick, pickSeveral, type Random, whole } from "../random";
import type { DemoUnit } from "../units";

/** The rows of rural_recognition, lower steps first: 110 / 75 / 19 of the 167 former communes, one inside the other (T1, T2). */
export function demoRuralRecognitions(context: DemoContext) {
  const random = context.streams("rural-standard");
  const communes = context.units.on(lastFormerDay).filter((unit) => unit.type === "commune");
  const standard = climbers(communes, stated.rural.standard, random);
  const advanced = climbers(standard, stated.rural.advanced, random);
  const exemplary = climbers(advanced, stated.rural.exemplary, random);

  const topOf = (unit: DemoUnit): RuralLevel =>
    exemplary.includes(unit) ? "exemplary" : advanced.includes(unit) ? "advanced" : "standard";

  const days = new Map<string, Day>();
  const grant = (level: RuralLevel) => (unit: DemoUnit) => {
    const decisionDate = signingDay(
      level,
      topOf(unit),
      days.get(unit.code),
      context.streams("rural day", unit.code, level),
    );
    days.set(unit.code, decisionDate);
    return {
      id: demoId("rural", unit.code, level),
      unitId: unit.id,
      level,
      criteriaSet: criteriaSetOn(decisionDate),
      // One decision names all communes of a region that reach a step on its day.
      decisionNumber: demoDocument(
        whole(context.streams("rural decision", unit.region, level, decisionDate), 101, 3900),
      ),
      decisionDate,
      validFrom: decisionDate,
      createdAt: moment(later(decisionDate, firstDay), 9, 30),
    };
  };
  return [
    ...standard.map(grant("standard")),
    ...advanced.map(grant("advanced")),
    ...exemplary.map(grant("exemplary")),
  ];
}

/** Which communes reached a step is invented, but for Mỹ Khánh. */
function climbers(communes: readonly DemoUnit[], count: number, random: Random): DemoUnit[] {
  const certain = communes.filter((unit) => unit.code === stated.rural.exemplaryCommune);
  const others = communes
    .filter((unit) => !certain.includes(unit))
    .map((unit) => [unit, drawn.regionWeight[unit.region]] as const);
  return [...certain, ...pickSeveral(random, others, count - certain.length)];
}

/** A day on which decisions are signed, in a later year than the step below. */
function signingDay(level: RuralLevel, top: RuralLevel, below: Day | undefined, random: Random): Day {
  const { from, to } = drawn.years[level];
  const days: Day[] = [];
  for (let year = Math.max(from, below ? yearOf(below) + 1 : from); year <= to[top]; year += 1) {
    days.push(
      ...drawn.signingDays.map((monthDay) => `${year}-${monthDay}`).filter((day) => day <= lastFormerDay),
    );
  }
  return pick(random, days);
}

/** The set of criteria in force: the programme was renewed for 2016–2020 and for 2021–2025. */
function criteriaSetOn(day: Day): string {
  if (day < "2016-11-01") return "2010-2020";
  return day < "2022-01-01" ? "2016-2020" : "2021-2025";
}
