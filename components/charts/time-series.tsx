import type { ReactNode } from "react";
import { chartWords } from "@/components/layout/words";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { BarStrip } from "./bar-strip";
import { ChartFrame } from "./chart-frame";
import { LazyEngine } from "./lazy-engine";

export type TimePoint = {
  label: string;
  /** ISO days. */
  from: string;
  to: string;
  value: number | null;
  second?: number | null;
  /** The rows of this point. */
  href?: string;
};

type TimeSeriesProps = {
  title: string;
  finding?: ReactNode;
  points: TimePoint[];
  valueLabel: string;
  /** A second count in its own strip below: two units never share a scale. */
  secondLabel?: string;
  locale: Locale;
};

/** Counts over time. Drawn on the server; the engine takes its place when a reader points at it. */
export function TimeSeries({ title, finding, points, valueLabel, secondLabel, locale }: TimeSeriesProps) {
  const isEmpty = points.every(({ value, second }) => value === null && (second ?? null) === null);
  const drawn = (
    <div className="space-y-4">
      <BarStrip points={points} read={(point) => point.value} label={valueLabel} locale={locale} />
      {secondLabel !== undefined && (
        <BarStrip
          points={points}
          read={(point) => point.second ?? null}
          label={secondLabel}
          locale={locale}
        />
      )}
    </div>
  );
  return (
    <ChartFrame title={title} finding={finding} isEmpty={isEmpty} locale={locale}>
      <LazyEngine points={points} labels={[valueLabel, secondLabel]} locale={locale}>
        {drawn}
      </LazyEngine>
      <Disclosure summary={chartWords[locale].table}>
        <PointsTable {...{ points, valueLabel, secondLabel, locale, title }} />
      </Disclosure>
    </ChartFrame>
  );
}

function PointsTable({ points, valueLabel, secondLabel, locale, title }: Omit<TimeSeriesProps, "finding">) {
  const words = chartWords[locale];
  const show = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : formatNumber(value, locale);
  return (
    <Table>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <Th>{words.period}</Th>
          <Th numeric>{valueLabel}</Th>
          {secondLabel !== undefined && <Th numeric>{secondLabel}</Th>}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.from}>
            <Th scope="row" className="border-b">
              {point.href === undefined ? point.label : <TextLink href={point.href}>{point.label}</TextLink>}{" "}
              <span className="numeral text-xs text-muted max-sm:block">
                {formatDate(point.from)}–{formatDate(point.to)}
              </span>
            </Th>
            <Td numeric>{show(point.value)}</Td>
            {secondLabel !== undefined && <Td numeric>{show(point.second)}</Td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
