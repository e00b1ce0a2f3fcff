import { type Day, earlier } from "@/lib/core/days";
import type { SafetyKind, SafetyState } from "@/prisma/client/enums";
import { lastFormerDay, mergerDay } from "../reference/units";
import { later, moment, workingDay, yearOf } from "./calendar";
import type { DemoContext } from "./context";
import { safety as drawn } from "./distributions";
import { demoDocument, demoId } from "./identity";
import { chance, pickSeveral, type Random, whole } from "./random";
import { type DemoArea, demoAreaMoves } from "./residential-areas";
import type { DemoUnit } from "./units";
import { cityKeeper, keeperOf } from "./users";

/** Somebody who is considered: of a unit, from and to a day. */
type Subject = {
  id: string;
  kind: SafetyKind;
  unit: DemoUnit;
  /** The unit of today it belongs to. */
  home: DemoUnit;
  validFrom: Day | null;
  validTo: Day | null;
};

/** The rows of safety_subject: agencies, enterprises and schools of every unit of today, some since before the merger. */
export function demoSafetySubjects(context: DemoContext) {
  return context.units.on(mergerDay).flatMap((home) => {
    const random = context.streams("safety subjects", home.code);
    const [least, most] = drawn.subjects;
    const names = (["agencies", "enterprises", "schools"] as const).flatMap((list, at) =>
      drawn[list].map((words) => [{ kind: subjectKinds[at] ?? "agency", words }, 1] as const),
    );
    const former = context.units.on(lastFormerDay).filter(({ homeCode }) => homeCode === home.code);
    return pickSeveral(random, names, whole(random, least, most)).map(({ kind, words }, at) => {
      const unit = chance(random, drawn.before) ? (former[at % former.length] ?? home) : home;
      const ended = chance(random, drawn.ended) && home.code !== drawn.stated.unit;
      const name = `${words} ${/^\d/.test(unit.name) ? unit.fullName : unit.name}`;
      return {
        id: demoId("safety subject", unit.code, unit.former ? "former" : "current", words),
        unitId: unit.id,
        kind,
        name,
        validFrom: unit.former ? "2022-03-01" : mergerDay,
        validTo: ended ? "2026-01-31" : null,
        endReason: ended ? "Không còn hoạt động trên địa bàn" : null,
        createdById: keeperOf(home),
        createdAt: moment(later(mergerDay, "2025-07-15"), 9, 0),
      };
    });
  });
}
const subjectKinds = ["agency", "enterprise", "school"] as const;

type Year = { year: number; home: DemoUnit; random: Random };

/** The rows of safety_record and safety_discipline, year by year up to today's. */
export function demoSafetyYears(
  context: DemoContext,
  areas: readonly DemoArea[],
  subjects: ReturnType<typeof demoSafetySubjects>,
) {
  const byId = new Map(context.units.all.map((unit) => [unit.id, unit]));
  const moved = new Map(demoAreaMoves(context).map(({ areaId, unitId }) => [areaId, byId.get(unitId)]));
  const considered = [...areas.map((area) => ({ ...area, kind: "area" as const })), ...subjects].flatMap(
    ({ id, kind, unitId, validFrom, validTo }): Subject[] => {
      const unit = byId.get(unitId);
      if (!unit) return [];
      return [
        { id, kind, unit, home: moved.get(id) ?? context.units.current(unit.homeCode), validFrom, validTo },
      ];
    },
  );
  const years = Array.from(
    { length: Math.max(0, yearOf(context.today) - drawn.firstYear + 1) },
    (_, at) => drawn.firstYear + at,
  );
  const units = context.units.on(mergerDay);
  const records = years.flatMap((year) =>
    units.flatMap((home) => {
      const random = context.streams("safety", home.code, year);
      const own = considered.filter((subject) => subject.home === home);
      return recordsOf(context, { year, home, random }, own);
    }),
  );
  return { records, disciplines: years.flatMap((year) => disciplinesOf(context, year)) };
}

function recordsOf(context: DemoContext, at: Year, own: Subject[]) {
  const { year, random } = at;
  const complete = isStated(at) || chance(random, drawn.complete);
  let area = 0;
  const rows = own.flatMap((subject) => {
    const registeredOn = registrationDay(subject, year, context.today);
    if (!registeredOn || (!complete && !chance(random, drawn.registered))) return [];
    if (subject.kind === "area") area += 1;
    const state = isStated(at) ? statedState(subject.kind, area) : outcome(random, context, year);
    return [rowOf(context, at, subject, registeredOn, state)];
  });
  return [...rows, ...communesOf(context, at, rows)];
}

const isStated = ({ home, year }: Year) => home.code === drawn.stated.unit && year === drawn.stated.year;

function statedState(kind: SafetyKind, area: number): SafetyState {
  const { recognized, proposed, scored } = drawn.stated;
  if (kind !== "area" || area <= recognized) return "recognized";
  if (area <= recognized + proposed) return "proposed";
  return area <= recognized + proposed + scored ? "scored" : "registered";
}

/** How far a subject came; the running year is under way. */
function outcome(random: Random, context: DemoContext, year: number): SafetyState {
  const past = year < yearOf(context.today);
  if (!chance(random, drawn.meets)) return past ? "scored" : "registered";
  if (!chance(random, drawn.proposed)) return "scored";
  if (chance(random, drawn.recognized[past ? "past" : "running"]))
    return chance(random, drawn.revoked) ? "revoked" : "recognized";
  return past && chance(random, drawn.refused) ? "refused" : "proposed";
}

