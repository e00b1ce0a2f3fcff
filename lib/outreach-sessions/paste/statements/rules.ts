import { isCapital, type Token } from "../words/rules";

/** One sentence, or a row of a pasted table, without its bullet and line breaks. */
export type Statement = { tokens: Token[]; paragraph: number; cells?: Token[][] };

// "TP. Cần Thơ", "P. Phú Lợi": no sentence ends here.
const abbreviations = new Set([
  "tp",
  "p",
  "q",
  "tx",
  "tt",
  "st",
  "ths",
  "ts",
  "gs",
  "bs",
  "kv",
  "ub",
  "tr",
  "dc",
]);

/** Cuts a text into sentences: at full stops, blank lines, bullets, rows of tables and lines that name another day. */
export function cutStatements(tokens: Token[]): Statement[] {
  const statements: Statement[] = [];
  let paragraph = 0;
  let current: Token[] = [];
  let dayNamed = false;
  const close = () => {
    if (current.some((token) => !isTab(token))) statements.push(asStatement(current, paragraph));
    current = [];
    dayNamed = false;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const lineStart = at === 0 || tokens[at - 1]?.kind === "break";
    if (lineStart) {
      const bullet = bulletLength(tokens, at);
      const tabbed = hasTab(tokens, at) || current.some(isTab);
      if (bullet > 0 || tabbed || (dayNamed && beginsWithDay(tokens, at))) close();
      if (bullet > 0) {
        at += bullet - 1;
        continue;
      }
    }
    if (token.kind === "break") {
      if (tokens[at + 1]?.kind === "break") {
        close();
        paragraph += 1;
        while (tokens[at + 1]?.kind === "break") at += 1;
      }
      continue;
    }
    current.push(token);
    dayNamed ||= token.kind === "digits" && isDaySign(tokens[at + 1]) && tokens[at + 2]?.kind === "digits";
    if (endsSentence(tokens, at) || isEndless(current)) close();
  }
  close();
  return statements;
}

// No sentence is this long; text without full stops is cut so that reading stays linear in it.
const longest = 300;
const isEndless = (current: Token[]) =>
  current.length >= longest && (current.length >= 2 * longest || /^[,;]$/.test(current.at(-1)?.raw ?? ""));

const isTab = (token: Token) => token.raw === "\t";

function asStatement(tokens: Token[], paragraph: number): Statement {
  if (!tokens.some(isTab)) return { tokens, paragraph };
  const cells: Token[][] = [[]];
  for (const token of tokens) {
    if (isTab(token)) cells.push([]);
    else cells.at(-1)?.push(token);
  }
  return { tokens, paragraph, cells };
}

function hasTab(tokens: Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind === "break") return false;
    if (isTab(token)) return true;
  }
  return false;
}

/** "-", "•", "1.", "2)", "a)", "IV." with a space behind it, at a line's start. */
function bulletLength(tokens: Token[], at: number): number {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!first || !second) return 0;
  if (first.kind === "mark" && /^[-+*•–—▪●○►✓→·◦■□]$/u.test(first.raw)) return 1;
  const numbered = (first.kind === "digits" && first.raw.length < 3) || /^([a-zđ]|[ivx]+)$/.test(first.key);
  const closed = second.gap === 0 && /^[.)]$/.test(second.raw) && third !== undefined && third.gap > 0;
  return numbered && closed ? 2 : 0;
}

const isDaySign = (token: Token | undefined) => !!token && /^[/\-.]$/.test(token.raw);

function beginsWithDay(tokens: Token[], at: number): boolean {
  const first = tokens[at];
  if (/^(ngay|sang|chieu|toi|trua|dem)$/.test(first?.plain ?? "")) return true;
  return first?.kind === "digits" && isDaySign(tokens[at + 1]) && tokens[at + 2]?.kind === "digits";
}

function endsSentence(tokens: Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]];
  if (token.raw === "!" || token.raw === "?") return true;
  if (token.raw !== "." && token.raw !== "…") return false;
  if (!next) return true;
  if (next.raw === token.raw && next.gap === 0) return false;
  const dots = token.raw === "…" || before?.raw === ".";
  if (dots) {
    const word = next.kind === "break" ? tokens[at + 2] : next;
    const loud = tokens
      .slice(Math.max(0, at - 4), at)
      .some(({ kind, raw }) => kind === "word" && raw.length > 1 && raw === raw.toUpperCase());
    return word === undefined || word.kind === "break" || (isCapital(word) && !loud);
  }
  if (next.gap === 0 && next.kind !== "break") return false;
  return !(before?.kind === "word" && token.gap === 0 && abbreviations.has(before.plain));
}
