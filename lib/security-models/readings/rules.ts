import type { Day } from "@/lib/core/days";
import { faultOf, isRead, readFigure } from "../indicators/rules";
import type { CellTyped } from "./schema";

/** A cell's place in its grid. */
export const keyOf = ({ pointId, indicatorId }: Pick<CellTyped, "pointId" | "indicatorId">) =>
  `${pointId}.${indicatorId}`;

/** What became of a cell that was sent. */
export type CellAnswer = { key: string } & (
  | { stored: true; value: number | null; version: number }
  | {
      stored: false;
      /** A code, see readingWords. */
      code: string;
      /** Somebody else changed it: what stands now, so that writing again is a choice. */
      theirs?: { value: number | null; version: number };
    }
);

type Known = {
  indicator?: { least: number; most: number; decimals: number; retiredOn: Day | null };
  /** The point, when it is the model's and in the writer's reach. */
  point?: { inPeriod: boolean };
  stored?: { value: number | null; version: number };
  locked: boolean;
  period: { to: Day };
};

/** What is to be done with a cell: written, left as it is since it says the same, or refused by itself. */
export function decide(
  cell: CellTyped,
  { indicator, point, stored, locked, period }: Known,
): { write: number | null } | { answer: CellAnswer } {
  const key = keyOf(cell);
  const refuse = (code: string) => ({ answer: { key, stored: false as const, code } });
  if (!indicator || !point) return refuse("not-found");
  const { value, fault } = readFigure(cell.text, indicator);
  if (value === undefined) return refuse(fault ?? "not-a-number");
  // Said twice, or said alike by two: it stands.
  const now = stored ?? { value: null, version: 0 };
  if (now.value === value) return { answer: { key, stored: true, ...now } };
  if (locked) return refuse("locked");
  if (!point.inPeriod) return refuse("not-in-period");
  if (!isRead(indicator, period)) return refuse("retired");
  const range = faultOf(value, indicator);
  if (range) return refuse(`out-of-range:${indicator.least}:${indicator.most}`);
  if (now.version !== cell.version) return { answer: { key, stored: false, code: "changed", theirs: now } };
  return { write: value };
}

const cellName = /^cell\.([0-9a-f-]{36})\.([0-9a-f-]{36})\.(\d{1,9})$/;

/** The name of a cell's box in a plain form: its place and the version it was opened with. */
export const nameOf = (key: string, version: number) => `cell.${key}.${version}`;

/** A plain form's boxes as cells of the command, beside everything that was posted. */
export function packCells(data: FormData): FormData {
  const packed = new FormData();
  for (const [name, value] of data.entries()) {
    packed.append(name, value);
    const [, pointId, indicatorId, version] = cellName.exec(name) ?? [];
    if (pointId && typeof value === "string")
      packed.append(
        "cells",
        JSON.stringify({ pointId, indicatorId, text: value.slice(0, 200), version: Number(version) }),
      );
  }
  return packed;
}
