import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import { stepKindWords, stepWords } from "../../../steps/messages";
import { pointWords } from "../../messages";
import type { BulkField, BulkStep } from "./catalog";
import type { BulkFault } from "./rules";

type BulkWords = {
  title: string;
  back: string;
  lead: (points: string) => string;
  act: string;
  chooseAct: string;
  steps: string;
  facts: string;
  on: string;
  to: Record<BulkField, string>;
  chooseTo: string;
  preview: string;
  previewTitle: string;
  tooMany: (found: string, most: string) => string;
  tooManyHint: string;
  nothing: string;
  nothingHint: string;
  acts: Record<BulkStep | BulkField, (points: string) => string>;
  will: (act: string, day: string | undefined) => string;
  cannot: (points: string) => string;
  faults: Record<BulkFault, (points: string) => string>;
  first: (shown: string, all: string) => string;
  confirmTitle: string;
  oneGo: string;
};

const vi: BulkWords = {
  title: "Thay đổi nhiều điểm cùng lúc",
  back: "Điểm mô hình",
  lead: (points) => `${points} điểm khớp bộ lọc`,
  act: "Thay đổi",
  chooseAct: "Chọn việc cần làm",
  steps: "Bước",
  facts: "Thông tin",
  on: "Từ ngày",
  to: { coreForce: "Lực lượng nòng cốt mới", siteKind: "Loại địa điểm mới" },
  chooseTo: "Chọn giá trị mới",
  preview: "Xem trước",
  previewTitle: "Xem trước",
  tooMany: (found, most) => `Bộ lọc có ${found} điểm; mỗi lần thay đổi nhiều nhất ${most} điểm`,
  tooManyHint: "Lọc hẹp lại, ví dụ theo đơn vị hoặc theo lĩnh vực, rồi làm từng phần.",
  nothing: "Không điểm nào thay đổi được như vậy",
  nothingHint: "Chọn ngày khác, việc khác hoặc sửa bộ lọc.",
  acts: {
    consolidate: (points) => `Chuyển củng cố ${points} điểm`,
    suspend: (points) => `Tạm ngưng ${points} điểm`,
    resume: (points) => `Cho ${points} điểm hoạt động trở lại`,
    approve: (points) => `Phê duyệt ${points} điểm`,
    decline: (points) => `Không phê duyệt ${points} điểm`,
    remove: (points) => `Thanh loại ${points} điểm`,
    finish: (points) => `Kết thúc ${points} điểm`,
    coreForce: (points) => `Đổi lực lượng nòng cốt của ${points} điểm`,
    siteKind: (points) => `Đổi loại địa điểm của ${points} điểm`,
  },
  will: (act, day) => (day ? `${act} từ ngày ${day}` : act),
  cannot: (points) => `${points} điểm giữ nguyên`,
  faults: {
    "not-from-here": (points) => `${points} điểm: tình trạng hiện nay không đi bước này`,
    "before-start": (points) => `${points} điểm: ngày chọn không sau ngày bắt đầu`,
    "before-last": (points) => `${points} điểm: ngày chọn trước bước gần nhất`,
    "before-merged": (points) => `${points} điểm: ngày chọn trước lần nhận hợp nhất`,
    "before-unit": (points) => `${points} điểm: ngày chọn trước khi có đơn vị`,
    "same-value": (points) => `${points} điểm: đã có giá trị này`,
  },
  first: (shown, all) => `${shown} trong ${all} điểm sẽ thay đổi`,
  confirmTitle: "Giấy tờ và xác nhận",
  oneGo: "Mọi điểm thay đổi trong một lần; mỗi điểm có dòng riêng trong nhật ký thao tác.",
};

