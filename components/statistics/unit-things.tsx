import type { ReactNode } from "react";
import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import { Section } from "@/components/layout/section";
import { StandingWord } from "@/components/rural-standard/standing-word";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatNumber, formatShare } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { qualifierOfSum } from "@/lib/outreach-sessions/rules";
import { levelFilterWords, ruralWords } from "@/lib/rural-standard/messages";
import { shareOf } from "@/lib/rural-standard/rules";
import { modelWords } from "@/lib/security-models/messages";
import { sumOf } from "@/lib/security-models/rules";
import { statisticsWords } from "@/lib/statistics/messages";
import { unitThingsWords } from "@/lib/statistics/units/messages";
import type { UnitThings as Things } from "@/lib/statistics/units/queries";

type Props = {
  things: Things;
  context: Context;
  /** The page it stands on. */
  path: string;
  locale: Locale;
  /** Further sections about the same unit and day, such as the security standard. */
  children?: ReactNode;
};

/** All a unit has on a day for the chosen boundaries, each figure with the way to its rows. */
export function UnitThings({ things, context, path, locale, children }: Props) {
  const words = unitThingsWords[locale];
  const part = { things, context, path, locale };
  return (
    <>
      <Section id="movement" title={words.title} finding={words.finding[context.boundary]}>
        <div className="space-y-6">
          <Models {...part} />
          <PeriodFigures {...part} />
        </div>
      </Section>
      <Rural {...part} />
      {children}
    </>
  );
}

type PartProps = Omit<Props, "children">;

function Models({ things: { models, areas }, context, locale }: PartProps) {
  const [words, own] = [modelWords[locale], unitThingsWords[locale]];
  const { asOf, boundary } = context;
  const view = contextParams(context);
  const common = {
    locale,
    asOf,
    boundary,
    source: words.source,
    href: href("/security-models/points", view),
  };
  return (
    <FigureRow label={own.models}>
      <Figure
        {...common}
        name="models.active"
        value={models.models}
        unit={words.modelUnit}
        label={words.models}
        definition={words.modelsDefinition}
        href={href("/security-models", view)}
      />
      <Figure
        {...common}
        name="points.active"
        value={models.points}
        unit={words.pointUnit}
        label={words.points}
        definition={words.pointsDefinition}
      />
      <Figure
        {...common}
        {...sumOf(models.teams, models.points, models.teamsUnknown)}
        name="teams.active"
        unit={words.teamUnit}
        label={words.teams}
        definition={words.teamsDefinition}
      />
      <Figure
        {...common}
        {...sumOf(models.members, models.points, models.membersUnknown)}
        name="members.active"
        unit={words.memberUnit}
        label={words.members}
        definition={words.membersDefinition}
      />
      <Figure
        {...{ locale, asOf, boundary }}
        name="areas.active"
        value={areas === 0 ? null : areas}
        unit={own.areaUnit}
        label={own.areas}
        definition={own.areasDefinition}
        source={own.areaSource}
        href={context.unit && href(`/units/${context.unit}/areas`, { boundary, asOf })}
      />
    </FigureRow>
  );
}

function PeriodFigures({ things: { sessions, awards }, context, locale }: PartProps) {
  const [words, own, city] = [outreachWords[locale], unitThingsWords[locale], statisticsWords[locale]];
  const asOf = earlier(context.period.to, today());
  // Nothing logged is a nought only where it was said to be one; a broadcast is something logged (T17).
  const isKnown = sessions.entries > 0 || sessions.nil;
  const common = {
    ...{ locale, asOf, boundary: context.boundary, source: words.source },
    href: href("/outreach-sessions", contextParams(context, { kind: "gathering" })),
  };
  const title = own.sessions(periodLabel(context.period, locale));
  return (
    <div className="space-y-2">
      <h3 className="text-sm text-muted">{title}</h3>
      <FigureRow label={title}>
        <Figure
          {...common}
          name="sessions.count"
          value={isKnown ? sessions.sessions : null}
          unit={words.sessionUnit}
          label={words.sessions}
          definition={words.sessionsDefinition}
        />
        <Figure
          {...common}
          name="sessions.attendances"
          value={isKnown ? sessions.attendances : null}
          qualifier={qualifierOfSum(sessions)}
          unit={words.attendanceUnit}
          label={words.attendances}
          definition={words.attendancesDefinition}
        />
        <Figure
          {...common}
          name="awards.count"
          value={awards}
          unit={city.awardUnit}
          label={own.awards}
          source={city.awardSource}
          definition={own.awardsDefinition}
          href={href("/awards", contextParams(context))}
        />
      </FigureRow>
    </div>
  );
}

/** The communes of 30/06/2025 in view on the ladder (T1, T2), and what today's commune was granted itself. */
function Rural({ things: { rural, communes, own }, context, path, locale }: PartProps) {
  const [words, told] = [unitThingsWords[locale], ruralWords[locale]];
  const levels = levelFilterWords[locale];
  const rows = (level?: string) => `${href("/rural-standard", contextParams(context, { level }))}#communes`;
  const common = {
    ...{
      locale,
      unit: told.communeUnit,
      asOf: context.asOf,
      boundary: context.boundary,
      source: told.source,
    },
  };
  if (rural.base === 0)
    return (
      <Section id="rural" title={words.rural}>
        <p className="border-y py-5 text-sm text-muted">
          {words.noCommune}{" "}
          {context.boundary === "historical" && (
            <TextLink href={href(path, contextParams(context, { unit: undefined, boundary: "current" }))}>
              {words.tryCurrent}
            </TextLink>
          )}
          <OwnStanding own={own} locale={locale} />
        </p>
      </Section>
    );
  return (
    <Section id="rural" title={words.rural} finding={words.ruralFinding(formatNumber(rural.base, locale))}>
      <FigureRow label={words.rural}>
        {(["standard", "advanced", "exemplary"] as const).map((level) => (
          <Figure
            key={level}
            {...common}
            name={`rural.${level}`}
            value={rural[level]}
            share={formatShare(shareOf(rural[level], rural.base), locale)}
            label={levels[level]}
            definition={told.definitions[level]}
            href={rows(level)}
          />
        ))}
      </FigureRow>
      <ul className="flex flex-wrap gap-x-6 text-sm">
        {communes.map(({ ref, fullName, standing }) => (
          <li key={ref} className="flex min-h-11 items-center gap-2 lg:min-h-8">
            <TextLink href={`/units/${ref}`}>{fullName}</TextLink>
            <StandingWord standing={standing} former locale={locale} />
          </li>
        ))}
        {rural.base > communes.length && (
          <li className="flex min-h-11 items-center lg:min-h-8">
            <TextLink href={rows()}>{words.moreCommunes}</TextLink>
          </li>
        )}
      </ul>
      <OwnStanding own={own} locale={locale} />
    </Section>
  );
}

function OwnStanding({ own, locale }: Pick<Things, "own"> & { locale: Locale }) {
  if (own === null) return null;
  return (
    <span className="flex items-center gap-2 pt-2 text-sm">
      <span className="text-muted">{unitThingsWords[locale].own}:</span>
      <StandingWord standing={own} former={false} locale={locale} />
    </span>
  );
}
