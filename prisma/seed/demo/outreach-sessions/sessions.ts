import type { Day } from "@/lib/core/days";
import { eachDay } from "../calendar";
import type { DemoContext } from "../context";
import { dayFactor } from "../day-factor";
import { attendance, dailySessions, firstDay, unitWeights } from "../distributions";
import { chance, picker, poisson } from "../random";
import type { DemoUnit } from "../units";
import { isToldByArticle, phuLoiSessions } from "./phu-loi";
import {
  drawAttendance,
  drawChannel,
  drawSession,
  drawTopics,
  isGathering,
  type SessionRow,
} from "./session";

/** The rows of outreach_session from 15/12/2024 to today: drawn day by day, so a later day of seeding only adds days. */
export function demoSessions(context: DemoContext): SessionRow[] {
  const drawn = eachDay(firstDay, context.today).flatMap((day) => sessionsOf(day, context));
  return [...drawn, ...phuLoiSessions(context)];
}

const pickers = new WeakMap<readonly DemoUnit[], ReturnType<typeof picker<DemoUnit>>>();

function unitPicker(units: readonly DemoUnit[]) {
  const known = pickers.get(units) ?? picker(units.map((unit) => [unit, unit.weight] as const));
  pickers.set(units, known);
  return known;
}

function sessionsOf(day: Day, context: DemoContext): SessionRow[] {
  const random = context.streams("sessions", day);
  const pickUnit = unitPicker(context.units.on(day));
  const rows: SessionRow[] = [];
  const count = poisson(random, dailySessions.mean * dayFactor(day));
  for (let nth = 0; nth < count; nth += 1) {
    const unit = pickUnit(random);
    const channel = drawChannel(day, random);
    const topics = drawTopics(day, random);
    const gathering = isGathering(channel);
    const frame = {
      nth: String(nth),
      unit,
      heldOn: day,
      channel,
      topics,
      attendance: gathering ? drawAttendance(channel, random) : null,
    };
    const atLeast = gathering && chance(random, attendance.atLeast);
    const row = drawSession({ ...frame, qualifier: atLeast ? "at_least" : "exact" }, random);
    if (!isToldByArticle(unit, day) && !isSilent(unit, day, context)) rows.push(row);
  }
  return rows;
}

/** A month in which a unit reported nothing; the units with a ward account never miss one. */
function isSilent(unit: DemoUnit, day: Day, { streams }: DemoContext): boolean {
  if (unit.homeCode in unitWeights.liveliness) return false;
  return chance(streams("silence", unit.homeCode, day.slice(0, 7)), dailySessions.silentMonths);
}
