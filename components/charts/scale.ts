/** Pure decisions on how values become lengths. */

/** A round number at or above the largest value, so that the axis ends on something one can say: 214 → 250. */
export function niceTop(values: readonly number[]): number {
  const top = Math.max(0, ...values);
  if (top === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(top));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
  const nice = (steps.find((step) => step * power >= top) ?? 10) * power;
  return top < 10 ? Math.ceil(nice) : nice;
}

/** What the scale says from the foot up; half of an odd top is left out where things are counted, since there is no half of one. */
export const ticksOf = (top: number, values: readonly (number | null)[]): number[] =>
  Number.isInteger(top / 2) || values.some((value) => value !== null && !Number.isInteger(value))
    ? [0, top / 2, top]
    : [0, top];

/** The share of the axis a value takes, in percent with two decimals; a present but tiny value keeps a sliver. */
export function lengthOf(value: number, top: number): number {
  if (top <= 0 || value <= 0) return 0;
  return Math.max(0.5, Math.round((Math.min(value, top) / top) * 10000) / 100);
}

/** Which labels of an axis are written so that about `room` of them fit: every n-th, counted from the last. */
export function isLabelled(position: number, count: number, room: number): boolean {
  const every = Math.max(1, Math.ceil(count / room));
  return (count - 1 - position) % every === 0;
}
