export type Labelled = {
  key: string;
  name: string;
  at: readonly [x: number, y: number];
  area: number;
  /** Stands before all others. */
  marked?: boolean;
};
export type Label = { key: string; name: string; x: number; y: number };

/** How wide a letter is on average, and how high a line, in its size. */
const letter = 0.56;
const line = 1.25;

/**
 * Names on a map of `width`, those of the largest areas first and never one over another: a name that has no room
 * is left out. Coordinates are the middle of the name.
 */
export function placeLabels(
  areas: readonly Labelled[],
  { width, size, most }: { width: number; size: number; most: number },
): Label[] {
  const ranked = [...areas].sort(
    (a, b) =>
      Number(b.marked ?? false) - Number(a.marked ?? false) || b.area - a.area || (a.key < b.key ? -1 : 1),
  );
  const placed: (Label & { half: number })[] = [];
  for (const { key, name, at } of ranked) {
    if (placed.length >= most) break;
    const half = (name.length * letter * size) / 2;
    const x = Math.round(Math.min(Math.max(at[0], half), width - half));
    const y = Math.round(at[1]);
    const isFree = placed.every(
      (other) => Math.abs(other.x - x) > other.half + half + size / 4 || Math.abs(other.y - y) > line * size,
    );
    if (isFree) placed.push({ key, name, x, y, half });
  }
  return placed.map(({ half: _, ...label }) => label);
}
