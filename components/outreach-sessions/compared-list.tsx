import { lengthOf } from "@/components/charts/scale";
import { type Column, DataList } from "@/components/tables/data-list";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatNumber, formatShare } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { totalsWords } from "@/lib/outreach-sessions/totals/messages";
import type { Compared } from "@/lib/outreach-sessions/totals/queries";
import {
  type Comparison,
  changeOf,
  type Span,
  sameSpan,
  type UnitState,
} from "@/lib/outreach-sessions/totals/rules";

export type ComparedRow = {
  /** The name machines know its figure by. */
  name: string;
  label: string;
  value: Compared;
  unit: string;
  /** What the list behind it is narrowed to. */
  filter: Record<string, string>;
};

type Props<R extends ComparedRow> = {
  rows: R[];
  caption: string;
  rowLabel: string;
  valueLabel: string;
  context: Context;
  comparison: Comparison | undefined;
  /** Draws each value as a bar beside it. */
  bars?: boolean;
  /** Further columns after the value. */
  more?: Column<R>[];
  locale: Locale;
};

/** Figures of a period beside those of the one before and of last year; each opens its rows. */
export function ComparedList<R extends ComparedRow>(props: Props<R>) {
  const { rows, caption, rowLabel, valueLabel, context, comparison, bars, more = [], locale } = props;
  const words = totalsWords[locale];
  const top = Math.max(0, ...rows.map(({ value }) => value.all));
  if (rows.length === 0) return <p className="border-y py-4 text-sm text-muted">{words.none}</p>;
  return (
    <DataList
      caption={caption}
      locale={locale}
      rows={rows}
      rowKey={(row) => row.name}
      rowHref={(row) => rowsOf(context, row.filter)}
      empty={{ title: words.none }}
      columns={[
        { key: "label", label: rowLabel, primary: true, render: (row) => row.label },
        ...(bars ? [barColumn<R>(top)] : []),
        {
          key: "value",
          label: valueLabel,
          numeric: true,
          render: (row) => <Counted {...row} value={row.value.all} locale={locale} />,
        },
        ...more,
        ...comparedColumns<R>(context, comparison, locale),
      ]}
    />
  );
}

/** A list of sessions under the page's view; a span of days stands in for its period. */
export const rowsOf = (context: Context, filter: Record<string, string> = {}, span?: Span) =>
  href(
    "/outreach-sessions",
    contextParams(context, { ...filter, ...(span && { period: undefined, from: span.from, to: span.to }) }),
  );

type CountedProps = { name: string; value: number; unit?: string; locale: Locale };

export const Counted = ({ name, value, unit, locale }: CountedProps) => (
  <>
    <span data-figure={name} data-value={value} className="numeral font-medium text-ink">
      {formatNumber(value, locale)}
    </span>
    {unit && <span className="text-muted"> {unit}</span>}
  </>
);

export const barColumn = <R extends { value: Compared }>(top: number, narrow = false): Column<R> => ({
  key: "bar",
  label: "",
  hideOnPhone: true,
  render: ({ value }) => (
    <span aria-hidden className={narrow ? "block w-16 xl:w-28" : "block w-28 xl:w-48"}>
      <span className="block h-3 bg-step-4" style={{ width: `${lengthOf(value.all, top)}%` }} />
    </span>
  ),
});

/** What stood in the spans compared with, and the change on each; one pair where both are the same days. */
export function comparedColumns<R extends Pick<ComparedRow, "value" | "filter"> & { state?: UnitState }>(
  context: Context,
  comparison: Comparison | undefined,
  locale: Locale,
  { onlyChanges = false } = {},
): Column<R>[] {
  const words = totalsWords[locale];
  if (!comparison) return [];
  const pairs = [
    { key: "lastYear", label: words.lastYear, change: words.onLastYear } as const,
    ...(sameSpan(comparison.previous, comparison.lastYear)
      ? []
      : [{ key: "previous", label: words.previous, change: words.onPrevious } as const]),
  ].reverse();
  // Of a running period only the part that is over is compared: it stands beside what it is compared with.
  const part: Column<R>[] =
    comparison.now.to < context.period.to && !onlyChanges
      ? [
          {
            key: "now",
            label: words.nowTo(comparison.now.to),
            numeric: true,
            hideOnPhone: true,
            render: ({ value }) => formatNumber(value.now, locale),
          },
        ]
      : [];
  const compared = pairs.flatMap(({ key, label, change }) => {
    const count: Column<R> = {
      key,
      label,
      numeric: true,
      hideOnPhone: true,
      render: ({ value, filter }) =>
        value[key] === 0 ? (
          "0"
        ) : (
          <TextLink href={rowsOf(context, filter, comparison[key])} className="relative z-1 text-ink">
            {formatNumber(value[key], locale)}
          </TextLink>
        ),
    };
    const changed: Column<R> = {
      key: `${key}-change`,
      label: change,
      numeric: true,
      // Not to know is no fall to nothing (T17).
      render: ({ value, state }) => (state === "none" ? "–" : told(value, key, locale)),
    };
    return onlyChanges ? [changed] : [count, changed];
  });
  return [...part, ...compared];
}

/** "↑ 12,5 %"; a dash where there was nothing to compare with. */
function told(value: Compared, key: "previous" | "lastYear", locale: Locale): string {
  const share = changeOf(value.now, value[key]);
  if (share === null || share === 0) return formatShare(share, locale);
  return `${share > 0 ? "↑" : "↓"} ${formatShare(Math.abs(share), locale)}`;
}
