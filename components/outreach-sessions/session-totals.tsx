import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import {
  channelUnitWords,
  channelWords,
  guidanceFields,
  guidanceUnitWords,
  outreachWords,
} from "@/lib/outreach-sessions/messages";
import type { BroadcastTotals, SessionTotals } from "@/lib/outreach-sessions/queries";
import { qualifierOfSum } from "@/lib/outreach-sessions/rules";
import type { SessionFilter } from "@/lib/outreach-sessions/schema";

type Props = {
  totals: SessionTotals;
  /** Sessions of others in which the units took part; undefined where every unit is in view. */
  joint?: number;
  /** Shown instead of sessions and attendances where the list is of channels with units of their own. */
  broadcasts?: BroadcastTotals[];
  /** How many of the kind of guidance that the list is narrowed to. */
  guided?: number;
  context: Context;
  filter?: Omit<SessionFilter, "context">;
  locale: Locale;
};

/** Sessions and attendances of what the list shows, told apart from what other channels count (T8). */
export function SessionTotalsRow({
  totals,
  joint,
  broadcasts = [],
  guided,
  context,
  filter = {},
  locale,
}: Props) {
  const words = outreachWords[locale];
  const common = {
    locale,
    boundary: context.boundary,
    asOf: earlier(context.period.to, today()),
    source: words.source,
    href: href("/outreach-sessions", contextParams(context, { ...filter, kind: "gathering" })),
  };
  const isJoint = filter.kind === "joint" && joint !== undefined;
  return (
    <div className="mb-6">
      <FigureRow label={words.title}>
        {broadcasts.map(({ channel, sessions, quantity }) => (
          <Figure
            key={channel}
            {...common}
            name={`sessions.channel.${channel}`}
            value={quantity}
            unit={channelUnitWords[locale][channel]}
            label={channelWords[locale][channel]}
            definition={words.broadcastDefinition}
            share={words.times(sessions)}
            href={href("/outreach-sessions", contextParams(context, { ...filter, channel }))}
          />
        ))}
        {broadcasts.length === 0 && !isJoint && (
          <>
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
          </>
        )}
        {filter.guided && guided !== undefined && (
          <Figure
            {...common}
            name={`sessions.guided.${filter.guided}`}
            value={guided}
            unit={guidanceUnitWords[locale][filter.guided]}
            label={words.fields[guidanceFields[filter.guided]]}
            definition={words.guidedDefinition}
          />
        )}
        {joint !== undefined && (joint > 0 || isJoint) && (
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