/** February, or the weeks after the merger for what began with it; undefined when it was not there. */
function registrationDay({ validFrom, validTo }: Subject, year: number, today: Day): Day | undefined {
  const usual = workingDay(`${year}-02-1${year % 9}`);
  const day = validFrom !== null && validFrom > usual ? workingDay(`${validFrom.slice(0, 8)}21`) : usual;
  return yearOf(day) === year && day <= today && (validTo === null || validTo >= day) ? day : undefined;
}

const order: SafetyState[] = ["registered", "scored", "proposed", "recognized", "revoked"];

/** A record as far as it came by today; what lies ahead has not happened. */
function rowOf(
  context: DemoContext,
  { year, home }: Year,
  subject: Subject,
  registeredOn: Day,
  wanted: SafetyState,
) {
  const random = context.streams("safety record", subject.id, year);
  const commune = subject.kind === "commune";
  // One decision of the commune's names all it recognises in a year.
  const shared = context.streams("safety decision", home.code, year);
  const usual = {
    scored: workingDay(`${year}-11-0${whole(random, 2, 5)}`),
    proposed: workingDay(`${year}-11-1${whole(random, 0, 3)}`),
    decided: workingDay(
      commune ? `${year}-12-1${whole(random, 2, 7)}` : `${year}-11-${whole(shared, 18, 23)}`,
    ),
    revoked: workingDay(`${year}-12-${whole(random, 20, 27)}`),
  };
  const days = home.code === drawn.stated.unit && year === drawn.stated.year ? drawn.stated.days : usual;
  const until = earlier(context.today, subject.validTo ?? context.today);
  const dayOf = (state: SafetyState): Day =>
    state === "registered"
      ? registeredOn
      : days[state === "recognized" || state === "refused" ? "decided" : (state as "scored")];
  const happened = (state: SafetyState): boolean => dayOf(state) <= until;
  const state = happened(wanted)
    ? wanted
    : (order.slice(0, order.indexOf(wanted === "refused" ? "recognized" : wanted)).findLast(happened) ??
      "registered");
  const reached = (step: SafetyState) =>
    order.indexOf(state === "refused" ? "recognized" : state) >= order.indexOf(step);
  const decided = reached("recognized");
  const unit = subject.unit.former && registeredOn >= mergerDay ? home : subject.unit;
  const last =
    state === "revoked"
      ? days.revoked
      : decided
        ? days.decided
        : reached("proposed")
          ? days.proposed
          : reached("scored")
            ? days.scored
            : registeredOn;
  const meets = wanted !== "scored" || chance(random, 0.4);
  return {
    id: demoId("safety record", subject.id, year),
    year,
    kind: subject.kind,
    unitId: unit.id,
    areaId: subject.kind === "area" ? subject.id : null,
    subjectId: subject.kind === "area" || commune ? null : subject.id,
    state,
    registeredOn,
    scoredOn: reached("scored") ? days.scored : null,
    score: reached("scored") ? (meets ? whole(random, 82, 99) : whole(random, 48, 69)) : null,
    selfMet: reached("scored") ? meets : null,
    proposedOn: reached("proposed") ? days.proposed : null,
    decisionNumber: decided ? demoDocument(100 + (home.id % 700) + (commune ? 900 : 0)) : null,
    decidedOn: decided ? days.decided : null,
    decidedBy: decided ? (commune ? "Chủ tịch UBND thành phố Cần Thơ" : signerOf(unit)) : null,
    revokedOn: state === "revoked" ? days.revoked : null,
    reason:
      state === "revoked"
        ? "Xảy ra vụ việc phức tạp về an ninh, trật tự sau khi công nhận"
        : state === "refused"
          ? "Hồ sơ chưa đủ minh chứng theo tiêu chí"
          : null,
    writtenById: commune && decided ? cityKeeper : keeperOf(home),
    createdAt: moment(registeredOn, 9, 0),
    updatedAt: moment(earlier(last, context.today), 15, 0),
  };
}

const signerOf = ({ fullName }: DemoUnit) =>
  `Chủ tịch UBND ${fullName.charAt(0).toLowerCase()}${fullName.slice(1)}`;

type Row = ReturnType<typeof rowOf>;

/** The communes themselves: those that were there at the end of the year, recognised where enough in them was. */
function communesOf(context: DemoContext, at: Year, rows: readonly Row[]): Row[] {
  const { year, home } = at;
  const there = context.units.on(`${year}-12-31`).filter(({ homeCode }) => homeCode === home.code);
  const recognized = rows.filter(({ state }) => state === "recognized").length;
  const past = year < yearOf(context.today);
  const enough = recognized * 10 >= rows.length * 7;
  return there.flatMap((unit) => {
    const subject = {
      id: demoId("commune", unit.code, unit.former ? "former" : "current"),
      kind: "commune" as const,
      unit,
      home,
      validFrom: unit.former ? null : mergerDay,
      validTo: null,
    };
    const registeredOn = registrationDay(subject, year, context.today);
    if (!registeredOn) return [];
    return [
      rowOf(
        context,
        at,
        subject,
        registeredOn,
        enough ? (past ? "recognized" : "scored") : past ? "scored" : "registered",
      ),
    ];
  });
}

/** Whether somebody of a unit's police was disciplined: entered after the year, so the running one is open. */
function disciplinesOf(context: DemoContext, year: number) {
  if (year >= yearOf(context.today)) return [];
  return context.units.on(`${year}-12-31`).flatMap((unit) => {
    const random = context.streams("safety discipline", unit.code, year);
    if (!chance(random, drawn.disciplineKnown)) return [];
    return [
      {
        unitId: unit.id,
        year,
        disciplined: chance(random, drawn.disciplined),
        source: `Kết luận cuối năm ${year} của Phòng Tổ chức cán bộ (minh họa)`,
        writtenById: cityKeeper,
        updatedAt: moment(`${year}-12-28`, 9, 0),
      },
    ];
  });
}
