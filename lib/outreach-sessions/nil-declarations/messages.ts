import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Logged } from "./schema";

/** "2 cuộc và 3 lần loa, tờ rơi, tin bài". */
const loggedWords = (locale: Locale, unit: string, other: string, and: string) => (logged: Logged) =>
  [
    logged.gatherings > 0 && `${formatNumber(logged.gatherings, locale)} ${unit}`,
    logged.broadcasts > 0 && `${formatNumber(logged.broadcasts, locale)} ${other}`,
  ]
    .filter(Boolean)
    .join(` ${and} `);
const loggedVi = loggedWords("vi", "cuộc", "lần loa, tờ rơi, tin bài", "và");
const loggedEn = loggedWords("en", "sessions", "loudspeaker, leaflet or post entries", "and");

const vi = {
  title: "Báo không phát sinh",
  lead: "Kỳ này đơn vị chưa có số liệu. Nếu thật sự không có cuộc nào, báo không phát sinh để phân biệt với chưa báo.",
  submit: "Báo không phát sinh",
  rows: "Xem danh sách của kỳ này",
  standing: "Đã báo không phát sinh",
  declared: "Đã báo không phát sinh",
  withdrawn: "Đã rút báo không phát sinh",
  withdraw: "Rút báo không phát sinh",
  consequence: (unit: string, from: string, to: string) =>
    `${unit}, ${formatDate(from)}–${formatDate(to)}: trở lại “Chưa có số liệu” nếu không có cuộc nào.`,
  by: (name: string | null, day: string) => `báo ngày ${day}${name ? `, ${name}` : ""}`,
  contradicted: (day: string, logged: Logged) =>
    `Đã báo không phát sinh ngày ${day}, sau đó có ${loggedVi(logged)}`,
  fields: {
    period: "Kỳ",
    unitId: "Đơn vị",
    note: "Ghi chú",
    reason: "Lý do",
  },
  errors: {
    "period.required": "Chọn kỳ hoặc khoảng ngày",
    "period.not-over": "Kỳ này chưa hết; chỉ báo khi kỳ đã qua hoặc hết hôm nay",
    "period.has-sessions": (_: string, count: string) =>
      `Kỳ này đơn vị đã có ${formatNumber(Number(count), "vi")} lần ghi nhận, không báo không phát sinh được. Mở danh sách của kỳ để xem`,
    "period.overlaps": "Kỳ này trùng với lần báo không phát sinh trước. Rút lần trước rồi báo lại",
    "unitId.required": "Chọn đơn vị",
  },
};

export const nilWords = {
  vi,
  en: {
    title: "Declare nil",
    lead: "The unit has no data for this period. If there really was nothing, declare it, so that it is told from a unit that said nothing.",
    submit: "Declare nil",
    rows: "Show this period's list",
    standing: "Declared nil",
    declared: "Declared nil",
    withdrawn: "The declaration was withdrawn",
    withdraw: "Withdraw the declaration",
    consequence: (unit: string, from: string, to: string) =>
      `${unit}, ${formatDate(from)}–${formatDate(to)}: back to “No data yet” unless something was logged.`,
    by: (name: string | null, day: string) => `declared on ${day}${name ? ` by ${name}` : ""}`,
    contradicted: (day: string, logged: Logged) => `Declared nil on ${day}, then ${loggedEn(logged)}`,
    fields: { period: "Period", unitId: "Unit", note: "Note", reason: "Reason" },
    errors: {
      "period.required": "Choose a period or a range of days",
      "period.not-over": "This period is not over; declare it when it is, or on its last day",
      "period.has-sessions": (_: string, count: string) =>
        `The unit has ${formatNumber(Number(count), "en")} entries in this period, so it cannot be declared nil. Open the period's list`,
      "period.overlaps":
        "This period overlaps a declaration that stands. Withdraw that one, then declare again",
      "unitId.required": "Choose a unit",
    },
  } satisfies typeof vi,
};
