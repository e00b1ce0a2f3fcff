import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { PointStepKind } from "@/prisma/client/enums";

/** What happened, on the timeline. */
export const stepKindWords: Words<Record<PointStepKind, string>> = {
  vi: {
    propose: "Đề xuất",
    enter: "Ghi vào sổ, đang duy trì",
    approve: "Phê duyệt",
    decline: "Không phê duyệt",
    pilot: "Thí điểm",
    launch: "Ra mắt",
    consolidate: "Củng cố",
    suspend: "Tạm ngưng",
    resume: "Hoạt động trở lại",
    recognize: "Công nhận",
    replicate: "Chọn nhân rộng",
    merge: "Hợp nhất",
    remove: "Thanh loại",
    finish: "Kết thúc",
  },
  en: {
    propose: "Proposed",
    enter: "Entered while running",
    approve: "Approved",
    decline: "Declined",
    pilot: "Pilot begun",
    launch: "Launched",
    consolidate: "Consolidation begun",
    suspend: "Suspended",
    resume: "Resumed",
    recognize: "Recognised",
    replicate: "Chosen for replication",
    merge: "Merged",
    remove: "Removed",
    finish: "Finished",
  },
};

/** What a button says. */
export const stepVerbs: Words<Record<PointStepKind, string>> = {
  vi: {
    ...stepKindWords.vi,
    approve: "Phê duyệt điểm",
    decline: "Không phê duyệt",
    pilot: "Bắt đầu thí điểm",
    launch: "Ra mắt điểm",
    consolidate: "Chuyển củng cố",
    suspend: "Tạm ngưng điểm",
    resume: "Cho hoạt động trở lại",
    recognize: "Công nhận điểm",
    replicate: "Chọn làm mẫu nhân rộng",
    merge: "Hợp nhất vào điểm khác",
    remove: "Thanh loại điểm",
    finish: "Kết thúc điểm",
  },
  en: {
    ...stepKindWords.en,
    approve: "Approve the point",
    decline: "Decline it",
    pilot: "Begin a pilot",
    launch: "Launch the point",
    consolidate: "Begin consolidation",
    suspend: "Suspend the point",
    resume: "Resume it",
    recognize: "Recognise the point",
    replicate: "Choose it for replication",
    merge: "Merge it into another",
    remove: "Remove the point",
    finish: "Finish the point",
  },
};

const vi = {
  title: "Bước tiếp theo",
  history: "Quá trình",
  save: "Lưu bước này",
  reverse: "Hủy bước này",
  confirmReverse: "Hủy bước đã ghi",
  reverseConsequence:
    "Điểm trở lại tình trạng trước bước này. Bước bị hủy vẫn hiện trong quá trình, kèm lý do.",
  reversedBy: (who: string, when: string) => `Đã hủy ${when}, ${who}`,
  into: "vào điểm",
  consequence: {
    ended: "Từ ngày này, điểm không còn tính vào số đang duy trì. Số liệu những ngày trước giữ nguyên.",
    declined: "Điểm được lưu là không phê duyệt và không tính vào số liệu nào.",
  } as Partial<Record<string, string>>,
  dayHint: { ended: "Ngày đầu tiên không còn duy trì" } as Partial<Record<string, string>>,
  decisionHint: "Ví dụ QĐ 12/QĐ-UBND ngày 05/01/2026",
  minutesHint: "Ví dụ biên bản họp khóm 3 ngày 05/01/2026",
  entered: "Nhập theo sổ cũ",
  fields: {
    kind: "Bước",
    happenedOn: "Ngày",
    decision: "Quyết định",
    minutes: "Biên bản",
    reason: "Lý do",
    intoId: "Hợp nhất vào điểm",
    level: "Cấp công nhận",
  },
  errors: {
    "kind.not-from-here":
      "Bước này không đi từ tình trạng hiện nay của điểm. Tải lại trang để xem tình trạng",
    "happenedOn.before-start": "Ngày kết thúc phải sau ngày bắt đầu của điểm",
    "happenedOn.before-last": ((_, argument) =>
      `Ngày phải từ ${formatDate(argument)} trở đi, ngày của bước liền trước`) as FieldSentence,
    "happenedOn.before-unit": ((_, argument) =>
      `Đơn vị này có từ ${formatDate(argument)}; chọn ngày từ đó trở đi hoặc sửa đơn vị của điểm`) as FieldSentence,
    "intoId.not-running": "Chọn một điểm cùng mô hình đang duy trì vào ngày đó",
    "intoId.required": "Chọn điểm nhận hợp nhất",
    "level.required": "Chọn cấp công nhận",
    "reason.not-the-last": "Chỉ hủy được bước gần nhất còn hiệu lực. Tải lại trang để xem",
    "decision.required": "Nhập số, ngày quyết định, ví dụ QĐ 12/QĐ-UBND ngày 05/01/2026",
    "minutes.required": "Nhập số, ngày biên bản, ví dụ BB 03/BB-BĐH ngày 05/01/2026",
    conflict: "Điểm vừa được người khác thay đổi. Tải lại trang để xem tình trạng mới",
  } as Record<string, string | FieldSentence>,
};

const en: typeof vi = {
  title: "Next step",
  history: "History",
  save: "Save this step",
  reverse: "Take this step back",
  confirmReverse: "Take the step back",
  reverseConsequence:
    "The point is again what it was before this step. The step stays in the history, with the reason.",
  reversedBy: (who, when) => `Taken back ${when}, ${who}`,
  into: "into the point",
  consequence: {
    ended:
      "From that day on the point no longer counts as in force. Figures of earlier days stay as they are.",
    declined: "The point is kept as declined and counts in no figure.",
  },
  dayHint: { ended: "The first day on which it no longer runs" },
  decisionHint: "Such as QĐ 12/QĐ-UBND of 05/01/2026",
  minutesHint: "Such as minutes of hamlet 3 of 05/01/2026",
  entered: "From the old register",
  fields: {
    kind: "Step",
    happenedOn: "Day",
    decision: "Decision",
    minutes: "Minutes",
    reason: "Reason",
    intoId: "Merged into",
    level: "Recognised by",
  },
  errors: {
    "kind.not-from-here": "This step does not follow from the point's state. Load the page again to see it",
    "happenedOn.before-start": "The day must be after the point's first day",
    "happenedOn.before-last": (_, argument) =>
      `The day must be ${formatDate(argument)} or later, the day of the step before`,
    "happenedOn.before-unit": (_, argument) =>
      `This unit exists since ${formatDate(argument)}; choose a later day or correct the point's unit`,
    "intoId.not-running": "Choose a point of the same model that runs on that day",
    "intoId.required": "Choose the point it goes into",
    "level.required": "Choose who recognised it",
    "reason.not-the-last": "Only the last step that stands can be taken back. Load the page again",
    "decision.required": "Enter the decision with its day, such as QĐ 12/QĐ-UBND of 05/01/2026",
    "minutes.required": "Enter the minutes with their day, such as BB 03/BB-BĐH of 05/01/2026",
    conflict: "Somebody has just changed this point. Load the page again to see its state",
  },
};

export const stepWords: Words<typeof vi> = { vi, en };
