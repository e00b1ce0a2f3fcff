/** A piece of the pasted text with its place in it. */
export type Token = {
  kind: "word" | "digits" | "mark" | "break";
  from: number;
  to: number;
  raw: string;
  /** Lower case, composed, the tone behind the letters: "hoà" and "hòa" are both "hoa2". */
  key: string;
  /** Without any accents: "hoa". */
  plain: string;
  /** Typed without accents. */
  bare: boolean;
  /** White space before it: none, one space of any width, or more (also a line's end). */
  gap: 0 | 1 | 2;
};

type Folded = Pick<Token, "kind" | "key" | "plain" | "bare">;

// Soft hyphens and zero-width joiners that Word and Zalo leave inside words.
const hidden = /[\u00ad\u200b-\u200d\u2060]/g;
const pieces =
  /\r\n|[\n\r\v\f\u2028\u2029]|\p{L}[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]*|[0-9]+|\t|[^\s\u00ad\u200b-\u200d\u2060]/gu;
const tones: Record<string, string> = {
  "\u0301": "1",
  "\u0300": "2",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
};

/** Cuts a text into words, digits, marks and line breaks; offsets are those of the text as given, NFC or NFD. */
export function tokenize(text: string): Token[] {
  const known = new Map<string, Folded>();
  const tokens: Token[] = [];
  let end = 0;
  let afterBreak = true;
  for (const match of text.matchAll(pieces)) {
    const raw = match[0];
    const from = match.index;
    let folded = known.get(raw);
    if (!folded) {
      folded = fold(raw);
      known.set(raw, folded);
    }
    const { kind, key, plain, bare } = folded;
    const space = from - end;
    const gap = afterBreak || space > 1 ? 2 : space === 1 ? 1 : 0;
    tokens.push({ kind, from, to: from + raw.length, raw, key, plain, bare, gap });
    end = from + raw.length;
    afterBreak = kind === "break";
  }
  return tokens;
}

function kindOf(raw: string): Token["kind"] {
  if (/^[0-9]/.test(raw)) return "digits";
  if (/^\p{L}/u.test(raw)) return "word";
  return /^[\n\r\v\f\u2028\u2029]/.test(raw) ? "break" : "mark";
}

function fold(raw: string): Folded {
  const kind = kindOf(raw);
  if (kind !== "word") return { kind, key: raw, plain: raw, bare: true };
  let tone = "";
  let letters = "";
  for (const sign of raw.replace(hidden, "").toLowerCase().normalize("NFD")) {
    if (tones[sign]) tone = tones[sign];
    else letters += sign === "ð" ? "đ" : sign;
  }
  const key = letters.normalize("NFC") + tone;
  const plain = letters.replace(/\p{M}/gu, "").replaceAll("đ", "d");
  return { kind, key, plain, bare: key === plain };
}

export const isCapital = (token: Token | undefined): boolean => !!token && /^\p{Lu}/u.test(token.raw);

/** The words of a stretch as stored: composed, single spaces. */
export const said = (text: string, from: number, to: number): string =>
  text.slice(from, to).replace(hidden, "").normalize("NFC").replace(/\s+/g, " ").trim();

type Entry<T> = { keys: string[]; accents: boolean; value: T };
type Node<T> = { next: Map<string, Node<T>>; entries: Entry<T>[] };

/** `apart`: commas, quotes, hyphens and "và" may stand between the words; `lists`: behind a whole phrase too. */
type Joining = "close" | "apart" | "lists";

/** Phrases to be found word by word. */
export type PhraseBook<T> = { root: Node<T>; words: Joining };

/** A phrase is found without its accents too, unless it begins with "=". */
export function phraseBook<T>(
  phrases: Iterable<readonly [string, T]>,
  words: Joining = "close",
): PhraseBook<T> {
  const root: Node<T> = { next: new Map(), entries: [] };
  for (const [phrase, value] of phrases) {
    const accents = phrase.startsWith("=");
    const parts = tokenize(phrase.slice(accents ? 1 : 0)).filter(({ kind }) => kind !== "mark");
    let node = root;
    for (const { plain } of parts) {
      const next: Node<T> = node.next.get(plain) ?? { next: new Map(), entries: [] };
      node.next.set(plain, next);
      node = next;
    }
    if (parts.length > 0) node.entries.push({ keys: parts.map(({ key }) => key), accents, value });
  }
  return { root, words };
}

/**
 * The longest phrase that begins at a token, with the index behind its last word. A comma behind a whole phrase
 * ends it: "phòng chống tội phạm, ma túy" are two.
 */
export function findPhrase<T>(
  book: PhraseBook<T>,
  tokens: Token[],
  at: number,
): { value: T; end: number } | undefined {
  const head = tokens[at];
  if (!head || !book.root.next.has(head.plain)) return undefined;
  const path: Token[] = [];
  let node = book.root;
  let best: { value: T; end: number } | undefined;
  for (let index = at; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const next = node.next.get(token.plain);
    if (next) {
      path.push(token);
      node = next;
      const entry = node.entries.find((entry) => reads(entry, path));
      if (entry) best = { value: entry.value, end: index + 1 };
    } else if (book.words === "close" || !isLoose(token)) break;
    else if (book.words === "apart" && best?.end === index) break;
  }
  return best;
}

const reads = <T>(entry: Entry<T>, path: Token[]) =>
  path.every(
    (token, index) =>
      token.key === entry.keys[index] || (token.bare && token.kind === "word" && !entry.accents),
  );

const isLoose = (token: Token) => token.key === "va2" || /^[,"'“”‘’«»\-–]$/.test(token.raw);

export type Found<T> = { value: T; at: number; end: number };

/** Every phrase of a book in a text, from left to right, none inside another. */
export function findPhrases<T>(book: PhraseBook<T>, tokens: Token[]): Found<T>[] {
  const found: Found<T>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = findPhrase(book, tokens, at);
    if (match) found.push({ value: match.value, at, end: match.end });
    at = match?.end ?? at + 1;
  }
  return found;
}
