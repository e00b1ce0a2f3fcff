import type { Day } from "@/lib/core/days";
import type {
  AwardForm,
  Channel,
  PointStatus,
  RecipientKind,
  RecognitionLevel,
  RuralLevel,
  UnitType,
} from "@/prisma/client/enums";
import type { Weighted } from "./random";

/*
 * The whole demo as distributions: everything invented is drawn from these tables, everything that the
 * articles state stands in `stated`. Change a number here and the demo changes; nothing else decides.
 */

/** The first day of the demo's records: the first of the report year 2025 (15/12 → 14/12). */
export const firstDay: Day = "2024-12-15";

/** What the articles of 11/08 and 26/11/2025 say, number by number. */
export const stated = {
  modelsInForce: { from: "2025-11-26" as Day, count: 110 },
  rural: { standard: 110, advanced: 75, exemplary: 19, exemplaryCommune: "31312" },
  phuLoi: {
    code: "31510",
    formerCodes: ["31522", "31510", "31519", "31516"],
    from: "2025-01-01" as Day,
    to: "2025-08-11" as Day,
    sessions: 365,
    attendances: 12_770,
  },
} as const;

/** How much of all activity falls to a unit: by people, type and local zeal. */
export const unitWeights = {
  exponent: 0.6,
  typicalPopulation: 36_000,
  currentType: { ward: 1.25, commune: 1, township: 1.1 } satisfies Record<UnitType, number>,
  predecessorType: { ward: 1.1, commune: 1, township: 1.25 } satisfies Record<UnitType, number>,
  zealSpread: 0.35,
  /** Units whose liveliness is known or told: Phú Lợi by its 365 sessions, Ninh Kiều as the centre. */
  liveliness: { "31510": 1.8, "31135": 1.5 } as Record<string, number>,
};

/** Sessions of a day over all units. */
export const dailySessions = {
  mean: 36.6,
  /** Sunday first. */
  weekday: [0.62, 0.98, 1.05, 1.08, 1.08, 1.12, 1.07],
  /** June: drugs; August: the festival of 19/8; November: law day; February: Tết. */
  month: [0.95, 0.85, 1, 1, 1, 1.15, 1, 1.2, 0.95, 1.03, 1.1, 0.97],
  publicHoliday: 0.25,
  newYearFestival: 0.15,
  /** New offices, new stamps: the first two weeks of the new units. */
  reorganisation: { from: "2025-07-01" as Day, to: "2025-07-14" as Day, factor: 0.7 },
  /** Share of unit-months in which a unit reports nothing at all: "không phát sinh" is not "chưa có số liệu" (T17). */
  silentMonths: 0.015,
};

/** Months and days of holidays by the solar calendar, and the first days of the lunar years. */
export const publicHolidays = ["01-01", "04-30", "05-01", "09-02", "09-01"];
export const lunarNewYears: readonly Day[] = [
  "2025-01-29",
  "2026-02-17",
  "2027-02-06",
  "2028-01-26",
  "2029-02-13",
  "2030-02-03",
];

export const channels: Weighted<Channel> = [
  ["meeting", 0.45],
  ["door_to_door", 0.26],
  ["other", 0.105],
  ["festival", 0.005],
  ["loudspeaker", 0.07],
  ["loudspeaker_car", 0.03],
  ["leaflet", 0.045],
  ["post", 0.035],
];

/** Festivals gather around 19/8, the day of the movement. */
export const festivalSeason = { from: "07-20", to: "08-25", factor: 9 };

/** Attendances of a gathering; rounded to five as often as people count by eye. */
export const attendance = {
  meeting: { median: 38, spread: 0.5, least: 8 },
  door_to_door: { median: 11, spread: 0.5, least: 2 },
  festival: { median: 260, spread: 0.35, least: 90 },
  other: { median: 22, spread: 0.5, least: 4 },
  roundedToFive: 0.3,
  atLeast: 0.03,
} as const;

/** What the other channels count: rounds, car rounds, leaflets, posts (T8). */
export const quantity = {
  loudspeaker: { median: 6, spread: 0.5 },
  loudspeaker_car: { median: 3, spread: 0.4 },
  leaflet: { median: 150, spread: 0.6 },
  post: { median: 2, spread: 0.5 },
} as const;

export const topicsPerSession: Weighted<number> = [
  [1, 0.35],
  [2, 0.42],
  [3, 0.23],
];

