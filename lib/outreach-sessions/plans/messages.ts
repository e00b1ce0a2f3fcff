import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { Channel } from "@/prisma/client/enums";
import { channelWords } from "../messages";
import type { PlanState } from "./rules";

export const planStateWords: Words<Record<PlanState, string>> = {
  vi: { planned: "Dự kiến", overdue: "Quá hạn", held: "Đã tổ chức", cancelled: "Đã hủy" },
  en: { planned: "Planned", overdue: "Overdue", held: "Held", cancelled: "Cancelled" },
};

/** Monday first. */
export const weekdayWords: Words<readonly { short: string; long: string }[]> = {
  vi: [
    { short: "T2", long: "Thứ hai" },
    { short: "T3", long: "Thứ ba" },
    { short: "T4", long: "Thứ tư" },
    { short: "T5", long: "Thứ năm" },
    { short: "T6", long: "Thứ sáu" },
    { short: "T7", long: "Thứ bảy" },
    { short: "CN", long: "Chủ nhật" },
  ],
  en: [
    { short: "Mon", long: "Monday" },
    { short: "Tue", long: "Tuesday" },
    { short: "Wed", long: "Wednesday" },
    { short: "Thu", long: "Thursday" },
    { short: "Fri", long: "Friday" },
    { short: "Sat", long: "Saturday" },
    { short: "Sun", long: "Sunday" },
  ],
};

/** A stored value as the screen says it, when two editions are compared. */
const shows =
  (locale: Locale) =>
  (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (field === "channel") return channelWords[locale][value as Channel];
    if (field === "plannedOn") return formatDate(String(value));
    return typeof value === "number" ? formatNumber(value, locale) : String(value);
  };

const vi = {
  calendar: "Lịch tuyên truyền",
  title: "Kế hoạch tuyên truyền",
  back: "Kế hoạch này",
  plan: "Lên kế hoạch",
  planOn: "Lên kế hoạch ngày này",
  edit: "Sửa kế hoạch",
  save: "Lưu kế hoạch",
  saveEdit: "Lưu thay đổi",
  saved: "Đã lưu",
  held: "Đã tổ chức",
  heldHint: "Mở biểu mẫu ghi nhận, đã điền sẵn theo kế hoạch này",
  cancel: "Hủy kế hoạch",
  cancelledNow: "Đã hủy kế hoạch",
  cancelConsequence: "Kế hoạch chuyển thành đã hủy, còn trong lịch cùng lý do.",
  overdue: "Quá hạn",
  overdueHint: "Đã qua ngày dự kiến mà chưa ghi nhận. Ghi nhận nếu đã tổ chức; dời ngày hoặc hủy nếu không.",
  overdueRead: "Đã qua ngày dự kiến mà đơn vị chưa ghi nhận.",
  next: "14 ngày tới",
  noNext: "Chưa có kế hoạch nào trong 14 ngày tới",
  shownOf: (shown: string, all: string) => `${shown} trong ${all} kế hoạch, ngày sớm nhất trước`,
  previousMonth: "Tháng trước",
  nextMonth: "Tháng sau",
  thisMonth: "Hôm nay",
  todayMark: "hôm nay",
  month: (month: number, year: number) => `Tháng ${month}/${year}`,
  sessions: (_: number, text: string) => `${text} cuộc`,
  broadcasts: (_: number, text: string) => `${text} lần loa, tờ rơi, tin bài`,
  rest: (count: string) => `Xem thêm ${count} kế hoạch`,
  more: (count: string) => `thêm ${count}`,
  moreOn: (count: string, day: string) => `thêm ${count} kế hoạch ngày ${day}`,
  openDay: (day: string) => `Các cuộc ngày ${day}`,
  ofDay: (day: string) => `Ngày ${day}`,
  closeDay: "Đóng",
  noPlans: "Ngày này không có kế hoạch",
  emptyMonth: "Tháng này chưa có cuộc nào và chưa có kế hoạch",
  emptyHint: "Xem tháng khác hoặc lên kế hoạch cho những ngày tới.",
  session: "Cuộc đã ghi nhận",
  openSession: (day: string) => `Cuộc ngày ${day}`,
  plannedBy: "Lên kế hoạch",
  changed: "Sửa lần cuối",
  city: "Công an thành phố",
  state: "Trạng thái",
  expectedHint: "Số lượt dự, lượt phát, tờ hoặc tin bài dự kiến",
  expected: (amount: string) => `Dự kiến ${amount}`,
  byPlan: (day: string, name: string) => `Theo kế hoạch ngày ${day}: ${name}`,
};

