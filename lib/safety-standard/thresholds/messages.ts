import { formatDate } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { ThresholdKey } from "../simulator/rules";

const vi = {
  title: "Ngưỡng công nhận phường, xã",
  lead: "Mỗi ngưỡng có ngày áp dụng và căn cứ. Một năm được xét theo ngưỡng áp dụng vào ngày cuối năm đó.",
  keys: {
    effective_models: "Số điểm mô hình hoạt động hiệu quả, ít nhất",
    registered_percent: "Tỷ lệ đăng ký, ít nhất (%)",
    recognized_percent: "Tỷ lệ được công nhận, ít nhất (%)",
    disciplined_most: "Số cá nhân Công an phường, xã bị kỷ luật, nhiều nhất",
  } as Record<ThresholdKey, string>,
  value: "Ngưỡng",
  from: "Áp dụng từ",
  citation: "Căn cứ",
  inForce: "Đang áp dụng",
  later: "Chưa tới ngày",
  before: "Đã thay thế",
  withdrawn: (reason: string) => `Đã hủy: ${reason}`,
  add: "Thêm ngưỡng",
  addLead: "Khi có văn bản mới. Ngưỡng cũ vẫn áp dụng cho các năm trước.",
  save: "Lưu ngưỡng mới",
  saved: "Đã lưu",
  withdraw: "Hủy ngưỡng ghi nhầm",
  withdrawNow: "Hủy ngưỡng này",
  withdrawConsequence: (key: string, day: string) =>
    `${key}, áp dụng từ ${day}, không còn được tính; ngưỡng trước đó áp dụng tiếp. Bản ghi và lý do vẫn lưu.`,
};

export const thresholdWords = {
  vi: {
    ...vi,
    fields: {
      key: "Điều kiện",
      value: "Ngưỡng",
      validFrom: "Áp dụng từ ngày",
      citation: "Căn cứ",
      reason: "Lý do",
    },
    errors: {
      "key.required": "Chọn điều kiện",
      "value.not-a-number": "Ngưỡng phải là số nguyên, ví dụ 70",
      "validFrom.not-later": (_: string, argument: string) =>
        `Ngày áp dụng phải sau ${formatDate(argument)}, ngày của ngưỡng gần nhất`,
      "reason.first-threshold": (_: string, argument: string) =>
        `Không hủy được ngưỡng đầu tiên: các năm từ ${formatDate(argument)} sẽ không còn ngưỡng để xét`,
      repeated: "Ngưỡng này đã được ghi",
    },
    show: (field: string, value: unknown) => shown("vi", field, value),
  },
  en: {
    title: "Thresholds for wards and communes",
    lead: "Each has its first day and its source of law. A year goes by what is in force on its last day.",
    keys: {
      effective_models: "Model points working effectively, at least",
      registered_percent: "Share registered, at least (%)",
      recognized_percent: "Share recognised, at least (%)",
      disciplined_most: "Local police disciplined, at most",
    },
    value: "Threshold",
    from: "In force from",
    citation: "Source of law",
    inForce: "In force",
    later: "Not yet in force",
    before: "Replaced",
    withdrawn: (reason: string) => `Withdrawn: ${reason}`,
    add: "Add a threshold",
    addLead: "When there is a new text. Earlier years keep the earlier threshold.",
    save: "Save the threshold",
    saved: "Saved",
    withdraw: "Withdraw a mistaken threshold",
    withdrawNow: "Withdraw this threshold",
    withdrawConsequence: (key: string, day: string) =>
      `${key}, in force from ${day}, no longer counts; the one before goes on. The record and the reason stay.`,
    fields: {
      key: "Condition",
      value: "Threshold",
      validFrom: "In force from",
      citation: "Source of law",
      reason: "Reason",
    },
    errors: {
      "key.required": "Choose a condition",
      "value.not-a-number": "The threshold must be a whole number, such as 70",
      "validFrom.not-later": (_: string, argument: string) =>
        `The first day must be after ${formatDate(argument)}, that of the latest threshold`,
      "reason.first-threshold": (_: string, argument: string) =>
        `The first threshold cannot be withdrawn: the years from ${formatDate(argument)} on would have none`,
      repeated: "This threshold is recorded already",
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

function shown(locale: "vi" | "en", field: string, value: unknown): string {
  const words: Record<string, string> = field === "key" ? thresholdWords[locale].keys : {};
  return words[String(value)] ?? String(value ?? "");
}