export const topics: Weighted<string> = [
  ["legal-policy", 12],
  ["crime-prevention", 14],
  ["drugs", 10],
  ["black-credit", 6],
  ["domestic-violence", 5],
  ["online-fraud", 13],
  ["vneid-services", 11],
  ["weapons-hand-in", 5],
  ["traffic-law", 9],
  ["fire-prevention", 9],
  ["theft-prevention", 5],
  ["child-protection", 3],
  ["school-safety", 2],
  ["cyber-security", 4],
  ["human-trafficking", 2],
  ["gambling", 2],
  ["fireworks", 1.5],
  ["residence", 4],
  ["solidarity", 2],
  ["environment", 2],
  ["reintegration", 1.5],
  ["mass-movement", 5],
];

/** Months in which a topic is spoken of more than usual. */
export const topicSeasons: Record<string, { months: number[]; factor: number }> = {
  drugs: { months: [6], factor: 3 },
  fireworks: { months: [12, 1, 2], factor: 8 },
  gambling: { months: [1, 2], factor: 3 },
  "theft-prevention": { months: [1, 12], factor: 1.8 },
  "fire-prevention": { months: [3, 4, 10], factor: 1.8 },
  "traffic-law": { months: [9, 1], factor: 1.7 },
  "school-safety": { months: [9, 10], factor: 3 },
  "child-protection": { months: [6], factor: 2.5 },
  "mass-movement": { months: [7, 8], factor: 3 },
  "legal-policy": { months: [11], factor: 1.8 },
  "domestic-violence": { months: [11, 3], factor: 1.6 },
  "human-trafficking": { months: [7], factor: 4 },
};

/** What comes out of a gathering: how often it is noted, and which share of those present it touches. */
export const outcomes = {
  vneid: { often: 0.75, share: [0.15, 0.6] },
  levelTwo: { often: 0.6, share: [0.05, 0.3] },
  onlineService: { often: 0.55, share: [0.05, 0.35] },
  weapons: { often: 0.4, most: 4 },
  pledges: { often: 0.22, share: [0.3, 1] },
  note: 0.03,
} as const;

/** Models other than the six named: how many, since when, and how they grew. */
export const models = {
  /** The sketches marked recent began between these days; the rest are older, more of them each year since 2011. */
  recent: { from: "2024-12-20" as Day, to: "2025-11-20" as Day },
  firstYear: 2011,
  /** Ended before the count of 26/11/2025. */
  departed: { from: "2024-02-01" as Day, to: "2025-11-14" as Day },
  /** Since then each new one takes the place of one that ends on the same day. */
  replacements: { first: "2026-01-15" as Day, everyDays: 41 },
  points: { median: 6, spread: 0.75, most: 34 },
  newPoint: 0.2,
  pointEnded: 0.06,
  /** Earlier ends were never recorded. */
  pointsEndFrom: "2023-01-09" as Day,
  pointWaiting: 0.03,
  teamsSpread: 0.6,
  membersPerTeam: [5, 13],
  countsUnknown: 0.04,
} as const;

/** How points were copied from one another. */
export const copies = {
  /** Share of replicated points whose original was written down. */
  known: 0.9,
  /** Days an original had run before somebody followed it. */
  afterDays: 120,
  /** How often somebody follows a point that was followed before, and how often at most. */
  again: 0.55,
  most: 4,
} as const;

export const recognitions = {
  lowerKnown: 0.75,
  ofPoint: 0.09,
  ofPointByCity: 0.12,
  documentKnown: 0.85,
  revoked: 0.05,
} as const;

export const waitingStatus: Weighted<PointStatus> = [
  ["proposed", 2],
  ["approved", 1],
];

/** The state of a running point today; piloting only within its first months. */
export const runningStatus: Weighted<PointStatus> = [
  ["active", 0.92],
  ["consolidating", 0.055],
  ["suspended", 0.025],
];
export const pilotingDays = 150;
export const pilotingShare = 0.4;

/** What happened to points between their first day and today. */
export const pointSteps = {
  piloted: 0.35,
  /** Weak or halted for a while, and well again. */
  interlude: 0.12,
  /** A point that struggles now has done so for no more days than these. */
  struggling: 200,
  recognized: 0.05,
  recognizedFrom: "2023-01-09" as Day,
  replicating: 0.3,
  levels: weighted<RecognitionLevel>({ commune: 0.55, city: 0.4, ministry: 0.05 }),
  grown: 0.3,
  weak: [
    "Sinh hoạt không đều, thành viên vắng nhiều",
    "Tổ trưởng chuyển nơi ở, chưa có người thay",
    "Ít tin báo của người dân, hiệu quả giảm",
    "Quy chế hoạt động chưa phù hợp địa bàn mới",
  ],
  suspended: [
    "Địa điểm đang sửa chữa",
    "Chờ kiện toàn ban điều hành sau sắp xếp đơn vị",
    "Thiết bị hỏng, chờ kinh phí thay thế",
  ],
  removed: [
    "Không còn hoạt động, hai kỳ liền xếp loại kém",
    "Nội dung trùng với mô hình khác trên cùng địa bàn",
    "Thành viên không còn tham gia, không vận động lại được",
  ],
} as const;

