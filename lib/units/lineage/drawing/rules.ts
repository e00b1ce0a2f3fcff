import { generationsOf, type Lineage, type LineageEdge, type LineageUnit } from "../rules";

type Point = readonly [x: number, y: number];
export type Box = { unit: LineageUnit; x: number; y: number; width: number; height: number };
/** An edge's way from its source to its target; `label` is where its words begin, on the first stretch. */
export type Line = { edge: LineageEdge; points: Point[]; label: Point };
export type Drawing = { boxes: Box[]; lines: Line[]; width: number; height: number };

/** Sizes in px. A label has two lines of 12-px type, one above its line and one below. */
export const wide = { box: 256, least: 56, label: 220, labelHeight: 44, lane: 12, gap: 16, through: 20 };
export const tall = { head: 52, label: 36, lane: 10, gap: 12 };

type Slot = { unit?: LineageUnit; key: string; height: number; y: number };

/**
 * A desk's drawing: a column a generation, from left to right; each unit's edges leave from ports of their own, with
 * their words beside it, and reach each target by a lane of its own. A line that passes a generation has a row there.
 */
export function drawWide(lineage: Lineage): Drawing {
  const { units, edges } = lineage;
  const generation = generationsOf(lineage);
  const of = (id: number) => generation.get(id) ?? 0;
  const leaving = (id: number) => edges.filter(({ from }) => from === id);
  const columns = Array.from({ length: Math.max(0, ...units.map(({ id }) => of(id))) + 1 }, (): Slot[] => []);
  for (const unit of units)
    columns[of(unit.id)]?.push({
      unit,
      key: String(unit.id),
      height: Math.max(wide.least, leaving(unit.id).length * wide.labelHeight),
      y: 0,
    });
  // Hops: where an edge stands in each column it touches; in between it passes through a slot of its own.
  const hops = edges.map((edge) => {
    const keys = [String(edge.from)];
    for (let column = of(edge.from) + 1; column < of(edge.to); column += 1) {
      const key = `${edges.indexOf(edge)} through ${column}`;
      columns[column]?.push({ key, height: wide.through, y: 0 });
      keys.push(key);
    }
    return [...keys, String(edge.to)];
  });
  untangle(columns, hops);
  const height = stack(columns);
  const slots = new Map(columns.flatMap((column) => column.map((slot) => [slot.key, slot])));
  const slot = (key: string | undefined) => slots.get(key ?? "") as Slot;
  const middle = ({ y, height }: Slot) => y + height / 2;
  const portOf = (edge: LineageEdge) => {
    const [ports, { y, height }] = [leaving(edge.from), slot(String(edge.from))];
    // In the order of their targets, so that a fork does not cross itself.
    const order = ports.toSorted((a, b) => middle(slot(String(a.to))) - middle(slot(String(b.to))));
    return y + ((order.indexOf(edge) + 0.5) * height) / ports.length;
  };
  // The gap behind a column: words first, then a lane for each thing that is reached in the next column.
  const gaps = columns.map((_, column) => {
    const reached = hops.flatMap((keys, at) => {
      const step = column - of(edges[at]?.from ?? 0);
      return step < 0 ? [] : (keys[step + 1] ?? []);
    });
    return [...new Set(reached)].toSorted((a, b) => middle(slot(a)) - middle(slot(b)));
  });
  const lefts: number[] = [0];
  for (const [column, gap] of gaps.entries())
    lefts.push((lefts[column] ?? 0) + wide.box + wide.label + (gap.length + 1) * wide.lane);
  const arrivals = new Map<string, number>();
  for (const [column, gap] of gaps.entries())
    for (const [lane, key] of gap.entries()) {
      // Two stretches on one height would read as one line: the arrival gives way.
      const ports = hops.flatMap((keys, at) => {
        const step = column - of(edges[at]?.from ?? 0);
        const next = keys[step + 1];
        if (step < 0 || next === undefined || gap.indexOf(next) <= lane) return [];
        // A line that passes a generation comes on at the height it got there, which may have given way itself.
        return [step === 0 ? portOf(edges[at] as LineageEdge) : (arrivals.get(keys[step] ?? "") ?? 0)];
      });
      let at = middle(slot(key));
      while (ports.some((port) => Math.abs(port - at) < 3)) at += 6;
      arrivals.set(key, at);
    }
  const lines = edges.map((edge, position): Line => {
    const keys = hops[position] ?? [];
    let y = portOf(edge);
    let column = of(edge.from);
    const label: Point = [(lefts[column] ?? 0) + wide.box, y];
    const points: Point[] = [label];
    for (const key of keys.slice(1)) {
      const lane =
        (lefts[column] ?? 0) + wide.box + wide.label + ((gaps[column]?.indexOf(key) ?? 0) + 0.5) * wide.lane;
      const arrival = arrivals.get(key) ?? y;
      column += 1;
      points.push([lane, y], [lane, arrival], [lefts[column] ?? 0, arrival]);
      // Through the row of its own, across the column.
      if (key !== String(edge.to)) points.push([(lefts[column] ?? 0) + wide.box, arrival]);
      y = arrival;
    }
    return { edge, points, label };
  });
  const boxes = columns.flatMap((column, at) =>
    column.flatMap(({ unit, y, height }) =>
      unit ? [{ unit, x: lefts[at] ?? 0, y, width: wide.box, height }] : [],
    ),
  );
  return { boxes, lines, width: (lefts[columns.length - 1] ?? 0) + wide.box, height };
}

