import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { AwardForm, RecipientKind } from "@/prisma/client/enums";
import type { AwardState } from "./catalog";

export const awardFormWords: Words<Record<AwardForm, string>> = {
  vi: {
    order: "Huân chương",
    medal: "Huy chương",
    state_honour: "Danh hiệu vinh dự nhà nước",
    state_prize: "Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước",
    commemorative_medal: "Kỷ niệm chương",
    diploma: "Bằng khen",
    merit_certificate: "Giấy khen",
  },
  en: {
    order: "Order",
    medal: "Medal",
    state_honour: "State honorary title",
    state_prize: "Ho Chi Minh Prize, State Prize",
    commemorative_medal: "Commemorative medal",
    diploma: "Certificate of merit (Bằng khen)",
    merit_certificate: "Certificate of commendation (Giấy khen)",
  },
};

export const recipientKindWords: Words<Record<RecipientKind, string>> = {
  vi: { individual: "Cá nhân", collective: "Tập thể", household: "Hộ gia đình" },
  en: { individual: "Individual", collective: "Collective", household: "Household" },
};

export const awardStateWords: Words<Record<AwardState, string>> = {
  vi: { in_force: "Còn hiệu lực", revoked: "Đã thu hồi", all: "Tất cả" },
  en: { in_force: "In force", revoked: "Revoked", all: "All" },
};

const vi = {
  title: "Khen thưởng",
  record: "Thêm khen thưởng",
  edit: "Sửa khen thưởng",
  editAction: "Sửa",
  save: "Lưu khen thưởng",
  saveEdit: "Lưu thay đổi",
  saved: "Đã lưu",
  another: "Thêm người nhận khác của quyết định này",
  back: "Khen thưởng này",
  prefilled: "Hình thức, quyết định và thành tích lấy theo lần nhập gần nhất",
  revoke: "Thu hồi khen thưởng",
  consequence: "Từ ngày thu hồi, khen thưởng này không còn tính vào số liệu. Nội dung và lý do vẫn lưu.",
  revokedOn: (day: string) => `Đã thu hồi từ ${day}`,
  revokedEvent: "Thu hồi",
  recorded: "Ghi vào cổng",
  changed: "Sửa lần gần nhất",
  decided: "Quyết định khen thưởng",
  recipient: "Người nhận",
  recipientHint: "Ghi đúng như trên quyết định; không ghi số căn cước",
  titleHint: "Như ghi trên quyết định, ví dụ Tổ trưởng Tổ bảo vệ an ninh trật tự",
  decision: "Quyết định",
  cityBody: "Cơ quan của thành phố",
  unitHint: "Đơn vị của người nhận vào ngày quyết định; để trống nếu là cơ quan của thành phố",
  achievementHint: "Một thành tích chỉ khen một lần (Luật 06/2022/QH15)",
  count: "Còn hiệu lực",
  countUnit: "lượt khen",
  countDefinition:
    "Số lượt tập thể, cá nhân, hộ gia đình được khen có ngày quyết định trong kỳ; trừ lượt đã thu hồi đến ngày tính.",
  revokedCount: "Đã thu hồi",
  revokedDefinition: "Số lượt khen có ngày quyết định trong kỳ và đã bị thu hồi đến ngày tính.",
  source: "Quyết định khen thưởng (Luật Thi đua, khen thưởng 06/2022/QH15)",
  byForm: "Theo hình thức",
  state: "Hiệu lực",
  search: "Tìm người nhận, quyết định",
  all: "Tất cả",
  allForms: "Mọi hình thức",
  allRecipients: "Mọi đối tượng",
  allModels: "Mọi mô hình",
  noModel: "Không gắn mô hình",
  modelHint: "Chọn khi khen vì kết quả của mô hình",
  ofModel: "Khen thưởng của mô hình",
  ofModelLatest: (from: string) => `Từ ${from}, mới nhất trước`,
  ofModelNone: "Chưa có khen thưởng nào gắn với mô hình này",
  ofModelNoneHint: "Mô hình được chọn khi ghi khen thưởng.",
  openAll: "Mở cả danh sách",
  city: "Công an thành phố",
  emptyTitle: "Chưa có khen thưởng nào khớp bộ lọc này",
  emptyHint: "Bỏ bớt bộ lọc hoặc chọn kỳ khác",
  dated: (number: string, day: string) => `${number} ngày ${day}`,
};