export const planWords = {
  vi: {
    ...vi,
    show: shows("vi"),
    fields: {
      plannedOn: "Ngày dự kiến",
      unitId: "Đơn vị",
      place: "Địa điểm",
      channel: "Hình thức",
      topics: "Chủ đề",
      title: "Tên cuộc",
      expected: "Số lượng dự kiến",
      note: "Ghi chú",
      reason: "Lý do hủy",
      id: "Kế hoạch",
    },
    errors: {
      "plannedOn.in-the-past": "Ngày dự kiến phải từ hôm nay trở đi; cuộc đã tổ chức thì ghi nhận ngay",
      "plannedOn.too-far-ahead": "Chỉ lên kế hoạch trước nhiều nhất hai năm",
      "id.plan-closed": "Kế hoạch này đã được ghi nhận hoặc đã hủy, không sửa được nữa",
      "topics.required": "Chọn ít nhất một chủ đề",
      "channel.required": "Chọn hình thức",
      "unitId.required": "Chọn đơn vị",
    },
  },
  en: {
    calendar: "Outreach calendar",
    title: "Planned session",
    back: "This plan",
    plan: "Plan a session",
    planOn: "Plan for this day",
    edit: "Change the plan",
    save: "Save the plan",
    saveEdit: "Save changes",
    saved: "Saved",
    held: "It was held",
    heldHint: "Opens the session's form, filled in from this plan",
    cancel: "Cancel the plan",
    cancelledNow: "The plan was cancelled",
    cancelConsequence: "The plan stays in the calendar as cancelled, with your reason.",
    overdue: "Overdue",
    overdueHint: "Their day is over and nothing was logged. Log what was held; move or cancel what was not.",
    overdueRead: "Their day is over and the unit has logged nothing.",
    next: "The next 14 days",
    noNext: "Nothing is planned for the next 14 days",
    shownOf: (shown: string, all: string) => `${shown} of ${all} plans, the earliest first`,
    previousMonth: "Previous month",
    nextMonth: "Next month",
    thisMonth: "Today",
    todayMark: "today",
    month: (month: number, year: number) => `Month ${month}/${year}`,
    sessions: (count: number, text: string) => (count === 1 ? "1 session" : `${text} sessions`),
    broadcasts: (_count: number, text: string) => `${text} loudspeaker, leaflets, posts`,
    rest: (count: string) => `${count} more plans`,
    more: (count: string) => `${count} more`,
    moreOn: (count: string, day: string) => `${count} more plans on ${day}`,
    openDay: (day: string) => `Sessions of ${day}`,
    ofDay: (day: string) => `Day ${day}`,
    closeDay: "Close",
    noPlans: "Nothing is planned for this day",
    emptyMonth: "Nothing was held and nothing is planned in this month",
    emptyHint: "Look at another month, or plan for the days to come.",
    session: "The session logged",
    openSession: (day: string) => `Session of ${day}`,
    plannedBy: "Planned",
    changed: "Last changed",
    city: "City police",
    state: "State",
    expectedHint: "Attendances, rounds, leaflets or posts you expect",
    expected: (amount: string) => `Expected: ${amount}`,
    byPlan: (day: string, name: string) => `As planned for ${day}: ${name}`,
    show: shows("en"),
    fields: {
      plannedOn: "Planned day",
      unitId: "Unit",
      place: "Place",
      channel: "Channel",
      topics: "Topics",
      title: "Title",
      expected: "Expected number",
      note: "Note",
      reason: "Reason for cancelling",
      id: "Plan",
    },
    errors: {
      "plannedOn.in-the-past": "The planned day is today or later; log a session that was held",
      "plannedOn.too-far-ahead": "Plans reach two years ahead at most",
      "id.plan-closed": "This plan was held or cancelled already and can no longer be changed",
      "topics.required": "Choose at least one topic",
      "channel.required": "Choose a channel",
      "unitId.required": "Choose a unit",
    },
  },
} satisfies Words<
  typeof vi & {
    show: ReturnType<typeof shows>;
    fields: Record<string, string>;
    errors: Record<string, string>;
  }
>;
