import { type Fault, fault, type Read } from "@/lib/core/cells";
import type { Day } from "@/lib/core/days";
import { fold } from "@/lib/core/format";
import { existedOn } from "../rules";
import type { NamedUnit, Passage, Resolution, UnitBook, UnitNamed } from "./schema";

/**
 * The one way from a written unit to a unit (T5): by code, or by name with or without its kind, its former district and
 * its province. Codes and names are used again, so only a unit of the day counts; without a day every unit that ever
 * had the name does. Where several remain it stops and asks; where none remains it offers what there was that day.
 */
export function resolveUnit<U extends NamedUnit>(
  { text, day, type, district }: UnitNamed,
  { units, passages = [] }: UnitBook<U>,
): Resolution<U> {
  const said = read(text);
  const named = units.filter(
    (unit) =>
      isNamed(unit, said) &&
      (type === undefined || unit.type === type) &&
      (district === undefined || isWithin(unit, district)),
  );
  const then = asAccented(text, day === undefined ? named : named.filter((unit) => existedOn(unit, day)));
  const [only, more] = then;
  if (only && !more) return { kind: "unit", unit: only };
  if (more) return { kind: "ambiguous", candidates: then };
  if (day !== undefined && named.length > 0)
    return { kind: "not-then", named, offered: thereOn(named, day, units, passages) };
  return { kind: "unknown", near: nearTo(said, units, day) };
}

/**
 * The unit a cell names on the row's day. A name that several had that day, or nobody, stops and asks, with the
 * names that would do (T5).
 */
export function readUnit(text: string, book: UnitBook, day: Day | undefined): Read<NamedUnit> {
  const found = resolveUnit({ text, day }, book);
  if (found.kind === "unit") return { value: found.unit };
  if (found.kind === "ambiguous") return unitFault("unit-ambiguous", found.candidates, book);
  if (found.kind === "not-then") return unitFault("unit-not-then", found.offered, book);
  return unitFault("unit-unknown", found.near, book);
}

/** Why a unit that was chosen does not fit a day, with what there was instead; undefined when it existed. */
export function dayFault(unit: NamedUnit, day: Day, book: UnitBook): Fault | undefined {
  if (existedOn(unit, day)) return undefined;
  return unitFault("unit-not-then", thereOn([unit], day, book.units, book.passages ?? []), book).fault;
}

function unitFault(code: string, units: readonly NamedUnit[], book: UnitBook): { fault: Fault } {
  if (units.length === 0) return fault(code);
  const choices = units.map((unit) => unitName(unit, book.units));
  return { fault: { code, detail: choices.join("; "), choices, ids: units.map(({ id }) => id) } };
}

/** The units that stand in the place of some on a day: those they became, or those they came of; the carriers first. */
function thereOn<U extends NamedUnit>(
  named: readonly NamedUnit[],
  day: Day,
  units: readonly U[],
  passages: readonly Passage[],
): U[] {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const found: U[] = [];
  const seen = new Set<number>();
  let front = named.map(({ id }) => id);
  while (front.length > 0) {
    const next: number[] = [];
    for (const id of front) {
      if (seen.has(id)) continue;
      seen.add(id);
      const unit = known.get(id);
      if (!unit) continue; // outside the reach
      if (existedOn(unit, day)) {
        found.push(unit);
        continue;
      }
      const later = unit.validTo !== null && unit.validTo < day;
      const steps = passages.filter(({ from, to, on }) => (later ? from === id && on <= day : to === id));
      next.push(...carriersFirst(steps).map(({ from, to }) => (later ? to : from)));
    }
    front = next;
  }
  return found;
}

const carriersFirst = (passages: Passage[]) => [
  ...passages.filter(({ kind }) => kind !== "part"),
  ...passages.filter(({ kind }) => kind === "part"),
];

/** A unit's name that reads back to it on its days: with its former district, and province, where another had the same. */
export function unitName(unit: NamedUnit, units: readonly NamedUnit[]): string {
  const own = spellingsOf(unit);
  const twins = units.filter((other) => other.id !== unit.id && spellingsOf(other).full === own.full);
  if (twins.length === 0 || !unit.district) return unit.fullName;
  const same = twins.some((other) => spellingsOf(other).district === own.district);
  const place = same && unit.province ? `${unit.district}, ${unit.province}` : unit.district;
  return `${unit.fullName} (${place})`;
}

/** True of a unit whose name alone does not say which one is meant: it is there no more, or another has had the name. */
export const wantsDays = (unit: NamedUnit, units: readonly NamedUnit[]): boolean =>
  unit.validTo !== null ||
  units.some((other) => other.id !== unit.id && spellingsOf(other).full === spellingsOf(unit).full);

const kinds: Record<string, string> = { p: "phuong", f: "phuong", x: "xa", tt: "thi tran" };

