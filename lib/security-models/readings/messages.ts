import type { FormState } from "@/lib/core/form-state";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import { parsePeriod, periodLabel } from "@/lib/core/periods";
import type { CellAnswer } from "./rules";

const vi = {
  title: "Chỉ số của mô hình",
  lead: "Mỗi điểm báo số của từng kỳ. Số được lưu ngay khi rời ô.",
  leadReadOnly: "Số liệu mỗi điểm báo theo từng kỳ.",
  model: "Mô hình",
  period: "Kỳ",
  unit: "Đơn vị",
  look: "Xem",
  choose: "Chọn số liệu để xem",
  wholeCity: "Toàn thành phố",
  ownArea: "Toàn địa bàn",
  running: "đang diễn ra",
  point: "Điểm",
  grid: (model: string, period: string) => `Số liệu ${model}, ${period}`,
  optional: "không bắt buộc",
  totals: "Cộng trong kỳ",
  trend: "Diễn biến",
  emptyTitle: "Chưa có mô hình nào có chỉ số",
  emptyHint: "Công an TP đặt chỉ số tại trang của mô hình; khi đó các điểm nhập số ở đây",
  noPointsTitle: "Không có điểm nào hoạt động trong kỳ này",
  noPointsHint: "Chọn kỳ khác hoặc đơn vị khác",
  noneMissing: "Không điểm nào còn thiếu",
  noneMissingHint: "Mọi chỉ số bắt buộc của kỳ này đã có số liệu",
  missing: (cells: string, points: string) => `Còn thiếu ${cells} số liệu bắt buộc ở ${points} điểm`,
  complete: "Đủ số liệu bắt buộc của kỳ này",
  onlyMissing: "Chỉ xem điểm còn thiếu",
  allPoints: "Xem mọi điểm",
  ended: (day: string) => `kết thúc ${formatDate(day)}`,
  lacking: "còn thiếu",
  lock: "Khóa kỳ này",
  lockConsequence: (period: string) =>
    `Sau khi khóa, không ai sửa được số liệu ${period} của mô hình này cho đến khi mở khóa.`,
  locked: "Đã khóa kỳ này",
  lockedBy: (name: string | null, day: string) =>
    `Khóa ngày ${day}${name ? `, ${name}` : ""}. Không ai sửa được số liệu của kỳ.`,
  lockDone: "Đã khóa kỳ",
  unlockDone: "Đã mở khóa kỳ",
  unlock: "Mở khóa kỳ này",
  unlockConsequence: (from: string, to: string) =>
    `Các đơn vị sửa được số liệu từ ${formatDate(from)} đến ${formatDate(to)} trở lại.`,
  save: "Lưu số liệu",
  copy: "Lấy số kỳ trước",
  copied: (count: string) => `Đã lấy ${count} số kỳ trước`,
  nothingToCopy: "Không có ô trống nào lấy được số kỳ trước",
  keys: "Mũi tên, Enter và Tab để sang ô khác; Esc để lấy lại số cũ; Ctrl+S để lưu ngay.",
  savedCount: (count: string) => `Đã lưu ${count} số liệu`,
  waitingCount: (count: string) => `${count} ô chờ gửi`,
  toMend: (count: string) => `${count} ô cần sửa`,
  offline: "Chưa gửi được, máy chủ không trả lời. Giữ trang này mở, số sẽ tự gửi lại khi có mạng.",
  states: {
    saved: "Đã lưu",
    waiting: "Chờ gửi",
    sending: "Đang gửi",
    refused: "Không nhận",
    locked: "Đã khóa",
  },
  leave: "Có số liệu chưa lưu. Rời trang này?",
  previous: (value: string) => `kỳ trước ${value}`,
  fields: {
    modelId: "Mô hình",
    period: "Kỳ",
    cells: "Số liệu",
    reason: "Lý do",
  },
  errors: {
    "period.not-over": "Kỳ này chưa hết, chỉ khóa kỳ đã qua",
    "period.not-begun": "Kỳ này chưa bắt đầu, chưa có số liệu để báo",
    "period.not-locked": "Kỳ này không khóa",
    "cells.required": "Chưa có ô nào để lưu",
  } as Record<string, string>,
  show: (field: string, value: unknown) => shown("vi", field, value),
};

