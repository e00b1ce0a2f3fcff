import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import { modelWords, recognitionWords } from "../messages";

type RecognitionWords = {
  title: string;
  titleOfPoint: string;
  recorded: string;
  grant: string;
  all: string;
  save: string;
  saved: string;
  ofModel: string;
  unknown: string;
  standingWords: Record<"in-force" | "revoked" | "later", string>;
  revokedOn: (day: string) => string;
  emptyTitle: string;
  emptyHint: string;
  revoke: string;
  confirmRevoke: string;
  revokeConsequence: string;
  levelHint: string;
  wardLevelHint: string;
  papersHint: string;
  nationwideHint: string;
  byStep: string;
};

const vi: RecognitionWords = {
  title: "Công nhận",
  titleOfPoint: "Công nhận điểm",
  recorded: "Các công nhận đã ghi",
  grant: "Ghi công nhận",
  all: "Xem mọi công nhận",
  save: "Lưu công nhận",
  saved: "Đã lưu",
  ofModel: "Cả mô hình",
  unknown: "Chưa rõ",
  standingWords: { "in-force": "Còn giá trị", revoked: "Đã thu hồi", later: "Chưa đến ngày" },
  revokedOn: (day) => `Thu hồi ${day}`,
  emptyTitle: "Chưa được cấp nào công nhận",
  emptyHint: "Công nhận của xã, thành phố hoặc Bộ Công an được ghi tại đây, kèm văn bản và ngày nếu biết",
  revoke: "Thu hồi công nhận",
  confirmRevoke: "Thu hồi công nhận này",
  revokeConsequence: "Công nhận mất giá trị từ ngày thu hồi; những ngày trước đó vẫn tính.",
  levelHint: "Cấp ra văn bản công nhận",
  wardLevelHint:
    "Đơn vị ghi công nhận cấp xã cho điểm của mình; cấp thành phố và Bộ Công an do thành phố ghi",
  papersHint: "Chưa biết văn bản hoặc ngày thì để trống, trang sẽ ghi “Chưa rõ”",
  nationwideHint: "Chỉ với mô hình được Bộ Công an công nhận",
  byStep: "Ghi cùng bước công nhận của điểm; hủy bước đó ở trang điểm",
};

const en: RecognitionWords = {
  title: "Recognition",
  titleOfPoint: "Recognition of the point",
  recorded: "Recognitions on record",
  grant: "Record a recognition",
  all: "See every recognition",
  save: "Save the recognition",
  saved: "Saved",
  ofModel: "The whole model",
  unknown: "Not known",
  standingWords: { "in-force": "In force", revoked: "Revoked", later: "Not yet" },
  revokedOn: (day) => `Revoked ${day}`,
  emptyTitle: "Nobody has recognised it yet",
  emptyHint:
    "Recognitions by commune, city or Ministry stand here, with document and day where they are known",
  revoke: "Revoke the recognition",
  confirmRevoke: "Revoke this recognition",
  revokeConsequence: "It is lost from that day on; earlier days still count it.",
  levelHint: "Who signed the document",
  wardLevelHint:
    "A unit records the commune level for points of its own; city and Ministry levels are the city's to record",
  papersHint: "Leave document or day empty when they are not known; the page then says so",
  nationwideHint: "Only for a model recognised by the Ministry",
  byStep: "Recorded with the point's own step; take that step back on the point's page",
};

const fieldsVi = {
  level: modelWords.vi.fields.level,
  pointId: "Điểm",
  site: "Điểm",
  document: "Văn bản công nhận",
  decidedOn: "Ngày công nhận",
  nationwide: modelWords.vi.nationwide,
  note: "Ghi chú",
  revokedOn: "Ngày thu hồi",
  reason: "Lý do",
};

const fieldsEn: typeof fieldsVi = {
  level: modelWords.en.fields.level,
  pointId: "Point",
  site: "Point",
  document: "Document",
  decidedOn: "Recognised on",
  nationwide: modelWords.en.nationwide,
  note: "Note",
  revokedOn: "Revoked on",
  reason: "Reason",
};

const errorsVi: Record<string, string | FieldSentence> = {
  "level.required": "Chọn cấp công nhận",
  "level.not-your-level": "Đơn vị chỉ ghi được công nhận cấp xã",
  "level.not-begun": "Điểm chưa ra mắt nên chưa ghi được công nhận",
  "level.granted-before": "Cấp này đã công nhận và còn giá trị. Thu hồi bản cũ trước khi ghi bản mới",
  "nationwide.not-nationwide": "Nhân rộng toàn quốc chỉ ghi cho mô hình được Bộ Công an công nhận",
  "decidedOn.before-begin": (label, day) => `${label} phải từ ${formatDate(day)} trở đi, ngày bắt đầu`,
  "decidedOn.after-end": (label, day) => `${label} phải trước ${formatDate(day)}, ngày thôi duy trì`,
  "revokedOn.revoked-before": "Công nhận này đã thu hồi. Tải lại trang để xem",
  "revokedOn.before-grant": (label, day) => `${label} phải từ ${formatDate(day)} trở đi, ngày công nhận`,
  "reason.of-a-step": vi.byStep,
};

const errorsEn: Record<string, string | FieldSentence> = {
  "level.required": "Choose the level",
  "level.not-your-level": "A unit records the commune level only",
  "level.not-begun": "The point has not been launched, so nobody can have recognised it",
  "level.granted-before": "This level has recognised it already. Revoke that one before recording another",
  "nationwide.not-nationwide": "Only a model recognised by the Ministry is replicated nationwide",
  "decidedOn.before-begin": (label, day) => `${label} must be ${formatDate(day)}, the first day, or later`,
  "decidedOn.after-end": (label, day) => `${label} must be before ${formatDate(day)}, when it ceased to run`,
  "revokedOn.revoked-before": "This recognition has been revoked already. Reload the page to see",
  "revokedOn.before-grant": (label, day) =>
    `${label} must be ${formatDate(day)}, when it was granted, or later`,
  "reason.of-a-step": en.byStep,
};

const showIn =
  (locale: "vi" | "en") =>
  (field: string, value: unknown): string =>
    field === "level" && typeof value === "string" && value in recognitionWords[locale]
      ? recognitionWords[locale][value as keyof (typeof recognitionWords)["vi"]]
      : String(value ?? "");

export const recognitionSectionWords = {
  vi: { ...vi, fields: fieldsVi, errors: errorsVi, show: showIn("vi") },
  en: { ...en, fields: fieldsEn, errors: errorsEn, show: showIn("en") },
} satisfies Words<
  RecognitionWords & {
    fields: Record<string, string>;
    errors: Record<string, string | FieldSentence>;
    show: (field: string, value: unknown) => string;
  }
>;
