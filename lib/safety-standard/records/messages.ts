import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { SafetyState } from "@/prisma/client/enums";
import { safetyStateWords } from "../messages";
import type { Standing } from "./schema";

const vi = {
  registerTitle: (year: number) => `Đăng ký An toàn về ANTT năm ${year}`,
  register: "Đăng ký",
  registerLead: (open: string, registered: string) =>
    `${open} đối tượng chưa đăng ký, ${registered} đã đăng ký. Bỏ dấu chọn ở nơi không đăng ký.`,
  registerSubmit: "Đăng ký các mục đã chọn",
  chooseAll: "Chọn tất cả",
  chooseLast: (year: number, count: string) => `Chép danh sách năm ${year} (${count})`,
  preview: "Sẽ đăng ký",
  dayHint: (day: string) => `Danh sách theo ngày ${day}; ngày đăng ký phải thuộc năm này`,
  nothingOpen: "Tất cả đã đăng ký",
  nothingOpenHint: "Không còn đối tượng nào chưa đăng ký trong năm này",
  communeItself: (unit: string) => `${unit} (chính đơn vị)`,
  proposeTitle: "Đề nghị công nhận",
  proposeSubmit: "Đề nghị các mục đã chọn",
  proposeNone: "Không có mục nào chờ đề nghị",
  proposeNoneHint: "Chỉ đề nghị được mục đã tự chấm và tự đánh giá đạt",
  recognizeTitle: "Ghi quyết định công nhận",
  recognizeSubmit: "Ghi công nhận các mục đã chọn",
  recognizeNone: "Không có mục nào chờ công nhận",
  recognizeNoneHint: "Chỉ ghi công nhận được mục đã đề nghị",
  score: "Tự chấm điểm",
  scoreHint: "Thang 100",
  scoreSubmit: "Lưu tự chấm điểm",
  scoreAgain: "Chấm lại",
  selfMet: { yes: "Tự đánh giá đạt", no: "Tự đánh giá chưa đạt" },
  propose: "Đề nghị công nhận",
  proposeOne: "Lưu đề nghị",
  recognize: "Ghi công nhận",
  recognizeOne: "Lưu công nhận",
  refuse: "Không công nhận",
  refuseNow: "Lưu không công nhận",
  refuseConsequence: (name: string) =>
    `${name} không được công nhận năm này. Lý do hiện trong hồ sơ; có thể chấm lại và đề nghị lại.`,
  revoke: "Thu hồi công nhận",
  revokeNow: "Thu hồi công nhận này",
  revokeConsequence: (name: string, decision: string) =>
    `${name} không còn được tính là đã công nhận (${decision}). Quyết định và lý do vẫn lưu; có thể chấm lại và đề nghị lại.`,
  withdraw: "Hủy đăng ký",
  withdrawNow: "Hủy đăng ký này",
  withdrawConsequence: (name: string, year: number) =>
    `${name} không còn được tính là đã đăng ký năm ${year}. Có thể đăng ký lại.`,
  facts: "Hồ sơ năm",
  history: "Quá trình",
  next: "Việc tiếp theo",
  nothingNext: "Không còn việc nào ở hồ sơ này",
  waitsFor: {
    city: "Chờ thành phố quyết định",
    commune: "Chờ Chủ tịch UBND phường, xã quyết định; Trưởng Công an phường, xã ghi",
  },
  points: (score: string) => `${score} điểm`,
  decision: (number: string, day: string) => `Quyết định ${number} ngày ${day}`,
  by: (who: string) => `Ghi bởi ${who}`,
  unknownWriter: "Người ghi ngoài đơn vị",
  registeredIn: (unit: string) => `Đăng ký ở ${unit}`,
  countedIn: (unit: string) => `Nay tính cho ${unit}`,
  saved: "Đã lưu",
  signers: {
    commune: (unit: string) => `Chủ tịch UBND ${unit.charAt(0).toLowerCase()}${unit.slice(1)}`,
    city: "Chủ tịch UBND thành phố Cần Thơ",
  },
  chosenHint: "Một quyết định cho nhiều mục",
  list: "Danh sách theo năm",
  listLead: (year: number) => `Mọi đối tượng được xét năm ${year}, kể cả chưa đăng ký`,
  standings: {
    registered: "Đã đăng ký",
    recognized: "Đã công nhận",
    open: "Đăng ký, chưa công nhận",
    none: "Chưa đăng ký",
  } as Record<Standing, string>,
  allStandings: "Mọi tình trạng",
  allKinds: "Mọi đối tượng",
  search: "Tìm tên",
  found: (count: string, day: string) => `${count} đối tượng, danh sách ngày ${day}`,
  emptyTitle: "Không có đối tượng nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc hoặc chọn năm khác",
};

