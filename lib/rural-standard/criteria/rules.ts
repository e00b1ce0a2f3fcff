import type { Day } from "@/lib/core/days";
import type { FieldIssue } from "@/lib/core/errors";
import type { RuralLevel } from "@/prisma/client/enums";
import type { Programme } from "./schema";

/** A criterion as far as judging goes; `parent` is the code of the one it is part of. */
export type Criterion = {
  id: string;
  level: RuralLevel | null;
  code: string;
  parent: string | null;
  name: string;
  group: string | null;
  isSecurity: boolean;
};

/** The key of a set by its years; sets for wards have keys of their own. */
export const keyOf = (programme: Programme, period: string): string =>
  programme === "urban" ? `do-thi-${period}` : period;

/** The code of the criterion that "19.2" is part of; none for "19". */
export const parentOf = (code: string): string | null =>
  code.includes(".") ? (code.split(".")[0] ?? null) : null;

/** Where a criterion stands in its list: 19, 19.1, 19.2, 20. */
export function positionOf(code: string): number {
  const [whole = 0, part = 0] = code.split(".").map(Number);
  return whole * 100 + part;
}

/** Why a criterion cannot be added to the others of its set, or undefined when it can. */
export function additionFault(
  programme: Programme,
  others: readonly Criterion[],
  added: Pick<Criterion, "level" | "code" | "group">,
): FieldIssue | undefined {
  if (programme === "rural" && added.level === null) return { field: "level", code: "required" };
  if (programme === "urban" && added.level !== null) return { field: "level", code: "only-rural" };
  const beside = others.filter(({ level }) => level === added.level);
  if (beside.some(({ code, group }) => code === added.code && group === added.group))
    return { field: "code", code: "taken" };
  const parent = parentOf(added.code);
  if (parent !== null && !beside.some(({ code }) => code === parent))
    return { field: "code", code: `parent-missing:${parent}` };
  return undefined;
}

/** Why a new set cannot begin on a day: sets of a programme follow each other. */
export function startFault(last: { from: Day } | undefined, from: Day): FieldIssue | undefined {
  if (last && from <= last.from) return { field: "from", code: `not-after-last:${last.from}` };
  return undefined;
}
