import type { Words } from "@/lib/core/locale";
import type { Doubt, ProposedField } from "./schema";

/** What a marked piece of the text was read as. */
export const meanings = ["day", "place", "count", "topic"] as const;
export type Meaning = (typeof meanings)[number];

export const meaningOf: Record<ProposedField, Meaning> = {
  heldOn: "day",
  period: "day",
  place: "place",
  unitText: "place",
  sessions: "count",
  attendance: "count",
  quantity: "count",
  views: "count",
  vneidGuided: "count",
  levelTwoGuided: "count",
  onlineServiceGuided: "count",
  weaponsHandedIn: "count",
  pledges: "count",
  channel: "topic",
  topics: "topic",
  languages: "topic",
};

/** Why a figure could not be set beside the portal's own count. */
export type Unresolved =
  | "no-period"
  | "no-unit"
  | "unit-unknown"
  | "unit-ambiguous"
  | "unit-not-then"
  | "nothing-to-compare";

export const pasteWords: Words<{
  title: string;
  lead: string;
  entrance: string;
  text: string;
  textHint: string;
  day: string;
  dayHint: string;
  unit: string;
  unitHint: string;
  read: string;
  reading: string;
  source: string;
  legend: string;
  meanings: Record<Meaning, string>;
  found: (sessions: number, figures: number) => string;
  none: string;
  noneHint: string;
  session: (number: number) => string;
  figure: (number: number) => string;
  figureNote: string;
  doubts: string;
  log: string;
  logged: string;
  open: string;
  kept: string;
  outbox: string;
  period: string;
  saidSessions: string;
  compare: string;
  reported: string;
  counted: string;
  comparedFor: (unit: string, period: string) => string;
  comparedAll: string;
  /** By what the report says, and the units it may mean. */
  unresolved: Record<Unresolved, (said: string, offered?: string) => string>;
  asReported: (words: string) => string;
  notThere: string;
  doubt: Record<Doubt, string>;
  fields: { text: string; day: string; unit: string };
  errors: Record<string, string>;
}> = {
  vi: {
    title: "Dán báo cáo",
    lead: "Dán một đoạn báo cáo Word hoặc Zalo. Cổng đề xuất từng cuộc và số liệu; đồng chí xem và ghi từng cuộc. Không gì được lưu tự động.",
    entrance: "Dán báo cáo",
    text: "Nội dung báo cáo",
    textHint: "Nhiều nhất 50.000 ký tự. Chỉ đọc để đề xuất, không lưu.",
    day: "Ngày của báo cáo",
    dayHint: "“Từ đầu năm”, “hôm qua” và ngày không có năm tính từ ngày này",
    unit: "Đơn vị của báo cáo",
    unitHint: "Dùng khi báo cáo không nêu tên đơn vị",
    read: "Đọc báo cáo",
    reading: "Đang đọc…",
    source: "Phần đã đọc trong báo cáo",
    legend: "Chú giải",
    meanings: { day: "Thời gian", place: "Nơi, đơn vị", count: "Số lượng", topic: "Hình thức, chủ đề" },
    found: (sessions, figures) => `${sessions} cuộc có thể ghi, ${figures} số liệu tổng hợp`,
    none: "Không đọc được cuộc hoặc số liệu nào trong đoạn này",
    noneHint:
      "Đoạn cần có số, ví dụ: Ngày 11/8/2025 tổ chức 01 cuộc tuyên truyền về ma túy cho 120 lượt người dự",
    session: (number) => `Cuộc ${number}`,
    figure: (number) => `Số liệu tổng hợp ${number}`,
    figureNote: "Tổng của nhiều cuộc, không ghi thành một cuộc",
    doubts: "Cần xem lại",
    log: "Ghi thành cuộc",
    logged: "Đã ghi",
    open: "Mở cuộc vừa ghi",
    kept: "Đã lưu trên máy này, chờ gửi",
    outbox: "Hộp chờ gửi",
    period: "Kỳ",
    saidSessions: "Số cuộc",
    compare: "Đối chiếu với cổng",
    reported: "Báo cáo nêu",
    counted: "Cổng đếm được",
    comparedFor: (unit, period) => `${unit}, ${period}, địa giới hiện nay`,
    comparedAll: "Cổng đếm mọi chủ đề trong kỳ",
    unresolved: {
      "no-period": () => "Báo cáo không nêu rõ kỳ, chưa đối chiếu được",
      "no-unit": () => "Báo cáo không nêu đơn vị. Chọn đơn vị của báo cáo rồi đọc lại",
      "unit-unknown": (name, near) =>
        `Không có đơn vị “${name}” trong phạm vi${near ? `. Gần giống: ${near}` : ""}`,
      "unit-ambiguous": (name, names = "") =>
        `“${name}” mơ hồ, có thể là ${names}. Chọn đơn vị của báo cáo rồi đọc lại`,
      "unit-not-then": (name, offered) =>
        `${name} không tồn tại vào ngày này${offered ? `; ngày đó là ${offered}` : ""}`,
      "nothing-to-compare": () => "Số liệu này cổng không đếm riêng",
    },
    asReported: (words) => `Theo báo cáo: ${words}`,
    notThere: "không nêu",
    doubt: {
      "no-day": "Báo cáo không nêu ngày; nhập ngày tổ chức",
      "no-period": "Báo cáo không nêu kỳ",
      "no-such-day": "Ngày trong báo cáo không có thật",
      "day-without-year": "Ngày không có năm; đã lấy năm gần nhất",
      "day-ahead": "Ngày sau ngày của báo cáo",
      "two-days": "Nêu nhiều ngày; mỗi ngày là một cuộc riêng",
      "period-without-year": "Kỳ không có năm; đã lấy năm của báo cáo",
      "which-months": "Chưa rõ tính theo tháng lịch hay kỳ báo cáo từ ngày 15",
      "which-week": "Chưa rõ tuần nào",
      "open-end": "Kỳ không nêu ngày cuối; đã lấy ngày của báo cáo",
      "end-by-text":
        "Kỳ không nêu ngày cuối, ngày của báo cáo thuộc năm khác; đã lấy ngày nêu trong nội dung. Nếu báo cáo viết ngày khác, sửa ngày của báo cáo rồi đọc lại",
      "end-of-year":
        "Kỳ không nêu ngày cuối, ngày của báo cáo thuộc năm khác; đã lấy hết năm của kỳ. Nếu báo cáo viết trước đó, sửa ngày của báo cáo rồi đọc lại",
      "open-start": "Kỳ không nêu ngày đầu",
      "time-carried": "Thời gian lấy từ câu trước",
      "no-topic": "Không đọc được chủ đề; chọn chủ đề",
      "topics-carried": "Chủ đề lấy từ phần trước của câu",
      "unit-carried": "Đơn vị lấy từ câu trước",
      "no-attendance": "Không nêu số lượt người dự",
      "no-count": "Không nêu số lượng",
      "no-session": "Không rõ số này thuộc cuộc nào",
      "two-attendances": "Nêu hai số lượt dự; đã lấy số đầu",
      "two-values": "Nêu hai số cho cùng một mục; đã lấy số đầu",
      "vague-count": "Số lượng nêu bằng chữ không rõ (vài, nhiều, hàng trăm)",
      range: "Số lượng nêu thành khoảng",
      "unclear-number": "Không đọc chắc được số",
      "numbers-differ": "Số bằng chữ và bằng số khác nhau",
      "comma-in-number": "Dấu phẩy trong số đã hiểu là dấu phân cách hàng nghìn",
      "unit-unclear": "Chưa rõ đơn vị tính",
      "people-not-attendances": "Báo cáo nêu số người; cổng đếm lượt người dự",
      "households-not-people": "Báo cáo nêu số hộ; cổng đếm lượt người dự",
      "shared-count": "Một số chung cho nhiều cuộc hoặc nhiều mục",
      "part-of-above": "Là một phần của số liệu nêu trước; không cộng thêm",
      planned: "Có thể mới là kế hoạch, chưa tổ chức",
    },
    fields: { text: "Nội dung báo cáo", day: "Ngày của báo cáo", unit: "Đơn vị của báo cáo" },
    errors: {
      "text.required": "Dán nội dung báo cáo",
      "text.too-long": "Nội dung dài quá 50.000 ký tự; dán từng phần",
    },
  },
  en: {
    title: "Paste a report",
    lead: "Paste a paragraph of a Word or Zalo report. The portal proposes sessions and figures; you look at each and log it. Nothing is stored by itself.",
    entrance: "Paste a report",
    text: "The report's text",
    textHint: "50,000 characters at most. It is only read for proposals, not stored.",
    day: "Day of the report",
    dayHint: "“Since the start of the year”, “yesterday” and days without a year are told from it",
    unit: "Unit of the report",
    unitHint: "Used where the report names no unit",
    read: "Read the report",
    reading: "Reading…",
    source: "What was read in the report",
    legend: "Legend",
    meanings: { day: "When", place: "Place, unit", count: "How many", topic: "Channel, topics" },
    found: (sessions, figures) => `${sessions} sessions to log, ${figures} figures`,
    none: "No session or figure could be read in this text",
    noneHint:
      "It needs numbers, such as: Ngày 11/8/2025 tổ chức 01 cuộc tuyên truyền về ma túy cho 120 lượt người dự",
    session: (number) => `Session ${number}`,
    figure: (number) => `Figure ${number}`,
    figureNote: "A sum over many sessions; not logged as one",
    doubts: "To be looked at",
    log: "Log this session",
    logged: "Logged",
    open: "Open the session",
    kept: "Saved on this device, waiting to be sent",
    outbox: "Outbox",
    period: "Period",
    saidSessions: "Sessions",
    compare: "Beside the portal's own count",
    reported: "The report says",
    counted: "The portal counts",
    comparedFor: (unit, period) => `${unit}, ${period}, today's boundaries`,
    comparedAll: "The portal counts all topics of the period",
    unresolved: {
      "no-period": () => "The report does not say which period; not compared",
      "no-unit": () => "The report names no unit. Choose the report's unit and read again",
      "unit-unknown": (name, near) => `No unit “${name}” within reach${near ? `. Close to: ${near}` : ""}`,
      "unit-ambiguous": (name, names = "") =>
        `“${name}” may be ${names}. Choose the report's unit and read again`,
      "unit-not-then": (name, offered) =>
        `${name} did not exist on that day${offered ? `; on that day it was ${offered}` : ""}`,
      "nothing-to-compare": () => "The portal has no count of its own for this figure",
    },
    asReported: (words) => `As reported: ${words}`,
    notThere: "not said",
    doubt: {
      "no-day": "The report names no day; enter it",
      "no-period": "The report names no period",
      "no-such-day": "The day in the report does not exist",
      "day-without-year": "A day without a year; the latest was taken",
      "day-ahead": "The day lies after the report's own",
      "two-days": "Several days are named; each is a session of its own",
      "period-without-year": "A period without a year; the report's was taken",
      "which-months": "Calendar months, or reporting months from the 15th? The report does not say",
      "which-week": "Which week is meant is unclear",
      "open-end": "The period has no last day; the report's day was taken",
      "end-by-text":
        "The period has no last day and the report's day is of another year; a day named in the text was taken. If the report was written on another, change its day and read again",
      "end-of-year":
        "The period has no last day and the report's day is of another year; the end of that year was taken. If the report was written before, change its day and read again",
      "open-start": "The period has no first day",
      "time-carried": "The time is that of an earlier sentence",
      "no-topic": "No topic could be read; choose one",
      "topics-carried": "The topics are those of an earlier part of the sentence",
      "unit-carried": "The unit is that of an earlier sentence",
      "no-attendance": "No attendances are named",
      "no-count": "No count is named",
      "no-session": "Which session this count belongs to is unclear",
      "two-attendances": "Two numbers of attendances; the first was taken",
      "two-values": "Two numbers for one thing; the first was taken",
      "vague-count": "The count is vague (a few, many, hundreds)",
      range: "The count is a range",
      "unclear-number": "The number could not be read for certain",
      "numbers-differ": "The number in words and the one in digits differ",
      "comma-in-number": "The comma was taken as a thousands mark",
      "unit-unclear": "What is counted is unclear",
      "people-not-attendances": "The report counts people; the portal counts attendances",
      "households-not-people": "The report counts households; the portal counts attendances",
      "shared-count": "One number for several sessions or things",
      "part-of-above": "Part of a figure named before; not to be added",
      planned: "Perhaps only planned, not held",
    },
    fields: { text: "The report's text", day: "Day of the report", unit: "Unit of the report" },
    errors: {
      "text.required": "Paste the report's text",
      "text.too-long": "More than 50,000 characters; paste it in parts",
    },
  },
};