/** Orders each column by the middle of its neighbours, there and back a few times, so that few lines cross. */
function untangle(columns: Slot[][], hops: readonly string[][]) {
  const links = hops.flatMap((keys) => keys.slice(1).map((key, at) => [keys[at] as string, key] as const));
  const sweep = (column: Slot[], beside: Slot[], forward: boolean) => {
    const rank = new Map(column.map(({ key }, at) => [key, at]));
    const place = new Map(beside.map(({ key }, at) => [key, at]));
    const middle = (key: string) => {
      const near = links.flatMap(([a, b]) => {
        const other = forward ? (b === key ? a : undefined) : a === key ? b : undefined;
        const at = other === undefined ? undefined : place.get(other);
        return at === undefined ? [] : [at];
      });
      const scale = column.length / Math.max(1, beside.length);
      return near.length === 0
        ? (rank.get(key) ?? 0)
        : (near.reduce((sum, at) => sum + at, 0) / near.length) * scale;
    };
    const weight = new Map(column.map(({ key }) => [key, middle(key)]));
    column.sort(
      (a, b) =>
        (weight.get(a.key) ?? 0) - (weight.get(b.key) ?? 0) ||
        (rank.get(a.key) ?? 0) - (rank.get(b.key) ?? 0),
    );
  };
  for (let round = 0; round < 3; round += 1) {
    for (let at = 1; at < columns.length; at += 1) sweep(columns[at] ?? [], columns[at - 1] ?? [], true);
    for (let at = columns.length - 2; at >= 0; at -= 1)
      sweep(columns[at] ?? [], columns[at + 1] ?? [], false);
  }
}

/** Sets the slots of every column under each other, the columns centred on one line; returns the height. */
function stack(columns: Slot[][]): number {
  const heights = columns.map((column) =>
    column.reduce((sum, { height }) => sum + height + wide.gap, -wide.gap),
  );
  const height = Math.max(0, ...heights);
  for (const [at, column] of columns.entries()) {
    let y = (height - (heights[at] ?? 0)) / 2;
    for (const slot of column) {
      slot.y = y;
      y += slot.height + wide.gap;
    }
  }
  return height;
}

/**
 * A phone's drawing: all units under each other, older generations first, with their edges in words inside their
 * box; the lines run down in lanes on the left. Boxes begin at `width` of the lanes and take the rest of the page.
 */
export function drawTall(lineage: Lineage): Drawing {
  const generation = generationsOf(lineage);
  const order = lineage.units.toSorted((a, b) => (generation.get(a.id) ?? 0) - (generation.get(b.id) ?? 0));
  const leaving = (id: number) => lineage.edges.filter(({ from }) => from === id);
  let y = 0;
  const rows = order.map((unit) => {
    const row = { unit, y, height: tall.head + leaving(unit.id).length * tall.label };
    y += row.height + tall.gap;
    return row;
  });
  const row = (id: number) => rows.find(({ unit }) => unit.id === id) as (typeof rows)[number];
  const port = (edge: LineageEdge) =>
    row(edge.from).y + tall.head + (leaving(edge.from).indexOf(edge) + 0.5) * tall.label;
  const arrival = (id: number) => row(id).y + tall.head / 2;
  // A lane for each target, from its first forerunner down to it; shared by targets that are not beside each other.
  const taken: number[] = [];
  const lanes = new Map<number, number>();
  for (const { unit } of rows) {
    const ports = lineage.edges.filter(({ to }) => to === unit.id).map(port);
    if (ports.length === 0) continue;
    const first = Math.min(...ports);
    const free = taken.findIndex((until) => until < first);
    const lane = free === -1 ? taken.length : free;
    taken[lane] = arrival(unit.id);
    lanes.set(unit.id, lane);
  }
  const width = taken.length === 0 ? 0 : (taken.length + 1) * tall.lane;
  const lines = lineage.edges.map((edge): Line => {
    const x = width - ((lanes.get(edge.to) ?? 0) + 1) * tall.lane;
    const label: Point = [width, port(edge)];
    return {
      edge,
      label,
      points: [label, [x, port(edge)], [x, arrival(edge.to)], [width, arrival(edge.to)]],
    };
  });
  const boxes = rows.map(({ unit, y, height }) => ({ unit, x: width, y, width: 0, height }));
  return { boxes, lines, width, height: Math.max(0, y - tall.gap) };
}
