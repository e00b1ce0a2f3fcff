import type { Day } from "@/lib/core/days";
import { mergerDay, referenceUnits } from "../reference/units";
import { moment } from "./calendar";
import type { DemoContext } from "./context";
import { stated } from "./distributions";
import { demoId } from "./identity";
import { chance, type Random, whole } from "./random";
import type { DemoUnit, Region } from "./units";

/** When units reported; what they said the first time and a year later. */
const rounds: { on: Day; number: number }[] = [
  { on: "2025-07-15", number: 12 },
  { on: "2026-06-30", number: 48 },
];

type Fact = { kind: string; value: number; qualifier: string; asOf: Day; source: string };

/** The rows of unit_fact, unit_post and unit_profile: invented, but for what the article of August 2025 says of Phú Lợi. */
export function demoProfiles(context: DemoContext) {
  const units = context.units.on(mergerDay);
  const people = new Map(
    referenceUnits()
      .filter(({ validFrom }) => validFrom)
      .map(({ code, population }) => [code, population]),
  );
  return {
    facts: units.flatMap((unit) =>
      [...reported(context, unit, people.get(unit.code) ?? 24_000), ...article(unit)]
        .filter(({ asOf }) => asOf <= context.today)
        .map((fact) => ({
          ...fact,
          id: demoId("unit fact", unit.code, fact.kind, fact.asOf),
          unitId: unit.id,
          createdAt: moment(fact.asOf, 10, 0),
          version: 1,
        })),
    ),
    posts: units.flatMap((unit) =>
      posts(context.streams("posts", unit.code), unit).map(([title, holder, since, until]) => ({
        id: demoId("unit post", unit.code, title, since),
        unitId: unit.id,
        title,
        holder,
        since,
        until,
        source: "Dữ liệu minh họa",
        createdAt: moment(since, 10, 0),
        version: 1,
      })),
    ),
    profiles: units.map((unit) => ({
      unitId: unit.id,
      ethnicGroups: groupsOf(unit),
      introduction:
        unit.code === stated.phuLoi.code
          ? "Hình thành từ Phường 1, 2, 3 và 4 của thành phố Sóc Trăng; người Kinh, Hoa, Khmer cùng sinh sống."
          : null,
      updatedAt: moment(mergerDay, 10, 0),
      version: 1,
    })),
  };
}

/** Households and the guard teams of every unit; one in ten has not reported for a second time. */
function reported({ streams }: DemoContext, { code }: DemoUnit, population: number): Fact[] {
  const random = streams("unit facts", code);
  const households = population / (3.5 + random() * 0.6);
  const teams = Math.max(3, Math.round(population / (2_200 + random() * 1_200)));
  const members = teams * whole(random, 3, 5);
  const told = rounds.filter((_, round) => round === 0 || !chance(random, 0.1));
  return told.flatMap(({ on, number }, round) => {
    const fact = (kind: string, value: number): Fact => ({
      kind,
      value: Math.round(value),
      qualifier: "exact",
      asOf: on,
      source: `Báo cáo ${number}/BC-MH (minh họa)`,
    });
    const grown = 1 + round * 0.012;
    return [
      fact("households", households * grown),
      fact("guard_teams", teams),
      fact("guard_members", members + round * whole(random, 0, 4)),
    ];
  });
}

/** What the article of 11/08/2025 says of Phú Lợi stands beside the letter's 26,79 km² and 95.516 people (T7, T10). */
function article({ code }: DemoUnit): Fact[] {
  if (code !== stated.phuLoi.code) return [];
  const told = { asOf: stated.phuLoi.to, source: "Bài báo về Ngày hội tại phường Phú Lợi, 11/08/2025" };
  return [
    { kind: "area", value: 26.9, qualifier: "exact", ...told },
    { kind: "population", value: 95_000, qualifier: "at_least", ...told },
  ];
}

type PostRow = [title: string, holder: string, since: Day, until: Day | null];

/** Nobody of these exists: the names are numbers. */
function posts(random: Random, { type, code }: DemoUnit): PostRow[] {
  const kind = type === "ward" ? "phường" : "xã";
  const person = (number: number) => `Nhân vật minh họa ${code}-${number}`;
  const changed: Day = "2026-03-31";
  const head = `Trưởng Công an ${kind}`;
  const heads: PostRow[] = chance(random, 0.25)
    ? [
        [head, person(1), mergerDay, changed],
        [head, person(4), "2026-04-01", null],
      ]
    : [[head, person(1), mergerDay, null]];
  return [
    [`Chủ tịch Ủy ban nhân dân ${kind}`, person(3), mergerDay, null],
    ...heads,
    [`Phó Trưởng Công an ${kind}`, person(2), mergerDay, null],
  ];
}

const byRegion: Record<Region, string[]> = {
  "can-tho": ["kinh", "hoa", "khmer"],
  "soc-trang": ["kinh", "khmer", "hoa"],
  "hau-giang": ["kinh", "khmer"],
};
const groupsOf = ({ code, region }: DemoUnit): string[] =>
  code === stated.phuLoi.code ? ["kinh", "hoa", "khmer"] : byRegion[region];
