import type { Qualifier } from "@/prisma/client/enums";
import type { GuidanceField } from "../catalog";
import {
  afterwards,
  type Counted,
  type Cue,
  comparingPhrases,
  cuePhrases,
  ordinalPhrases,
  qualifierPhrases,
  unitPhrases,
  vaguePhrases,
  yearPhrases,
} from "../catalog";
import { readNumber } from "../numbers/rules";
import type { Doubt, Said } from "../schema";
import { type Found, findPhrase, findPhrases, phraseBook, type Token } from "../words/rules";

type Broadcast = "loudspeaker" | "loudspeaker_car" | "leaflet" | "post";

/** What was counted, each in a unit of its own and never added to another (T8). */
export type CountOf = "sessions" | "attendance" | "views" | GuidanceField | Broadcast;

export type Count = { of: CountOf; at: number; end: number; said?: Said; doubts: Doubt[] };

const units = phraseBook<Counted>(unitPhrases);
const qualifiers = phraseBook<Qualifier>(qualifierPhrases);
const after = phraseBook<Qualifier>(afterwards);
const vague = phraseBook(vaguePhrases);
const ordinals = phraseBook(ordinalPhrases);
const years = phraseBook(yearPhrases);
const cues = phraseBook<Cue>(cuePhrases);
const comparing = phraseBook(comparingPhrases);
const until = phraseBook([["đến", true] as const, ["tới", true] as const]);

/** The words of a sentence that tell what its counts are about. */
export const findCues = (tokens: Token[]): Found<Cue>[] => findPhrases(cues, tokens);

/** A number's place in the sentence with the unit it stands before or behind. */
type Raw = {
  at: number;
  number: number;
  end: number;
  unit: Counted;
  said?: Said;
  doubts: Doubt[];
  colon: boolean;
};

/**
 * Counts of a sentence from left to right. `taken` are the tokens of days and periods. A number without a unit
 * that the portal knows is no count, whatever it is.
 */
export function readCounts(tokens: Token[], taken: Set<number>, found: Found<Cue>[]): Count[] {
  const raws = readRaw(tokens, taken);
  return raws.flatMap((raw, index) => {
    const before = raws[index - 1]?.end ?? 0;
    const behind = raws[index + 1]?.at ?? tokens.length;
    return settle(raw, {
      tokens,
      found,
      before,
      behind,
      sessions: raws.some(({ unit }) => unit === "sessions"),
    });
  });
}

function readRaw(tokens: Token[], taken: Set<number>): Raw[] {
  const raws: Raw[] = [];
  let qualifier: { value: Qualifier; at: number; end: number } | undefined;
  let label: { value: Counted; at: number; end: number } | undefined;
  let compared = -1;
  for (let at = 0; at < tokens.length; ) {
    if (taken.has(at)) {
      at += 1;
      continue;
    }
    const raw = readVague(tokens, at) ?? readCount(tokens, at, taken, label);
    if (raw) {
      const told = qualifier?.end === at ? qualifier : undefined;
      if (raw.said && told && raw.said.qualifier === "exact") raw.said.qualifier = told.value;
      const begin = raw.colon ? raw.at : (told?.at ?? raw.at);
      raws.push({ ...raw, at: begin, ...(compared === begin && { unit: "nothing" }) });
      at = raw.end;
      continue;
    }
    const next = findPhrase(qualifiers, tokens, at);
    if (next) qualifier = { ...next, at };
    const comparison = findPhrase(comparing, tokens, at);
    if (comparison) compared = comparison.end;
    const unit = next || comparison ? undefined : findPhrase(units, tokens, at);
    if (unit) label = { ...unit, at };
    const ordinal = findPhrase(ordinals, tokens, at);
    const skipped = ordinal && tokens[ordinal.end]?.kind === "digits" && !unit ? ordinal.end + 1 : 0;
    at = Math.max(next?.end ?? comparison?.end ?? unit?.end ?? at + 1, skipped);
  }
  return raws;
}

