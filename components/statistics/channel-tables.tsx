import { Section } from "@/components/layout/section";
import { Counted, rowsOf } from "@/components/outreach-sessions/compared-list";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { guidances } from "@/lib/outreach-sessions/catalog";
import {
  channelUnitWords,
  channelWords,
  guidanceFields,
  guidanceUnitWords,
  outreachWords,
} from "@/lib/outreach-sessions/messages";
import { statisticsWords } from "@/lib/statistics/messages";
import type { Overview } from "@/lib/statistics/queries";

/** Loudspeakers, leaflets, posts: each in its own unit, without a sum (T8). */
export function BroadcastTable({
  rows,
  context,
  locale,
}: {
  rows: Overview["broadcasts"];
  context: Context;
  locale: Locale;
}) {
  const words = statisticsWords[locale];
  return (
    <Section title={words.otherChannels} finding={words.otherChannelsNote}>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{words.noneLogged}</p>
      ) : (
        <Table>
          <caption className="sr-only">{words.otherChannels}</caption>
          <thead>
            <tr>
              <Th>{outreachWords[locale].fields.channel}</Th>
              <Th numeric>{words.times}</Th>
              <Th numeric>{outreachWords[locale].howMany}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ channel, sessions, quantity }) => (
              <tr key={channel}>
                <Td>
                  <TextLink href={href("/outreach-sessions", contextParams(context, { channel }))}>
                    {channelWords[locale][channel]}
                  </TextLink>
                </Td>
                <Td numeric>{formatNumber(sessions, locale)}</Td>
                <Td numeric>
                  {formatNumber(quantity, locale)}{" "}
                  <span className="text-muted">{channelUnitWords[locale][channel]}</span>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

type GuidanceTableProps = { guided: Overview["sessions"]["guided"]; context: Context; locale: Locale };

/** What people were helped with at the sessions, each counted by itself and opening its sessions. */
export function GuidanceTable({ guided, context, locale }: GuidanceTableProps) {
  const words = statisticsWords[locale];
  return (
    <Section title={words.guidance}>
      <Table>
        <caption className="sr-only">{words.guidance}</caption>
        <tbody>
          {guidances.map((kind) => (
            <tr key={kind} className="relative hover:bg-green-soft">
              <Th scope="row" className="h-11 border-b lg:h-auto">
                <TextLink
                  href={rowsOf(context, { kind: "gathering", guided: kind })}
                  className="text-ink after:absolute after:inset-0"
                >
                  {outreachWords[locale].fields[guidanceFields[kind]]}
                </TextLink>
              </Th>
              <Td numeric>
                <Counted
                  name={`sessions.guided.${kind}`}
                  value={guided[kind]}
                  unit={guidanceUnitWords[locale][kind]}
                  locale={locale}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
