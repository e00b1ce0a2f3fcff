import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { PointEnd, PointGrade, PointOrigin, PointStatus } from "@/prisma/client/enums";

export const statusWords: Words<Record<PointStatus, string>> = {
  vi: {
    proposed: "Đề xuất",
    approved: "Đã phê duyệt",
    piloting: "Thí điểm",
    active: "Hoạt động",
    consolidating: "Củng cố",
    suspended: "Tạm ngưng",
    ended: "Đã kết thúc",
  },
  en: {
    proposed: "Proposed",
    approved: "Approved",
    piloting: "Piloting",
    active: "Active",
    consolidating: "Consolidating",
    suspended: "Suspended",
    ended: "Ended",
  },
};

export const originWords: Words<Record<PointOrigin, string>> = {
  vi: { new: "Xây mới", replicated: "Nhân rộng" },
  en: { new: "Newly built", replicated: "Replicated" },
};

export const endWords: Words<Record<PointEnd, string>> = {
  vi: { merged: "Hợp nhất", removed: "Thanh loại", finished: "Kết thúc" },
  en: { merged: "Merged", removed: "Removed", finished: "Finished" },
};

export const gradeWords: Words<Record<PointGrade, string>> = {
  vi: { effective: "Hiệu quả", average: "Trung bình", poor: "Kém" },
  en: { effective: "Effective", average: "Average", poor: "Poor" },
};

type PointWords = {
  title: string;
  create: string;
  edit: string;
  save: string;
  saveEdit: string;
  saved: string;
  end: string;
  confirmEnd: string;
  consequence: string;
  where: string;
  start: string;
  size: string;
  grade: string;
  ratings: string;
  rating: string;
  notRated: string;
  noRatings: string;
  noRatingsHint: string;
  nowPartOf: (unit: string) => string;
  nowSameName: string;
  startHint: string;
  decisionHint: string;
  siteHint: string;
  unitHint: string;
  endedHint: string;
  sizeHint: string;
  states: Record<"in-force" | "ended" | "waiting", string>;
  view: string;
  emptyTitle: string;
  emptyHint: string;
  lead: (model: string, unit: string) => string;
  noData: string;
  teamUnit: string;
  memberUnit: string;
  changed: string;
  unitMisfit: string;
};

const vi: PointWords = {
  title: "Điểm mô hình",
  create: "Thêm điểm mô hình",
  edit: "Sửa điểm mô hình",
  save: "Lưu điểm mô hình",
  saveEdit: "Lưu thay đổi",
  saved: "Đã lưu",
  end: "Kết thúc điểm",
  confirmEnd: "Kết thúc điểm này",
  consequence:
    "Từ ngày kết thúc, điểm này không còn tính vào số đang duy trì. Số liệu của những ngày trước giữ nguyên. Điểm đã kết thúc không sửa được nữa.",
  where: "Mô hình và nơi chạy",
  start: "Tình trạng và quyết định",
  size: "Tổ và thành viên",
  grade: "Xếp loại gần nhất",
  ratings: "Các lần xếp loại",
  rating: "Mức và ngày xếp loại",
  notRated: "Chưa xếp loại",
  noRatings: "Điểm này chưa được xếp loại",
  noRatingsHint: "Xếp loại được ghi theo từng điểm, vào kỳ đánh giá.",
  nowPartOf: (unit) => `nay thuộc ${unit}`,
  nowSameName: "đơn vị cũ, nay thuộc đơn vị cùng tên",
  startHint: "Ngày ra mắt hoặc bắt đầu thí điểm; để trống khi mới đề xuất hoặc phê duyệt",
  decisionHint: "Số, ngày quyết định hoặc tờ trình",
  siteHint: "Khóm, ấp, tuyến đường, trường, chợ, cơ sở thờ tự…",
  unitHint: "Đơn vị có vào ngày bắt đầu; điểm giữ đơn vị của thời điểm đó",
  endedHint: "Ngày đầu tiên không còn duy trì",
  sizeHint: "Để trống khi chưa có số liệu; nhập 0 khi không có",
  states: { "in-force": "Đang duy trì", ended: "Đã kết thúc", waiting: "Chưa ra mắt" },
  view: "Tình trạng của điểm",
  emptyTitle: "Không có điểm nào ở tình trạng này",
  emptyHint: "Chọn tình trạng khác, đơn vị khác hoặc ngày khác.",
  lead: (model, unit) => `Điểm của mô hình ${model} tại ${unit}`,
  noData: "Chưa có số liệu",
  teamUnit: "tổ",
  memberUnit: "thành viên",
  changed: "Sửa lần cuối",
  unitMisfit: "Đơn vị đã chọn không tồn tại vào ngày này; chọn đơn vị của ngày đó hoặc sửa ngày",
};