function readCount(
  tokens: Token[],
  at: number,
  taken: Set<number>,
  label: { value: Counted; at: number; end: number } | undefined,
): Raw | undefined {
  if (isYearWord(tokens, at)) return undefined;
  const number = readNumber(tokens, at);
  if (!number || taken.has(number.end - 1)) return undefined;
  const base = { number: at, said: sayExactly(number.value), doubts: number.doubts };
  const range = readRangeEnd(tokens, number.end);
  const end = range ?? number.end;
  const unit = findPhrase(units, tokens, end);
  if (unit) {
    const bound = findPhrase(after, tokens, unit.end);
    if (bound && base.said) base.said.qualifier = bound.value;
    const told = range ? { number: at, doubts: ["range" as const] } : base;
    return { ...told, at, end: bound?.end ?? unit.end, unit: unit.value, colon: false };
  }
  // "Lượt người dự: 350", "Tờ rơi \t 500".
  const colon = label && /^[:=\t]$/.test(tokens[label.end]?.raw ?? "") ? label.end + 1 : undefined;
  const qualified =
    colon === undefined ? undefined : (findPhrase(qualifiers, tokens, colon) ?? { end: colon });
  if (!label || qualified?.end !== at) return undefined;
  return { ...base, at: label.at, end, unit: label.value, colon: true };
}

const sayExactly = (value: number | undefined): Said | undefined =>
  value === undefined ? undefined : { value, qualifier: "exact" };

function readVague(tokens: Token[], at: number): Raw | undefined {
  const some = findPhrase(vague, tokens, at);
  const unit = some && findPhrase(units, tokens, some.end);
  if (!unit || unit.value === "nothing") return undefined;
  return { at, number: at, end: unit.end, unit: unit.value, doubts: ["vague-count"], colon: false };
}

/** "30-40 lượt", "30 đến 40 lượt": no one value. */
function readRangeEnd(tokens: Token[], end: number): number | undefined {
  const joined = /^[-–—]$/.test(tokens[end]?.raw ?? "") ? end + 1 : findPhrase(until, tokens, end)?.end;
  if (joined === undefined || tokens[joined]?.kind !== "digits") return undefined;
  // The second number is glued to its dash, so it is read on its own.
  const last = readNumber(tokens.slice(joined, joined + 12), 0);
  return last && joined + last.end;
}

/** "từ đầu năm người dân …": a year, no five. */
function isYearWord(tokens: Token[], at: number): boolean {
  return tokens[at]?.plain === "nam" && at > 0 && findPhrase(years, tokens, at - 1)?.end === at;
}

type Around = { tokens: Token[]; found: Found<Cue>[]; before: number; behind: number; sessions: boolean };

const broadcasts: readonly Counted[] = ["loudspeaker", "loudspeaker_car", "leaflet", "post"];

/** Decides what a bare unit ("người", "lượt", "hộ", "tờ") stands for by the words around it. */
function settle(raw: Raw, around: Around): Count[] {
  const { unit, at, end, said } = raw;
  const as = (of: CountOf, ...more: Doubt[]): Count[] => [
    { of, at, end, ...(said && { said }), doubts: [...raw.doubts, ...more] },
  ];
  const near = lookAround(raw, around);
  switch (unit) {
    case "nothing":
      return [];
    case "sessions":
      return as(near.airedAs ?? near.airingBefore ?? "sessions");
    case "weaponsHandedIn":
      return near.handedIn ? as("weaponsHandedIn") : [];
    case "sheets":
      return near.channelBefore === "leaflet" ? as("leaflet") : [];
    case "turns":
      if (near.guided) return as(near.guided.field, ...near.guided.doubts);
      if (near.attendedAfter) return as("attendance");
      if (near.airedAs) return as(near.airedAs);
      if (near.channelBefore) return as(near.channelBefore);
      return near.outreach ? as("attendance", "unit-unclear") : [];
    case "cases":
      return near.guided ? as(near.guided.field, ...near.guided.doubts) : [];
    case "households":
      if (near.guided) return as(near.guided.field, ...near.guided.doubts);
      return near.doors && !near.blocked ? as("attendance", "households-not-people") : [];
    case "people":
      return settlePeople(raw, around, near, as);
    case "attendance":
      return as("attendance", ...inTurns(raw, around.tokens));
    default:
      return broadcasts.includes(unit) && near.blocked ? [] : as(unit);
  }
}

