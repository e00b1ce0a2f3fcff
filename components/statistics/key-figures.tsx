import { Figure, type FigureProps } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { qualifierOfSum } from "@/lib/outreach-sessions/rules";
import { changeOf } from "@/lib/outreach-sessions/totals/rules";
import { statisticsWords } from "@/lib/statistics/messages";
import type { Overview } from "@/lib/statistics/queries";

type Props = { overview: Overview; context: Context; locale: Locale };

/** The first line of the dashboard: five figures, each with its day, its change and a way to its rows. */
export function KeyFigures({ overview, context, locale }: Props) {
  const words = statisticsWords[locale];
  const outreach = outreachWords[locale];
  const { sessions, models, awards, series } = overview;
  const { compared } = sessions;
  const common = { locale, size: "key" as const, boundary: context.boundary };
  const counted = { ...common, asOf: earlier(context.period.to, today()) };
  const standing = {
    ...common,
    asOf: context.asOf,
    source: words.modelSource,
    href: href("/security-models", contextParams(context)),
  };
  const gatherings = href("/outreach-sessions", contextParams(context, { kind: "gathering" }));
  return (
    <FigureRow label={words.keyFigures}>
      <Figure
        {...standing}
        name="models.active"
        value={models.active}
        unit={words.modelUnit}
        label={words.models}
        definition={words.modelsDefinition}
        spark={models.growth}
      />
      <Figure
        {...standing}
        name="points.active"
        href={href("/security-models/points", contextParams(context))}
        value={models.points}
        unit={words.pointUnit}
        label={words.points}
        definition={words.pointsDefinition}
        note={words.teamsAndMembers(formatNumber(models.teams, locale), formatNumber(models.members, locale))}
      />
      <Figure
        {...counted}
        name="sessions.count"
        value={sessions.sessions}
        unit={outreach.sessionUnit}
        label={outreach.sessions}
        source={outreach.source}
        definition={outreach.sessionsDefinition}
        href={gatherings}
        change={change(compared.now.sessions, compared.before.sessions, overview, locale)}
        spark={series.map((point) => point.sessions)}
      />
      <Figure
        {...counted}
        name="sessions.attendances"
        value={sessions.attendances}
        qualifier={qualifierOfSum(sessions)}
        unit={outreach.attendanceUnit}
        label={outreach.attendances}
        source={outreach.source}
        definition={outreach.attendancesDefinition}
        href={gatherings}
        change={change(compared.now.attendances, compared.before.attendances, overview, locale)}
        spark={series.map((point) => point.attendances)}
      />
      <Figure
        {...counted}
        name="awards.count"
        value={awards.count}
        unit={words.awardUnit}
        label={words.awards}
        source={words.awardSource}
        definition={words.awardsDefinition}
        href={href("/awards", contextParams(context))}
        change={change(awards.compared.now, awards.compared.before, overview, locale)}
      />
    </FigureRow>
  );
}

/** The change on last year, with the day it is told to when the period still runs. */
function change(
  now: number,
  before: number,
  { comparedTo }: Overview,
  locale: Locale,
): FigureProps["change"] {
  const share = changeOf(now, before);
  const words = statisticsWords[locale];
  if (share === null || !comparedTo) return { share: null, label: words.nothingLastYear };
  return { share, label: comparedTo < today() ? words.lastYearTo(formatDate(comparedTo)) : words.lastYear };
}
