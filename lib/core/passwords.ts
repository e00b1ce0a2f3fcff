import { randomInt } from "node:crypto";
import { hash as argonHash, verify as argonVerify } from "@node-rs/argon2";

/** Argon2id, 46 MiB, one pass: the least that OWASP accepts, about 26 ms here (S11). */
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

// Each check holds 46 MiB: so many at once and no more, the rest wait in line.
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < atOnce) running++;
  else await new Promise<void>((resume) => waiting.push(resume));
  try {
    return await work();
  } finally {
    // The place is handed to the next in line, never left open for a newcomer to slip in between.
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export const hashPassword = (password: string) => inTurn(() => argonHash(password.normalize("NFC"), cost));

// A hash of nothing anybody knows: an unknown user costs the same time as a wrong password (S10).
let nobody: Promise<string> | undefined;

/** True when the password is the one hashed; checks against a dummy when there is no hash. */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  nobody ??= argonHash(`${Math.random()}`, cost);
  const against = hash ?? (await nobody);
  const right = await inTurn(() => argonVerify(against, password.normalize("NFC"), cost));
  return right && hash !== undefined;
}

/** True when the hash was made with an older cost and should be made again at the next sign-in. */
export const needsRehash = (hash: string) =>
  !hash.includes(`m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`);

/** Words of this trade and the passwords everybody tries, folded (no accents, no case): S2. */
const common =
  "matkhau password passw0rd congan cantho vietnam antoan anninh toquoc phongtrao tdbvantq baove hochiminh iloveyou letmein welcome admin administrator dragon monkey football sunshine princess abc anhyeuem emyeuanh yeuem quantri lanhdao canbo qwertyuiop qwerty qwer asdfghjkl asdfgh asdf zxcvbnm zxcv 1qaz 2wsx 3edc 4rfv 5tgb 6yhn zaq1 xsw2 cde3 vfr4 1q2w 3e4r 5t6y 7u8i 9o0p q1w2 e3r4".split(
    " ",
  );

const shortestPassword = 15;
const longestPassword = 128;

/**
 * Why a new password is refused: "too-short:15", "too-long:128", "guessable" (common words, the user's own
 * words, a run or a repetition make up nearly all of it), or undefined. Any characters, no composition rules (S1).
 */
export function passwordFault(password: string, ownWords: readonly string[] = []): string | undefined {
  const characters = [...password.normalize("NFC")].length;
  if (characters < shortestPassword) return `too-short:${shortestPassword}`;
  if (characters > longestPassword) return `too-long:${longestPassword}`;
  // A name counts whole and word by word; longer words go first, so that "administrator" leaves no "istrator".
  const words = [...ownWords.flatMap((name) => [name, ...name.split(/[\s._-]+/)]).map(fold), ...common];
  let rest = fold(password);
  for (const word of words.filter((word) => word.length > 2).sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, "");
  rest = rest.replace(/(.+?)\1+/g, "$1").replace(/0?123456789?0?|0?12345|9876543210?|abcdefgh\w*/g, "");
  const signs = new Set(password.match(/[^\p{L}\p{M}\p{N}\s]/gu));
  return [...rest].length + signs.size < 6 ? "guessable" : undefined;
}

const fold = (value: string) =>
  value
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

const syllables =
  "ba be bi bo bu da de di do du ga go gu ha he hi ho hu ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo xa xe xi xo".split(
    " ",
  );

/** A random password that can be read out over the telephone: five groups of three syllables, about 87 bits. */
export function randomPassword(): string {
  const syllable = () => syllables[randomInt(syllables.length)];
  return Array.from({ length: 5 }, () => `${syllable()}${syllable()}${syllable()}`).join("-");
}
