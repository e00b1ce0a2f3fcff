"use client";

import Link from "next/link";
import type { Locale } from "@/lib/core/locale";
import { figureText, readingWords } from "@/lib/security-models/readings/messages";
import type { ReadingRow } from "@/lib/security-models/readings/queries";
import { nameOf } from "@/lib/security-models/readings/rules";
import { type CellHandlers, ReadingCell } from "./reading-cell";
import type { GridColumn } from "./reading-grid";
import type { Cells } from "./reading-grid-store";

type ReadingRowsProps = {
  title: string;
  columns: GridColumn[];
  rows: ReadingRow[];
  cells: Cells;
  readOnly: boolean;
  locked: boolean;
  handlers: CellHandlers;
  locale: Locale;
};

/** Points down, indicators across; on a phone one point after the other, each with its boxes. */
export function ReadingRows({
  title,
  columns,
  rows,
  cells,
  readOnly,
  locked,
  handlers,
  locale,
}: ReadingRowsProps) {
  const words = readingWords[locale];
  return (
    <div className="@container">
      <table className="block w-full text-left text-sm @2xl:table @2xl:w-auto @2xl:border-separate @2xl:border-spacing-0">
        <caption className="sr-only">{title}</caption>
        <thead className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr>
            <th scope="col" className="list-head @2xl:min-w-96">
              {words.point}
            </th>
            {columns.map(({ id, name, unitLabel, required }) => (
              <th key={id} scope="col" className="list-head w-44 px-2 text-right last:pr-2">
                {name}
                <span className="block font-normal">
                  {unitLabel}
                  {!required && `, ${words.optional}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block border-t @2xl:table-row-group @2xl:border-t-0">
          {rows.map((row, at) => (
            <tr key={row.id} className="block border-b py-3 @2xl:table-row @2xl:border-b-0 @2xl:py-0">
              <th
                scope="row"
                className="block pb-1 text-left font-normal @2xl:table-cell @2xl:border-b @2xl:py-2 @2xl:pr-4 @2xl:align-top"
              >
                <Link
                  href={`/security-models/points/${row.id}`}
                  prefetch={false}
                  className="inline-block py-1 font-medium text-ink underline decoration-green/35 underline-offset-3 hover:text-green @2xl:py-0"
                >
                  {row.site}
                </Link>
                <span className="block text-xs text-muted">
                  {[row.unitName, row.endedOn && words.ended(row.endedOn)].filter(Boolean).join(", ")}
                  {row.lacking > 0 && <span className="text-ochre"> · {words.lacking}</span>}
                </span>
              </th>
              {columns.map((column, place) => {
                const key = `${row.id}.${column.id}`;
                const stored = row.cells[column.id];
                const stands = figureText(stored?.value ?? null, locale);
                const before = row.before[column.id];
                return (
                  <ReadingCell
                    key={key}
                    id={key}
                    name={nameOf(key, stored?.version ?? 0)}
                    row={at}
                    column={place}
                    label={`${column.name} (${column.unitLabel}), ${row.site}, ${row.unitName}`}
                    caption={column.name}
                    unitLabel={column.unitLabel}
                    decimals={column.decimals}
                    signed={column.least < 0}
                    stands={stands}
                    version={stored?.version ?? 0}
                    cell={cells[key]}
                    locked={readOnly || !column.open}
                    showLock={locked || !column.open}
                    previous={
                      stands === "" && before !== undefined && !readOnly && column.open
                        ? figureText(before, locale)
                        : undefined
                    }
                    handlers={handlers}
                    locale={locale}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
