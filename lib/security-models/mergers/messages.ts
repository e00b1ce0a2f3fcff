import { formatDate, formatNumber } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";

type MergerWords = {
  saved: string;
  /** What happens to which points. */
  consequence: (running: number, ended: number, waiting: number) => string;
  histories: string;
  intoHint: string;
  dayHint: string;
  decisionHint: string;
  option: (name: string, points: number) => string;
  noOptions: string;
  merged: string;
  mergedInto: (day: string, decision: string) => [before: string, after: string];
  received: (count: number) => string;
  receivedFrom: (day: string, decision: string) => string;
  undo: string;
  /** Said on the list after a deletion. */
  removed: string;
  confirmUndo: string;
  undoConsequence: (name: string, day: string) => string;
  inTheWay: string;
  inTheWayHint: string;
  first: (count: number) => string;
};

const points = (count: number) => `${formatNumber(count, "vi")} điểm`;

const vi: MergerWords = {
  saved: "Đã lưu",
  consequence: (running, ended, waiting) =>
    `Từ ngày hợp nhất, ${points(running)} đang duy trì được tính cho mô hình nhận. ${points(ended)} đã kết thúc và ${points(waiting)} đang chờ chuyển theo, lịch sử giữ nguyên.`,
  histories:
    "Số liệu những ngày trước không đổi. Mô hình nhận được tìm thấy bằng mọi cách gọi của mô hình này.",
  intoHint: "Chỉ gồm mô hình chưa hợp nhất vào mô hình khác",
  dayHint: "Ngày đầu tiên các điểm được tính cho mô hình nhận",
  decisionHint: "Số, ngày, cơ quan ban hành",
  option: (name, count) => `${name} (${points(count)})`,
  noOptions: "Chưa có mô hình nào khác để nhận hợp nhất",
  merged: "Đã hợp nhất",
  mergedInto: (day, decision) => ["Đã hợp nhất vào ", ` từ ${day}, theo ${decision}.`],
  received: (count) => `Đã nhận hợp nhất ${formatNumber(count, "vi")} mô hình`,
  receivedFrom: (day, decision) => `từ ${day}, theo ${decision}`,
  undo: "Hủy hợp nhất",
  confirmUndo: "Hủy lần hợp nhất này",
  removed: "Đã xóa mô hình",
  undoConsequence: (name, day) =>
    `Các điểm lại được tính cho mô hình này ở mọi ngày, kể từ ${day}. Các cách gọi đã thêm vào ${name} vẫn giữ.`,
  inTheWay: "Chưa xóa được: còn dữ liệu gắn với mô hình này",
  inTheWayHint: "Điểm, mô hình hoặc khen thưởng nhập nhầm thì xử lý ở trang của từng mục trước.",
  first: (count) => `Chỉ nêu ${count} mục đầu.`,
};

const some = (count: number) => `${formatNumber(count, "en")} ${count === 1 ? "point" : "points"}`;

const en: MergerWords = {
  saved: "Saved",
  consequence: (running, ended, waiting) =>
    `From that day on ${some(running)} in force count for the other model. ${some(ended)} ended and ${some(waiting)} waiting go along with their history.`,
  histories: "Figures of earlier days do not change. The other model is found by every spelling of this one.",
  intoHint: "Only models that were not merged themselves",
  dayHint: "The first day on which the points count for the other model",
  decisionHint: "Number, date, issuing body",
  option: (name, count) => `${name} (${some(count)})`,
  noOptions: "There is no other model that could receive it",
  merged: "Merged",
  mergedInto: (day, decision) => ["Merged into ", ` on ${day}, by ${decision}.`],
  received: (count) =>
    `${formatNumber(count, "en")} ${count === 1 ? "model" : "models"} merged into this one`,
  receivedFrom: (day, decision) => `on ${day}, by ${decision}`,
  undo: "Undo the merger",
  confirmUndo: "Undo this merger",
  removed: "The model was deleted",
  undoConsequence: (name, day) =>
    `Its points count for this model again on every day since ${day}. Spellings added to ${name} stay.`,
  inTheWay: "It cannot be deleted yet: other records hang on it",
  inTheWayHint: "Settle points, models or awards entered by mistake on their own pages first.",
  first: (count) => `Only the first ${count} are named.`,
};

const fieldsVi = {
  name: "Tên mô hình",
  intoId: "Mô hình nhận hợp nhất",
  mergedInto: "Mô hình nhận hợp nhất",
  mergedOn: "Ngày hợp nhất",
  mergeDecision: "Quyết định hợp nhất",
  reason: "Lý do",
};

const fieldsEn: typeof fieldsVi = {
  name: "Name",
  intoId: "Model it goes into",
  mergedInto: "Model it goes into",
  mergedOn: "Merged on",
  mergeDecision: "Decision to merge",
  reason: "Reason",
};

const errorsVi: Record<string, string | FieldSentence> = {
  "intoId.required": "Chọn mô hình nhận hợp nhất",
  "merged-before": "Mô hình này đã được hợp nhất. Tải lại trang để xem",
  "merged-itself": "Mô hình đã chọn vừa được hợp nhất vào mô hình khác. Chọn mô hình nhận cuối cùng",
  "mergedOn.before-start": (_, day) => `Ngày hợp nhất phải sau ${formatDate(day)}, ngày mô hình bắt đầu`,
  "mergedOn.before-merger": (_, day) =>
    `Ngày hợp nhất phải từ ${formatDate(day)} trở đi, ngày một mô hình khác được hợp nhất vào đây`,
  "mergedOn.read-until": (_, day) =>
    `Mô hình này có số liệu chỉ số đến ${formatDate(day)}; chọn ngày sau đó để số liệu không mất khỏi tổng`,
  "mergedOn.into-not-begun": (_, day) => `Mô hình nhận bắt đầu từ ${formatDate(day)}, chọn từ ngày đó trở đi`,
  "not-merged": "Mô hình này không còn hợp nhất. Tải lại trang để xem",
};

const errorsEn: Record<string, string | FieldSentence> = {
  "intoId.required": "Choose the model it goes into",
  "merged-before": "This model has been merged already. Reload the page to see",
  "merged-itself": "That model was itself merged into another one. Choose the one that stands",
  "mergedOn.before-start": (_, day) => `The merger must come after ${formatDate(day)}, when the model began`,
  "mergedOn.before-merger": (_, day) =>
    `The merger must be on or after ${formatDate(day)}, when another model went into this one`,
  "mergedOn.read-until": (_, day) =>
    `Its indicators were read up to ${formatDate(day)}; choose a later day, so that no figure leaves its total`,
  "mergedOn.into-not-begun": (_, day) =>
    `The model it goes into began on ${formatDate(day)}; choose that day or a later one`,
  "not-merged": "This model is not merged any more. Reload the page to see",
};

export const mergerWords = {
  vi: { ...vi, fields: fieldsVi, errors: errorsVi },
  en: { ...en, fields: fieldsEn, errors: errorsEn },
} satisfies Words<
  MergerWords & { fields: Record<string, string>; errors: Record<string, string | FieldSentence> }
>;
