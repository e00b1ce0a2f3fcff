import { Figure, type FigureProps } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import type { Context } from "@/lib/core/context";
import { type Day, earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { qualifierOfSum } from "@/lib/outreach-sessions/rules";
import { totalsWords } from "@/lib/outreach-sessions/totals/messages";
import type { Compared, Totals } from "@/lib/outreach-sessions/totals/queries";
import { changeOf, sameSpan } from "@/lib/outreach-sessions/totals/rules";
import { rowsOf } from "./compared-list";

type Props = { totals: Totals; context: Context; locale: Locale };

/** The first line: sessions, attendances, and where a unit is in view what it took part in. */
export function TotalsFigures({ totals, context, locale }: Props) {
  const words = totalsWords[locale];
  const outreach = outreachWords[locale];
  const { gatherings, joint, comparison, units } = totals;
  // Nothing logged is a nought only where it was said to be one (T17).
  const isKnown =
    units.some(({ state }) => state === "counted") || units.every(({ state }) => state === "nil");
  const common = {
    locale,
    size: "wide" as const,
    boundary: context.boundary,
    asOf: earlier(context.period.to, today()),
    source: outreach.source,
    href: rowsOf(context, { kind: "gathering" }),
  };
  return (
    <div className="space-y-3">
      <FigureRow label={words.figures}>
        <Figure
          {...common}
          name="sessions.count"
          value={isKnown ? gatherings.sessions.all : null}
          unit={outreach.sessionUnit}
          label={outreach.sessions}
          definition={outreach.sessionsDefinition}
          change={isKnown ? change(gatherings.sessions, totals, context.period.to, locale) : undefined}
        />
        <Figure
          {...common}
          name="sessions.attendances"
          value={isKnown ? gatherings.attendances.all : null}
          qualifier={qualifierOfSum(gatherings)}
          unit={outreach.attendanceUnit}
          label={outreach.attendances}
          definition={outreach.attendancesDefinition}
          change={isKnown ? change(gatherings.attendances, totals, context.period.to, locale) : undefined}
        />
        {joint && (
          <Figure
            {...common}
            name="sessions.joint"
            value={joint.all}
            unit={outreach.sessionUnit}
            label={outreach.jointCount}
            definition={outreach.jointDefinition}
            href={rowsOf(context, { kind: "joint" })}
            change={change(joint, totals, context.period.to, locale)}
          />
        )}
      </FigureRow>
      <p className="max-w-prose text-xs text-muted">
        {comparison ? (
          <>
            {words.spans(
              sameSpan(comparison.previous, comparison.lastYear) ? undefined : comparison.previous,
              comparison.lastYear,
            )}
            {comparison.now.to < context.period.to && ` ${words.running(comparison.now.to)}`}
          </>
        ) : (
          words.notStarted
        )}
      </p>
    </div>
  );
}

function change(value: Compared, { comparison }: Totals, end: Day, locale: Locale): FigureProps["change"] {
  const words = totalsWords[locale];
  const share = changeOf(value.now, value.lastYear);
  if (share === null || !comparison) return { share: null, label: words.nothingBefore };
  const { to } = comparison.now;
  return { share, label: to < end ? words.changeTo(to) : words.change };
}
