import { addDays, type Day } from "@/lib/core/days";
import type { Channel } from "@/prisma/client/enums";
import { mergerDay } from "../../reference/units";
import { moment } from "../calendar";
import type { DemoContext } from "../context";
import { demoId } from "../identity";
import { chance, pick, pickSeveral, type Random, whole } from "../random";
import type { DemoUnit } from "../units";
import { keeperOf } from "../users";
import { placeIn, placeOf } from "./places";
import { drawTopics, isGathering, type SessionRow } from "./session";

/** How many plans of each fate a unit has around the day of seeding. */
type Share = { held: number; overdue: number; coming: number; cancelled: number };

const accounts: Record<string, Share> = {
  "31510": { held: 5, overdue: 2, coming: 6, cancelled: 1 },
  "31135": { held: 4, overdue: 1, coming: 5, cancelled: 1 },
};
const usual: Share = { held: 1, overdue: 0, coming: 3, cancelled: 0 };
const otherUnits = 12;
const daysBack = 20;

/** The rows of session_plan: for the wards with accounts and a dozen others, three weeks around today. */
export function demoPlans(context: DemoContext, sessions: readonly SessionRow[]) {
  const { today, units, streams } = context;
  const known = Object.keys(accounts).map((code) => units.current(code));
  const rest = units.on(today).filter(({ code }) => !(code in accounts));
  const others = pickSeveral(
    streams("plans", "units"),
    rest.map((unit) => [unit, unit.weight] as const),
    otherUnits,
  );
  const since = addDays(today, -daysBack);
  const lately = sessions.filter(
    ({ heldOn, channel }) => heldOn >= since && heldOn < today && isGathering(channel),
  );
  return [...known, ...others].flatMap((unit, nth) => {
    const random = streams("plans", unit.code);
    const share = accounts[unit.code] ?? { ...usual, overdue: nth % 4 === 0 ? 1 : 0 };
    const own = lately.filter(({ unitId }) => unitId === unit.id);
    return [
      ...own.slice(-share.held).map((session, at) => heldPlan(session, unit, at, random)),
      ...times(share.overdue).map((at) =>
        openPlan(addDays(today, -whole(random, 1, 9)), unit, `late ${at}`, random),
      ),
      ...times(share.coming).map((at) =>
        openPlan(addDays(today, whole(random, 0, 18)), unit, `next ${at}`, random),
      ),
      ...times(share.cancelled).map((at) => ({
        ...openPlan(addDays(today, whole(random, -1, 5)), unit, `off ${at}`, random),
        cancelledAt: moment(addDays(today, -2), 9, 15),
        updatedAt: moment(addDays(today, -2), 9, 15),
        cancelledReason: pick(random, reasons),
        version: 2,
      })),
    ].filter(({ plannedOn }) => plannedOn >= mergerDay);
  });
}

const times = (count: number) => Array.from({ length: count }, (_, at) => at);

const reasons = ["Trùng lịch họp của phường", "Hội trường đang sửa chữa, chuyển sang tháng sau"];
/** Plans with a name of their own, each with what belongs to it. */
const named: { title: string; channel: Channel; place: string; topics: string[] }[] = [
  {
    title: "Họp khu dân cư cuối năm",
    channel: "meeting",
    place: "Nhà văn hóa {q}",
    topics: ["legal-policy", "crime-prevention", "mass-movement"],
  },
  {
    title: "Tuyên truyền phòng, chống lừa đảo qua mạng",
    channel: "leaflet",
    place: "Chợ {u}",
    topics: ["online-fraud"],
  },
  {
    title: "Sinh hoạt dưới cờ về an toàn giao thông",
    channel: "meeting",
    place: "Trường THCS trên địa bàn {u}",
    topics: ["traffic-law", "school-safety"],
  },
  {
    title: "Ra quân tuyên truyền phòng cháy, chữa cháy",
    channel: "loudspeaker_car",
    place: "Các tuyến đường chính trong {u}",
    topics: ["fire-prevention"],
  },
];
const notes = ["Mời Hội Liên hiệp Phụ nữ cùng dự", "Chuẩn bị tờ rơi song ngữ", "Mượn loa của trường"];

/** A plan whose session stands among the real ones; it was held on its day or a day later. */
function heldPlan(session: SessionRow, unit: DemoUnit, at: number, random: Random) {
  const plannedOn = chance(random, 0.8) ? session.heldOn : addDays(session.heldOn, -1);
  return {
    ...frame(plannedOn, unit, `held ${at}`, random),
    place: session.place,
    channel: session.channel,
    topics: session.topics,
    expected: session.attendance && Math.max(5, Math.round(session.attendance / 10) * 10),
    sessionId: session.id as string | null,
    updatedAt: session.createdAt,
    version: 2,
  };
}

function openPlan(plannedOn: Day, unit: DemoUnit, nth: string, random: Random) {
  const plan = frame(plannedOn, unit, nth, random);
  const of = chance(random, 0.5) ? pick(random, named) : undefined;
  const channel = of?.channel ?? pick(random, ["meeting", "door_to_door", "loudspeaker_car"] as const);
  return {
    ...plan,
    title: of?.title ?? null,
    place: of ? placeIn(of.place, unit, random) : placeOf(channel, unit, random),
    channel,
    topics: of?.topics ?? drawTopics(plannedOn, random),
    expected: isGathering(channel) ? whole(random, 3, 12) * 10 : null,
    note: chance(random, 0.4) ? pick(random, notes) : null,
  };
}

function frame(plannedOn: Day, unit: DemoUnit, nth: string, random: Random) {
  const plannedAt = moment(
    addDays(plannedOn, -whole(random, 10, 20)),
    whole(random, 8, 16),
    whole(random, 0, 59),
  );
  return {
    id: demoId("plan", unit.code, nth),
    unitId: unit.id,
    plannedOn,
    title: null as string | null,
    place: "",
    channel: "meeting" as Channel,
    topics: [] as string[],
    expected: null as number | null,
    note: null as string | null,
    sessionId: null as string | null,
    createdById: keeperOf(unit),
    createdAt: plannedAt,
    updatedAt: plannedAt,
    cancelledAt: null as string | null,
    cancelledReason: null as string | null,
    version: 1,
  };
}
