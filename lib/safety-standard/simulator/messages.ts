import { formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { CountedKind } from "../catalog";
import { safetyUnitWords } from "../messages";
import type { Condition, Verdict } from "./rules";

const vi = {
  title: "Điều kiện công nhận phường, xã",
  lead: (year: number, day: string) =>
    `Theo ngưỡng áp dụng cho năm ${year}, số liệu đến ngày ${day}. Mỗi loại đối tượng xét riêng.`,
  ofUnit: (year: number) => `Tiêu chuẩn “An toàn về an ninh, trật tự” năm ${year}`,
  yearPage: (year: number) => `Từng đối tượng năm ${year}`,
  caption: "Các điều kiện công nhận phường, xã đạt tiêu chuẩn",
  condition: "Điều kiện",
  required: "Cần",
  now: "Hiện có",
  missing: "Còn thiếu",
  result: "Kết quả",
  citation: "Căn cứ",
  states: { met: "Đạt", failing: "Chưa đạt", unknown: "Chưa có số liệu" } as Record<
    Condition["state"],
    string
  >,
  verdicts: {
    met: "Đạt: đủ điều kiện đề nghị công nhận",
    failing: "Chưa đạt",
    unknown: "Chưa đủ số liệu để kết luận",
  } as Record<Verdict, string>,
  conditions: {
    models: "Mô hình hoạt động hiệu quả",
    registered: (kind: string) => `Đăng ký: ${kind}`,
    recognized: (kind: string) => `Được công nhận: ${kind}`,
    discipline: "Công an phường, xã không có cá nhân bị kỷ luật",
  },
  modelUnit: "điểm mô hình",
  atLeast: (count: string, unit: string) => `${count} ${unit}`,
  ofBase: (count: string, base: string, percent: string) => `${count} trong ${base} (${percent}\u00a0%)`,
  leastOfBase: (count: string, base: string, percent: string) =>
    `${count} trong ${base} (từ ${percent}\u00a0%)`,
  atMost: (count: string) => (count === "0" ? "Không có" : `Nhiều nhất ${count}`),
  disciplined: { yes: "Có cá nhân bị kỷ luật", no: "Không có" },
  noData: "Chưa có số liệu",
  missingOf: (count: string, unit: string) => `còn thiếu ${count} ${unit}`,
  missingAll: (list: string) => `Còn thiếu ${list}`,
  unregisteredOf: (count: string, unit: string) => `còn ${count} ${unit} chưa đăng ký`,
  unregisteredAll: (list: string) => `Còn ${list} chưa đăng ký`,
  nothing: "–",
  noList: "Chưa có danh sách",
  noThreshold: "Chưa có ngưỡng cho năm này",
  supposing: "Đang xem giả định, không phải số liệu đã có",
  whatIf: "Thử giả định",
  whatIfHint: "Nếu công nhận thêm, đơn vị còn thiếu gì? Số nhập ở đây không được lưu.",
  more: (kind: string) => `Thêm ${kind} được công nhận`,
  moreModels: "Thêm điểm mô hình hiệu quả",
  compute: "Tính lại",
  reset: "Bỏ giả định",
  discipline: "Kỷ luật của Công an phường, xã",
  disciplineLead: "Thành phố ghi theo kết luận cuối năm; chưa ghi thì điều kiện này là chưa có số liệu.",
  disciplineSave: "Lưu tình hình kỷ luật",
  disciplineOpen: "Ghi tình hình kỷ luật",
  sourceIs: (source: string) => `Nguồn: ${source}`,
  notStood: (unit: string, year: number) =>
    `${unit} chưa có vào cuối năm ${year}. Dưới đây là số liệu của các đơn vị cũ nay thuộc địa bàn; điều kiện xét ở từng đơn vị đó.`,
  dissolved: (unit: string, day: string) =>
    `${unit} không còn vào ngày ${day}; năm này tính ở đơn vị kế tiếp:`,
  formerUnits: "Xem từng đơn vị cũ:",
  commune: "Công nhận của phường, xã",
};

export const simulatorWords = {
  vi: {
    ...vi,
    fields: { year: "Năm", disciplined: "Có cá nhân bị kỷ luật trong năm", source: "Nguồn" },
    errors: {
      "year.before-circular": "Năm phải từ 2022, năm Thông tư 124/2021/TT-BCA có hiệu lực",
      "year.in-the-future": "Năm này chưa tới",
      "year.unit-not-that-year": "Đơn vị này không tồn tại trong năm đó",
      "disciplined.required-choice": "Chọn có hoặc không",
    },
    yes: "Có",
    no: "Không",
  },
  en: {
    title: "Conditions for the ward or commune",
    lead: (year: number, day: string) =>
      `By the thresholds for ${year}, figures up to ${day}. Each kind is looked at by itself.`,
    ofUnit: (year: number) => `Standard of security and order, ${year}`,
    yearPage: (year: number) => `Everybody considered in ${year}`,
    caption: "Conditions for recognising a ward or commune",
    condition: "Condition",
    required: "Needed",
    now: "Now",
    missing: "Missing",
    result: "Result",
    citation: "Source of law",
    states: { met: "Met", failing: "Not met", unknown: "No data yet" },
    verdicts: {
      met: "Met: it can be proposed for recognition",
      failing: "Not met",
      unknown: "Too little is known to tell",
    },
    conditions: {
      models: "Models working effectively",
      registered: (kind: string) => `Registered: ${kind}`,
      recognized: (kind: string) => `Recognised: ${kind}`,
      discipline: "Nobody of the local police was disciplined",
    },
    modelUnit: "model points",
    atLeast: (count: string, unit: string) => `${count} ${unit}`,
    ofBase: (count: string, base: string, percent: string) => `${count} of ${base} (${percent}\u00a0%)`,
    leastOfBase: (count: string, base: string, percent: string) =>
      `${count} of ${base} (at least ${percent}\u00a0%)`,
    atMost: (count: string) => (count === "0" ? "None" : `${count} at most`),
    disciplined: { yes: "Somebody was disciplined", no: "None" },
    noData: "No data yet",
    missingOf: (count: string, unit: string) => `${count} ${unit} missing`,
    missingAll: (list: string) => `Missing: ${list}`,
    unregisteredOf: (count: string, unit: string) => `${count} ${unit} not registered`,
    unregisteredAll: (list: string) => `Not registered: ${list}`,
    nothing: "–",
    noList: "No list yet",
    noThreshold: "No threshold for this year",
    supposing: "A supposition, not what is recorded",
    whatIf: "Suppose",
    whatIfHint: "If more were recognised, what would be missing? Nothing of this is stored.",
    more: (kind: string) => `More ${kind} recognised`,
    moreModels: "More effective model points",
    compute: "Compute",
    reset: "Without supposing",
    discipline: "Discipline of the local police",
    disciplineLead:
      "Entered by the city at the end of the year; until then nothing is known of this condition.",
    disciplineSave: "Save",
    disciplineOpen: "Enter discipline",
    sourceIs: (source: string) => `Source: ${source}`,
    notStood: (unit: string, year: number) =>
      `${unit} did not exist at the end of ${year}. These are the figures of the former units in its area; conditions are looked at there.`,
    dissolved: (unit: string, day: string) =>
      `${unit} no longer existed on ${day}; this year is counted for:`,
    formerUnits: "The former units:",
    commune: "The unit's own recognition",
    fields: { year: "Year", disciplined: "Somebody was disciplined in the year", source: "Source" },
    errors: {
      "year.before-circular": "The year must be 2022 or later, when Circular 124/2021/TT-BCA came into force",
      "year.in-the-future": "This year has not come yet",
      "year.unit-not-that-year": "This unit did not exist in that year",
      "disciplined.required-choice": "Choose yes or no",
    },
    yes: "Yes",
    no: "No",
  },
} satisfies Words<
  typeof vi & { fields: Record<string, string>; errors: Record<string, string>; yes: string; no: string }
>;

/** "còn thiếu 2 khu dân cư", "còn 1 cơ quan chưa đăng ký"; undefined when nothing is missing that can be counted. */
export function missingLabel({ key, kind, missing }: Condition, locale: Locale): string | undefined {
  if (missing === null || missing === 0) return undefined;
  const words = simulatorWords[locale];
  const say = key === "registered" ? words.unregisteredOf : words.missingOf;
  return say(formatNumber(missing, locale), unitOf(kind, locale));
}

/** All that is missing in one line: "Còn thiếu 2 khu dân cư, 1 cơ quan"; when that is nothing, who has not registered. */
export function missingLine(conditions: readonly Condition[], locale: Locale): string | undefined {
  const words = simulatorWords[locale];
  const list = (of: readonly Condition[]) =>
    of.map(({ kind, missing }) => `${formatNumber(missing ?? 0, locale)} ${unitOf(kind, locale)}`).join(", ");
  const lacking = conditions.filter(({ missing }) => missing);
  const counted = lacking.filter(({ key }) => key !== "registered");
  if (counted.length > 0) return words.missingAll(list(counted));
  return lacking.length > 0 ? words.unregisteredAll(list(lacking)) : undefined;
}

const unitOf = (kind: CountedKind | undefined, locale: Locale): string =>
  kind === undefined ? simulatorWords[locale].modelUnit : safetyUnitWords[locale][kind];
