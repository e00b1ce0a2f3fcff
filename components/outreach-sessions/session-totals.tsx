import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import { type Context, contextParams, href } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionTotals } from "@/lib/outreach-sessions/queries";
import { qualifierOfSum } from "@/lib/outreach-sessions/rules";

type Props = {
  totals: SessionTotals;
  /** Sessions of others in which the units took part; undefined where every unit is in view. */
  joint?: number;
  context: Context;
  filter?: Record<string, string | undefined>;
  locale: Locale;
};

/** Sessions and attendances of what the list shows, told apart from what other channels count (T8). */
export function SessionTotalsRow({ totals, joint, context, filter = {}, locale }: Props) {
  const words = outreachWords[locale];
  const common = {
    locale,
    asOf: earlier(context.period.to, today()),
    source: words.source,
    href: href("/outreach-sessions", contextParams(context, { ...filter, kind: "gathering" })),
  };
  return (
    <div className="mb-6">
      <FigureRow label={words.title}>
        <Figure
          {...common}
          name="sessions.count"
          value={totals.sessions}
          unit={words.sessionUnit}
          label={words.sessions}
          definition={words.sessionsDefinition}
        />
        <Figure
          {...common}
          name="sessions.attendances"
          value={totals.attendances}
          unit={words.attendanceUnit}
          qualifier={qualifierOfSum(totals)}
          label={words.attendances}
          definition={words.attendancesDefinition}
        />
        {joint !== undefined && joint > 0 && (
          <Figure
            {...common}
            name="sessions.joint"
            value={joint}
            unit={words.sessionUnit}
            label={words.jointCount}
            definition={words.jointDefinition}
            href={href("/outreach-sessions", contextParams(context, { ...filter, kind: "joint" }))}
          />
        )}
      </FigureRow>
    </div>
  );
}