const en: PointWords = {
  title: "Model point",
  create: "Add a point",
  edit: "Edit the point",
  save: "Save the point",
  saveEdit: "Save changes",
  saved: "Saved",
  end: "End the point",
  confirmEnd: "End this point",
  consequence:
    "From that day on the point is no longer counted as in force. Figures of earlier days stay as they are. A point that has ended cannot be edited.",
  where: "Model and place",
  start: "Status and decision",
  size: "Teams and members",
  grade: "Latest rating",
  ratings: "Ratings",
  rating: "Grade and day",
  notRated: "Not rated",
  noRatings: "This point has not been rated",
  noRatingsHint: "Ratings are kept per point, at each evaluation.",
  nowPartOf: (unit) => `now part of ${unit}`,
  nowSameName: "the former unit, now part of one of the same name",
  startHint: "The day of launch or of the first trial; leave empty when only proposed or approved",
  decisionHint: "Number and day of the decision or proposal",
  siteHint: "Hamlet, road, school, market, place of worship…",
  unitHint: "A unit of that day; the point keeps the unit of its time",
  endedHint: "The first day on which it no longer runs",
  sizeHint: "Leave empty when unknown; enter 0 when there are none",
  states: { "in-force": "In force", ended: "Ended", waiting: "Not launched" },
  view: "State of the points",
  emptyTitle: "No point is in this state",
  emptyHint: "Choose another state, unit or day.",
  lead: (model, unit) => `A point of ${model} in ${unit}`,
  noData: "No data",
  teamUnit: "teams",
  memberUnit: "members",
  changed: "Last changed",
  unitMisfit: "The unit chosen did not exist on this day; choose a unit of that day, or another day",
};

const fieldsVi = {
  modelId: "Mô hình",
  unitId: "Đơn vị",
  site: "Nơi chạy mô hình",
  status: "Tình trạng",
  origin: "Nguồn gốc",
  decision: "Quyết định",
  startedOn: "Ngày bắt đầu",
  endedOn: "Ngày kết thúc",
  endKind: "Hình thức kết thúc",
  endDecision: "Quyết định kết thúc",
  teams: "Số tổ",
  members: "Số thành viên",
};

const fieldsEn: typeof fieldsVi = {
  modelId: "Model",
  unitId: "Unit",
  site: "Site",
  status: "Status",
  origin: "Origin",
  decision: "Decision",
  startedOn: "First day",
  endedOn: "Ended on",
  endKind: "How it ended",
  endDecision: "Decision to end",
  teams: "Teams",
  members: "Members",
};

const errorsVi = {
  "modelId.required": "Chọn mô hình",
  "unitId.required": "Chọn đơn vị",
  "status.required": "Chọn tình trạng",
  "status.not-from-here": "Điểm đã bắt đầu không trở lại đề xuất hay phê duyệt; chọn tình trạng khác",
  "status.already-ended": "Điểm này đã kết thúc, không sửa được nữa",
  "startedOn.required": "Nhập ngày bắt đầu, hoặc chọn tình trạng đề xuất, đã phê duyệt",
  "startedOn.not-begun": "Điểm đề xuất hoặc mới phê duyệt chưa có ngày bắt đầu; xóa ngày hoặc đổi tình trạng",
  "startedOn.in-the-future": "Ngày bắt đầu chưa tới; điểm chưa ra mắt thì chọn đề xuất hoặc đã phê duyệt",
  "endedOn.before-start": "Ngày kết thúc phải sau ngày bắt đầu",
  "endedOn.not-begun": "Điểm chưa bắt đầu nên chưa kết thúc được",
  "endedOn.already-ended": "Điểm này đã kết thúc trước đó",
  "endKind.required": "Chọn hình thức kết thúc",
  "decision.required": "Nhập số, ngày quyết định hoặc tờ trình, ví dụ QĐ 12/QĐ-UBND ngày 05/01/2026",
};

const errorsEn: typeof errorsVi = {
  "modelId.required": "Choose a model",
  "unitId.required": "Choose a unit",
  "status.required": "Choose a status",
  "status.not-from-here": "A point that has begun is not proposed or approved again; choose another status",
  "status.already-ended": "This point has ended and can no longer be edited",
  "startedOn.required": "Enter the first day, or choose proposed or approved",
  "startedOn.not-begun": "A proposed or approved point has no first day; clear it or change the status",
  "startedOn.in-the-future":
    "That day has not come; for a point not launched yet choose proposed or approved",
  "endedOn.before-start": "The day must be after the first day",
  "endedOn.not-begun": "The point has not begun, so it cannot end",
  "endedOn.already-ended": "This point has ended before",
  "endKind.required": "Choose how it ended",
  "decision.required": "Enter the decision or proposal with its day, such as QĐ 12/QĐ-UBND of 05/01/2026",
};

/** A stored value as the screen shows it, for two editions side by side. */
const showIn =
  (locale: Locale) =>
  (_: string, value: unknown): string => {
    if (typeof value === "number") return formatNumber(value, locale);
    const text = value === null || value === undefined ? "" : String(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
    const labels: Record<string, string> = {
      ...statusWords[locale],
      ...originWords[locale],
      ...endWords[locale],
    };
    return labels[text] ?? text;
  };

export const pointWords = {
  vi: { ...vi, fields: fieldsVi, errors: errorsVi, show: showIn("vi") },
  en: { ...en, fields: fieldsEn, errors: errorsEn, show: showIn("en") },
} satisfies Words<
  PointWords & {
    fields: Record<string, string>;
    errors: Record<string, string>;
    show: (field: string, value: unknown) => string;
  }
>;
