import { formatDate, formatNumber } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { Sign, Suggestion } from "./catalog";

export const suggestionWords: Words<Record<Suggestion, string>> = {
  vi: { consolidate: "Củng cố", merge: "Hợp nhất", remove: "Thanh loại", wait: "Chờ kết quả" },
  en: { consolidate: "Consolidate", merge: "Merge", remove: "Remove", wait: "Wait" },
};

/** `suggest` of rules.ts, line by line. */
export const ruleWords: Words<(months: number) => [when: string, then: Suggestion][]> = {
  vi: (months) => [
    [`Đã tạm ngưng từ ${months} tháng trở lên`, "remove"],
    ["Cùng mô hình, trong cùng đơn vị hiện nay, còn một điểm khác có hoạt động gần đây hơn", "merge"],
    [`Đã củng cố từ ${months} tháng trở lên, hoặc vẫn đang thí điểm`, "remove"],
    ["Mới tạm ngưng hoặc mới củng cố", "wait"],
    ["Các điểm còn lại", "consolidate"],
  ],
  en: (months) => [
    [`Suspended for ${months} months or more`, "remove"],
    ["Another point of the model runs in the same unit of today and is livelier", "merge"],
    [`Consolidating for ${months} months or more, or still piloting`, "remove"],
    ["Suspended or consolidating lately", "wait"],
    ["All other points", "consolidate"],
  ],
};

export const signWords: Words<Record<Sign, string>> = {
  vi: {
    reading: "số liệu chỉ số",
    evaluation: "đánh giá",
    session: "cuộc tuyên truyền",
    start: "ngày ra mắt",
  },
  en: {
    reading: "indicator reading",
    evaluation: "evaluation",
    session: "outreach session",
    start: "first day",
  },
};

const vi = {
  title: "Rà soát điểm mô hình",
  lead: (months: number) =>
    `Điểm đang duy trì mà ${months} tháng qua không có số liệu chỉ số, đánh giá hay cuộc tuyên truyền nào`,
  stale: "Cần rà soát",
  pointUnit: "điểm",
  ofAll: (points: string) => `trong ${points} điểm`,
  source: "Chỉ số, đánh giá và cuộc tuyên truyền gắn với điểm",
  staleDefinition: (months: number) =>
    `Điểm đang duy trì vào ngày chọn, ra mắt đã ${months} tháng và từ ${months} tháng trở lên không có số liệu chỉ số, đánh giá, xếp loại hay cuộc tuyên truyền gắn với điểm.`,
  rules: "Căn cứ đề xuất",
  rulesLead: "Xét lần lượt từ trên xuống. Đây là đề xuất; không có gì thay đổi khi chưa có quyết định.",
  point: "Điểm",
  model: "Mô hình",
  unit: "Đơn vị",
  status: "Trạng thái",
  last: "Dấu hiệu gần nhất",
  silent: "Số tháng không có hoạt động",
  silentMonths: (months: number) => `${formatNumber(months, "vi")} tháng`,
  suggestion: "Đề xuất",
  into: (site: string) => `vào ${site}`,
  prepare: "Chuẩn bị quyết định",
  prepareFor: (site: string) => `Chuẩn bị quyết định cho ${site}`,
  all: "Tất cả",
  reason: (months: number, sign: string, day: string) =>
    `Không có số liệu chỉ số, đánh giá hay cuộc tuyên truyền nào trong ${months} tháng; gần nhất là ${sign} ${formatDate(day)}`,
  emptyTitle: "Không có điểm nào cần rà soát",
  emptyHint: "Mọi điểm trong phạm vi này đều có hoạt động gần đây. Chọn đơn vị khác hoặc bỏ bớt bộ lọc.",
  configure: "Đặt số tháng",
  save: "Lưu số tháng",
  saved: "Đã lưu số tháng rà soát",
  monthsHint: "Áp dụng cho toàn thành phố",
  monthUnit: "tháng",
};

const en: typeof vi = {
  title: "Review of model points",
  lead: (months) =>
    `Points in force without an indicator reading, evaluation or outreach session in the last ${months} months`,
  stale: "To review",
  pointUnit: "points",
  ofAll: (points) => `of ${points} points`,
  source: "Readings, evaluations and outreach sessions of the points",
  staleDefinition: (months) =>
    `Points in force on the day that began ${months} months ago or earlier and had no indicator reading, evaluation, rating or linked outreach session for ${months} months or more.`,
  rules: "What suggestions rest on",
  rulesLead: "Tried from the top down. They are suggestions; nothing changes without a decision.",
  point: "Point",
  model: "Model",
  unit: "Unit",
  status: "State",
  last: "Last sign of life",
  silent: "Months silent",
  silentMonths: (months) => `${formatNumber(months, "en")} months`,
  suggestion: "Suggestion",
  into: (site) => `into ${site}`,
  prepare: "Prepare the decision",
  prepareFor: (site) => `Prepare the decision for ${site}`,
  all: "All",
  reason: (months, sign, day) =>
    `No indicator reading, evaluation or outreach session for ${months} months; the last was: ${sign}, ${formatDate(day)}`,
  emptyTitle: "No point to review",
  emptyHint: "Every point here gave a sign of life lately. Choose another unit or remove a filter.",
  configure: "Set the months",
  save: "Save the months",
  saved: "Months of the review saved",
  monthsHint: "Holds for the whole city",
  monthUnit: "months",
};

export const radarWords = {
  vi: { ...vi, fields: { months: "Số tháng không có dấu hiệu hoạt động" }, errors: {} },
  en: { ...en, fields: { months: "Months without a sign of life" }, errors: {} },
} satisfies Words<typeof vi & { fields: Record<string, string>; errors: Record<string, string> }>;
