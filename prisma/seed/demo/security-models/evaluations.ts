import { addDays, type Day } from "@/lib/core/days";
import { type Period, parsePeriod, periodLabel, yearOf } from "@/lib/core/periods";
import { defaultCriteria, evaluationWords } from "@/lib/security-models/evaluations/messages";
import { type Criterion, isAsked, type Scores, scoreKeys } from "@/lib/security-models/evaluations/rules";
import { usualDue } from "@/lib/security-models/evaluations/schema";
import { moment } from "../calendar";
import type { DemoContext } from "../context";
import { ratings as drawn } from "../distributions";
import { demoId } from "../identity";
import { chance, pick, picker, type Random, whole } from "../random";
import type { DemoUnit } from "../units";
import { demoUserId, keeperOf } from "../users";
import type { PointRow } from "./points";

type Rating = { pointId: string; ratedOn: Day; unitId: number; grade: string };
type State = "none" | "proposed" | "returned" | "confirmed";

const criteria: Criterion[] = defaultCriteria.vi.map((row, at) => ({ key: scoreKeys[at] ?? "c8", ...row }));
const thresholds = [
  { grade: "effective", least: 80 },
  { grade: "average", least: 50 },
  { grade: "poor", least: 0 },
];
const fateOf = picker(drawn.underWay);
const returnReasons = [
  "Thiếu căn cứ cho kết quả phòng ngừa, bổ sung số tin báo trong kỳ",
  "Điểm hồ sơ chưa khớp biên bản kiểm tra, rà soát lại",
  "Chưa nêu số buổi sinh hoạt trong kỳ",
];
const evidences = [
  "Duy trì họp định kỳ, có sổ ghi chép; tiếp nhận và chuyển đầy đủ tin báo của người dân",
  "Tổ chức tuyên truyền hằng quý, người dân tham gia đông, không để xảy ra vụ việc phức tạp",
  "Hồ sơ đầy đủ; có phối hợp với tổ bảo vệ an ninh trật tự ở cơ sở",
];
const apart = "Hoạt động không đều giữa các tháng, căn cứ biên bản kiểm tra cuối kỳ";

/**
 * The campaigns of the half-years whose ratings there are, with the sheet behind each rating, and one more that is
 * under way: its confirmed sheets repeat the point's last grade, so that no count of grades moves.
 */
export function demoEvaluations(
  context: DemoContext,
  points: readonly PointRow[],
  ratings: readonly Rating[],
) {
  const byId = new Map(points.map((point) => [point.id, point]));
  const days = [...new Set(ratings.map(({ ratedOn }) => ratedOn))].sort();
  const past = days.map((day) => campaignOf(halfEnding(day), true));
  const current = campaignOf(underWay(context.today), false);
  const rated = ratings.map((rating) => {
    const campaign = past.find(({ periodTo }) => periodTo === rating.ratedOn) as Campaign;
    const sheet = sheetOf(context, campaign, byId.get(rating.pointId) as PointRow, "confirmed", rating.grade);
    return { sheet, rating: { ...rating, evaluationId: sheet.id as string | null } };
  });
  const open = openSheets(context, current, points, ratings);
  return {
    campaigns: [...past, current],
    sheets: [...rated.map(({ sheet }) => sheet), ...open],
    ratings: [
      ...rated.map(({ rating }) => rating),
      ...open
        .filter(({ state }) => state === "confirmed")
        .map(({ id, pointId, unitId, grade }) => ({
          pointId,
          ratedOn: current.periodTo,
          unitId,
          grade,
          evaluationId: id,
        })),
    ],
  };
}

type Campaign = ReturnType<typeof campaignOf>;

