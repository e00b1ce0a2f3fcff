import { formatDate } from "@/lib/core/format";
import type { Locale, Words } from "@/lib/core/locale";
import { unitsWords } from "../messages";
import type { NamedUnit } from "./schema";

/** What says which unit of a name is meant: "31135, đến hết 30/06/2025", "31147, từ 01/07/2025". */
export function unitDays({ code, validFrom, validTo }: NamedUnit, locale: Locale): string {
  const { from, until } = unitsWords[locale];
  if (validTo) return `${code}, ${until} ${formatDate(validTo)}`;
  return validFrom ? `${code}, ${from} ${formatDate(validFrom)}` : code;
}

/** What is asked where a name does not settle a unit; `names` are names that do, parted by semicolons. */
export const resolveWords: Words<{
  ambiguous: (names: string) => string;
  notThen: (offered: string) => string;
  unknown: (near: string) => string;
  choose: string;
}> = {
  vi: {
    ambiguous: (names) => `Tên đơn vị mơ hồ: chọn một trong ${names}`,
    notThen: (offered) =>
      offered
        ? `Đơn vị này không tồn tại vào ngày đó. Ngày đó là ${offered}`
        : "Đơn vị này không tồn tại vào ngày đó. Ghi đơn vị của ngày đó hoặc sửa ngày",
    unknown: (near) =>
      near
        ? `Không có đơn vị này trong phạm vi. Gần giống: ${near}`
        : "Không có đơn vị này trong phạm vi; gõ tên hoặc mã, ví dụ Phú Lợi",
    choose: "Chọn đơn vị",
  },
  en: {
    ambiguous: (names) => `Several units have this name: choose one of ${names}`,
    notThen: (offered) =>
      offered
        ? `This unit did not exist on that day. On that day it was ${offered}`
        : "This unit did not exist on that day. Name that day's unit, or mend the day",
    unknown: (near) =>
      near
        ? `No such unit within reach. Close to: ${near}`
        : "No such unit within reach; type a name or code, such as Phú Lợi",
    choose: "Choose the unit",
  },
};
