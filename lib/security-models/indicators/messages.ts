import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { IndicatorFrequency, IndicatorSum, IndicatorTime } from "@/prisma/client/enums";
import type { ReadingScheme } from "./catalog";

export const overPointsWords: Words<Record<IndicatorSum, string>> = {
  vi: { sum: "Cộng các điểm", average: "Lấy trung bình các điểm" },
  en: { sum: "Sum of the points", average: "Average of the points" },
};

export const overTimeWords: Words<Record<IndicatorTime, string>> = {
  vi: { last: "Lấy số mới nhất", sum: "Cộng các kỳ", average: "Lấy trung bình các kỳ" },
  en: { last: "Latest figure", sum: "Sum of the periods", average: "Average of the periods" },
};

export const frequencyWords: Words<Record<IndicatorFrequency, string>> = {
  vi: { month: "Hằng tháng", quarter: "Hằng quý", half: "6 tháng", year: "Hằng năm" },
  en: { month: "Monthly", quarter: "Quarterly", half: "Half-yearly", year: "Yearly" },
};

export const readingSchemeWords: Words<Record<ReadingScheme, string>> = {
  vi: { reporting: "Kỳ báo cáo (từ ngày 15 đến ngày 14)", calendar: "Tháng, quý, năm dương lịch" },
  en: { reporting: "Reporting periods (15th to 14th)", calendar: "Calendar months, quarters, years" },
};

/** How a total is made, in one sentence: what a figure's note says. */
const waysVi: Record<IndicatorTime, Record<IndicatorSum, string>> = {
  last: {
    sum: "Cộng số mới nhất của từng điểm đang duy trì; không cộng số của các kỳ với nhau.",
    average: "Trung bình số mới nhất của các điểm đang duy trì có số liệu.",
  },
  sum: {
    sum: "Cộng số của mọi kỳ, mọi điểm trong khoảng thời gian.",
    average: "Mỗi điểm cộng số các kỳ, rồi lấy trung bình các điểm có số liệu.",
  },
  average: {
    sum: "Mỗi điểm lấy trung bình các kỳ, rồi cộng các điểm.",
    average: "Mỗi điểm lấy trung bình các kỳ, rồi lấy trung bình các điểm có số liệu.",
  },
};
const waysEn: typeof waysVi = {
  last: {
    sum: "The latest figure of each point in force, summed; periods are never added to each other.",
    average: "The average of the latest figures of the points in force that gave one.",
  },
  sum: {
    sum: "Every period of every point within the span, summed.",
    average: "Each point's periods are summed, then averaged over the points that gave a figure.",
  },
  average: {
    sum: "Each point's periods are averaged, then the points are summed.",
    average: "Each point's periods are averaged, then averaged over the points that gave a figure.",
  },
};

type Rule = { definition: string | null; overPoints: IndicatorSum; overTime: IndicatorTime };

/** What an indicator counts and how its total is made. */
export const explained = ({ definition, overPoints, overTime }: Rule, locale: Locale): string => {
  const way = (locale === "vi" ? waysVi : waysEn)[overTime][overPoints];
  return definition ? `${definition.replace(/[.\s]*$/, ".")} ${way}` : way;
};

