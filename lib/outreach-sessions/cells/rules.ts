import { fault, type Read } from "@/lib/core/cells";
import type { CodeItem } from "@/lib/core/code-labels";
import type { Day } from "@/lib/core/days";
import { fold } from "@/lib/core/format";
import { readUnit } from "@/lib/units/resolve/rules";
import type { UnitBook } from "@/lib/units/resolve/schema";
import type { Channel, Qualifier } from "@/prisma/client/enums";
import { channels, isGathering } from "../catalog";
import { channelWords } from "../messages";
import { type Counted, cuePhrases, qualifierPhrases, topicPhrases, unitPhrases } from "../paste/catalog";
import { readNumber } from "../paste/numbers/rules";
import { findPhrase, findPhrases, type PhraseBook, phraseBook, tokenize } from "../paste/words/rules";
import { audiencePhrases, channelCells, channelPhrases } from "./catalog";

const listed = (phrases: string) => phrases.split("|");
const channelBook = phraseBook<Channel>([
  ...cuePhrases.flatMap(([phrase, cue]): [string, Channel][] =>
    "channel" in cue ? [[phrase, cue.channel]] : [],
  ),
  ...channelPhrases.flatMap(([channel, phrases]) =>
    listed(phrases).map((phrase): [string, Channel] => [phrase, channel]),
  ),
]);
const wholeCells = new Map(
  channelCells.flatMap(([channel, phrases]) =>
    listed(phrases).map((phrase): [string, Channel] => [fold(phrase), channel]),
  ),
);

/** The one channel a cell means, by its label in either language or a usual word; two in one cell are two rows. */
export function readChannel(text: string): Read<Channel> {
  const said = fold(text);
  const labelled =
    channels.find((channel) =>
      [channelWords.vi[channel], channelWords.en[channel], channel].some((label) => fold(label) === said),
    ) ?? wholeCells.get(said);
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

const usualPhrases: Record<"topic" | "audience", Readonly<Record<string, string>>> = {
  topic: topicPhrases,
  audience: audiencePhrases,
};

/** Phrases of a code list: labels of both languages, the usual words of reports for topics, of notes for audiences. */
export function codeBook(list: readonly CodeItem[], kind: "topic" | "audience"): PhraseBook<string> {
  return phraseBook(
    list.flatMap(({ code, labelVi, labelEn }) => {
      const usual = usualPhrases[kind];
      return [labelVi, labelEn, ...(Object.hasOwn(usual, code) ? listed(usual[code] ?? "") : [])].map(
        (phrase) => [phrase, code] as const,
      );
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

/** How often a post was seen: "1.250", "1.250 lượt xem"; of no other channel, and never added to people (T8). */
export function readViews(text: string, channel: Channel | undefined): Read<number> {
  const tokens = tokenize(text.trim());
  const number = readNumber(tokens, 0);
  if (number?.value === undefined || number.doubts.some((doubt) => doubt !== "comma-in-number"))
    return fault("not-a-number");
  const unit = findPhrase(countedBook, tokens, number.end);
  if ((unit?.end ?? number.end) < tokens.length) return fault("not-a-number");
  if (unit && unit.value !== "views" && unit.value !== "turns") return fault("not-a-number");
  return channel && channel !== "post" ? fault("views-of-post") : { value: number.value };
}

function isCountOf(counted: Counted, channel: Channel): boolean {
  if (isGathering(channel)) return /^(attendance|people|turns|households)$/.test(counted);
  return counted === channel || counted === "turns" || counted === "sheets";
}

/**
 * The units a cell names on the row's day, parted by semicolons or line breaks, or by commas where all that they part
 * are units (a comma also stands in "Phường 1, TP Sóc Trăng"). Where one stops and asks, each choice is the whole cell.
 */
export function readPartners(text: string, book: UnitBook, day: Day | undefined): Read<number[]> {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const found: number[] = [];
  for (const [at, part] of parts.entries()) {
    const pieces = [[part], part.split(",")].map((names) => names.map((name) => readUnit(name, book, day)));
    const read = pieces.find((reads) => reads.every((one) => "value" in one)) ?? pieces[0] ?? [];
    for (const one of read) {
      if ("value" in one) found.push(one.value.id);
      else
        return {
          fault: {
            ...one.fault,
            code: one.fault.code.replace("unit-", "partner-"),
            choices: one.fault.choices?.map((choice) => parts.with(at, choice).join("; ")),
          },
        };
    }
  }
  return { value: [...new Set(found)] };
}
