import { PageHeader } from "@/components/layout/page-header";
import { type Column, DataList } from "@/components/tables/data-list";
import { NumberedPager } from "@/components/tables/pager";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import type { IndicatorPoint, listIndicatorPoints } from "@/lib/security-models/indicators/rows/queries";
import { periodAt } from "@/lib/security-models/indicators/rules";
import { IndicatorFigure, indicatorHref, shownTotal } from "./indicator-figure";
import { PointUnit } from "./point-state";

type Found = Awaited<ReturnType<typeof listIndicatorPoints>>;
type Props = { found: Found; context: Context; page: number; locale: Locale };

/** The points behind an indicator's figure: what each brings to it, and what they come to. */
export function IndicatorPoints({ found, context, page, locale }: Props) {
  const { model, indicator, rows } = found;
  const words = indicatorWords[locale];
  const count = (value: number) => formatNumber(value, locale);
  const known = count(found.known);
  const here = (nth: number) =>
    indicatorHref(indicator, context, { page: nth > 1 ? String(nth) : undefined });
  const { period } = context;
  return (
    <>
      <PageHeader
        title={indicator.name}
        lead={
          <span className="flex flex-wrap items-baseline gap-x-3">
            <IndicatorFigure
              indicator={indicator}
              boundary={context.boundary}
              size="inline"
              locale={locale}
            />
            {indicator.overTime !== "last" && (
              <span>{`${periodLabel(period, locale)} · ${formatDate(period.from)}–${formatDate(period.to)}`}</span>
            )}
          </span>
        }
        back={
          <TextLink href={href(`/security-models/${model.id}`, contextParams(context))}>
            {model.name}
          </TextLink>
        }
        actions={
          <TextLink href={href("/security-models/readings", { model: model.id })}>{words.grid}</TextLink>
        }
      />
      <DataList
        caption={indicator.name}
        locale={locale}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/security-models/points/${id}`}
        empty={{ title: words.noPointsTitle, detail: words.noPointsHint }}
        columns={columnsOf(indicator, locale)}
      />
      {indicator.value !== null && (
        <p className="flex flex-wrap items-baseline justify-between gap-x-6 border-t-2 py-2 text-sm font-medium">
          <span>{indicator.overPoints === "sum" ? words.sumOf(known) : words.averageOf(known)}</span>
          <span className="numeral">
            {count(shownTotal(indicator.value, indicator) ?? 0)} {indicator.unitLabel}
          </span>
        </p>
      )}
      {indicator.points > 0 && (
        <NumberedPager page={page} total={indicator.points} shown={rows.length} at={here} locale={locale} />
      )}
    </>
  );
}

function columnsOf(indicator: Found["indicator"], locale: Locale): Column<IndicatorPoint>[] {
  const words = indicatorWords[locale];
  const periodOf = (day: string) => periodLabel(periodAt(indicator, day), locale);
  return [
    { key: "site", label: words.point, primary: true, render: ({ site }) => site },
    { key: "unit", label: words.unit, render: (row) => <PointUnit point={row} locale={locale} /> },
    indicator.overTime === "last"
      ? {
          key: "latest",
          label: words.latest,
          render: ({ latest }) => (latest ? <span className="numeral">{periodOf(latest)}</span> : "–"),
        }
      : {
          key: "readings",
          label: words.periods,
          numeric: true,
          render: ({ readings, value, lacking }) => (
            <>
              {formatNumber(readings, locale)}
              {lacking && value !== null && <span className="text-ochre"> · {words.leavesOut}</span>}
            </>
          ),
        },
    {
      key: "value",
      label: `${words.value} (${indicator.unitLabel})`,
      numeric: true,
      render: ({ value }) =>
        value === null ? (
          <span className="text-muted">{words.noFigure}</span>
        ) : (
          // A point's own figure is averaged over time only.
          formatNumber(shownTotal(value, { ...indicator, overPoints: "sum" }) ?? 0, locale)
        ),
    },
  ];
}
