import { formatDate, formatShare } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import { successionWords } from "../messages";
import type { LineageEdge } from "./rules";

const vi = {
  title: "Nguồn gốc và biến động",
  drawing: "Sơ đồ nguồn gốc và biến động",
  finding: {
    none: "Chưa có biến động nào được ghi.",
    before: (count: string) => `Hình thành từ ${count} đơn vị`,
    after: (count: string) => `nay tiếp nối ở ${count} đơn vị`,
  },
  list: "Cùng nội dung, dạng danh sách",
  back: "Hình thành từ",
  forward: "Về sau",
  from: (day: string) => `từ ${day}`,
  until: (day: string) => `đến ${day}`,
  clause: (clause: string) => `khoản ${clause}`,
  others: "Phần khác",
  together: "Cùng với",
  this: "đơn vị đang xem",
  note: "Số liệu cũ của đơn vị bị chia tính cho nơi nhận phần còn lại.",
};
const en: typeof vi = {
  title: "Origin and changes",
  drawing: "Drawing of origin and changes",
  finding: {
    none: "No change is recorded.",
    before: (count) => `Formed from ${count} units`,
    after: (count) => `carried on in ${count} units`,
  },
  list: "The same as a list",
  back: "Formed from",
  forward: "Later",
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  clause: (clause) => `clause ${clause}`,
  others: "Elsewhere",
  together: "Together with",
  this: "the unit shown",
  note: "Earlier figures of a divided unit follow the remainder.",
};
export const lineageWords: Words<typeof vi> = { vi, en };

/** "Một phần (12,3 %) · khoản 51". */
export function passage({ kind, share, clause }: LineageEdge, locale: Locale): string {
  // A share says something only of what was divided.
  const divided = kind === "part" || kind === "remainder";
  const part = divided && share !== null ? ` (${formatShare(share, locale)})` : "";
  return [`${successionWords[locale][kind]}${part}`, clause && lineageWords[locale].clause(clause)]
    .filter(Boolean)
    .join(" · ");
}

/** "1668/NQ-UBTVQH15, 01/07/2025": the number alone, since the picture has little room. */
export const decided = ({ decision, on }: LineageEdge): string =>
  `${/\S*\d\S*\/\S+/.exec(decision)?.[0] ?? decision}, ${formatDate(on)}`;
