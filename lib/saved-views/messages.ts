import { formatNumber } from "@/lib/core/format";
import type { Words } from "@/lib/core/locale";
import type { FieldSentence } from "@/lib/core/messages";

const vi = {
  label: "Cách xem đã lưu",
  keep: "Lưu cách xem này",
  keepHint: "Giữ bộ lọc, cột và thứ tự đang xem. Chỉ tài khoản này thấy.",
  save: "Lưu cách xem",
  manage: "Bỏ bớt",
  manageLabel: "Bỏ cách xem đã lưu",
  remove: (name: string) => `Bỏ “${name}”`,
  fields: { name: "Tên cách xem", view: "Bộ lọc", list: "Danh sách" },
  errors: {
    "name.required": "Nhập tên, ví dụ Điểm cần củng cố",
    "name.name-taken": "Tên này đã có; bỏ cách xem cũ hoặc đặt tên khác",
    "name.too-many-views": ((_, most, locale) =>
      `Mỗi danh sách giữ nhiều nhất ${formatNumber(Number(most), locale)} cách xem; bỏ bớt một cách xem cũ`) as FieldSentence,
    "view.required": "Chọn bộ lọc, cột hoặc thứ tự trước khi lưu",
  } as Record<string, string | FieldSentence>,
};

const en: typeof vi = {
  label: "Saved views",
  keep: "Save this view",
  keepHint: "Keeps the filters, columns and order looked at. Only this account sees it.",
  save: "Save the view",
  manage: "Remove",
  manageLabel: "Remove a saved view",
  remove: (name) => `Remove “${name}”`,
  fields: { name: "Name of the view", view: "Filters", list: "List" },
  errors: {
    "name.required": "Enter a name, such as Points to consolidate",
    "name.name-taken": "This name is in use; remove the old view or choose another name",
    "name.too-many-views": (_, most, locale) =>
      `A list keeps ${formatNumber(Number(most), locale)} views at most; remove an old one`,
    "view.required": "Choose a filter, a column or an order first",
  },
};

export const savedViewWords: Words<typeof vi> = { vi, en };
