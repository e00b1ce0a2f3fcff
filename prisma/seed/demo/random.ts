import { createHash } from "node:crypto";

/** The next number of a stream, 0 ≤ n < 1. */
export type Random = () => number;

/** Streams by name, each the same in every run: a new draw in one never shifts another. */
export type Streams = (...name: (string | number)[]) => Random;

export function randomStreams(seed: string): Streams {
  return (...name) => {
    const start = createHash("sha256")
      .update([seed, ...name].join("|"))
      .digest();
    return sfc32(start.readUInt32LE(0), start.readUInt32LE(4), start.readUInt32LE(8), start.readUInt32LE(12));
  };
}

function sfc32(first: number, second: number, third: number, fourth: number): Random {
  let [a, b, c, d] = [first | 0, second | 0, third | 0, fourth | 0];
  return () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4_294_967_296;
  };
}

export const chance = (random: Random, probability: number): boolean => random() < probability;

/** A whole number from `least` to `most`, both included. */
export const whole = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

export type Weighted<T> = readonly (readonly [T, number])[];

/** Draws by weight as often as wanted; the sums are made once. */
export function picker<T>(weighted: Weighted<T>): (random: Random) => T {
  const items = weighted.filter(([, weight]) => weight > 0);
  let sum = 0;
  const ends = items.map(([, weight]) => (sum += weight));
  return (random) => {
    const at = random() * sum;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const found = items[low];
    if (!found) throw new Error("nothing to pick from");
    return found[0];
  };
}

/** Several different items by weight, in the order they were drawn. */
export function pickSeveral<T>(random: Random, weighted: Weighted<T>, count: number): T[] {
  return weighted
    .filter(([, weight]) => weight > 0)
    .map(([item, weight]) => ({ item, rank: -Math.log(1 - random()) / weight }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ item }) => item);
}

/** A draw around a median: half of all below it, `spread` being the deviation of its logarithm. */
export function logNormal(random: Random, median: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(spread * normal);
}

/** How often something happens in a day when it happens `mean` times on average. */
export function poisson(random: Random, mean: number): number {
  let count = 0;
  for (let left = random(), limit = Math.exp(-mean); left > limit; left *= random()) count += 1;
  return count;
}
