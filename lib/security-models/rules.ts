/**
 * From where two names look alike (T11), tried on the articles' spellings: "xe ôm" and "xe honda" are 0.82 alike,
 * "CLB hướng thiện" and "Câu lạc bộ hướng thiện" 0.50, while no two of the demonstration's models exceed 0.45.
 */
export const alikeFrom = 0.5;

/** From where one name counts as held in the other: "Nghiệp đoàn xe ôm" in its long form is 1.0; models that only share an ending stay under 0.70. */
export const heldFrom = 0.8;

/** Every spelling a model is to be found by: its name, those typed, and the name it had (T11). */
export function spellings(
  name: string,
  typed: readonly string[],
  formerName?: string,
): { name: string; aliases: string[] } {
  const others = new Set([...typed, ...(formerName ? [formerName] : [])]);
  others.delete(name);
  return { name, aliases: [...others].sort() };
}

/** A sum of counts some points have not given is a lower bound: "hơn" (T7, T17); null when none gave one. */
export function sumOf(
  sum: number,
  points: number,
  unknown: number,
): { value: number | null; qualifier: "exact" | "at_least" } {
  return {
    value: points > 0 && unknown === points ? null : sum,
    qualifier: unknown > 0 ? "at_least" : "exact",
  };
}
