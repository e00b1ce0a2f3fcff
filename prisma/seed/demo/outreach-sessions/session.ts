import type { Day } from "@/lib/core/days";
import type { Channel, Qualifier } from "@/prisma/client/enums";
import { moment, monthOf } from "../calendar";
import {
  attendance as attendances,
  festivalSeason,
  outcomes,
  quantity as quantities,
  topicSeasons,
  topics,
  topicsPerSession,
  channels as usualChannels,
} from "../distributions";
import { demoId } from "../identity";
import { chance, logNormal, pick, picker, pickSeveral, type Random, whole } from "../random";
import type { DemoUnit } from "../units";
import { keeperOf } from "../users";
import { placeOf } from "./places";

export type SessionRow = {
  id: string;
  unitId: number;
  heldOn: Day;
  place: string;
  channel: Channel;
  topics: string[];
  attendance: number | null;
  attendanceQualifier: Qualifier;
  quantity: number | null;
  vneidGuided: number | null;
  levelTwoGuided: number | null;
  onlineServiceGuided: number | null;
  weaponsHandedIn: number | null;
  pledges: number | null;
  note: string | null;
  createdById: string;
  createdAt: string;
  updatedAt: string;
};

/** What is decided before the rest is drawn. */
export type SessionFrame = {
  /** Tells sessions of one day apart. */
  nth: string;
  unit: DemoUnit;
  heldOn: Day;
  channel: Channel;
  topics: string[];
  attendance: number | null;
  qualifier?: Qualifier;
};

const usualChannel = picker(usualChannels);
const festiveChannel = picker(
  usualChannels.map(
    ([channel, weight]) =>
      [channel, channel === "festival" ? weight * festivalSeason.factor : weight] as const,
  ),
);

export function drawChannel(day: Day, random: Random): Channel {
  const monthDay = day.slice(5);
  return (monthDay >= festivalSeason.from && monthDay <= festivalSeason.to ? festiveChannel : usualChannel)(
    random,
  );
}

const topicCount = picker(topicsPerSession);

/** One to three topics, the month's own ones more often; `among` narrows the choice. */
export function drawTopics(
  day: Day,
  random: Random,
  among: (code: string) => boolean = () => true,
): string[] {
  const weighted = topics
    .filter(([code]) => among(code))
    .map(
      ([code, weight]) =>
        [
          code,
          topicSeasons[code]?.months.includes(monthOf(day)) ? weight * topicSeasons[code].factor : weight,
        ] as const,
    );
  return pickSeveral(random, weighted, topicCount(random));
}

export type Gathering = keyof typeof attendances & Channel;

export const isGathering = (channel: Channel): channel is Gathering =>
  channel === "meeting" || channel === "door_to_door" || channel === "festival" || channel === "other";

/** Lượt người dự, half of them below the channel's median. */
export function drawAttendance(channel: Gathering, random: Random): number {
  const { median, spread, least } = attendances[channel];
  const counted = logNormal(random, median, spread);
  const step = counted > 12 && chance(random, attendances.roundedToFive) ? 5 : 1;
  return Math.max(least, Math.round(counted / step) * step);
}

/** The rest of a session: place, outcomes, note, keeper. */
export function drawSession(
  { nth, unit, heldOn, channel, topics: about, attendance, qualifier = "exact" }: SessionFrame,
  random: Random,
): SessionRow {
  const recordedAt = moment(heldOn, whole(random, 15, 20), whole(random, 0, 59));
  return {
    id: demoId("session", heldOn, nth),
    unitId: unit.id,
    heldOn,
    place: placeOf(channel, unit, random),
    channel,
    topics: about,
    attendance,
    attendanceQualifier: qualifier,
    quantity: isGathering(channel)
      ? null
      : Math.max(1, Math.round(logNormal(random, quantities[channel].median, quantities[channel].spread))),
    ...drawOutcomes(about, attendance, random),
    note: chance(random, outcomes.note) ? pick(random, notes) : null,
    createdById: keeperOf(unit),
    createdAt: recordedAt,
    updatedAt: recordedAt,
  };
}

function drawOutcomes(about: readonly string[], attendance: number | null, random: Random) {
  const share = (
    { often, share: [least, most] }: { often: number; share: readonly [number, number] },
    applies: boolean,
  ) =>
    attendance !== null && applies && chance(random, often)
      ? Math.round(attendance * (least + random() * (most - least)))
      : null;
  const digital = about.includes("vneid-services");
  const weapons =
    attendance !== null && about.includes("weapons-hand-in") && chance(random, outcomes.weapons.often);
  return {
    vneidGuided: share(outcomes.vneid, digital),
    levelTwoGuided: share(outcomes.levelTwo, digital),
    onlineServiceGuided: share(outcomes.onlineService, digital),
    weaponsHandedIn: weapons ? whole(random, 0, outcomes.weapons.most) : null,
    pledges: share(outcomes.pledges, true),
  };
}

const notes = [
  "Phối hợp Hội Liên hiệp Phụ nữ",
  "Phối hợp Đoàn Thanh niên",
  "Phối hợp Ủy ban Mặt trận Tổ quốc",
  "Phối hợp Hội Cựu chiến binh",
  "Lồng ghép trong buổi họp dân định kỳ",
  "Lồng ghép sinh hoạt chi hội",
  "Trời mưa, kết thúc sớm",
  "Người dân hỏi nhiều về cuộc gọi giả danh cơ quan nhà nước",
  "Có tờ rơi song ngữ Việt – Khmer",
  "Cấp phát thêm tài liệu cho hộ vắng mặt",
];