const en: BulkWords = {
  title: "Change many points at once",
  back: "Model points",
  lead: (points) => `${points} points match the filters`,
  act: "Change",
  chooseAct: "Choose what to do",
  steps: "Steps",
  facts: "Facts",
  on: "From the day",
  to: { coreForce: "New core force", siteKind: "New kind of site" },
  chooseTo: "Choose the new value",
  preview: "Preview",
  previewTitle: "Preview",
  tooMany: (found, most) => `The filters find ${found} points; ${most} at most are changed at once`,
  tooManyHint: "Narrow the filters, by unit or field, and change them in parts.",
  nothing: "No point can be changed so",
  nothingHint: "Choose another day, another change or other filters.",
  acts: {
    consolidate: (points) => `Begin consolidating ${points} points`,
    suspend: (points) => `Suspend ${points} points`,
    resume: (points) => `Resume ${points} points`,
    approve: (points) => `Approve ${points} points`,
    decline: (points) => `Decline ${points} points`,
    remove: (points) => `Remove ${points} points`,
    finish: (points) => `Finish ${points} points`,
    coreForce: (points) => `Change the core force of ${points} points`,
    siteKind: (points) => `Change the kind of site of ${points} points`,
  },
  will: (act, day) => (day ? `${act} from ${day}` : act),
  cannot: (points) => `${points} points stay as they are`,
  faults: {
    "not-from-here": (points) => `${points} points: the step does not follow from their status`,
    "before-start": (points) => `${points} points: the day is not after their first day`,
    "before-last": (points) => `${points} points: the day is before their latest step`,
    "before-merged": (points) => `${points} points: the day is before another was merged into them`,
    "before-unit": (points) => `${points} points: the day is before their unit existed`,
    "same-value": (points) => `${points} points: have this value already`,
  },
  first: (shown, all) => `${shown} of the ${all} points that will change`,
  confirmTitle: "Papers and confirmation",
  oneGo: "All points change in one go; each has its own line in the audit log.",
};

const errorsVi: Record<string, string | FieldSentence> = {
  "count.past-day": "Danh sách đang xem tại một ngày đã qua. Xem danh sách hôm nay rồi thay đổi",
  "count.changed": (_, argument, locale) =>
    `Danh sách đã thay đổi từ lúc xem trước: nay có ${formatNumber(Number(argument), locale)} điểm thay đổi được. Tải lại trang, xem trước rồi xác nhận lại`,
  "count.too-many-points": (_, argument, locale) =>
    `Mỗi lần thay đổi nhiều nhất ${formatNumber(Number(argument), locale)} điểm. Lọc hẹp lại`,
};
const errorsEn: Record<string, string | FieldSentence> = {
  "count.past-day": "The list is as of a past day. See today's list, then change it",
  "count.changed": (_, argument, locale) =>
    `The list has changed since the preview: ${formatNumber(Number(argument), locale)} points can be changed now. Load the page again and confirm anew`,
  "count.too-many-points": (_, argument, locale) =>
    `${formatNumber(Number(argument), locale)} points at most are changed at once. Narrow the filters`,
};

const fieldsOf = (locale: Locale, words: BulkWords): Record<string, string> => ({
  count: locale === "vi" ? "Số điểm" : "Points",
  act: words.act,
  on: words.on,
  to: locale === "vi" ? "Giá trị mới" : "New value",
  decision: stepWords[locale].fields.decision,
  minutes: stepWords[locale].fields.minutes,
  reason: stepWords[locale].fields.reason,
  kind: stepWords[locale].fields.kind,
  happenedOn: stepWords[locale].fields.happenedOn,
  status: pointWords[locale].fields.status,
  coreForce: pointWords[locale].fields.coreForce,
  siteKind: pointWords[locale].fields.siteKind,
  kept: locale === "vi" ? "Số điểm giữ nguyên" : "Points kept",
  view: locale === "vi" ? "Bộ lọc" : "Filters",
});

/** A stored value as the audit log shows it. */
const showIn =
  (locale: Locale) =>
  (field: string, value: unknown): string => {
    if (field === "act" || field === "kind") {
      const named: Record<string, string> = stepKindWords[locale];
      return named[String(value)] ?? pointWords[locale].fields[value as BulkField] ?? String(value);
    }
    if (field === "on" || field === "happenedOn") return formatDate(String(value));
    return pointWords[locale].show(field, value);
  };

export const bulkWords = {
  vi: {
    ...vi,
    fields: fieldsOf("vi", vi),
    errors: { ...stepWords.vi.errors, ...errorsVi },
    show: showIn("vi"),
  },
  en: {
    ...en,
    fields: fieldsOf("en", en),
    errors: { ...stepWords.en.errors, ...errorsEn },
    show: showIn("en"),
  },
} satisfies Words<
  BulkWords & {
    fields: Record<string, string>;
    errors: Record<string, string | FieldSentence>;
    show: (field: string, value: unknown) => string;
  }
>;