/** Folded, without the office that stands before a name, and with its kind written out. */
const read = (text: string): string =>
  fold(text)
    .replace(/^(?:(?:uy ban nhan dan|ubnd|cong an|ca|dang uy) )(?=(?:phuong|xa|thi tran|p|f|x|tt) )/, "")
    .replace(/^(p|f)(?=\d+(?: |$))/, "$1 ")
    .replace(/^(p|f|x|tt) /, (_, kind: string) => `${kinds[kind]} `);

function isNamed(unit: NamedUnit, said: string): boolean {
  const { code, names } = spellingsOf(unit);
  if (said === code) return true;
  // "31510 Phường 2", "Phường 2 (31510)": a code beside a name says which of that name.
  const plain = said.startsWith(`${code} `)
    ? read(said.slice(code.length + 1))
    : said.endsWith(` ${code}`)
      ? said.slice(0, -code.length - 1)
      : said;
  return names.some(
    (name) => plain === name || (plain.startsWith(`${name} `) && isPlace(unit, plain.slice(name.length + 1))),
  );
}

const isPlace = (unit: NamedUnit, said: string): boolean => spellingsOf(unit).places.has(said);

const isWithin = (unit: NamedUnit, district: string): boolean =>
  unit.district !== null && spellingsOf(unit).districts.has(fold(district));

/** Of units that differ by accents only ("Tân Thạnh", "Tân Thành") those that are written so; all where none is. */
function asAccented<U extends NamedUnit>(text: string, units: U[]): U[] {
  if (units.length < 2) return units;
  const said = ` ${accented(text)} `;
  const exact = units.filter(({ fullName }) =>
    said.includes(` ${accented(fullName.replace(/^(Phường|Xã|Thị trấn) /, ""))} `),
  );
  return exact.length > 0 ? exact : units;
}

/** Letters with their accents, a syllable's tone at its end, since "Thủy" is written "Thuỷ" as well. */
const accented = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .replace(/[^ ]+/g, (syllable) => {
      const tone = syllable.match(tones)?.join("") ?? "";
      return syllable.replace(tones, "").normalize("NFC") + tone;
    });
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

type Spellings = {
  code: string;
  /** Its own name and its district's, folded. */
  full: string;
  district: string;
  names: string[];
  districts: Set<string>;
  places: Set<string>;
};
/** Names are folded once for a unit: a list asks for all of them at every line. */
const spellings = new WeakMap<NamedUnit, Spellings>();

function spellingsOf(unit: NamedUnit): Spellings {
  const known = spellings.get(unit);
  if (known) return known;
  const full = fold(unit.fullName);
  const bare = full.replace(/^(phuong|xa|thi tran) (?!\d+$)/, "");
  const districts = placeNames(unit.district ?? "");
  const provinces = placeNames(unit.province ?? "");
  // A province alone must say that it is one: "Sóc Trăng" was a city as well.
  const places = new Set([
    ...districts,
    ...provinces.slice(0, -1),
    ...districts.flatMap((district) => provinces.map((province) => `${district} ${province}`)),
  ]);
  const made = {
    code: unit.code,
    full,
    district: fold(unit.district ?? ""),
    names: [...new Set([full, bare])],
    districts: new Set(districts),
    places,
  };
  spellings.set(unit, made);
  return made;
}

const short: [string, string[]][] = [
  ["thanh pho", ["tp", "t p"]],
  ["thi xa", ["tx", "t x"]],
  ["quan", ["q"]],
  ["huyen", ["h"]],
  ["tinh", ["t"]],
];

/** "Thành phố Sóc Trăng", "TP. Sóc Trăng", "Sóc Trăng": the bare name last. */
function placeNames(name: string): string[] {
  const full = fold(name);
  if (!full) return [];
  const [kind, marks] = short.find(([kind]) => full.startsWith(`${kind} `)) ?? ["", []];
  const bare = kind ? full.slice(kind.length + 1) : full;
  return [full, ...marks.map((mark) => `${mark} ${bare}`), bare];
}

const mostNear = 3;

/** Names that differ by a letter or two, of that day first; nothing where the name is too short to tell. */
function nearTo<U extends NamedUnit>(said: string, units: readonly U[], day: Day | undefined): U[] {
  const bareSaid = said.replace(/^(phuong|xa|thi tran) /, "");
  if (bareSaid.length < 4 || /\d/.test(bareSaid)) return [];
  const allowed = bareSaid.length < 7 ? 1 : 2;
  return units
    .map((unit) => ({ unit, far: distance(bareSaid, spellingsOf(unit).names.at(-1) ?? "", allowed) }))
    .filter(({ unit, far }) => far <= allowed && (day === undefined || existedOn(unit, day)))
    .sort((a, b) => a.far - b.far)
    .slice(0, mostNear)
    .map(({ unit }) => unit);
}

/** How many letters must be changed, put in or left out; past `most` it only says so. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? most + 1;
}
