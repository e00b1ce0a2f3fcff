import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { UrbanState } from "./schema";

const vi = {
  title: "Đô thị văn minh",
  lead: "Phường đạt chuẩn theo Quyết định 04/2022/QĐ-TTg; không cộng với nông thôn mới",
  unit: "phường",
  recognised: "Đạt đô thị văn minh",
  none: "Chưa công nhận",
  all: "Tổng số phường",
  definition: "Số phường có quyết định đạt chuẩn đô thị văn minh còn hiệu lực vào ngày tính.",
  baseDefinition: "Số phường đang tồn tại vào ngày tính. Không kể xã, thị trấn.",
  noneDefinition: "Số phường chưa có quyết định đô thị văn minh còn hiệu lực vào ngày tính.",
  source: "Quyết định công nhận đô thị văn minh",
  finding: (recognised: string, base: string, day: string, share: string) =>
    `${recognised} trong ${base} phường tại ngày ${day}, bằng ${share}`,
  noWard: "Địa bàn này không có phường nào vào ngày này",
  noWardHint: "Xã xét nông thôn mới, xem ở trang Thang bậc",
  list: "Các phường",
  states: { recognised: "Đã công nhận", none: "Chưa công nhận" } as Record<UrbanState, string>,
  allStates: "Tất cả",
  filter: "Xem",
  ward: "Phường",
  standing: "Trạng thái",
  decision: (number: string, day: string) => `Quyết định ${number} ngày ${day}`,
  decisionLabel: "Quyết định",
  validFrom: "Có hiệu lực từ",
  since: (day: string) => `có hiệu lực từ ${day}`,
  recognize: "Ghi công nhận",
  recognizeTitle: "Ghi công nhận đô thị văn minh",
  save: "Lưu công nhận",
  saved: "Đã lưu",
  steps: "Các lần công nhận",
  noSteps: "Chưa có quyết định nào",
  noStepsHint: "Phường cũ giữ công nhận của mình, xem bên dưới",
  revoke: "Thu hồi công nhận",
  revokeConsequence: (ward: string, decision: string) =>
    `${ward} không còn là đô thị văn minh theo ${decision} từ ngày thu hồi. Quyết định và lý do vẫn lưu.`,
  revokedFrom: (day: string) => `Thu hồi từ ${day}`,
  parts: "Phường, thị trấn cũ thuộc địa bàn",
  partsNote: "Trạng thái vào ngày cuối của từng đơn vị cũ",
  criteriaSet: (set: string) => `Bộ tiêu chí ${set}`,
  wardGroup: "Phường hiện nay",
  formerGroup: "Phường, thị trấn cũ",
  wardHint: "Chọn đơn vị của ngày quyết định: trước 01/07/2025 là phường, thị trấn cũ",
  validFromHint: "Bỏ trống nếu có hiệu lực từ ngày quyết định",
  decisionTitle: "Quyết định",
  ruralPage: "Các xã cũ thuộc phường",
  unitPage: "Hồ sơ đơn vị",
};

export const urbanWords = {
  vi: {
    ...vi,
    fields: {
      unitId: "Phường",
      decisionNumber: "Số quyết định",
      decisionDate: "Ngày quyết định",
      validFrom: "Có hiệu lực từ",
      criteriaSet: "Bộ tiêu chí",
      revokedOn: "Ngày thu hồi",
      reason: "Lý do thu hồi",
    },
    errors: {
      "unitId.required": "Chọn phường",
      "unitId.not-a-ward": "Chọn phường hoặc thị trấn; xã xét nông thôn mới",
      "unitId.unit-not-then":
        "Phường này không tồn tại vào ngày quyết định. Chọn phường của ngày đó hoặc sửa ngày",
      "validFrom.too-late": "Ngày hiệu lực không quá 12 tháng sau ngày quyết định",
      "validFrom.unit-not-then": "Phường này không còn vào ngày hiệu lực. Chọn ngày khi phường còn tồn tại",
      repeated: "Đã có: quyết định này của phường đã ghi",
      conflict: "Công nhận này vừa được người khác thu hồi. Tải lại trang để xem",
    },
    show: (field: string, value: unknown) => shown(field, value),
  },
  en: {
    title: "Civilised urban units",
    lead: "Wards recognised by Decision 04/2022/QĐ-TTg; never added to the rural standard of communes",
    unit: "wards",
    recognised: "Recognised",
    none: "Not recognised",
    all: "All wards",
    definition: "Wards whose decision is in force on the day.",
    baseDefinition: "Wards in force on the day. Communes and townships are not counted.",
    noneDefinition: "Wards without a decision in force on the day.",
    source: "Decisions recognising civilised urban units",
    finding: (recognised: string, base: string, day: string, share: string) =>
      `${recognised} of ${base} wards as of ${day}: ${share}`,
    noWard: "No ward lies here on this day",
    noWardHint: "Communes climb the rural ladder: see The ladder",
    list: "Wards",
    states: { recognised: "Recognised", none: "Not recognised" },
    allStates: "All",
    filter: "Show",
    ward: "Ward",
    standing: "State",
    decision: (number: string, day: string) => `Decision ${number} of ${day}`,
    decisionLabel: "Decision",
    validFrom: "In force from",
    since: (day: string) => `in force from ${day}`,
    recognize: "Record a recognition",
    recognizeTitle: "Record a civilised urban unit",
    save: "Save the recognition",
    saved: "Saved",
    steps: "Recognitions",
    noSteps: "No decision yet",
    noStepsHint: "Former wards keep theirs: see below",
    revoke: "Revoke the recognition",
    revokeConsequence: (ward: string, decision: string) =>
      `${ward} is no longer recognised by ${decision} from that day. Decision and reason stay.`,
    revokedFrom: (day: string) => `Revoked from ${day}`,
    parts: "Former wards and townships in it",
    partsNote: "As each stood on its last day",
    criteriaSet: (set: string) => `Criteria of ${set}`,
    wardGroup: "Wards of today",
    formerGroup: "Former wards and townships",
    wardHint: "Choose the unit of the decision's day: before 01/07/2025 a former one",
    validFromHint: "Leave empty when it counts from the decision's day",
    decisionTitle: "Decision",
    ruralPage: "Former communes in the ward",
    unitPage: "The unit's page",
    fields: {
      unitId: "Ward",
      decisionNumber: "Decision number",
      decisionDate: "Day of the decision",
      validFrom: "In force from",
      criteriaSet: "Criteria",
      revokedOn: "Day of revocation",
      reason: "Reason for revoking",
    },
    errors: {
      "unitId.required": "Choose a ward",
      "unitId.not-a-ward": "Choose a ward or township; communes climb the rural ladder",
      "unitId.unit-not-then":
        "This ward did not exist on the day of the decision. Choose the ward of that day, or another day",
      "validFrom.too-late": "It must come into force within 12 months of the decision",
      "validFrom.unit-not-then": "This ward no longer existed on that day. Choose a day when it did",
      repeated: "Already there: this decision is recorded",
      conflict: "Somebody has just revoked this recognition. Reload the page to see it",
    },
    show: (field: string, value: unknown) => shown(field, value),
  },
} satisfies Words<
  typeof vi & {
    fields: Record<string, string>;
    errors: Record<string, string>;
    show: (field: string, value: unknown) => string;
  }
>;

const shown = (field: string, value: unknown): string =>
  field === "revokedOn" && typeof value === "string" ? formatDate(value) : String(value ?? "");
