import Link from "next/link";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { Button } from "@/components/ui/button";
import type { Context } from "@/lib/core/context";
import { formatDate } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { channelWords, outreachWords } from "@/lib/outreach-sessions/messages";
import type { linkedSessions } from "@/lib/outreach-sessions/queries";
import { SessionAmount } from "./session-amount";
import { SessionTotalsRow } from "./session-totals";

type Props = {
  found: Awaited<ReturnType<typeof linkedSessions>>;
  /** What they are linked with: a point, or any point of a model. */
  of: { point: string } | { model: string };
  context: Context;
  locale: Locale;
};

/** The latest sessions held with a point or a model, and what all of them come to; each number opens its rows. */
export function LinkedSessions({ found, of, context, locale }: Props) {
  const words = outreachWords[locale];
  const { rows, totals, may } = found;
  const log = may.create && "point" in of && (
    <Button asChild size="small">
      <Link href={href("/outreach-sessions/new", of)} prefetch={false}>
        {words.log}
      </Link>
    </Button>
  );
  if (rows.length === 0)
    return (
      <Section id="sessions" title={words.linkedSessions}>
        <EmptyState title={words.linkedNone} detail={words.linkedNoneHint} action={log} />
      </Section>
    );
  return (
    <Section
      id="sessions"
      title={words.linkedSessions}
      finding={words.linkedLatest(formatDate(context.period.from))}
      actions={
        <>
          <Button asChild size="small">
            <Link href={href("/outreach-sessions", contextParams(context, of))} prefetch={false}>
              {words.linkedAll}
            </Link>
          </Button>
          {log}
        </>
      }
    >
      <SessionTotalsRow totals={totals} context={context} filter={of} locale={locale} />
      <DataList
        caption={words.linkedSessions}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/outreach-sessions/${row.id}`}
        empty={{ title: words.linkedNone }}
        columns={[
          {
            key: "heldOn",
            label: words.fields.heldOn,
            render: (row) => <span className="numeral whitespace-nowrap">{formatDate(row.heldOn)}</span>,
          },
          {
            key: "place",
            label: words.fields.place,
            primary: true,
            render: (row) => row.title ?? row.place,
          },
          { key: "unit", label: words.fields.unitId, hideOnPhone: true, render: (row) => row.unitName },
          {
            key: "channel",
            label: words.fields.channel,
            hideOnPhone: true,
            render: (row) => channelWords[locale][row.channel],
          },
          {
            key: "amount",
            label: words.howMany,
            render: (row) => <SessionAmount amount={row} locale={locale} />,
          },
        ]}
      />
    </Section>
  );
}