function settlePeople(
  raw: Raw,
  { tokens }: Around,
  near: Near,
  as: (of: CountOf, ...more: Doubt[]) => Count[],
): Count[] {
  const people = inTurns(raw, tokens);
  if (near.attendedAfter) return as("attendance", ...people);
  if (near.guided) return as(near.guided.field, ...near.guided.doubts);
  if (near.blocked) return [];
  if (people.length === 0)
    return near.outreach || raw.colon ? as("attendance") : as("attendance", "unit-unclear");
  return (near.drawn && near.outreach) || near.attendedBefore ? as("attendance", ...people) : [];
}

/** "350 người" are people, "350 lượt người" attendances; over several sessions the two differ (T8). */
const inTurns = ({ at, end }: Raw, tokens: Token[]): Doubt[] =>
  tokens.slice(at, end).some(({ plain }) => plain === "luot") ? [] : ["people-not-attendances"];

type Near = ReturnType<typeof lookAround>;

function lookAround(raw: Raw, { tokens, found, before, behind, sessions }: Around) {
  const clause = clauseEnd(tokens, raw.end, Math.min(behind, raw.end + 12));
  const ahead = within(found, raw.end, clause);
  const back = within(found, Math.max(before, raw.at - 25), raw.at);
  const close = within(found, Math.max(before, raw.at - 5), raw.at);
  const is = (list: Found<Cue>[], what: string) =>
    list.find(({ value }) => "is" in value && value.is === what);
  const channels = (list: Found<Cue>[]) =>
    list.flatMap(({ value }) => ("channel" in value ? [value.channel] : []));
  const last = channels(back).findLast((channel) => broadcasts.includes(channel as Counted));
  const first = ahead[0];
  return {
    airedAs: airing(channels(ahead)),
    airingBefore: airing(channels(within(found, Math.max(before, raw.at - 3), raw.at))),
    channelBefore: last as Broadcast | undefined,
    attendedAfter: is(ahead, "attending") !== undefined && is(ahead, "attending") === first && !raw.colon,
    attendedBefore: is(close, "attending") !== undefined,
    drawn: is(close, "drawing") !== undefined,
    blocked: is(close, "blocking") !== undefined || is(ahead.slice(0, 1), "blocking") !== undefined,
    doors: found.some(({ value }) => "channel" in value && value.channel === "door_to_door"),
    handedIn: found.some(({ value }) => "guides" in value && value.guides === "weaponsHandedIn"),
    outreach: sessions || is(found, "outreach") !== undefined || is(found, "urging") !== undefined,
    guided: guidedBy(raw, tokens, ahead, back),
  };
}

const airing = (channels: string[]) =>
  channels.find(
    (channel): channel is Broadcast => channel === "loudspeaker" || channel === "loudspeaker_car",
  );

/** The guidance a count of people or cases belongs to: right behind it, or before it when joined by "cho", "được". */
function guidedBy(raw: Raw, tokens: Token[], ahead: Found<Cue>[], back: Found<Cue>[]) {
  const named = (list: Found<Cue>[]) =>
    list.flatMap(({ value, at, end }) => ("guides" in value ? [{ field: value.guides, at, end }] : []));
  const next = named(ahead)[0];
  if (next && next.field !== "weaponsHandedIn") return { field: next.field, doubts: shared(named(ahead)) };
  const previous = named(back).filter(({ field }) => field !== "weaponsHandedIn");
  const last = previous.at(-1);
  if (!last) return undefined;
  const link = tokens[raw.at - 1];
  const joined = last.end >= raw.at - 1 || /^(cho|giup|duoc)$/.test(link?.plain ?? "");
  const signed = last.field === "pledges" && /^(voi|co|la)$/.test(link?.plain ?? "");
  return joined || signed ? { field: last.field, doubts: shared(previous) } : undefined;
}

/** One number said of several things at once: "VNeID, định danh mức 2 cho 45 người". */
const shared = (named: { field: GuidanceField }[]): Doubt[] =>
  new Set(named.map(({ field }) => field)).size > 1 ? ["shared-count"] : [];

const within = (found: Found<Cue>[], from: number, to: number) =>
  found.filter(({ at, end }) => at >= from && end <= to);

function clauseEnd(tokens: Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (/^[,;:()\t]$/.test(tokens[at]?.raw ?? "")) return at;
  return to;
}
