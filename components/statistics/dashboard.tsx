import { RankedBars } from "@/components/charts/ranked-bars";
import { TimeSeries } from "@/components/charts/time-series";
import { LadderPair } from "@/components/rural-standard/ladder-pair";
import { IndicatorHighlights } from "@/components/security-models/indicator-highlights";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { channelWords, outreachWords } from "@/lib/outreach-sessions/messages";
import { mapWords } from "@/lib/statistics/map/messages";
import { statisticsWords } from "@/lib/statistics/messages";
import type { Overview, SeriesPoint } from "@/lib/statistics/queries";
import { bucketLabel } from "@/lib/statistics/rules";
import { BroadcastTable, GuidanceTable } from "./channel-tables";
import { KeyFigures } from "./key-figures";

type Props = { overview: Overview; context: Context; view: "cumulative" | "exclusive"; locale: Locale };

/** The leader's page: what stands, what was done, where, when; every number opens down to its rows. */
export function DashboardBody({ overview, context, view, locale }: Props) {
  const words = statisticsWords[locale];
  const outreach = outreachWords[locale];
  const sessionsOf = (more: Record<string, string | undefined>) =>
    href("/outreach-sessions", contextParams(context, { kind: "gathering", ...more }));
  const span = (point: SeriesPoint) => sessionsOf({ period: undefined, from: point.from, to: point.to });
  return (
    <div className="space-y-12">
      <h1 className="sr-only">{words.title}</h1>
      <div className="space-y-4">
        {overview.splits.map((split) => (
          <Notice key={split.former}>{words.splitNote(split)}</Notice>
        ))}
        <KeyFigures {...{ overview, context, locale }} />
      </div>
      <div className="grid gap-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <TimeSeries
          title={words.overTime}
          finding={busiest(overview.series, context, locale)}
          points={overview.series.map((point) => ({
            label: bucketLabel(point, context.period.key, locale),
            from: point.from,
            to: point.to,
            value: point.sessions,
            second: point.attendances,
            href: span(point),
          }))}
          valueLabel={outreach.sessionUnit}
          secondLabel={outreach.attendanceUnit}
          locale={locale}
        />
        <LadderPair ladder={overview.rural} context={context} view={view} path="/" locale={locale} />
      </div>
      <RankedBars
        title={words.byUnit}
        of="units"
        finding={
          <>
            {mostActive(overview, context, locale)}{" "}
            <TextLink
              href={href("/map", contextParams(context, { unit: undefined }))}
              className="print:hidden"
            >
              {mapWords[locale].onDashboard}
            </TextLink>
          </>
        }
        valueLabel={outreach.sessions}
        rows={overview.units.map((unit) => ({
          label: unit.name,
          href: href("/", contextParams(context, { unit: unit.ref })),
          value: unit.sessions,
          extra: [
            { label: outreach.attendances, value: unit.attendances },
            { label: words.models, value: unit.models },
            { label: words.points, value: unit.points },
            { label: words.awards, value: unit.awards },
          ],
        }))}
        locale={locale}
      />
      <IndicatorHighlights indicators={overview.indicators} context={context} locale={locale} />
      <div className="grid gap-12 xl:grid-cols-2">
        <RankedBars
          title={outreach.byTopic}
          of="topics"
          finding={outreach.topicNote}
          rowLabel={outreach.fields.topics}
          valueLabel={outreach.sessions}
          rows={overview.topics.map((topic) => ({
            label: locale === "vi" ? topic.labelVi : topic.labelEn,
            href: sessionsOf({ topic: topic.code }),
            value: topic.sessions,
            extra: [{ label: outreach.attendances, value: topic.attendances }],
          }))}
          locale={locale}
        />
        <RankedBars
          title={outreach.byChannel}
          of="channels"
          rowLabel={outreach.fields.channel}
          valueLabel={outreach.sessions}
          rows={overview.channels.map((row) => ({
            label: channelWords[locale][row.channel],
            href: sessionsOf({ kind: undefined, channel: row.channel }),
            value: row.sessions,
            extra: [{ label: outreach.attendances, value: row.attendances }],
          }))}
          locale={locale}
        />
      </div>
      <div className="grid gap-12 xl:grid-cols-2">
        <BroadcastTable rows={overview.broadcasts} context={context} locale={locale} />
        <GuidanceTable guided={overview.sessions.guided} context={context} locale={locale} />
      </div>
    </div>
  );
}

function busiest(series: SeriesPoint[], { period }: Context, locale: Locale): string {
  const words = statisticsWords[locale];
  const top = series.reduce<SeriesPoint | undefined>(
    (best, point) => (best && best.sessions >= point.sessions ? best : point),
    undefined,
  );
  if (!top || top.sessions === 0) return words.noSessions;
  return words.busiest(
    `${bucketLabel(top, period.key, locale)} (${formatDate(top.from)} – ${formatDate(top.to)})`,
    formatNumber(top.sessions, locale),
  );
}

function mostActive({ units }: Overview, { boundary }: Context, locale: Locale): string {
  const words = statisticsWords[locale];
  const how = boundary === "current" ? words.byUnitCurrent : words.byUnitHistorical;
  const [first] = units;
  return first && first.sessions > 0
    ? `${words.mostSessions(first.name, formatNumber(first.sessions, locale))}. ${how}.`
    : words.noSessions;
}