export const recordWords = {
  vi: {
    ...vi,
    fields: {
      year: "Năm",
      unitId: "Đơn vị",
      registeredOn: "Ngày đăng ký",
      chosen: "Các mục",
      commune: "Chính phường, xã",
      count: "Số mục",
      name: "Tên",
      state: "Tình trạng",
      scoredOn: "Ngày tự chấm",
      score: "Điểm tự chấm",
      selfMet: "Kết quả tự đánh giá",
      proposedOn: "Ngày đề nghị",
      decisionNumber: "Số quyết định",
      decidedOn: "Ngày quyết định",
      decidedBy: "Người ký",
      revokedOn: "Ngày thu hồi",
      reason: "Lý do",
      id: "Hồ sơ",
    },
    errors: {
      "year.before-circular": "Năm phải từ 2022, năm Thông tư 124/2021/TT-BCA có hiệu lực",
      "year.in-the-future": "Năm này chưa tới, chưa đăng ký được",
      "registeredOn.not-in-year": (_: string, argument: string) => `Ngày đăng ký phải thuộc năm ${argument}`,
      "registeredOn.unit-not-then": (_: string, offered: string) =>
        offered
          ? `Đơn vị này không tồn tại vào ngày đăng ký. Ngày đó là ${offered}`
          : "Đơn vị này không tồn tại vào ngày đăng ký. Chọn ngày khác hoặc đăng ký ở đơn vị của ngày đó",
      "chosen.required-choice": "Chọn ít nhất một mục",
      "chosen.already-registered": "Các mục đã chọn đều đã đăng ký năm này",
      "chosen.not-then": (_: string, argument: string) =>
        `${argument} mục đã chọn chưa có hoặc không thuộc đơn vị vào ngày đăng ký. Bỏ chọn hoặc đổi ngày`,
      "chosen.not-from-here": "Có mục không còn ở bước này, có thể người khác vừa ghi. Tải lại trang để xem",
      "id.not-from-here": "Hồ sơ không còn ở bước này, có thể người khác vừa ghi. Tải lại trang để xem",
      "chosen.not-met": "Chỉ đề nghị được mục tự đánh giá đạt",
      "selfMet.required-choice": "Chọn đạt hoặc chưa đạt",
      "score.not-a-number": "Điểm tự chấm phải là số nguyên từ 0 đến 100",
      "before-last": (label: string, argument: string) =>
        `${label} phải từ ${formatDate(argument)} trở đi, ngày của bước trước`,
      conflict: "Hồ sơ này vừa được người khác ghi. Tải lại trang để xem",
    },
    show: (field: string, value: unknown) => shown("vi", field, value),
  },
  en: {
    registerTitle: (year: number) => `Register for the safety standard ${year}`,
    register: "Register",
    registerLead: (open: string, registered: string) =>
      `${open} are not registered, ${registered} are. Untick those that do not register.`,
    registerSubmit: "Register those chosen",
    chooseAll: "Choose all",
    chooseLast: (year: number, count: string) => `Copy the list of ${year} (${count})`,
    preview: "To be registered",
    dayHint: (day: string) => `The list is that of ${day}; the day has to lie in this year`,
    nothingOpen: "All are registered",
    nothingOpenHint: "Nobody is left to be registered for this year",
    communeItself: (unit: string) => `${unit} (the unit itself)`,
    proposeTitle: "Propose for recognition",
    proposeSubmit: "Propose those chosen",
    proposeNone: "Nothing waits to be proposed",
    proposeNoneHint: "Only what met the criteria by its own score can be proposed",
    recognizeTitle: "Enter a decision of recognition",
    recognizeSubmit: "Recognise those chosen",
    recognizeNone: "Nothing waits for recognition",
    recognizeNoneHint: "Only what was proposed can be recognised",
    score: "Self-score",
    scoreHint: "Out of 100",
    scoreSubmit: "Save the self-score",
    scoreAgain: "Score again",
    selfMet: { yes: "Meets the criteria", no: "Does not meet them" },
    propose: "Propose",
    proposeOne: "Save the proposal",
    recognize: "Recognise",
    recognizeOne: "Save the recognition",
    refuse: "Refuse",
    refuseNow: "Save the refusal",
    refuseConsequence: (name: string) =>
      `${name} is not recognised this year. The reason stays; it may be scored and proposed again.`,
    revoke: "Revoke",
    revokeNow: "Revoke this recognition",
    revokeConsequence: (name: string, decision: string) =>
      `${name} no longer counts as recognised (${decision}). Decision and reason stay; it may be scored and proposed again.`,
    withdraw: "Withdraw registration",
    withdrawNow: "Withdraw this registration",
    withdrawConsequence: (name: string, year: number) =>
      `${name} no longer counts as registered for ${year}. It may register again.`,
    facts: "The year",
    history: "History",
    next: "Next",
    nothingNext: "Nothing is left to do here",
    waitsFor: {
      city: "Waits for the city's decision",
      commune: "Waits for the commune's chairman; its police chief enters the decision",
    },
    points: (score: string) => `${score} points`,
    decision: (number: string, day: string) => `Decision ${number} of ${day}`,
    by: (who: string) => `Entered by ${who}`,
    unknownWriter: "Somebody outside the unit",
    registeredIn: (unit: string) => `Registered in ${unit}`,
    countedIn: (unit: string) => `Now counted for ${unit}`,
    saved: "Saved",
    signers: {
      commune: (unit: string) => `Chairman of the People's Committee of ${unit}`,
      city: "Chairman of the People's Committee of Cần Thơ city",
    },
    chosenHint: "One decision for several",
    list: "The year's list",
    listLead: (year: number) => `Everybody considered in ${year}, those not registered too`,
    standings: {
      registered: "Registered",
      recognized: "Recognised",
      open: "Registered, not recognised",
      none: "Not registered",
    },
    allStandings: "All",
    allKinds: "All kinds",
    search: "Find a name",
    found: (count: string, day: string) => `${count} on the list of ${day}`,
    emptyTitle: "Nobody matches these filters",
    emptyHint: "Remove a filter or choose another year",
    fields: {
      year: "Year",
      unitId: "Unit",
      registeredOn: "Day of registration",
      chosen: "Chosen",
      commune: "The unit itself",
      count: "How many",
      name: "Name",
      state: "State",
      scoredOn: "Day of self-score",
      score: "Self-score",
      selfMet: "By its own account",
      proposedOn: "Day of proposal",
      decisionNumber: "Decision number",
      decidedOn: "Day of the decision",
      decidedBy: "Signed by",
      revokedOn: "Day of revocation",
      reason: "Reason",
      id: "Record",
    },
    errors: {
      "year.before-circular": "The year must be 2022 or later, when Circular 124/2021/TT-BCA came into force",
      "year.in-the-future": "This year has not come yet",
      "registeredOn.not-in-year": (_: string, argument: string) => `The day must lie in ${argument}`,
      "registeredOn.unit-not-then": (_: string, offered: string) =>
        offered
          ? `This unit did not exist on that day. On that day it was ${offered}`
          : "This unit did not exist on that day. Choose another day, or the unit of that day",
      "chosen.required-choice": "Choose at least one",
      "chosen.already-registered": "All chosen are registered for this year",
      "chosen.not-then": (_: string, argument: string) =>
        `${argument} of those chosen did not exist in the unit on that day. Untick them or change the day`,
      "chosen.not-from-here": "One is no longer at this step; somebody may have been faster. Reload the page",
      "id.not-from-here":
        "The record is no longer at this step; somebody may have been faster. Reload the page",
      "chosen.not-met": "Only what meets the criteria by its own account can be proposed",
      "selfMet.required-choice": "Choose whether it meets the criteria",
      "score.not-a-number": "The self-score must be a whole number from 0 to 100",
      "before-last": (label: string, argument: string) =>
        `${label} must be ${formatDate(argument)} or later, the day of the step before`,
      conflict: "Somebody has just changed this record. Reload the page to see it",
    },
    show: (field: string, value: unknown) => shown("en", field, value),
  },
} satisfies Words<
  typeof vi & {
    fields: Record<string, string>;
    errors: Record<string, string | ((label: string, argument: string) => string)>;
    show: (field: string, value: unknown) => string;
  }
>;

/** A stored value as the screen shows it. */
function shown(locale: "vi" | "en", field: string, value: unknown): string {
  if (field === "state") return safetyStateWords[locale][value as SafetyState] ?? String(value ?? "");
  if (field === "selfMet") return recordWords[locale].selfMet[value === true ? "yes" : "no"];
  return field.endsWith("On") && typeof value === "string" ? formatDate(value) : String(value ?? "");
}