export const ratings = {
  monthDays: ["06-14", "12-14"],
  first: "2024-12-14" as Day,
  /** Days a point must have run before it is rated. */
  afterDays: 90,
  /** Days after the half by which its ratings are all confirmed. */
  decidedAfter: 15,
  rated: 0.93,
  grades: {
    good: weighted<string>({ effective: 0.78, average: 0.19, poor: 0.03 }),
    weak: weighted<string>({ effective: 0.12, average: 0.53, poor: 0.35 }),
  },
  /** Total scores out of 100 by grade, both ends included. */
  totals: { effective: [80, 97], average: [53, 79], poor: [31, 49] } as Record<string, [number, number]>,
  /** Sheets whose grade is not the one their scores suggest. */
  gradedApart: 0.03,
  /** Where the points of the campaign under way stand. */
  underWay: weighted<"none" | "proposed" | "returned" | "confirmed">({
    none: 0.16,
    proposed: 0.32,
    returned: 0.05,
    confirmed: 0.47,
  }),
};

/** The ladder of old communes by former province, and when its steps were climbed. */
export const rural = {
  regionWeight: { "can-tho": 7, "hau-giang": 1.8, "soc-trang": 1 },
  /** The years of a step: its first, and its last by the highest step the commune reached in the end. */
  years: {
    standard: { from: 2011, to: { standard: 2024, advanced: 2021, exemplary: 2018 } },
    advanced: { from: 2019, to: { standard: 0, advanced: 2025, exemplary: 2023 } },
    exemplary: { from: 2021, to: { standard: 0, advanced: 0, exemplary: 2025 } },
  } satisfies Record<RuralLevel, { from: number; to: Record<RuralLevel, number> }>,
  /** Decisions are signed in batches, mostly at the end of a year. */
  signingDays: ["03-20", "06-18", "10-15", "12-10", "12-25"],
} as const;

/** Khu vực, khóm, ấp: how many a unit has, how they are named, and where they were recorded before the units of today. */
export const residentialAreas = {
  people: 4_200,
  least: 5,
  most: 14,
  household: 3.9,
  /** Not every list says how many live there. */
  counted: 0.9,
  /** Phú Lợi: 25, so that 16 of them are 64 %. */
  exactly: { "31510": 25 } as Record<string, number>,
  renumberedEach: 8,
  kept: 0.15,
  keptIn: ["31168", "31150"],
  divided: { from: "31178", to: "31120" },
  mergedIn: ["31135", "31153", "31168", "31340", "31567"],
  mergedOn: "2026-03-31" as Day,
  named: 0.55,
  firstWords: ["Mỹ", "Phú", "Tân", "Thới", "Long", "Hòa", "An", "Bình", "Thạnh", "Vĩnh", "Đông", "Trường"],
  secondWords: ["Hòa", "Lợi", "Thạnh", "Bình", "Phước", "An", "Hưng", "Thuận", "Long", "Mỹ", "Đức", "Khánh"],
} as const;

export const awards = {
  decisionsPerDay: 0.42,
  month: [0.8, 0.5, 0.7, 0.7, 0.8, 1.2, 1.3, 2.2, 0.9, 0.9, 1.5, 1.9],
  recipientsPerDecision: [1, 5],
  forms: weighted<AwardForm>({ merit_certificate: 0.84, diploma: 0.14, commemorative_medal: 0.02 }),
  recipients: weighted<RecipientKind>({ individual: 0.58, collective: 0.36, household: 0.06 }),
  ofCityBodies: 0.05,
  revoked: 0.004,
  /** The conference of 26/11/2025 commended collectives and individuals; how many is not said. */
  conference: { day: "2025-11-26" as Day, collectives: 6, individuals: 9 },
} as const;

function weighted<T extends string>(weights: Partial<Record<T, number>>): Weighted<T> {
  return Object.entries<number | undefined>(weights).map(
    ([item, weight]) => [item as T, weight ?? 0] as const,
  );
}
