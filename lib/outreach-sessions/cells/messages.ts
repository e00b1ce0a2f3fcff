import type { Locale, Words } from "@/lib/core/locale";
import { fieldSentence } from "@/lib/core/messages";
import { resolveWords } from "@/lib/units/resolve/messages";
import { outreachWords } from "../messages";

type CellFault = (heading: string, field: string, code: string, detail: string) => string;

const cellFault =
  (locale: Locale, own: Record<string, (detail: string) => string>): CellFault =>
  (heading, field, code, detail) =>
    own[code]?.(detail) ?? fieldSentence(locale, field, code, heading, outreachWords[locale].errors);

/** Words of a sheet of sessions: on the screen, in files coming in and going out. */
export const sheetWords: Words<{
  amount: string;
  at_least: string;
  about: string;
  fault: CellFault;
}> = {
  vi: {
    amount: "Số lượng",
    at_least: "hơn",
    about: "khoảng",
    fault: cellFault("vi", {
      "unit-unknown": resolveWords.vi.unknown,
      "unit-ambiguous": resolveWords.vi.ambiguous,
      "unit-not-then": resolveWords.vi.notThen,
      "partner-unknown": () =>
        "Không có đơn vị này; gõ tên hoặc mã, nhiều đơn vị cách nhau bằng dấu chấm phẩy",
      "partner-ambiguous": resolveWords.vi.ambiguous,
      "partner-not-then": resolveWords.vi.notThen,
      "channel-unknown": () =>
        "Chưa rõ hình thức; gõ ví dụ: trực tiếp, từng nhà, loa, xe loa, tờ rơi, tin bài",
      "channel-two": () => "Có nhiều hình thức; mỗi hình thức một dòng",
      "code-unknown": (piece) => `Không đọc được “${piece}”; gõ tên trong danh mục`,
      "quantity-exact": () => "Lượt phát, lượt xe, tờ, tin bài ghi số đúng; mức hơn, khoảng ghi ở Ghi chú",
      "not-of-this-channel": () => "Đơn vị tính khác với hình thức của dòng; sửa hình thức hoặc tách dòng",
      "views-of-post": () => "Lượt xem chỉ tính cho tin, bài; xóa ô này hoặc đổi hình thức",
      "not-a-number": () => "Gõ một số, ví dụ 35, hơn 120, khoảng 50",
    }),
  },
  en: {
    amount: "Amount",
    at_least: "more than",
    about: "about",
    fault: cellFault("en", {
      "unit-unknown": resolveWords.en.unknown,
      "unit-ambiguous": resolveWords.en.ambiguous,
      "unit-not-then": resolveWords.en.notThen,
      "partner-unknown": () => "No such unit; type names or codes, parted by semicolons",
      "partner-ambiguous": resolveWords.en.ambiguous,
      "partner-not-then": resolveWords.en.notThen,
      "channel-unknown": () => "Unclear channel; type for example: meeting, leaflets, loudspeaker",
      "channel-two": () => "Several channels; one row for each",
      "code-unknown": (piece) => `“${piece}” cannot be read; type a name of the list`,
      "quantity-exact": () =>
        "Rounds, leaflets and posts are exact numbers; put more than, about in the note",
      "not-of-this-channel": () =>
        "Counted in another unit than the row's channel; mend the channel or make two rows",
      "views-of-post": () => "Only posts have views; clear this cell or change the channel",
      "not-a-number": () => "Type a number, such as 35, more than 120, about 50",
    }),
  },
};
