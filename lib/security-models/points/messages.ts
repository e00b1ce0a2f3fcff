import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { PointEnd, PointOrigin, PointStatus } from "@/prisma/client/enums";

export const statusWords: Words<Record<PointStatus, string>> = {
  vi: {
    proposed: "Đề xuất",
    approved: "Đã phê duyệt",
    piloting: "Thí điểm",
    active: "Hoạt động",
    consolidating: "Củng cố",
    suspended: "Tạm ngưng",
    recognized: "Được công nhận",
    replicating: "Mẫu nhân rộng",
    ended: "Đã kết thúc",
    declined: "Không phê duyệt",
  },
  en: {
    proposed: "Proposed",
    approved: "Approved",
    piloting: "Piloting",
    active: "Active",
    consolidating: "Consolidating",
    suspended: "Suspended",
    recognized: "Recognised",
    replicating: "Replicated from",
    ended: "Ended",
    declined: "Declined",
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

type PointWords = {
  title: string;
  create: string;
  edit: string;
  save: string;
  saveEdit: string;
  saved: string;
  where: string;
  start: string;
  size: string;
  grade: string;
  ratings: string;
  notRated: string;
  noRatings: string;
  noRatingsHint: string;
  stateOn: (day: string) => string;
  thenPartOf: (unit: string) => string;
  thenSameName: string;
  nowPartOf: (unit: string) => string;
  nowSameName: string;
  startHint: string;
  decisionHint: string;
  siteHint: string;
  unitHint: string;
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
  contact: string;
  contactHint: string;
  coordinatesHint: string;
  forceHint: string;
  fundingHint: string;
  fundingUnit: string;
  originalHint: string;
  asModel: string;
  funding: string;
  copies: string;
  copiesHint: string;
  merged: string;
  budget: string;
  social: string;
  sizes: string;
  resize: string;
  saveSize: string;
  resizeHint: string;
  remove: string;
  confirmRemove: string;
  removeConsequence: string;
  map: string;
};

const vi: PointWords = {
  title: "Điểm mô hình",
  create: "Thêm điểm mô hình",
  edit: "Sửa điểm mô hình",
  save: "Lưu điểm mô hình",
  saveEdit: "Lưu thay đổi",
  saved: "Đã lưu",
  where: "Mô hình và nơi chạy",
  start: "Tình trạng và quyết định",
  size: "Tổ và thành viên",
  grade: "Xếp loại gần nhất",
  ratings: "Các lần xếp loại",
  notRated: "Chưa xếp loại",
  noRatings: "Điểm này chưa được xếp loại",
  noRatingsHint: "Xếp loại được ghi theo từng điểm, vào kỳ đánh giá.",
  stateOn: (day) => `Trạng thái đến ngày ${day}`,
  thenPartOf: (unit) => `khi đó thuộc ${unit}`,
  thenSameName: "khi đó thuộc đơn vị cùng tên",
  nowPartOf: (unit) => `nay thuộc ${unit}`,
  nowSameName: "đơn vị cũ, nay thuộc đơn vị cùng tên",
  startHint: "Ngày ra mắt hoặc bắt đầu thí điểm; để trống khi chưa ra mắt",
  decisionHint: "Số, ngày quyết định hoặc tờ trình",
  siteHint: "Khóm, ấp, tuyến đường, trường, chợ, cơ sở thờ tự…",
  unitHint: "Đơn vị có vào ngày bắt đầu; điểm giữ đơn vị của thời điểm đó",
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
  contact: "Phụ trách và kinh phí",
  contactHint: "Ghi chức vụ, ví dụ Trưởng ban điều hành khóm 3; không ghi số điện thoại riêng",
  coordinatesHint: "Dán từ bản đồ, ví dụ 10.0345, 105.7469",
  forceHint: "Để trống khi giống mô hình",
  fundingHint: "Kinh phí là tổng từ khi bắt đầu, tính bằng đồng; để trống khi chưa có số liệu",
  fundingUnit: "đồng",
  originalHint: "Điểm mà điểm này học theo; để trống khi không rõ",
  asModel: "như mô hình",
  funding: "Kinh phí",
  copies: "Các điểm nhân rộng từ đây",
  copiesHint: "Chưa có điểm nào ghi là nhân rộng từ điểm này.",
  merged: "Các điểm đã hợp nhất vào đây",
  budget: "Ngân sách",
  social: "Xã hội hóa",
  sizes: "Tổ và thành viên qua thời gian",
  resize: "Cập nhật số tổ, thành viên",
  saveSize: "Lưu số tổ, thành viên",
  resizeHint: "Số liệu tính từ ngày này; nhập lại cùng ngày để sửa",
  remove: "Xóa điểm nhập nhầm",
  confirmRemove: "Xóa điểm này",
  removeConsequence:
    "Điểm biến mất khỏi mọi số liệu, cả những ngày trước. Điểm đã chạy thật thì thanh loại hoặc kết thúc, không xóa.",
  map: "Mở bản đồ",
};

const en: PointWords = {
  title: "Model point",
  create: "Add a point",
  edit: "Edit the point",
  save: "Save the point",
  saveEdit: "Save changes",
  saved: "Saved",
  where: "Model and place",
  start: "Status and decision",
  size: "Teams and members",
  grade: "Latest rating",
  ratings: "Ratings",
  notRated: "Not rated",
  noRatings: "This point has not been rated",
  noRatingsHint: "Ratings are kept per point, at each evaluation.",
  stateOn: (day) => `State as of ${day}`,
  thenPartOf: (unit) => `then part of ${unit}`,
  thenSameName: "then part of one of the same name",
  nowPartOf: (unit) => `now part of ${unit}`,
  nowSameName: "the former unit, now part of one of the same name",
  startHint: "The day of launch or of the first trial; leave empty when not launched yet",
  decisionHint: "Number and day of the decision or proposal",
  siteHint: "Hamlet, road, school, market, place of worship…",
  unitHint: "A unit of that day; the point keeps the unit of its time",
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
  contact: "Contact and funding",
  contactHint: "The post, such as head of the board of hamlet 3; no private telephone number",
  coordinatesHint: "Pasted from a map, such as 10.0345, 105.7469",
  forceHint: "Leave empty when it is the model's",
  fundingHint: "Funding is all of it since the beginning, in đồng; leave empty when unknown",
  fundingUnit: "đồng",
  originalHint: "The point it was copied from; leave empty when unknown",
  asModel: "as the model",
  funding: "Funding",
  copies: "Points copied from here",
  copiesHint: "No point is said to be copied from this one.",
  merged: "Points merged into this one",
  budget: "Budget",
  social: "Contributions",
  sizes: "Teams and members through time",
  resize: "Update teams and members",
  saveSize: "Save teams and members",
  resizeHint: "The figures hold from this day on; the same day again corrects them",
  remove: "Delete a point entered by mistake",
  confirmRemove: "Delete this point",
  removeConsequence:
    "The point vanishes from every figure, also of earlier days. One that really ran is removed or finished, not deleted.",
  map: "Open the map",
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
  siteKind: "Loại địa điểm",
  address: "Địa chỉ",
  coordinates: "Tọa độ",
  copiedFromId: "Nhân rộng từ điểm",
  coreForce: "Lực lượng nòng cốt",
  contactPost: "Đầu mối liên hệ",
  budgetFunding: "Kinh phí ngân sách",
  socialFunding: "Kinh phí xã hội hóa",
  effectiveOn: "Tính từ ngày",
  reason: "Lý do",
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
  siteKind: "Kind of site",
  address: "Address",
  coordinates: "Coordinates",
  copiedFromId: "Copied from",
  coreForce: "Core force",
  contactPost: "Contact post",
  budgetFunding: "Budget funding",
  socialFunding: "Social funding",
  effectiveOn: "From the day",
  reason: "Reason",
  teams: "Teams",
  members: "Members",
};

const hanging: Words<Record<string, string>> = {
  vi: {
    copies: "điểm nhân rộng hoặc hợp nhất",
    sessions: "cuộc tuyên truyền",
    evaluations: "lần xếp loại",
    readings: "chỉ số",
    recognitions: "lần công nhận",
    files: "ảnh, tệp",
  },
  en: {
    copies: "copies or mergers",
    sessions: "outreach sessions",
    evaluations: "evaluations",
    readings: "readings",
    recognitions: "recognitions",
    files: "photos and files",
  },
};
const inWords = (argument: string, locale: Locale) =>
  argument
    .split(",")
    .map((kind) => hanging[locale][kind] ?? kind)
    .join(", ");

const errorsVi: Record<string, string | FieldSentence> = {
  "modelId.required": "Chọn mô hình",
  "modelId.merged": "Mô hình này đã hợp nhất vào mô hình khác, chọn mô hình nhận hợp nhất",
  "unitId.required": "Chọn đơn vị",
  "status.required": "Chọn tình trạng",
  "startedOn.required": "Nhập ngày bắt đầu; điểm chưa ra mắt thì chọn tình trạng đề xuất",
  "startedOn.not-begun": "Điểm đề xuất hoặc mới phê duyệt chưa có ngày bắt đầu; xóa ngày hoặc đổi tình trạng",
  "startedOn.in-the-future": "Ngày bắt đầu chưa tới; điểm chưa ra mắt thì chọn tình trạng đề xuất",
  "decision.required": "Nhập số, ngày quyết định hoặc tờ trình, ví dụ QĐ 12/QĐ-UBND ngày 05/01/2026",
  "coordinates.not-coordinates":
    "Tọa độ gồm vĩ độ rồi kinh độ trong phạm vi Việt Nam, ví dụ 10.0345, 105.7469",
  "copiedFromId.not-a-copy":
    "Điểm xây mới không học theo điểm khác; chọn nguồn gốc nhân rộng hoặc bỏ trống ô này",
  "copiedFromId.unknown-choice": "Chọn một điểm khác của cùng mô hình",
  "copiedFromId.later": (_, argument) =>
    `Điểm gốc bắt đầu ${formatDate(argument)}, sau điểm này; chọn điểm bắt đầu trước`,
  "status.approved-by-city":
    "Phê duyệt là việc của thành phố; chọn đề xuất, hoặc thí điểm, hoạt động nếu điểm đã chạy",
  "contactPost.phone-number": "Ghi chức vụ, không ghi số điện thoại",
  "teams.required": "Nhập số tổ hoặc số thành viên",
  "effectiveOn.before-start": (_, argument) =>
    `Ngày phải từ ${formatDate(argument)} trở đi, ngày điểm bắt đầu`,
  "effectiveOn.declined": "Điểm không được phê duyệt thì không có tổ, thành viên",
  "effectiveOn.after-end": "Ngày này điểm đã kết thúc; chọn ngày trước khi kết thúc",
  "reason.in-use": (_, argument, locale) =>
    `Điểm này còn ${inWords(argument, locale)}; thanh loại hoặc kết thúc thay vì xóa`,
};

const errorsEn: typeof errorsVi = {
  "modelId.required": "Choose a model",
  "modelId.merged": "This model was merged into another; choose that one",
  "unitId.required": "Choose a unit",
  "status.required": "Choose a status",
  "startedOn.required": "Enter the first day; for a point not launched yet choose proposed",
  "startedOn.not-begun": "A proposed or approved point has no first day; clear it or change the status",
  "startedOn.in-the-future": "That day has not come; for a point not launched yet choose proposed",
  "decision.required": "Enter the decision or proposal with its day, such as QĐ 12/QĐ-UBND of 05/01/2026",
  "coordinates.not-coordinates": "Latitude, then longitude, within Vietnam, such as 10.0345, 105.7469",
  "copiedFromId.not-a-copy": "A newly built point copies no other; choose replicated or leave this empty",
  "copiedFromId.unknown-choice": "Choose another point of the same model",
  "copiedFromId.later": (_, argument) =>
    `The original began on ${formatDate(argument)}, after this point; choose one that began before`,
  "status.approved-by-city":
    "Approving is the city's; choose proposed, or piloting or active if it runs already",
  "contactPost.phone-number": "Enter a post, not a telephone number",
  "teams.required": "Enter teams or members",
  "effectiveOn.before-start": (_, argument) =>
    `The day must be ${formatDate(argument)} or later, when the point began`,
  "effectiveOn.declined": "A point that was declined has no teams and no members",
  "effectiveOn.after-end": "The point had ended by then; choose an earlier day",
  "reason.in-use": (_, argument, locale) =>
    `This point has ${inWords(argument, locale)}; remove or finish it instead of deleting it`,
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
    errors: Record<string, string | FieldSentence>;
    show: (field: string, value: unknown) => string;
  }
>;

type ToldUnit = { unitName: string; thenName?: string | null; currentName: string | null };

/** Which units carried a point's unit on, on the past day looked at and today; names are used again, so the same one is told apart (T5). */
export function carriedOn({ unitName, thenName, currentName }: ToldUnit, locale: Locale): string | undefined {
  const words = pointWords[locale];
  const then = thenName && (thenName === unitName ? words.thenSameName : words.thenPartOf(thenName));
  const now = currentName && (currentName === unitName ? words.nowSameName : words.nowPartOf(currentName));
  return [then, now].filter(Boolean).join(", ") || undefined;
}