export const awardsWords = {
  vi: {
    ...vi,
    fields: {
      form: "Hình thức khen",
      recipientKind: "Đối tượng",
      recipientName: "Tên người nhận hoặc tập thể",
      recipientTitle: "Chức vụ",
      unitId: "Đơn vị",
      modelId: "Mô hình",
      issuer: "Cơ quan khen",
      decisionNumber: "Số quyết định",
      decisionDate: "Ngày quyết định",
      achievement: "Thành tích",
      revokedOn: "Ngày thu hồi",
      reason: "Lý do thu hồi",
    },
    errors: {
      "form.required": "Chọn hình thức khen",
      "recipientKind.required": "Chọn đối tượng: cá nhân, tập thể hoặc hộ gia đình",
      "unitId.not-a-number": "Chọn đơn vị trong danh sách",
      "decisionNumber.already-recorded":
        "Đã có: quyết định này đã ghi người nhận này. Sửa số, ngày hoặc tên người nhận",
      "decisionDate.after-revocation": "Khen thưởng này đã bị thu hồi trước ngày đó; sửa ngày quyết định",
      "identity-number": "Không ghi số căn cước; xóa dãy số đó",
      repeated: "Đã có: quyết định này đã ghi người nhận này. Mở danh sách để xem",
      similar: "Người nhận này đã được khen cùng hình thức trong năm. Một thành tích không khen hai lần",
    },
    show: (field: string, value: unknown) => shown("vi", field, value),
  },
  en: {
    title: "Awards",
    record: "Add an award",
    edit: "Change an award",
    editAction: "Change",
    save: "Save the award",
    saveEdit: "Save the changes",
    saved: "Saved",
    another: "Add another recipient of this decision",
    back: "This award",
    prefilled: "Form, decision and achievement are taken from your last entry",
    revoke: "Revoke the award",
    consequence: "From the day of revocation this award no longer counts. Its record and the reason stay.",
    revokedOn: (day: string) => `Revoked from ${day}`,
    revokedEvent: "Revoked",
    recorded: "Entered",
    changed: "Last changed",
    decided: "Decision",
    recipient: "Recipient",
    recipientHint: "As on the decision; no citizen ID numbers",
    titleHint: "As on the decision, such as head of a public order team",
    decision: "Decision",
    cityBody: "A body of the city",
    unitHint: "The recipient's unit on the day of the decision; leave empty for a body of the city",
    achievementHint: "One achievement is awarded once (Law 06/2022/QH15)",
    count: "In force",
    countUnit: "awards",
    countDefinition:
      "Collectives, individuals and households awarded by decisions of the period, less those revoked by the day of the count.",
    revokedCount: "Revoked",
    revokedDefinition: "Awards by decisions of the period that were revoked by the day of the count.",
    source: "Award decisions (Law on Emulation and Commendation 06/2022/QH15)",
    byForm: "By form",
    state: "Validity",
    search: "Find a recipient or decision",
    all: "All",
    allForms: "All forms",
    allRecipients: "All recipients",
    allModels: "All models",
    noModel: "No model",
    modelHint: "Choose one when its results are rewarded",
    ofModel: "Awards of the model",
    ofModelLatest: (from: string) => `Since ${from}, latest first`,
    ofModelNone: "No award names this model yet",
    ofModelNoneHint: "The model is chosen when an award is recorded.",
    openAll: "Open the whole list",
    city: "City police",
    emptyTitle: "No award matches these filters",
    emptyHint: "Remove a filter or choose another period",
    dated: (number: string, day: string) => `${number} of ${day}`,
    fields: {
      form: "Form",
      recipientKind: "Recipient is",
      recipientName: "Name of the recipient",
      recipientTitle: "Post",
      unitId: "Unit",
      modelId: "Model",
      issuer: "Awarded by",
      decisionNumber: "Decision number",
      decisionDate: "Day of the decision",
      achievement: "Achievement",
      revokedOn: "Day of revocation",
      reason: "Reason for revoking",
    },
    errors: {
      "form.required": "Choose a form of award",
      "recipientKind.required": "Choose individual, collective or household",
      "unitId.not-a-number": "Choose a unit from the list",
      "decisionNumber.already-recorded":
        "Already there: this decision names this recipient. Change the number, the day or the name",
      "decisionDate.after-revocation":
        "This award was revoked before that day; change the day of the decision",
      "identity-number": "No citizen ID numbers; remove those digits",
      repeated: "Already there: this decision names this recipient. Open the list to see it",
      similar:
        "This recipient was given the same form of award this year. One achievement is not awarded twice",
    },
    show: (field: string, value: unknown) => shown("en", field, value),
  },
} satisfies Words<
  typeof vi & {
    fields: Record<string, string>;
    errors: Record<string, string>;
    show: (field: string, value: unknown) => string;
  }
>;

/** A stored value as the screen shows it, for comparing two editions. */
function shown(locale: "vi" | "en", field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (field === "form") return awardFormWords[locale][value as AwardForm];
  if (field === "recipientKind") return recipientKindWords[locale][value as RecipientKind];
  return field === "decisionDate" || field === "revokedOn" ? formatDate(String(value)) : String(value);
}
