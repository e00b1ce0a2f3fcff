import { addDays } from "@/lib/core/days";
import type { DemoContext } from "../context";
import { copies as drawn } from "../distributions";
import { chance, pick, type Random } from "../random";
import type { ModelLife } from "./models";
import type { PointRow } from "./points";

export type CopiedPoint = PointRow & { copiedFromId: string | null };

/**
 * The points with the one each was replicated from, as far as that was written down: a point of the same model that
 * ran well before it. What was copied once is copied again, so trees grow generations and not only width.
 */
export function withCopies(
  { streams, today }: DemoContext,
  lives: readonly ModelLife[],
  points: readonly PointRow[],
): CopiedPoint[] {
  const byModel = new Map<string, PointRow[]>();
  for (const point of points) byModel.set(point.modelId, [...(byModel.get(point.modelId) ?? []), point]);
  return lives.flatMap(({ id, sketch }) => {
    const random = streams("copies", sketch.name);
    // Originals stand before their copies, which the rows' order keeps; what waits comes last.
    const inOrder = [...(byModel.get(id) ?? [])].sort((a, b) =>
      (a.startedOn ?? "9").localeCompare(b.startedOn ?? "9"),
    );
    const copies = new Map<string, number>();
    return inOrder.map((point, nth) => {
      const original =
        point.origin === "replicated" && chance(random, drawn.known)
          ? originalOf(point, inOrder.slice(0, nth), copies, today, random)
          : undefined;
      if (original) copies.set(original.id, (copies.get(original.id) ?? 0) + 1);
      return { ...point, copiedFromId: original?.id ?? null };
    });
  });
}

/** Of the points that ran long enough by then and run still: one of the few that are copied, now and then a fresh one. */
function originalOf(
  { startedOn }: PointRow,
  earlier: readonly PointRow[],
  copies: ReadonlyMap<string, number>,
  today: string,
  random: Random,
): PointRow | undefined {
  const on = startedOn ?? today;
  const running = earlier.filter(
    (point) =>
      point.startedOn !== null &&
      addDays(point.startedOn, drawn.afterDays) <= on &&
      (point.endedOn === null || point.endedOn > on),
  );
  const copied = running.filter(({ id }) => {
    const count = copies.get(id) ?? 0;
    return count > 0 && count < drawn.most;
  });
  const fresh = running.filter(({ id }) => !copies.has(id));
  const among = copied.length > 0 && (fresh.length === 0 || chance(random, drawn.again)) ? copied : fresh;
  return among.length > 0 ? pick(random, among) : undefined;
}
