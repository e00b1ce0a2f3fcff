import { type Day, firstDay, fromDate, isDay } from "./days";
import { fold } from "./format";

/**
 * Why a cell could not be read: a code as fields have them, the piece of text it is about, and what it could be instead;
 * `ids` are those of the choices, in their order, where they are rows.
 */
export type Fault = { code: string; detail?: string; choices?: readonly string[]; ids?: readonly number[] };
export type Read<T> = { value: T } | { fault: Fault };

export const fault = (code: string, detail?: string): { fault: Fault } => ({ fault: { code, detail } });

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A day as people and Excel write it: 11/8/2025, 11.8, 2025-08-11, 11-Aug-25, 45880; without a year the latest that is not after today. */
export function readDay(text: string, today: Day): Read<Day> {
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text.trim());
  if (serial) return past(fromDate(new Date(Date.UTC(1899, 11, 30 + Number(serial[1])))), today);
  const said = fold(text).replace(/^((thu \w+|chu nhat|cn|t[2-7]|ngay|sang|chieu|toi|trua) )+/, "");
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})(t?[ \d]*z?)?$/.exec(said);
  if (iso) return past(dayOf(iso[1], iso[2], iso[3]), today);
  const named = /^(\d{1,2}) ([a-z]{3})[a-z]*(?: (\d{4}|\d{2}))?$/.exec(said);
  const month = months.indexOf(named?.[2] ?? "") + 1;
  const plain =
    /^(\d{1,2}) (?:thang )?(\d{1,2})(?: (?:nam )?(\d{4}|\d{2}))?(?: \d{1,2} \d{2}(?: \d{2})?(?: [ap]m)?)?$/.exec(
      said,
    );
  const [, date, , year] = month > 0 ? (named ?? []) : (plain ?? []);
  const inMonth = month > 0 ? String(month) : plain?.[2];
  if (!date || !inMonth) return fault("not-a-date");
  if (year) return past(dayOf(year.length === 2 ? `20${year}` : year, inMonth, date), today);
  for (let back = 0; back <= 8; back++) {
    const day = dayOf(String(Number(today.slice(0, 4)) - back), inMonth, date);
    if (isDay(day) && day <= today) return { value: day };
  }
  return fault("not-a-date");
}

const dayOf = (year = "", month = "", date = ""): Day =>
  `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;

function past(day: Day, today: Day): Read<Day> {
  if (!isDay(day)) return fault("not-a-date");
  if (day < firstDay) return fault(`too-early:${firstDay}`);
  return day > today ? fault("in-the-future") : { value: day };
}
