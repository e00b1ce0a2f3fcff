import type { CodeItem } from "@/lib/core/code-labels";
import { type Day, firstDay, fromDate, isDay } from "@/lib/core/days";
import { fold } from "@/lib/core/format";
import { existedOn } from "@/lib/units/rules";
import type { Channel, Qualifier, UnitType } from "@/prisma/client/enums";
import { channels, isGathering } from "../catalog";
import { channelWords } from "../messages";
import { type Counted, cuePhrases, qualifierPhrases, topicPhrases, unitPhrases } from "../paste/catalog";
import { readNumber } from "../paste/numbers/rules";
import { findPhrase, findPhrases, type PhraseBook, phraseBook, tokenize } from "../paste/words/rules";

/** Why a cell could not be read: a code as fields have them, and the piece of text or the choices it is about. */
export type Fault = { code: string; detail?: string };
export type Read<T> = { value: T } | { fault: Fault };

const fault = (code: string, detail?: string): { fault: Fault } => ({ fault: { code, detail } });

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

export type SheetUnit = {
  id: number;
  code: string;
  fullName: string;
  type: UnitType;
  validFrom: Day | null;
  validTo: Day | null;
  district: string | null;
};

/**
 * The unit a cell names on the row's day: by code, or by name with or without its kind and its former district.
 * Names and codes are used again, so a name that two units had that day stops and asks (T5).
 */
export function readUnit(text: string, units: readonly SheetUnit[], day: Day | undefined): Read<SheetUnit> {
  const said = fold(text)
    .replace(/^(?:p|f) ?(?=\d+$)/, "phuong ")
    .replace(/^(p|f|x|tt) /, (_, kind: string) => `${kinds[kind]} `);
  const named = units.filter(
    (unit) => unit.code === text.trim() || spellings(unit).some((spelling) => spelling === said),
  );
  const then = day === undefined ? named : named.filter((unit) => existedOn(unit, day));
  // The kind decides where it is said: "xã Tân An" is no phường.
  const [only, more] = then;
  if (only && !more) return { value: only };
  if (more) return fault("unit-ambiguous", then.map((unit) => unitName(unit, units)).join("; "));
  return named.length > 0 ? fault("unit-not-then") : fault("unit-unknown");
}

const kinds: Record<string, string> = { p: "phuong", f: "phuong", x: "xa", tt: "thi tran" };

function spellings(unit: SheetUnit): string[] {
  const full = fold(unit.fullName);
  const bare = full.replace(/^(phuong|xa|thi tran) (?!\d+$)/, "");
  const names = [full, bare];
  return unit.district ? [...names, ...names.map((name) => `${name} ${fold(unit.district ?? "")}`)] : names;
}

/** A unit's name as a cell shows it: with its former district where another unit had the same name. */
export function unitName(unit: SheetUnit, units: readonly SheetUnit[]): string {
  const twins = units.filter((other) => fold(other.fullName) === fold(unit.fullName));
  if (twins.length < 2 || !unit.district) return unit.fullName;
  return `${unit.fullName} (${unit.district})`;
}

const channelBook = phraseBook<Channel>([
  ...cuePhrases.flatMap(([phrase, cue]): [string, Channel][] =>
    "channel" in cue ? [[phrase, cue.channel]] : [],
  ),
  ...(
    [
      ["tuyên truyền miệng", "meeting"],
      ["từng nhà", "door_to_door"],
      ["ngày hội", "festival"],
      ["loa kéo", "loudspeaker"],
      ["loa di động", "loudspeaker_car"],
      ["tờ gấp", "leaflet"],
      ["=tin", "post"],
      ["=bài", "post"],
      ["video", "post"],
    ] as const
  ).map(([phrase, channel]): [string, Channel] => [phrase, channel]),
]);

/** The one channel a cell means, by its label in either language or a usual word; two in one cell are two rows. */
export function readChannel(text: string): Read<Channel> {
  const said = fold(text);
  const labelled = channels.find((channel) =>
    [channelWords.vi[channel], channelWords.en[channel], channel].some((label) => fold(label) === said),
  );
  if (labelled) return { value: labelled };
  const found = new Set(findPhrases(channelBook, tokenize(text)).map(({ value }) => value));
  // "Phát loa, xe lưu động" names both; "tuyên truyền trực tiếp tại ngày hội" is the festival.
  if (
    found.size === 2 &&
    found.has("meeting") &&
    [...found].some((channel) => isGathering(channel) && channel !== "meeting")
  )
    found.delete("meeting");
  const [only] = found;
  if (only && found.size === 1) return { value: only };
  return found.size > 1 ? fault("channel-two") : fault("channel-unknown");
}

