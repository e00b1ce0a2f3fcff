import { Section } from "@/components/layout/section";
import { figureWords } from "@/components/layout/words";
import type { Context } from "@/lib/core/context";
import { formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { guidances, isGathering } from "@/lib/outreach-sessions/catalog";
import {
  channelUnitWords,
  channelWords,
  guidanceFields,
  guidanceUnitWords,
  outreachWords,
} from "@/lib/outreach-sessions/messages";
import { qualifierOfSum } from "@/lib/outreach-sessions/rules";
import { totalsWords } from "@/lib/outreach-sessions/totals/messages";
import type { Totals } from "@/lib/outreach-sessions/totals/queries";
import { ComparedList } from "./compared-list";

type Props = { totals: Totals; context: Context; locale: Locale };
type Sure = { atLeast: number; about: number };

type AttendancesProps = {
  /** The name machines know the figure by. */
  name?: string;
  count: number;
  sure: Sure;
  locale: Locale;
};

/** "hơn 1.200": a sum is as sure as its least sure part (T7). */
export function Attendances({ name, count, sure, locale }: AttendancesProps) {
  const qualifier = qualifierOfSum(sure);
  return (
    <>
      {qualifier !== "exact" && <span className="text-muted">{figureWords[locale][qualifier]} </span>}
      <span data-figure={name} data-value={name && count} className="numeral">
        {formatNumber(count, locale)}
      </span>
    </>
  );
}

/** Gatherings in "cuộc" with their attendances; the sum of them stands first. */
export function ChannelTotals({ totals, context, locale }: Props) {
  const words = totalsWords[locale];
  const outreach = outreachWords[locale];
  const { gatherings } = totals;
  const held = totals.channels
    .filter(({ channel }) => isGathering(channel))
    .sort((a, b) => b.sessions.all - a.sessions.all);
  const unit = outreach.sessionUnit;
  const rows = held.map(({ channel, sessions, ...rest }) => ({
    ...rest,
    name: `sessions.channel.${channel}`,
    label: channelWords[locale][channel],
    value: sessions,
    unit,
    filter: { kind: "gathering", channel } as Record<string, string>,
  }));
  const sum = {
    ...gatherings,
    name: "sessions.channel.gathering",
    label: words.gatheringsTotal,
    value: gatherings.sessions,
    unit,
    filter: { kind: "gathering" } as Record<string, string>,
  };
  const [first] = held;
  const share = first && gatherings.sessions.all > 0 ? first.sessions.all / gatherings.sessions.all : null;
  return (
    <Section
      title={words.channels}
      finding={
        first && share !== null
          ? words.mostChannel(channelWords[locale][first.channel], formatShare(share, locale))
          : undefined
      }
    >
      <ComparedList
        rows={rows.length > 1 ? [sum, ...rows] : rows}
        caption={words.channels}
        rowLabel={outreach.fields.channel}
        valueLabel={outreach.sessions}
        more={[
          {
            key: "attendances",
            label: outreach.attendances,
            numeric: true,
            render: (row) => <Attendances count={row.attendances.all} sure={row} locale={locale} />,
          },
        ]}
        comparison={totals.comparison}
        {...{ context, locale }}
      />
    </Section>
  );
}

/** Loudspeakers, leaflets, posts: each in its own unit, without a sum (T8). */
export function BroadcastTotals({ totals, context, locale }: Props) {
  const words = totalsWords[locale];
  const rows = totals.channels
    .filter(({ channel }) => !isGathering(channel))
    .map(({ channel, quantity, ...rest }) => ({
      ...rest,
      name: `sessions.channel.${channel}`,
      label: channelWords[locale][channel],
      value: quantity,
      unit: channelUnitWords[locale][channel],
      filter: { kind: "broadcast", channel } as Record<string, string>,
    }));
  return (
    <Section title={words.broadcasts} finding={words.broadcastsNote}>
      <ComparedList
        rows={rows}
        caption={words.broadcasts}
        rowLabel={words.broadcast}
        valueLabel={words.quantity}
        more={[
          {
            key: "times",
            label: words.times,
            numeric: true,
            render: (row) => formatNumber(row.sessions.all, locale),
          },
          ...(rows.some(({ views }) => views.all > 0)
            ? [
                {
                  key: "views",
                  label: words.views,
                  numeric: true,
                  render: (row: (typeof rows)[number]) =>
                    row.views.all > 0 ? formatNumber(row.views.all, locale) : "–",
                },
              ]
            : []),
        ]}
        comparison={totals.comparison}
        {...{ context, locale }}
      />
    </Section>
  );
}

/** What people were helped with at the sessions, each counted by itself. */
export function GuidanceTotals({ totals, context, locale }: Props) {
  const words = totalsWords[locale];
  const { fields } = outreachWords[locale];
  const { guided } = totals;
  return (
    <Section title={words.guidance} finding={words.guidanceNote}>
      <ComparedList
        rows={guidances
          .map((key) => ({
            name: `sessions.guided.${key}`,
            label: fields[guidanceFields[key]],
            unit: guidanceUnitWords[locale][key],
            value: guided[key],
            filter: { kind: "gathering", guided: key },
          }))
          .filter(({ value }) => value.all + value.previous + value.lastYear > 0)}
        caption={words.guidance}
        rowLabel={words.guidanceKind}
        valueLabel={words.quantity}
        comparison={totals.comparison}
        {...{ context, locale }}
      />
    </Section>
  );
}
