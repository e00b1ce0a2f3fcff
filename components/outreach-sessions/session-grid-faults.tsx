import { formWords } from "@/components/layout/words";
import type { Locale } from "@/lib/core/locale";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import { type GridRow, isBlank, isLocked } from "@/lib/outreach-sessions/grid/rules";
import {
  type ColumnKey,
  faultSentence,
  headingOf,
  type RowRead,
  readRow,
  type SheetColumn,
  type SheetContext,
} from "@/lib/outreach-sessions/sheet";
import type { Outcome } from "./session-grid-store";

export type CellFault = { row: number; column: number; heading: string; sentence: string };

/** Rows in the order of the list at most so many; the rest is told by their cells. */
const listed = 10;

type SessionGridFaultsProps = {
  outcome: Outcome;
  faults: readonly CellFault[];
  onGo: (row: number, column: number) => void;
  locale: Locale;
};

/** After saving: what must be mended first, each with the way to its cell. */
export function SessionGridFaults({ outcome, faults, onGo, locale }: SessionGridFaultsProps) {
  const words = gridWords[locale];
  if (outcome.toMend === 0 || faults.length === 0) return null;
  return (
    <div role="alert" className="mb-4 space-y-2 border-2 border-red bg-surface p-4 text-sm">
      <h2 className="text-lg font-semibold">{formWords[locale].summary}</h2>
      <ul>
        {faults.slice(0, listed).map(({ row, column, heading, sentence }) => (
          <li key={`${row} ${column}`}>
            <button
              type="button"
              onClick={() => onGo(row, column)}
              className="min-h-11 py-1 text-left font-medium text-red underline underline-offset-3 lg:min-h-0"
            >
              {words.row(row + 1)}, {heading}: {sentence}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The sentences of a row's cells; what is still empty is told only once saving was asked for. */
export function cellMessages(
  row: GridRow,
  { faults }: RowRead,
  columns: readonly SheetColumn[],
  locale: Locale,
): Partial<Record<ColumnKey, string>> {
  if (isBlank(row) || isLocked(row)) return {};
  const told: Partial<Record<ColumnKey, string>> = {};
  for (const { key, fields } of columns) {
    const fault = faults[key];
    if (fault && (fault.code !== "required" || row.checked)) told[key] = faultSentence(key, fault, locale);
    const refused = fields.flatMap((field) => row.told?.errors[field] ?? []);
    if (refused.length > 0) told[key] = refused.join(" ");
  }
  return told;
}

/** Every faulty cell, from top to bottom. */
export function faultsOf(
  rows: readonly GridRow[],
  columns: readonly SheetColumn[],
  context: SheetContext,
  locale: Locale,
): CellFault[] {
  return rows.flatMap((row, at) => {
    if (isBlank(row) || isLocked(row)) return [];
    const messages = cellMessages(row, readingOf(row, context), columns, locale);
    return columns.flatMap(({ key }, column) => {
      const sentence = messages[key];
      return sentence ? [{ row: at, column, heading: headingOf(key, locale), sentence }] : [];
    });
  });
}

const readings = new WeakMap<object, RowRead>();

/** A row's reading; made once for the cells as they stand. */
export function readingOf({ cells }: GridRow, context: SheetContext): RowRead {
  const known = readings.get(cells) ?? readRow(cells, context);
  readings.set(cells, known);
  return known;
}
