import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { channelUnitWords, channelWords, outreachWords } from "@/lib/outreach-sessions/messages";
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

/** What people were helped with at the sessions, each counted by itself. */
export function GuidanceTable({
  guided,
  locale,
}: {
  guided: Overview["sessions"]["guided"];
  locale: Locale;
}) {
  const words = statisticsWords[locale];
  const { fields } = outreachWords[locale];
  const rows = [
    { label: fields.vneidGuided, value: guided.vneid, unit: words.timesGuided },
    { label: fields.levelTwoGuided, value: guided.levelTwo, unit: words.timesGuided },
    { label: fields.onlineServiceGuided, value: guided.onlineService, unit: words.timesGuided },
    { label: fields.weaponsHandedIn, value: guided.weapons, unit: words.pieces },
    { label: fields.pledges, value: guided.pledges, unit: words.pledgeUnit },
  ];
  return (
    <Section title={words.guidance}>
      <Table>
        <caption className="sr-only">{words.guidance}</caption>
        <tbody>
          {rows.map(({ label, value, unit }) => (
            <tr key={label}>
              <Th scope="row" className="border-b">
                {label}
              </Th>
              <Td numeric>
                {formatNumber(value, locale)} <span className="text-muted">{unit}</span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
