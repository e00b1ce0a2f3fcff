import type { Day } from "@/lib/core/days";
import { lastFormerDay, mergerDay } from "../../reference/units";
import { daysBetween, eachDay } from "../calendar";
import type { DemoContext } from "../context";
import { dayFactor } from "../day-factor";
import { attendance as attendances, stated } from "../distributions";
import { picker, type Random } from "../random";
import type { DemoUnit } from "../units";
import { drawAttendance, drawSession, drawTopics, type Gathering, type SessionRow } from "./session";

const { formerCodes, from, to, sessions: total, attendances: everybody } = stated.phuLoi;

/** The topics that the article names; the others do not occur here. */
const named = new Set([
  "legal-policy",
  "crime-prevention",
  "drugs",
  "black-credit",
  "domestic-violence",
  "online-fraud",
  "vneid-services",
  "weapons-hand-in",
  "traffic-law",
  "fire-prevention",
]);

const usualChannel = picker<Gathering>([
  ["meeting", 0.56],
  ["door_to_door", 0.32],
  ["other", 0.12],
]);

/** Whether a unit's sessions of a day are those told by the article, so that nothing is drawn beside them. */
export function isToldByArticle(unit: DemoUnit, day: Day): boolean {
  return unit.homeCode === stated.phuLoi.code && day >= from && day <= to;
}

/**
 * "Từ đầu năm 365 cuộc, hơn 12.770 lượt người dự" (11/08/2025): exactly so many, before the merger on the
 * four old wards in proportion to the days (T3). The festival of the last day alone counts "hơn".
 */
export function phuLoiSessions({ units, streams }: DemoContext): SessionRow[] {
  const random = streams("sessions", "phu loi");
  const before = Math.round((total * (daysBetween(from, lastFormerDay) + 1)) / (daysBetween(from, to) + 1));
  const wards = picker(
    formerCodes.map((code) => units.former(code)).map((unit) => [unit, unit.weight] as const),
  );
  const days = [
    ...drawDays(from, lastFormerDay, before, random),
    ...drawDays(mergerDay, to, total - before - 1, random),
  ];
  const gatherings = days.map((heldOn) => {
    const channel = usualChannel(random);
    const unit = heldOn < mergerDay ? wards(random) : units.current(stated.phuLoi.code);
    return {
      unit,
      heldOn,
      channel,
      topics: drawTopics(heldOn, random, (code) => named.has(code)),
      attendance: drawAttendance(channel, random),
    };
  });

  const guests = 460;
  const counts = scaledTo(
    everybody - guests,
    gatherings.map((gathering) => gathering.attendance),
  );
  const rows = gatherings.map((gathering, index) =>
    drawSession({ ...gathering, nth: `phu loi ${index}`, attendance: counts[index] ?? 0 }, random),
  );
  const festival = drawSession(
    {
      nth: "phu loi festival",
      unit: units.current(stated.phuLoi.code),
      heldOn: to,
      channel: "festival",
      topics: ["mass-movement", "legal-policy", "crime-prevention"],
      attendance: guests,
      qualifier: "at_least",
    },
    random,
  );
  return [
    ...rows,
    {
      ...festival,
      place: "Khu vực tổ chức Ngày hội phường Phú Lợi",
      note: "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc",
    },
  ];
}

function drawDays(first: Day, last: Day, count: number, random: Random): Day[] {
  const day = picker(eachDay(first, last).map((of) => [of, dayFactor(of)] as const));
  return Array.from({ length: count }, () => day(random)).sort();
}

/** Counts in the same proportions that sum to exactly `sum`, none below what a visit needs. */
function scaledTo(sum: number, counts: readonly number[]): number[] {
  const least = attendances.door_to_door.least;
  const spare = sum - least * counts.length;
  const weight = counts.reduce((all, count) => all + count, 0);
  let given = 0;
  let reached = 0;
  return counts.map((count) => {
    reached += count;
    const upTo = Math.round((spare * reached) / weight);
    const share = least + upTo - given;
    given = upTo;
    return share;
  });
}
