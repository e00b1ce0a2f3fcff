import { addDays, type Day, earlier } from "@/lib/core/days";
import { leaves } from "@/lib/rural-standard/findings/rules";
import type { FindingResult, RuralLevel } from "@/prisma/client/enums";
import { referenceCriteria } from "../../reference/lists";
import { lastFormerDay } from "../../reference/units";
import { later, moment, yearOf } from "../calendar";
import type { DemoContext } from "../context";
import { demoDocument, demoId } from "../identity";
import { chance, pick, type Random, whole } from "../random";
import type { DemoUnit } from "../units";
import { cityKeeper, demoUserId } from "../users";
import type { demoRuralRecognitions } from "./recognitions";

type Recognitions = ReturnType<typeof demoRuralRecognitions>;
type Leaf = { id: string; level: RuralLevel | null; code: string; isSecurity: boolean };
type Review = {
  unit: DemoUnit;
  day: Day;
  criteria: readonly Leaf[];
  result: (criterion: Leaf) => FindingResult | null;
  /** A ward's own findings wait for the city. */
  byWard?: boolean;
};

/** First and last day of the sets, as far as the demo judges by them. */
const rural2021 = { key: "2021-2025", from: "2022-01-01" as Day, until: "2026-02-14" as Day };
const rural2026 = { key: "2026-2030", from: "2026-02-15" as Day };
const urban = { key: "do-thi-2022" };
const steps = ["standard", "advanced", "exemplary"] as const satisfies readonly RuralLevel[];

/** The rows of criterion_finding: a commune that has a step meets all its criteria, the others lack some. */
export function demoFindings(context: DemoContext, recognitions: Recognitions, wards: ReadonlySet<number>) {
  return [
    ...formerCommunes(context, recognitions),
    ...currentCommunes(context),
    ...currentWards(context, wards),
  ].flatMap((review) => rowsOf(context, review));
}

function formerCommunes({ units, streams }: DemoContext, recognitions: Recognitions): Review[] {
  const all = leavesOf(rural2021.key);
  const granted = new Map(recognitions.map((row) => [`${row.unitId} ${row.level}`, row.decisionDate]));
  return units
    .on(lastFormerDay)
    .filter(({ type }) => type === "commune")
    .flatMap((unit) => {
      const random = streams("rural findings", unit.code);
      const held = steps.filter((level) => granted.has(`${unit.id} ${level}`));
      const criteria = (level: RuralLevel) => all.filter((leaf) => leaf.level === level);
      const reviews: Review[] = held.map((level) => ({
        unit,
        // Judged shortly before the decision; what was decided by an older set was judged anew by this one.
        day: later(
          addDays(granted.get(`${unit.id} ${level}`) ?? rural2021.from, -whole(random, 20, 45)),
          reviewDay(2022, random),
        ),
        criteria: criteria(level),
        result: () => "met",
      }));
      const next = steps[held.length];
      if (next && chance(random, 0.85))
        reviews.push({
          unit,
          day: reviewDay(2024, random),
          criteria: criteria(next),
          result: partly(random, criteria(next)),
        });
      const security = criteria("standard").filter(({ isSecurity }) => isSecurity);
      const safe = held.length > 0;
      for (const year of [2023, 2024])
        reviews.push({
          unit,
          day: `${year}-12-${whole(random, 10, 24)}`,
          criteria: security,
          result: () => (safe || chance(random, 0.8) ? "met" : "not_met"),
        });
      return reviews;
    });
}

/** Communes of today: the year's security by the old set, then a first look by the new one. */
function currentCommunes({ units, today, streams }: DemoContext): Review[] {
  const former = leavesOf(rural2021.key).filter(
    ({ level, isSecurity }) => level === "standard" && isSecurity,
  );
  const now = leavesOf(rural2026.key);
  return units
    .on(later(today, rural2026.from))
    .filter(({ type }) => type === "commune")
    .flatMap((unit) => {
      const random = streams("rural findings", unit.code, "now");
      const reviews: Review[] = [
        {
          unit,
          day: `2025-12-${whole(random, 10, 24)}`,
          criteria: former,
          result: () => (chance(random, 0.93) ? "met" : "not_met"),
        },
      ];
      if (chance(random, 0.75)) {
        const day = addDays("2026-03-10", whole(random, 0, 160));
        reviews.push({ unit, day, criteria: now, result: partly(random, now), byWard: chance(random, 0.3) });
      }
      return reviews.filter(({ day }) => day <= today);
    });
}

function currentWards({ units, today, streams }: DemoContext, wards: ReadonlySet<number>): Review[] {
  const criteria = leavesOf(urban.key);
  return units
    .on(later(today, rural2026.from))
    .filter(({ type }) => type === "ward")
    .flatMap((unit): Review[] => {
      const random = streams("urban findings", unit.code);
      const day = `2025-11-${whole(random, 10, 28)}`;
      if (wards.has(unit.id)) return [{ unit, day, criteria, result: () => "met" }];
      const byWard = unit.code === "31510";
      return byWard || chance(random, 0.6)
        ? [{ unit, day, criteria, result: partly(random, criteria), byWard }]
        : [];
    })
    .filter(({ day }) => day <= today);
}

/** The criteria of a set that are judged themselves. */
const leavesOf = (key: string) =>
  leaves(
    referenceCriteria()
      .filter(({ setKey }) => setKey === key)
      .map(({ communeGroup: group, ...criterion }) => ({ ...criterion, group })),
  );

/** Most are met; at least one is not, and some nobody looked at yet. */
function partly(random: Random, criteria: readonly Leaf[]): Review["result"] {
  const lacking = pick(random, criteria);
  return (criterion) => {
    const drawn = random();
    if (criterion === lacking) return drawn < 0.6 ? "not_met" : null;
    if (drawn < 0.78) return "met";
    return drawn < 0.9 ? null : "not_met";
  };
}

const reviewDay = (year: number, random: Random): Day =>
  earlier(`${year}-${pick(random, ["04", "05", "09", "11"])}-${whole(random, 10, 28)}`, lastFormerDay);

function rowsOf({ today }: DemoContext, { unit, day, criteria, result, byWard = false }: Review) {
  const number = [...unit.code].reduce((sum, digit) => sum * 3 + Number(digit), yearOf(day)) % 900;
  const createdAt = moment(earlier(addDays(day, 3), today), 10, 15);
  const entry = ["finding", unit.code, String(unit.former), day, criteria[0]?.level ?? "urban"];
  return criteria.flatMap((criterion) => {
    const found = result(criterion);
    if (found === null) return [];
    return [
      {
        id: demoId(...(entry as [string]), criterion.id),
        entryId: demoId(...(entry as [string])),
        unitId: unit.id,
        criterionId: criterion.id,
        result: found,
        judgedOn: day,
        documentNumber: demoDocument(10 + number, "BB"),
        documentDate: day,
        note:
          found === "not_met" && criterion.isSecurity
            ? "Chưa đạt một chỉ tiêu về an ninh, trật tự trong năm"
            : null,
        recordedById: byWard ? (unit.code === "31510" ? demoUserId("phuloi") : null) : cityKeeper,
        createdAt,
        confirmedById: byWard ? null : cityKeeper,
        confirmedAt: byWard ? null : createdAt,
      },
    ];
  });
}