const vi = {
  title: "Chỉ số",
  of: "Chỉ số của mô hình",
  lead: "Những con số mỗi điểm của mô hình báo theo kỳ.",
  create: "Thêm chỉ số",
  edit: "Sửa chỉ số",
  save: "Lưu chỉ số",
  saveEdit: "Lưu thay đổi",
  saved: "Đã lưu chỉ số",
  retired: (day: string) => `Ngừng từ ${formatDate(day)}`,
  inUse: "Đang dùng",
  state: "Tình trạng",
  range: "Khoảng cho phép",
  rangeOf: (least: string, most: string) => `${least} đến ${most}`,
  howSummed: "Cách cộng",
  requiredYes: "Bắt buộc mỗi kỳ",
  requiredNo: "Không bắt buộc",
  retire: "Ngừng dùng chỉ số",
  confirmRetire: "Ngừng dùng chỉ số này",
  retireConsequence: (name: string) =>
    `“${name}” không nhận số liệu của những kỳ kết thúc từ ngày này trở đi. Số liệu đã có giữ nguyên.`,
  readings: "Nhập số liệu",
  manage: "Định nghĩa chỉ số",
  open: "Xem số liệu từng điểm",
  emptyTitle: "Mô hình này chưa có chỉ số nào",
  emptyHint: "Cán bộ Công an TP đặt chỉ số, mỗi điểm báo số theo kỳ",
  fixedNote: (count: number) =>
    `Đã có ${formatNumber(count, "vi")} số liệu, nên kỳ báo, loại kỳ và số chữ số thập phân không đổi được nữa.`,
  source: "Số liệu các đơn vị báo theo từng điểm, từng kỳ",
  pointsKnown: (known: string, points: string) => `${known} trong ${points} điểm có số liệu`,
  unknownFigure: (points: string) => `${points} điểm chưa đủ số liệu, nên đây là số tối thiểu.`,
  trend: (name: string, unit: string) => `${name} (${unit})`,
  trendLast: "Số mới nhất tính đến cuối mỗi kỳ",
  trendSum: "Số của từng kỳ",
  highlights: "Chỉ số của mô hình",
  point: "Điểm",
  unit: "Đơn vị",
  latest: "Kỳ của số mới nhất",
  periods: "Số kỳ đã báo",
  value: "Số liệu",
  noFigure: "Chưa có số liệu",
  leavesOut: "thiếu kỳ",
  grid: "Bảng số liệu từng kỳ",
  sumOf: (points: string) => `Cộng ${points} điểm có số liệu`,
  averageOf: (points: string) => `Trung bình ${points} điểm có số liệu`,
  noPointsTitle: "Không có điểm nào của mô hình trong phạm vi này",
  noPointsHint: "Chọn đơn vị khác, ngày khác hoặc kỳ khác",
  sections: { what: "Chỉ số", how: "Cách cộng", when: "Kỳ báo", limits: "Giới hạn và thứ tự" },
  hints: {
    name: "Ví dụ: Số mắt camera",
    unitLabel: "Ví dụ: mắt, hộ, người, %",
    definition: "Đếm cái gì, không đếm cái gì",
    overTime: "Số đang có (mắt camera, số hộ) thì lấy số mới nhất; việc đã làm trong kỳ thì cộng các kỳ",
    fixed: "Không đổi được nữa khi đã có số liệu",
    position: "Thứ tự cột trong bảng nhập",
  },
  fields: {
    modelId: "Mô hình",
    name: "Tên chỉ số",
    unitLabel: "Đơn vị tính",
    definition: "Cách đếm",
    overPoints: "Giữa các điểm",
    overTime: "Qua các kỳ",
    scheme: "Loại kỳ",
    frequency: "Kỳ báo",
    decimals: "Chữ số thập phân",
    least: "Nhỏ nhất",
    most: "Lớn nhất",
    required: "Bắt buộc báo mỗi kỳ",
    position: "Thứ tự",
    retiredOn: "Ngừng từ ngày",
    reason: "Lý do",
  },
  errors: {
    "name.taken": "Mô hình này đã có chỉ số cùng tên. Đặt tên khác hoặc sửa chỉ số đó",
    "modelId.merged": "Mô hình này đã hợp nhất vào mô hình khác. Thêm chỉ số ở mô hình nhận",
    "overPoints.required": "Chọn cách cộng giữa các điểm",
    "overTime.required": "Chọn cách cộng qua các kỳ",
    "frequency.fixed": "Kỳ báo không đổi được nữa vì đã có số liệu. Ngừng chỉ số này và thêm chỉ số mới",
    "scheme.fixed": "Loại kỳ không đổi được nữa vì đã có số liệu. Ngừng chỉ số này và thêm chỉ số mới",
    "decimals.fixed": "Số chữ số thập phân không đổi được nữa vì đã có số liệu",
    "below-least": "Lớn nhất phải từ số nhỏ nhất trở lên",
    "not-a-number": (label: string) => `${label} phải là số, ví dụ 1.250 hoặc 12,5`,
    "too-precise": (label: string, digits: string) => `${label} có nhiều nhất ${digits} chữ số sau dấu phẩy`,
    "retired-before": "Chỉ số này đã ngừng dùng",
  } as Record<string, string | FieldSentence>,
  show: (field: string, value: unknown) => shown("vi", field, value),
};

