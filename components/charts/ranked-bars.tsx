import type { ReactNode } from "react";
import { chartWords, type Ranked } from "@/components/layout/words";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { ChartFrame } from "./chart-frame";
import { lengthOf } from "./scale";

export type RankedRow = {
  label: string;
  href?: string;
  value: number;
  /** Further columns, the same ones in every row. */
  extra?: { label: string; value: number | null }[];
};

type RankedBarsProps = {
  title: string;
  of: Ranked;
  finding?: ReactNode;
  /** In the order shown. */
  rows: RankedRow[];
  valueLabel: string;
  /** Heading of the first column; "Đơn vị" unless told. */
  rowLabel?: string;
  /** How many stand before "Xem cả …". */
  initial?: number;
  locale: Locale;
};

/** A ranking is a table with bars in it, so that it can be read, copied and printed. */
export function RankedBars({ title, of, finding, rows, initial = 10, locale, ...columns }: RankedBarsProps) {
  const words = chartWords[locale];
  const top = Math.max(...rows.map(({ value }) => value));
  const first = rows.slice(0, initial);
  const rest = rows.slice(initial);
  const table = { top, locale, caption: title, ...columns };
  return (
    <ChartFrame title={title} finding={finding} isEmpty={rows.length === 0} locale={locale}>
      <RankedTable rows={first} from={1} {...table} />
      {rest.length > 0 && (
        <Disclosure summary={words.rest[of](formatNumber(rows.length, locale))}>
          <RankedTable rows={rest} from={initial + 1} {...table} />
        </Disclosure>
      )}
    </ChartFrame>
  );
}

type RankedTableProps = Pick<RankedBarsProps, "rows" | "valueLabel" | "rowLabel" | "locale"> & {
  top: number;
  from: number;
  caption: string;
};

function RankedTable({ rows, top, from, caption, valueLabel, rowLabel, locale }: RankedTableProps) {
  const extras = rows[0]?.extra ?? [];
  return (
    <Table className="table-fixed">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <Th className="w-8 pr-2" numeric>
            <span className="sr-only">#</span>
          </Th>
          <Th className="w-[40%] sm:w-[30%]">{rowLabel ?? chartWords[locale].unit}</Th>
          <Th>{valueLabel}</Th>
          {extras.map((extra) => (
            <Th key={extra.label} numeric className="hidden w-24 sm:table-cell">
              {extra.label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, position) => (
          <tr
            key={row.href ?? row.label}
            className={row.href === undefined ? undefined : "relative hover:bg-green-soft"}
          >
            <Td numeric className="py-1.5 pr-2 align-middle text-muted">
              {from + position}
            </Td>
            <Td className="h-11 py-1.5 align-middle lg:h-auto">
              {row.href === undefined ? (
                row.label
              ) : (
                <TextLink href={row.href} className="text-ink after:absolute after:inset-0">
                  {row.label}
                </TextLink>
              )}
            </Td>
            <Td className="py-1.5 align-middle">
              <span className="flex items-center gap-2">
                <span className="grow">
                  <span
                    aria-hidden
                    className="block h-3 bg-step-4"
                    style={{ width: `${lengthOf(row.value, top)}%` }}
                  />
                </span>
                <span className="numeral w-14 shrink-0 text-right">{formatNumber(row.value, locale)}</span>
              </span>
            </Td>
            {row.extra?.map((extra) => (
              <Td key={extra.label} numeric className="hidden py-1.5 align-middle sm:table-cell">
                {extra.value === null ? "–" : formatNumber(extra.value, locale)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
