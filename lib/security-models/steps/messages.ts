import { formatDate, formatTime } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";
import type { PointStatus, PointStepKind, RecognitionLevel } from "@/prisma/client/enums";
import { recognitionWords } from "../messages";
import { statusWords } from "../points/messages";

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
  other: "Bước khác",
  change: "Chuyển bước",
  none: "Tình trạng này không còn bước nào",
  city: "Công an thành phố",
  enteredAs: (status: string) => `Ghi vào sổ: ${status.toLowerCase()}`,
  papers: "Ngày và giấy tờ",
  state: (status: string) => `Hiện nay: ${status.toLowerCase()}`,
  leadsTo: (status: string) => `Sau bước này: ${status.toLowerCase()}`,
  lastOn: (day: string) => `Từ ${day} trở đi, ngày của bước liền trước`,
  lastStep: (step: string, written: string) => `Bước gần nhất: ${step}; ${written}.`,
  writtenBy: (who: string, when: string) => `${who} ghi lúc ${when}`,
  closed: (step: string) => `${step}: không còn làm được từ tình trạng hiện nay`,
  closedHint: "Bước này đã được ghi, hoặc người khác vừa chuyển điểm sang tình trạng khác.",
  toPoint: "Mở điểm này",
  noTargets: "Chưa có điểm nào nhận hợp nhất được",
  noTargetsHint:
    "Điểm nhận hợp nhất phải cùng mô hình và đang duy trì. Dùng thanh loại hoặc kết thúc nếu không có.",
  sameUnit: "Cùng đơn vị",
  otherUnits: "Đơn vị khác",
  chooseTarget: "Chọn điểm…",
  mergeConsequence: "Quá trình và số liệu của cả hai điểm vẫn giữ.",
  endsHint: "Hợp nhất, thanh loại và kết thúc đưa điểm ra khỏi số đang duy trì.",
  prefilled: "Đã điền sẵn theo đề xuất. Xem lại, bổ sung giấy tờ rồi lưu.",
  consequence: {
    ended: "Từ ngày này, điểm không còn tính vào số đang duy trì. Số liệu những ngày trước giữ nguyên.",
    declined: "Điểm được lưu là không phê duyệt và không tính vào số liệu nào.",
  } as Partial<Record<string, string>>,
  dayHint: { ended: "Ngày đầu tiên không còn duy trì" } as Partial<Record<string, string>>,
  decisionHint: "Ví dụ QĐ 12/QĐ-UBND ngày 05/01/2026",
  minutesHint: "Ví dụ biên bản họp khóm 3 ngày 05/01/2026",
  entered: "Nhập theo sổ cũ",
  fields: {
    status: "Tình trạng",
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
    "happenedOn.out-of-order": "Ngày phải sau ngày bắt đầu và không trước bước liền trước",
    "happenedOn.before-merged": ((_, argument) =>
      `Ngày phải từ ${formatDate(argument)} trở đi, ngày điểm khác hợp nhất vào đây`) as FieldSentence,
    "happenedOn.unit-not-then":
      "Vào ngày này đơn vị của điểm không tồn tại và không có đơn vị nào kế thừa; sửa đơn vị của điểm trước",
    "intoId.not-running": "Chọn một điểm cùng mô hình đang duy trì vào ngày đó",
    "intoId.required": "Chọn điểm nhận hợp nhất",
    "level.required": "Chọn cấp công nhận",
    "reason.in-use":
      "Điểm đã có xếp loại, chỉ số, công nhận hoặc cuộc tuyên truyền gắn với nó; không hủy được bước bắt đầu",
    "reason.merged-here": "Đã có điểm khác hợp nhất vào điểm này; hủy bước hợp nhất đó trước",
    "reason.not-the-last": "Chỉ hủy được bước gần nhất còn hiệu lực. Tải lại trang để xem",
    "decision.required": "Nhập số, ngày quyết định, ví dụ QĐ 12/QĐ-UBND ngày 05/01/2026",
    "minutes.required": "Nhập số, ngày biên bản, ví dụ BB 03/BB-BĐH ngày 05/01/2026",
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
  other: "Other steps",
  change: "Change the state",
  none: "No step follows from this state",
  city: "City police",
  enteredAs: (status) => `Entered as ${status.toLowerCase()}`,
  papers: "Day and papers",
  state: (status) => `Now: ${status.toLowerCase()}`,
  leadsTo: (status) => `After this step: ${status.toLowerCase()}`,
  lastOn: (day) => `${day} or later, the day of the step before`,
  lastStep: (step, written) => `Latest step: ${step}; ${written}.`,
  writtenBy: (who, when) => `recorded by ${who} at ${when}`,
  closed: (step) => `${step}: it no longer follows from the point's state`,
  closedHint: "The step has been taken, or somebody has just changed the point's state.",
  toPoint: "Open the point",
  noTargets: "There is no point it could go into",
  noTargetsHint:
    "The other point must be of the same model and run. Remove or finish this one if there is none.",
  sameUnit: "In the same unit",
  otherUnits: "In other units",
  chooseTarget: "Choose a point…",
  mergeConsequence: "The histories and figures of both are kept.",
  endsHint: "Merging, removing and finishing take the point out of those in force.",
  prefilled: "Filled in as suggested. Look it over, add the papers, then save.",
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
    status: "Status",
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
    "happenedOn.out-of-order": "The day must be after the first day, and not before the step before",
    "happenedOn.before-merged": (_, argument) =>
      `The day must be ${formatDate(argument)} or later, when another point was merged into this one`,
    "happenedOn.unit-not-then":
      "On that day the point's unit did not exist, and none carries it on; correct the point's unit first",
    "intoId.not-running": "Choose a point of the same model that runs on that day",
    "intoId.required": "Choose the point it goes into",
    "level.required": "Choose who recognised it",
    "reason.in-use":
      "Ratings, readings, recognitions or sessions hang on this point; its start cannot be taken back",
    "reason.merged-here": "Another point was merged into this one; take that merger back first",
    "reason.not-the-last": "Only the last step that stands can be taken back. Load the page again",
    "decision.required": "Enter the decision with its day, such as QĐ 12/QĐ-UBND of 05/01/2026",
    "minutes.required": "Enter the minutes with their day, such as BB 03/BB-BĐH of 05/01/2026",
  },
};