const en: typeof vi = {
  title: "Indicators",
  of: "Indicators of the model",
  lead: "The figures every point of the model gives for each period.",
  create: "Add an indicator",
  edit: "Edit the indicator",
  save: "Save the indicator",
  saveEdit: "Save changes",
  saved: "The indicator is saved",
  retired: (day) => `Retired on ${formatDate(day)}`,
  inUse: "In use",
  state: "State",
  range: "Allowed range",
  rangeOf: (least, most) => `${least} to ${most}`,
  howSummed: "How it sums",
  requiredYes: "Required every period",
  requiredNo: "Optional",
  retire: "Retire the indicator",
  confirmRetire: "Retire this indicator",
  retireConsequence: (name) =>
    `“${name}” takes no figures of periods that end on this day or later. Figures that stand are kept.`,
  readings: "Enter figures",
  manage: "Define indicators",
  open: "Show the figures of each point",
  emptyTitle: "This model has no indicator yet",
  emptyHint: "City staff define indicators; every point gives its figure for each period",
  fixedNote: (count) =>
    `${formatNumber(count, "en")} figures stand, so frequency, kind of period and decimals can no longer change.`,
  source: "Figures the units gave for each point and period",
  pointsKnown: (known, points) => `${known} of ${points} points gave a figure`,
  unknownFigure: (points) => `${points} points did not give all figures, so this is the least it can be.`,
  trend: (name, unit) => `${name} (${unit})`,
  trendLast: "Latest figures at the end of each period",
  trendSum: "Figures of each period",
  highlights: "Indicators of models",
  point: "Point",
  unit: "Unit",
  latest: "Period of the latest figure",
  periods: "Periods reported",
  value: "Figure",
  noFigure: "No data",
  leavesOut: "leaves periods out",
  grid: "Figures period by period",
  sumOf: (points) => `Sum of the ${points} points with a figure`,
  averageOf: (points) => `Average of the ${points} points with a figure`,
  noPointsTitle: "The model has no point here",
  noPointsHint: "Choose another unit, day or period",
  sections: {
    what: "The indicator",
    how: "How it sums",
    when: "When it is read",
    limits: "Limits and order",
  },
  hints: {
    name: "For example: camera lenses",
    unitLabel: "For example: lenses, households, people, %",
    definition: "What is counted and what is not",
    overTime:
      "What stands (lenses, households) takes the latest figure; what was done is summed over periods",
    fixed: "Can no longer change once figures stand",
    position: "Order of the columns in the grid",
  },
  fields: {
    modelId: "Model",
    name: "Name",
    unitLabel: "Unit",
    definition: "How to count",
    overPoints: "Over points",
    overTime: "Over periods",
    scheme: "Kind of period",
    frequency: "Frequency",
    decimals: "Decimals",
    least: "Least",
    most: "Most",
    required: "Required every period",
    position: "Position",
    retiredOn: "Retired on",
    reason: "Reason",
  },
  errors: {
    "name.taken": "The model has an indicator of this name. Choose another name, or edit that one",
    "modelId.merged": "This model was merged into another one. Add the indicator there",
    "overPoints.required": "Choose how the points come together",
    "overTime.required": "Choose how the periods come together",
    "frequency.fixed":
      "The frequency can no longer change: figures stand. Retire this indicator and add a new one",
    "scheme.fixed":
      "The kind of period can no longer change: figures stand. Retire this indicator and add a new one",
    "decimals.fixed": "The decimals can no longer change: figures stand",
    "below-least": "Most must not be below least",
    "not-a-number": (label: string) => `${label} must be a number, such as 1250 or 12.5`,
    "too-precise": (label: string, digits: string) =>
      `${label} takes at most ${digits} digits after the point`,
    "retired-before": "This indicator is retired already",
  },
  show: (field, value) => shown("en", field, value),
};

/** A stored value as the screen shows it, for two editions side by side. */
function shown(locale: Locale, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  const known: Record<string, Record<string, string>> = {
    overPoints: overPointsWords[locale],
    overTime: overTimeWords[locale],
    frequency: frequencyWords[locale],
    scheme: readingSchemeWords[locale],
  };
  if (field === "required")
    return value ? indicatorWords[locale].requiredYes : indicatorWords[locale].requiredNo;
  return (
    known[field]?.[String(value)] ?? (typeof value === "number" ? formatNumber(value, locale) : String(value))
  );
}

export const indicatorWords: Words<typeof vi> = { vi, en };
