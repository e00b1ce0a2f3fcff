import { addDays, type Day } from "@/lib/core/days";
import type { IndicatorSum, IndicatorTime } from "@/prisma/client/enums";
import { later, moment } from "../calendar";
import type { DemoContext } from "../context";
import { demoId } from "../identity";
import { chance, type Random, whole } from "../random";
import type { ModelLife } from "./models";
import type { PointRow } from "./points";

type Sketch = {
  model: string;
  name: string;
  unitLabel: string;
  definition: string;
  overPoints: IndicatorSum;
  overTime: IndicatorTime;
  least: number;
  most: number;
  decimals?: number;
  position?: number;
  /** A point's first figure, then how it goes on from quarter to quarter. */
  first: (random: Random) => number;
  next: (before: number, random: Random) => number;
};

const grows =
  (chanceOf: number, by: number) =>
  (before: number, random: Random): number =>
    chance(random, chanceOf) ? before + whole(random, 1, by) : before;

/** What the city asks of the articles' models (domain lists: lenses, households, members, people helped). */
const sketches: readonly Sketch[] = [
  {
    model: "Camera an ninh",
    name: "Số mắt camera",
    unitLabel: "mắt",
    definition: "Mắt camera đang kết nối về trụ sở Công an xã, phường, kể cả của hộ dân",
    overPoints: "sum",
    overTime: "last",
    least: 0,
    most: 5_000,
    first: (random) => whole(random, 24, 160),
    next: grows(0.55, 14),
  },
  {
    model: "Camera an ninh",
    name: "Tỷ lệ camera hoạt động",
    unitLabel: "%",
    definition: "Số mắt camera có hình vào ngày kiểm tra trên tổng số mắt của điểm",
    overPoints: "average",
    overTime: "average",
    least: 0,
    most: 100,
    decimals: 1,
    position: 2,
    first: (random) => whole(random, 850, 990) / 10,
    next: (_, random) => whole(random, 860, 998) / 10,
  },
  {
    model: "Tổ liên gia an toàn phòng cháy chữa cháy",
    name: "Số hộ",
    unitLabel: "hộ",
    definition: "Hộ gia đình tham gia các tổ liên gia của điểm",
    overPoints: "sum",
    overTime: "last",
    least: 0,
    most: 10_000,
    first: (random) => whole(random, 35, 240),
    next: grows(0.3, 12),
  },
  {
    model: "Nghiệp đoàn xe ôm tham gia phòng, chống tội phạm",
    name: "Số thành viên nghiệp đoàn",
    unitLabel: "người",
    definition: "Thành viên đang sinh hoạt, có đăng ký tham gia mô hình",
    overPoints: "sum",
    overTime: "last",
    least: 0,
    most: 2_000,
    first: (random) => whole(random, 12, 58),
    next: (before, random) => Math.max(6, before + whole(random, -3, 4)),
  },
  {
    model: "Câu lạc bộ hướng thiện",
    name: "Số người được giúp đỡ",
    unitLabel: "người",
    definition: "Người được câu lạc bộ giúp đỡ trong quý, mỗi người tính một lần trong quý",
    overPoints: "sum",
    overTime: "sum",
    least: 0,
    most: 1_000,
    first: (random) => whole(random, 2, 14),
    next: (_, random) => whole(random, 1, 16),
  },
  {
    model: "Câu lạc bộ hướng thiện",
    name: "Số người tiến bộ",
    unitLabel: "người",
    definition: "Người được nhận xét tiến bộ trong quý",
    overPoints: "sum",
    overTime: "sum",
    least: 0,
    most: 1_000,
    position: 2,
    first: (random) => whole(random, 1, 8),
    next: (_, random) => whole(random, 0, 9),
  },
];

const firstQuarter: Day = "2025-01-01";
/** Of a period that was due long ago few points still lack a figure; of the last one more do. */
const missing = { earlier: 0.03, last: 0.16 };
/** Quarters before the last one are locked. */
const openQuarters = 1;

/** The rows of indicator, indicator_reading and reading_lock: calendar quarters since 2025 that are over. */
export function demoIndicators(
  { today, streams }: DemoContext,
  lives: readonly ModelLife[],
  points: readonly PointRow[],
) {
  const quarters = quartersUntil(today);
  const found = sketches.map((sketch) => {
    const life = lives.find((one) => one.sketch.name === sketch.model);
    if (!life) throw new Error(`no model is called ${sketch.model}`);
    return { sketch, life, id: demoId("indicator", sketch.model, sketch.name) };
  });
  const defined = moment(later("2025-01-06", firstQuarter), 9, 0);
  const indicators = found.map(({ sketch, life, id }) => ({
    id,
    modelId: life.id,
    name: sketch.name,
    unitLabel: sketch.unitLabel,
    definition: sketch.definition,
    position: sketch.position ?? 1,
    decimals: sketch.decimals ?? 0,
    overPoints: sketch.overPoints,
    overTime: sketch.overTime,
    least: sketch.least,
    most: sketch.most,
    frequency: "quarter",
    scheme: "calendar",
    required: true,
    createdAt: defined,
    updatedAt: defined,
    version: 1,
  }));
  const readings = found.flatMap(({ sketch, life, id }) =>
    points
      .filter((point) => point.modelId === life.id && point.startedOn !== null)
      .flatMap((point) => readingsOf(sketch, id, point, quarters, streams("readings", id, point.id))),
  );
  const models = [...new Set(found.map(({ life }) => life.id))];
  const locks = quarters.slice(0, -openQuarters).flatMap(({ from, to }) =>
    models.map((modelId) => ({
      modelId,
      periodFrom: from,
      periodTo: to,
      lockedAt: moment(addDays(to, 20), 16, 30),
    })),
  );
  return { indicators, readings, locks };
}

type Quarter = { from: Day; to: Day };

function readingsOf(
  sketch: Sketch,
  indicatorId: string,
  point: PointRow,
  quarters: readonly Quarter[],
  random: Random,
) {
  let value: number | undefined;
  return quarters.flatMap(({ from, to }, nth) => {
    const runs = (point.startedOn ?? to) <= to && (point.endedOn === null || point.endedOn > from);
    if (!runs) return [];
    value = value === undefined ? sketch.first(random) : Math.min(sketch.most, sketch.next(value, random));
    const left = chance(random, nth === quarters.length - 1 ? missing.last : missing.earlier);
    if (left) return [];
    return [
      {
        indicatorId,
        pointId: point.id,
        periodFrom: from,
        periodTo: to,
        unitId: point.unitId,
        value,
        recordedAt: moment(addDays(to, whole(random, 1, 9)), whole(random, 8, 16), whole(random, 0, 59)),
        version: 1,
      },
    ];
  });
}

/** The calendar quarters since the first one that were over, and reported, by a day. */
function quartersUntil(today: Day): Quarter[] {
  const list: Quarter[] = [];
  for (let from = firstQuarter; ; ) {
    const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
    const next: Day = month === 10 ? `${year + 1}-01-01` : `${year}-${String(month + 3).padStart(2, "0")}-01`;
    if (next > addDays(today, -10)) return list;
    list.push({ from, to: addDays(next, -1) });
    from = next;
  }
}