/** A stored value as the screen shows it: states, steps, days. */
const showIn =
  (locale: Locale) =>
  (_: string, value: unknown): string => {
    const text = value === null || value === undefined ? "" : String(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
    const known: Record<string, string> = {
      ...statusWords[locale],
      ...stepKindWords[locale],
      ...recognitionWords[locale],
    };
    return known[text] ?? text;
  };

type Writer = { by: string | null; signed: boolean };
type Named = { kind: PointStepKind; toStatus: PointStatus; level: RecognitionLevel | null };
type Written = Named & Writer & { happenedOn: string; decision: string | null; createdAt: Date };

/** Who wrote a step down; a name that the reader may not see is the city's. */
export const stepWriter = ({ by, signed }: Writer, locale: Locale): string =>
  by ?? (signed ? stepWords[locale].city : stepWords[locale].entered);

/** What a step was, on the timeline and in a sentence. */
export function stepName({ kind, toStatus, level }: Named, locale: Locale): string {
  if (kind === "enter") return stepWords[locale].enteredAs(statusWords[locale][toStatus]);
  const name = stepKindWords[locale][kind];
  return level ? `${name} (${recognitionWords[locale][level].toLowerCase()})` : name;
}

/** The last step that stands, in a sentence: what, when, by which decision, who wrote it down and when. */
export function stepTold(step: Written, locale: Locale): string {
  const words = stepWords[locale];
  const what = [stepName(step, locale), formatDate(step.happenedOn), step.decision]
    .filter(Boolean)
    .join(", ");
  return words.lastStep(what, words.writtenBy(stepWriter(step, locale), formatTime(step.createdAt)));
}

/** What somebody did to a point while a step of it was typed. */
const overtakenIn =
  (locale: Locale) =>
  ({ status, step }: Record<string, unknown>): string => {
    const now = `${stepWords[locale].state(statusWords[locale][status as PointStatus])}.`;
    return step ? `${stepTold(step as Written, locale)} ${now}` : now;
  };

export const stepWords = {
  vi: { ...vi, show: showIn("vi"), overtaken: overtakenIn("vi") },
  en: { ...en, show: showIn("en"), overtaken: overtakenIn("en") },
} satisfies Words<
  typeof vi & {
    show: (field: string, value: unknown) => string;
    overtaken: (since: Record<string, unknown>) => string;
  }
>;