/** Phrases of a code list: labels of both languages, and for topics the usual words of reports. */
export function codeBook(list: readonly CodeItem[], kind: "topic" | "audience"): PhraseBook<string> {
  return phraseBook(
    list.flatMap(({ code, labelVi, labelEn }) => {
      const usual = kind === "topic" && Object.hasOwn(topicPhrases, code) ? topicPhrases[code] : undefined;
      return [labelVi, labelEn, ...(usual?.split("|") ?? [])].map((phrase) => [phrase, code] as const);
    }),
    "apart",
  );
}

/** Words around a topic that name none themselves. */
const filling = new Set(
  "va ve cac cong tac noi dung tuyen truyen pho bien phong chong tham gia thuc hien nguoi dan cho nhan toi pham".split(
    " ",
  ),
);

/**
 * Codes of a list named in a cell, parted by semicolons, commas or line breaks. Labels hold commas themselves, so a
 * whole label goes first. What cannot be read is named, never left out silently.
 */
export function readCodes(text: string, list: readonly CodeItem[], book: PhraseBook<string>): Read<string[]> {
  const codes: string[] = [];
  const unread: string[] = [];
  for (const part of text.split(/[;\n]/)) {
    const whole = labelled(part, list);
    const pieces = whole ? [whole] : readPieces(part, list, book, unread);
    codes.push(...pieces);
  }
  const left = unread.map((piece) => piece.trim()).filter(Boolean);
  if (left.length > 0) return fault("code-unknown", left.join(", "));
  return { value: [...new Set(codes)] };
}

const labelled = (text: string, list: readonly CodeItem[]): string | undefined => {
  const said = fold(text);
  return list.find(({ code, labelVi, labelEn }) =>
    [labelVi, labelEn, code].some((label) => fold(label) === said),
  )?.code;
};

function readPieces(
  part: string,
  list: readonly CodeItem[],
  book: PhraseBook<string>,
  unread: string[],
): string[] {
  const tokens = tokenize(part);
  const codes: string[] = [];
  let rest = "";
  for (let at = 0; at < tokens.length; ) {
    const found = findPhrase(book, tokens, at);
    if (found) codes.push(found.value);
    else rest += part.slice(tokens[at]?.from, tokens[at]?.to).replace(/[,.]/, ",").concat(" ");
    at = found?.end ?? at + 1;
  }
  for (const piece of rest.split(",")) {
    const known = labelled(piece, list);
    if (known) codes.push(known);
    else if (
      fold(piece)
        .split(" ")
        .some((word) => word && !filling.has(word))
    )
      unread.push(piece);
  }
  if (codes.length === 0 && unread.length === 0 && part.trim()) unread.push(part);
  return codes;
}

export type Amount = { value: number; qualifier: Qualifier };

const qualifierBook = phraseBook<Qualifier>([
  ...qualifierPhrases,
  ["more than", "at_least"],
  ["over", "at_least"],
  ["at least", "at_least"],
  ["about", "about"],
]);
const countedBook = phraseBook<Counted>(unitPhrases);
const before: Record<string, Qualifier> = { "~": "about", "≈": "about", ">": "at_least", "≥": "at_least" };

/** A count with how sure it is: "120", "hơn 120", "~50", "120+", "1.250 lượt người"; in the unit of the row's channel (T7, T8). */
export function readAmount(text: string, channel: Channel | undefined): Read<Amount> {
  const tokens = tokenize(text.trim()).filter(({ raw }) => raw !== "=");
  const sign = before[tokens[0]?.raw ?? ""];
  const word = findPhrase(qualifierBook, tokens, 0);
  const number = readNumber(tokens, sign ? 1 : (word?.end ?? 0));
  if (number?.value === undefined || number.doubts.some((doubt) => doubt !== "comma-in-number"))
    return fault("not-a-number");
  let at = number.end;
  let qualifier = sign ?? word?.value ?? "exact";
  if (tokens[at]?.raw === "+") {
    qualifier = "at_least";
    at++;
  }
  const unit = findPhrase(countedBook, tokens, at);
  if ((unit?.end ?? at) < tokens.length) return fault("not-a-number");
  if (unit && channel && !isCountOf(unit.value, channel)) return fault("not-of-this-channel");
  if (qualifier !== "exact" && channel && !isGathering(channel)) return fault("quantity-exact");
  return { value: { value: number.value, qualifier } };
}

function isCountOf(counted: Counted, channel: Channel): boolean {
  if (isGathering(channel)) return /^(attendance|people|turns|households)$/.test(counted);
  return counted === channel || counted === "turns" || counted === "sheets";
}
