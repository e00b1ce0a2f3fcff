import { areaPhrases, noPlacePhrases, placeEnds, placePhrases, unitKinds } from "../catalog";
import { findPhrase, isCapital, phraseBook, said, type Token } from "../words/rules";

/** Words of a place or unit as the report has them, with their tokens. */
export type Named = { text: string; at: number; end: number };

const starts = phraseBook(placePhrases);
const noPlace = phraseBook(noPlacePhrases);
const ends = phraseBook(placeEnds);
const areas = phraseBook(areaPhrases);
const kinds = phraseBook(unitKinds);
const longest = 12;

/** Places of a sentence: what stands behind "tại", "ở" or "địa điểm:", and residential areas by themselves. */
export function readPlaces(tokens: Token[], taken: Set<number>, source: string): Named[] {
  const places: Named[] = [];
  for (let at = 0; at < tokens.length; ) {
    const place = taken.has(at) ? undefined : readPlace(tokens, at, taken, source);
    if (place) places.push(place);
    at = place?.end ?? at + 1;
  }
  return places;
}

function readPlace(tokens: Token[], at: number, taken: Set<number>, source: string): Named | undefined {
  const start = findPhrase(starts, tokens, at);
  if (!start) return readArea(tokens, at, taken, source);
  let from = start.end;
  if (/^[:\t]$/.test(tokens[from]?.raw ?? "")) from += 1;
  else if (start.value === "is") return undefined;
  if (findPhrase(kinds, tokens, from)) return undefined;
  const inside = findPhrase(noPlace, tokens, from);
  // "tại nhà văn hóa khóm 5" is a place, "tại nhà" none.
  if (
    inside &&
    !(tokens[from]?.plain === "nha" && /^(van|ong|ba|sinh|thi|dan)$/.test(tokens[from + 1]?.plain ?? ""))
  )
    return undefined;
  return named(tokens, from, taken, source);
}

/** "khóm 3", "ấp Hòa Mỹ": a kind of area with its name or number. */
function readArea(tokens: Token[], at: number, taken: Set<number>, source: string): Named | undefined {
  const area = findPhrase(areas, tokens, at);
  const next = area && tokens[area.end];
  if (!area || !next || (next.kind !== "digits" && !isCapital(next))) return undefined;
  const end = next.kind === "digits" ? area.end + 1 : nameEnd(tokens, area.end, taken);
  return end > area.end ? cut(tokens, at, end, source) : undefined;
}

function named(tokens: Token[], from: number, taken: Set<number>, source: string): Named | undefined {
  let end = from;
  while (end < tokens.length && end - from < longest && !taken.has(end)) {
    const token = tokens[end] as Token;
    if (token.kind === "mark" && !/^["“”'’./-]$/.test(token.raw)) break;
    if (end > from && findPhrase(ends, tokens, end)) break;
    end += 1;
  }
  while (end > from && tokens[end - 1]?.kind === "mark" && !/^["”]$/.test(tokens[end - 1]?.raw ?? ""))
    end -= 1;
  return end > from ? cut(tokens, from, end, source) : undefined;
}

/** Units named in a sentence: "phường Phú Lợi", "xã Mỹ Khánh", "phường 4". */
export function readUnits(tokens: Token[], taken: Set<number>, source: string): Named[] {
  const units: Named[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const kind = findPhrase(kinds, tokens, at);
    const next = kind && tokens[kind.end];
    if (!kind || !next) continue;
    const end =
      next.kind === "digits" && next.raw.length < 3 ? kind.end + 1 : nameEnd(tokens, kind.end, taken);
    if (end > kind.end) units.push(cut(tokens, at, end, source));
  }
  return units;
}

/** Up to four words with capitals. */
function nameEnd(tokens: Token[], from: number, taken: Set<number>): number {
  let end = from;
  while (end - from < 4 && !taken.has(end) && tokens[end]?.kind === "word" && isCapital(tokens[end])) {
    if (findPhrase(ends, tokens, end)) break;
    end += 1;
  }
  return end;
}

/** True where a sentence speaks of the unit without its name: "phường tổ chức", "Công an phường". */
export const mentionsUnit = (tokens: Token[]): boolean =>
  tokens.some((_, at) => findPhrase(kinds, tokens, at) !== undefined);

const cut = (tokens: Token[], at: number, end: number, source: string): Named => ({
  text: said(source, tokens[at]?.from ?? 0, tokens[end - 1]?.to ?? 0),
  at,
  end,
});
