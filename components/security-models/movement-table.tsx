import Link from "next/link";
import { FigureNote } from "@/components/figures/figure-note";
import { figureWords } from "@/components/layout/words";
import { cn } from "@/components/ui/cn";
import type { Boundary } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type Column, columns } from "@/lib/security-models/movement/catalog";
import { columnWords, movementWords, signOf } from "@/lib/security-models/movement/messages";
import type { Cell, Line } from "@/lib/security-models/movement/rules";

export type MovementLine = {
  key: string;
  label: string;
  line: Line;
  /** How the row is counted, behind its "i". */
  definition?: string;
  /** The name machines know a cell's figure by. */
  nameOf: (column: Column) => string;
  hrefOf: (column: Column) => string;
};

type Props = {
  caption: string;
  rowLabel: string;
  lines: MovementLine[];
  asOf: string;
  boundary: Boundary;
  /** Key figures: larger numerals for what stands at either end. */
  large?: boolean;
  locale: Locale;
};

/** The equation as a table of a yearbook: a column each with its sign; on a phone every row is an equation of its own. */
export function MovementTable({ caption, rowLabel, lines, asOf, boundary, large = false, locale }: Props) {
  const words = columnWords[locale];
  return (
    <div className="@container">
      <table className="block w-full text-sm @2xl:table @2xl:table-fixed @2xl:border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr>
            <th scope="col" className="list-head w-1/5 text-left">
              {rowLabel}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="list-head text-right whitespace-nowrap">
                <Sign column={column} /> {words[column].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block border-t @2xl:table-row-group @2xl:border-t-0">
          {lines.map(({ key, label, line, definition, nameOf, hrefOf }) => (
            <tr
              key={key}
              className="grid break-inside-avoid grid-cols-3 gap-x-4 gap-y-2 border-b py-3 @2xl:table-row @2xl:py-0"
            >
              <th
                scope="row"
                className="col-span-3 pr-4 text-left text-base font-medium @2xl:py-1.5 @2xl:text-sm @2xl:align-baseline"
              >
                {label}
                {definition !== undefined && (
                  <FigureNote
                    label={label}
                    definition={definition}
                    source={movementWords[locale].source}
                    asOf={asOf}
                    boundary={boundary}
                    locale={locale}
                  />
                )}
              </th>
              {columns.map((column) => (
                <td
                  key={column}
                  className="min-w-0 @2xl:py-1.5 @2xl:pr-4 @2xl:text-right @2xl:align-baseline @2xl:last:pr-0"
                >
                  <Numeral
                    cell={line[column]}
                    column={column}
                    name={nameOf(column)}
                    href={hrefOf(column)}
                    large={large}
                    locale={locale}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Sign = ({ column }: { column: Column }) =>
  signOf[column] === "" ? null : <span className="font-semibold text-ink">{signOf[column]}</span>;

type NumberProps = { cell: Cell; column: Column; name: string; href: string; large: boolean; locale: Locale };

/** A cell opens its rows; one of which no point gave a figure says so, and is no nought (T17). */
function Numeral({ cell, column, name, href, large, locale }: NumberProps) {
  const words = figureWords[locale];
  const { value, unknown } = cell;
  const isEnd = column === "opening" || column === "closing";
  const isUnknown = value === 0 && unknown > 0;
  return (
    <Link
      href={href}
      prefetch={false}
      className="group flex min-h-11 flex-col justify-between @2xl:inline-block @2xl:min-h-0"
    >
      <span className="text-xs text-muted @2xl:hidden">
        <Sign column={column} /> {columnWords[locale][column].label}
      </span>
      <span className="whitespace-nowrap">
        {!isUnknown && unknown > 0 && <span className="text-xs text-muted">{words.at_least} </span>}
        <span
          data-figure={name}
          data-value={isUnknown ? undefined : value}
          title={isUnknown ? words.none : undefined}
          className={cn(
            "numeral decoration-green/35 decoration-1 underline-offset-3 group-hover:text-green group-hover:underline",
            isEnd && "font-semibold",
            large && isEnd && "text-lg @2xl:text-base @4xl:text-lg",
            value === 0 ? "text-muted" : "underline",
          )}
        >
          {isUnknown ? "–" : formatNumber(value, locale)}
        </span>
      </span>
    </Link>
  );
}