function campaignOf(period: Period, closed: boolean) {
  const openedAt = moment(addDays(period.to, -12), 8, 30);
  const closedAt = closed ? moment(addDays(period.to, drawn.decidedAfter), 16, 0) : null;
  return {
    id: demoId("evaluation campaign", period.key),
    name: evaluationWords.vi.nameOf(lowerFirst(periodLabel(period, "vi").replace(" (kỳ báo cáo)", ""))),
    periodFrom: period.from,
    periodTo: period.to,
    dueOn: closed ? usualDue(period.to) : addDays(period.to, 7),
    leastDays: drawn.afterDays,
    criteria,
    thresholds,
    guidance:
      "Chấm theo kết quả trong kỳ, đối chiếu sổ ghi chép và biên bản sinh hoạt. Ghi căn cứ cho tiêu chí đạt tối đa.",
    createdById: demoUserId("canbo"),
    createdAt: openedAt,
    updatedAt: closedAt ?? openedAt,
    closedAt,
    version: closed ? 2 : 1,
  };
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The half of the reporting year that ends on a day. */
function halfEnding(day: Day): Period {
  const year = yearOf("reporting", day);
  return parsePeriod(`r${year}-${day.slice(5, 7) === "06" ? "h1" : "h2"}`) as Period;
}

/** The months of the reporting year so far, up to the last one whose due day is over; halves have campaigns of their own. */
function underWay(today: Day): Period {
  const day = addDays(today, -10);
  const year = yearOf("reporting", day);
  const months = [year - 1, year].flatMap((of) =>
    Array.from({ length: 12 }, (_, at) => at + 1)
      .filter((month) => month % 6 !== 0)
      .map((month) => parsePeriod(`r${of}-m${month}`) as Period),
  );
  return months.findLast(({ to }) => to < day) as Period;
}

function openSheets(
  context: DemoContext,
  campaign: Campaign,
  points: readonly PointRow[],
  ratings: readonly Rating[],
) {
  const last = new Map<string, string>();
  for (const { pointId, grade } of [...ratings].sort((a, b) => (a.ratedOn < b.ratedOn ? -1 : 1)))
    last.set(pointId, grade);
  const terms = { ...campaign, closed: false };
  return points
    .filter((point) => isAsked(point, terms, context.today))
    .flatMap((point, nth) => {
      const drawnState = stateOf(context, point, nth);
      const grade = last.get(point.id);
      const state = drawnState === "confirmed" && grade === undefined ? "proposed" : drawnState;
      return state === "none" ? [] : [sheetOf(context, campaign, point, state, grade ?? "effective")];
    });
}

/** In the wards with accounts every state is to be seen, whatever is drawn. */
function stateOf({ units, streams }: DemoContext, point: PointRow, nth: number): State {
  const told = ["31510", "31135"].some((code) => homeOf(units.all, point.unitId).homeCode === code);
  if (told) return (["none", "confirmed", "proposed", "none", "returned"] as const)[nth % 5] ?? "none";
  return fateOf(streams("under way", point.id));
}

const homes = new WeakMap<readonly DemoUnit[], Map<number, DemoUnit>>();
function homeOf(units: readonly DemoUnit[], unitId: number): DemoUnit {
  const known = homes.get(units) ?? new Map(units.map((unit) => [unit.id, unit]));
  homes.set(units, known);
  return known.get(unitId) as DemoUnit;
}

function sheetOf(
  { streams, today, units }: DemoContext,
  campaign: Campaign,
  point: PointRow,
  state: Exclude<State, "none">,
  grade: string,
) {
  const random = streams("sheet", campaign.id, point.id);
  const differs = state !== "returned" && chance(random, drawn.gradedApart);
  const total = whole(random, ...(drawn.totals[differs ? neighbourOf(grade) : grade] ?? [60, 75]));
  const sentOn = addDays(campaign.periodTo, whole(random, 1, 6));
  const proposedAt = moment(sentOn < today ? sentOn : today, whole(random, 8, 16), whole(random, 0, 59));
  const decidedOn = addDays(sentOn, whole(random, 1, 4));
  const decidedAt = moment(decidedOn < today ? decidedOn : today, whole(random, 8, 16), whole(random, 0, 59));
  const decided = state !== "proposed";
  return {
    id: demoId("evaluation", campaign.id, point.id),
    campaignId: campaign.id,
    pointId: point.id,
    unitId: point.unitId,
    state,
    scores: spread(total, random),
    total,
    grade,
    evidence: differs ? apart : chance(random, 0.7) ? pick(random, evidences) : null,
    proposedById: keeperOf(homeOf(units.all, point.unitId)),
    proposedAt,
    decidedById: decided ? demoUserId("canbo") : null,
    decidedAt: decided ? decidedAt : null,
    reason: state === "returned" ? pick(random, returnReasons) : null,
    version: decided ? 2 : 1,
  };
}

const neighbourOf = (grade: string) => (grade === "average" ? "effective" : "average");

/** A total as scores of the criteria, each near its share. */
function spread(total: number, random: Random): Scores {
  const scores = criteria.map(({ most }) => Math.floor((most * total) / 100));
  for (let left = total - scores.reduce((sum, score) => sum + score, 0); left > 0; ) {
    const at = Math.floor(random() * criteria.length);
    if ((scores[at] ?? 0) >= (criteria[at]?.most ?? 0)) continue;
    scores[at] = (scores[at] ?? 0) + 1;
    left -= 1;
  }
  return Object.fromEntries(criteria.map(({ key }, at) => [key, scores[at] ?? 0]));
}