const en: typeof vi = {
  title: "Indicators of models",
  lead: "Every point gives its figures for each period. A figure is saved as you leave its cell.",
  leadReadOnly: "The figures every point gave for each period.",
  model: "Model",
  period: "Period",
  unit: "Unit",
  look: "Show",
  choose: "Choose what to show",
  wholeCity: "Whole city",
  ownArea: "Own area",
  running: "running",
  point: "Point",
  grid: (model, period) => `Figures of ${model}, ${period}`,
  optional: "optional",
  totals: "Totals of the period",
  trend: "Trend",
  emptyTitle: "No model has an indicator yet",
  emptyHint: "City staff define indicators on a model's page; points then give their figures here",
  noPointsTitle: "No point ran in this period",
  noPointsHint: "Choose another period or another unit",
  noneMissing: "Nothing is missing",
  noneMissingHint: "Every required indicator of this period has its figures",
  missing: (cells, points) => `${cells} required figures are missing at ${points} points`,
  complete: "Every required figure of this period is in",
  onlyMissing: "Show points that lack figures",
  allPoints: "Show all points",
  ended: (day) => `ended ${formatDate(day)}`,
  lacking: "missing",
  lock: "Lock this period",
  lockConsequence: (period) =>
    `Once locked, nobody changes this model's figures of ${period} until it is unlocked.`,
  locked: "This period is locked",
  lockedBy: (name, day) => `Locked on ${day}${name ? ` by ${name}` : ""}. Nobody can change its figures.`,
  lockDone: "The period is locked",
  unlockDone: "The period is unlocked",
  unlock: "Unlock this period",
  unlockConsequence: (from, to) =>
    `Units can change the figures from ${formatDate(from)} to ${formatDate(to)} again.`,
  save: "Save figures",
  copy: "Copy last period's figures",
  copied: (count) => `${count} figures of the last period were copied`,
  nothingToCopy: "No empty cell has a figure to copy",
  keys: "Arrows, Enter and Tab move on; Esc brings the old figure back; Ctrl+S saves at once.",
  savedCount: (count) => `${count} figures saved`,
  waitingCount: (count) => `${count} cells waiting`,
  toMend: (count) => `${count} cells to correct`,
  offline: "Not sent: the server does not answer. Keep this page open; figures are sent again by themselves.",
  states: { saved: "Saved", waiting: "Waiting", sending: "Being sent", refused: "Refused", locked: "Locked" },
  leave: "Some figures are not saved. Leave this page?",
  previous: (value) => `last period ${value}`,
  fields: { modelId: "Model", period: "Period", cells: "Figures", reason: "Reason" },
  errors: {
    "period.not-over": "This period is not over; only past periods are locked",
    "period.not-begun": "This period has not begun, there is nothing to report",
    "period.not-locked": "This period is not locked",
    "cells.required": "There is no cell to save",
  },
  show: (field, value) => shown("en", field, value),
};

function shown(locale: Locale, field: string, value: unknown): string {
  const period = field === "period" ? parsePeriod(String(value)) : undefined;
  if (period) return periodLabel(period, locale);
  return typeof value === "number" ? formatNumber(value, locale) : String(value ?? "–");
}

export const readingWords: Words<typeof vi> = { vi, en };

type CellSentence = (argument: string, second: string) => string;
const cellWords: Words<Record<string, CellSentence>> = {
  vi: {
    "not-found": () => "Không tìm thấy điểm này trong phạm vi của đơn vị",
    "not-in-period": () => "Điểm không hoạt động trong kỳ này",
    retired: () => "Chỉ số này đã ngừng dùng",
    locked: () => "Kỳ này đã khóa, không sửa được",
    "not-a-number": () => "Nhập số, ví dụ 1.250 hoặc 12,5",
    "whole-only": () => "Nhập số nguyên, ví dụ 35",
    "too-precise": (digits) => `Nhập nhiều nhất ${digits} chữ số sau dấu phẩy`,
    "out-of-range": (least, most) => `Nhập từ ${least} đến ${most}`,
    changed: (theirs) => `Người khác vừa ghi ${theirs}. Lưu lần nữa để thay bằng số của đồng chí`,
  },
  en: {
    "not-found": () => "No such point within your unit's reach",
    "not-in-period": () => "The point did not run in this period",
    retired: () => "This indicator is retired",
    locked: () => "This period is locked",
    "not-a-number": () => "Enter a number, such as 1250 or 12.5",
    "whole-only": () => "Enter a whole number, such as 35",
    "too-precise": (digits) => `Enter at most ${digits} digits after the point`,
    "out-of-range": (least, most) => `Enter ${least} to ${most}`,
    changed: (theirs) => `Somebody has just written ${theirs}. Save again to replace it with yours`,
  },
};

type Refused = Extract<CellAnswer, { stored: false }>;

/** Why a cell was refused, in one sentence. */
export function cellSentence({ code, theirs }: Refused, locale: Locale): string {
  const [kind = "", ...numbers] = code.split(":");
  const [first = "", second = ""] = numbers.map((number) => formatNumber(Number(number), locale));
  const stands = theirs ? (theirs.value === null ? "–" : formatNumber(theirs.value, locale)) : first;
  const sentence = cellWords[locale][kind] ?? cellWords[locale]["not-a-number"];
  return sentence?.(stands, second) ?? code;
}

/** A cell's answer as a grid reads it: what stands now as text, or why it was refused. */
export type CellTold = { key: string; stored: boolean; version?: number; text?: string; message?: string };

/** The answers of a request in the reader's words. */
export const toldCells = (answers: readonly CellAnswer[], locale: Locale): CellTold[] =>
  answers.map((answer) =>
    answer.stored
      ? { key: answer.key, stored: true, version: answer.version, text: figureText(answer.value, locale) }
      : {
          key: answer.key,
          stored: false,
          version: answer.theirs?.version,
          message: cellSentence(answer, locale),
        },
  );

/** A figure as a cell shows it; an empty one is none. */
export const figureText = (value: number | null, locale: Locale): string =>
  value === null ? "" : formatNumber(value, locale);

/** What a plain form comes back with: every refused cell told and every typed figure kept; nothing where all is stored. */
export function outcomeOf(
  answers: readonly CellAnswer[],
  data: FormData,
  locale: Locale,
): Partial<FormState> | undefined {
  const refused = answers.filter((answer) => !answer.stored);
  if (refused.length === 0) return undefined;
  const typed = [...data.entries()].flatMap(([name, value]) =>
    name.startsWith("cell.") && typeof value === "string"
      ? [[name.split(".").slice(1, 3).join("."), value] as const]
      : [],
  );
  return {
    status: "error",
    message: readingWords[locale].toMend(formatNumber(refused.length, locale)),
    errors: Object.fromEntries(refused.map((answer) => [answer.key, [cellSentence(answer, locale)]])),
    values: Object.fromEntries(typed.map(([key, value]) => [key, [value]])),
  };
}
