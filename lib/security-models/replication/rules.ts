/** A point in a tree of copies; `parentId` null = where a tree begins. */
export type Linked = { id: string; parentId: string | null };

export type Branch<T extends Linked> = { node: T; depth: number; branches: Branch<T>[]; size: number };

/**
 * The trees that links between points make, in the order given: every point once. A link to a point that is not
 * there begins a tree, and so does, should the data ever hold one, the first point of a circle.
 */
export function growTrees<T extends Linked>(points: readonly T[]): Branch<T>[] {
  const byParent = new Map<string, T[]>();
  const known = new Set(points.map(({ id }) => id));
  const roots: T[] = [];
  for (const point of points) {
    if (point.parentId === null || !known.has(point.parentId)) roots.push(point);
    else byParent.set(point.parentId, [...(byParent.get(point.parentId) ?? []), point]);
  }
  const taken = new Set<string>();
  const grow = (node: T, depth: number): Branch<T> => {
    taken.add(node.id);
    const branches = (byParent.get(node.id) ?? [])
      .filter(({ id }) => !taken.has(id))
      .map((copy) => grow(copy, depth + 1));
    return { node, depth, branches, size: 1 + branches.reduce((sum, { size }) => sum + size, 0) };
  };
  const trees = roots.map((root) => grow(root, 0));
  for (const point of points) if (!taken.has(point.id)) trees.push(grow(point, 0));
  return trees;
}

export type Placed<T extends Linked> = { node: T; column: number; row: number };
export type Drawn<T extends Linked> = {
  placed: Placed<T>[];
  /** From an original's place to its copy's. */
  lines: { from: Placed<T>; to: Placed<T> }[];
  columns: number;
  rows: number;
};

/**
 * Where each point of the trees stands: a column a generation, a row each leaf, an original on the row of its
 * first copy, so that no two share a place and no line crosses another.
 */
export function layTrees<T extends Linked>(trees: readonly Branch<T>[]): Drawn<T> {
  const placed: Placed<T>[] = [];
  const lines: Drawn<T>["lines"] = [];
  let row = 0;
  const lay = ({ node, depth, branches }: Branch<T>): Placed<T> => {
    const own = { node, column: depth, row };
    placed.push(own);
    for (const [position, branch] of branches.entries()) {
      if (position > 0) row += 1;
      lines.push({ from: own, to: lay(branch) });
    }
    return own;
  };
  for (const [position, tree] of trees.entries()) {
    if (position > 0) row += 1;
    lay(tree);
  }
  return {
    placed,
    lines,
    columns: Math.max(0, ...placed.map(({ column }) => column + 1)),
    rows: placed.length === 0 ? 0 : row + 1,
  };
}

/** Of the trees with copies the largest that fit into so many points, at least one; the rest is told by number. */
export function fitting<T extends Linked>(
  trees: readonly Branch<T>[],
  most: number,
): { shown: Branch<T>[]; left: number } {
  const bySize = trees.filter(({ size }) => size > 1).sort((a, b) => b.size - a.size);
  const shown: Branch<T>[] = [];
  let [room, left] = [most, 0];
  for (const tree of bySize) {
    if (shown.length === 0 || tree.size <= room) {
      shown.push(tree);
      room -= tree.size;
    } else left += 1;
  }
  return { shown, left };
}

export type TreeCounts = {
  /** Points that were copied. */
  originals: number;
  /** Points with a known original. */
  copies: number;
  /** 0 = nothing was copied yet; 2 = there are copies of copies. */
  generations: number;
};

/** What trees come to. A point can be both an original and a copy; the two are never added. */
export function countTrees<T extends Linked>(trees: readonly Branch<T>[]): TreeCounts {
  const counts = { originals: 0, copies: 0, generations: 0 };
  const visit = ({ depth, branches }: Branch<T>) => {
    if (branches.length > 0) counts.originals += 1;
    if (depth > 0) counts.copies += 1;
    counts.generations = Math.max(counts.generations, depth);
    branches.forEach(visit);
  };
  trees.forEach(visit);
  return counts;
}

export type YearOfGrowth = { year: number; fresh: number; replicated: number };

/** Every year from the first to the last, those without a new point too. */
export function everyYear(years: readonly YearOfGrowth[], last: number): YearOfGrowth[] {
  const first = Math.min(last, ...years.map(({ year }) => year));
  return Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, position) => {
    const year = first + position;
    return years.find((known) => known.year === year) ?? { year, fresh: 0, replicated: 0 };
  });
}

/** The year with most new points, the latest of several; undefined when there is none. */
export const strongestYear = (years: readonly YearOfGrowth[]): YearOfGrowth | undefined =>
  [...years].reverse().reduce<YearOfGrowth | undefined>((best, year) => {
    const sum = year.fresh + year.replicated;
    return sum > 0 && (!best || sum > best.fresh + best.replicated) ? year : best;
  }, undefined);
