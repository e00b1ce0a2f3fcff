import { addDays, type Day } from "@/lib/core/days";
import type { Column, Measure } from "@/lib/security-models/movement/catalog";

/** The registry as the tests tell it: nothing of how the portal computes is used here. */
export type ModelStory = {
  block: string;
  fields: string[];
  principles: string[];
  into?: { model: number; on: Day };
};
export type PointStory = {
  model: number;
  origin: "new" | "replicated";
  from: Day;
  until?: Day;
  end?: "merged" | "removed" | "finished";
  sizes: { from: Day; teams: number | null; members: number | null }[];
};
type Story = { models: ModelStory[]; points: PointStory[] };
export type Six = Record<Column, number>;

const runs = (point: PointStory, day: Day) =>
  point.from <= day && (point.until === undefined || day < point.until);

/** The model that a model's points count for on a day. */
function modelOn(models: ModelStory[], model: number, day: Day): number {
  let at = model;
  for (let into = models[at]?.into; into && into.on <= day; into = models[at]?.into) at = into.model;
  return at;
}

const sizeOn = (point: PointStory, day: Day, of: "teams" | "members"): number => {
  const known = [...point.sizes].sort((a, b) => (a.from < b.from ? -1 : 1));
  return (known.filter(({ from }) => from <= day).at(-1) ?? known[0])?.[of] ?? 0;
};

const exitOf = ({ end }: PointStory): "merged" | "removed" => (end === "merged" ? "merged" : "removed");

/** The six figures, told day by day; `counts` narrows to models of a class (of points: the one that has them now). */
export function replay(
  { models, points }: Story,
  { from, to }: { from: Day; to: Day },
  measure: Measure,
  counts: (model: ModelStory) => boolean = () => true,
): Six {
  const six: Six = { opening: 0, new: 0, replicated: 0, merged: 0, removed: 0, closing: 0 };
  const inClass = (model: number) => counts(models[model] as ModelStory);
  const mine = points.filter((point) => inClass(modelOn(models, point.model, "9999-01-01")));
  const on = (day: Day) => mine.filter((point) => runs(point, day));
  const modelsOn = (day: Day) =>
    new Set(
      points
        .filter((p) => runs(p, day))
        .map((p) => modelOn(models, p.model, day))
        .filter(inClass),
    );
  const weigh = (point: PointStory, day: Day) =>
    measure === "points" ? 1 : sizeOn(point, day, measure as "teams" | "members");
  const standing = (day: Day) =>
    measure === "models" ? modelsOn(day).size : on(day).reduce((sum, point) => sum + weigh(point, day), 0);

  six.opening = standing(addDays(from, -1));
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const eve = addDays(day, -1);
    if (measure === "models") {
      const [before, now] = [modelsOn(eve), modelsOn(day)];
      for (const model of now)
        if (!before.has(model)) {
          const first = points.filter((p) => runs(p, day) && modelOn(models, p.model, day) === model);
          six[first.some(({ origin }) => origin === "new") ? "new" : "replicated"] += 1;
        }
      for (const model of before)
        if (!now.has(model)) {
          const last = points.filter((p) => runs(p, eve) && modelOn(models, p.model, eve) === model);
          six[last.some((p) => runs(p, day) || p.end === "merged") ? "merged" : "removed"] += 1;
        }
      continue;
    }
    for (const point of mine) {
      const [before, now] = [runs(point, eve), runs(point, day)];
      if (!before && now) six[point.origin] += weigh(point, day);
      if (before && !now) six[exitOf(point)] += weigh(point, eve);
      const grown = before && now ? weigh(point, day) - weigh(point, eve) : 0;
      six[grown > 0 ? "new" : "removed"] += Math.abs(grown);
    }
  }
  six.closing = standing(to);
  return six;
}
