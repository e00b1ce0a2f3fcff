import { DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channelWords, outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionRow } from "@/lib/outreach-sessions/queries";
import { SessionAmount } from "./session-amount";
import { LogButton } from "./sessions-header";

type Props = {
  rows: SessionRow[];
  topics: CodeItem[];
  nextHref?: string;
  firstHref?: string;
  mayCreate: boolean;
  locale: Locale;
};

export function SessionTable({ rows, topics, nextHref, firstHref, mayCreate, locale }: Props) {
  const words = outreachWords[locale];
  const labels = codeLabels(topics, locale);
  // A ward reading its own rows need not be told its name fifty times.
  const units = new Set(rows.map((row) => row.unitName)).size;
  return (
    <>
      <DataList
        caption={words.title}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/outreach-sessions/${row.id}`}
        empty={{
          title: words.emptyTitle,
          detail: words.emptyHint,
          action: mayCreate && <LogButton label={words.log} />,
        }}
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
            render: (row) => <SessionName row={row} locale={locale} />,
          },
          ...(units > 1
            ? [
                {
                  key: "unit",
                  label: words.fields.unitId,
                  render: (row: SessionRow) => <span className="whitespace-nowrap">{row.unitName}</span>,
                },
              ]
            : []),
          {
            key: "channel",
            label: words.fields.channel,
            render: (row) => <span className="whitespace-nowrap">{channelWords[locale][row.channel]}</span>,
          },
          {
            key: "topics",
            label: words.fields.topics,
            hideOnPhone: true,
            render: (row) => row.topics.map((topic) => labels[topic] ?? topic).join(", "),
          },
          {
            key: "amount",
            label: words.howMany,
            render: (row) => <SessionAmount amount={row} locale={locale} />,
          },
        ]}
      />
      {rows.length > 0 && (
        <Pager nextHref={nextHref} firstHref={firstHref} shown={rows.length} locale={locale} />
      )}
    </>
  );
}

/** What a session is called, where it was, and whether the reader's unit only took part. */
function SessionName({ row, locale }: { row: SessionRow; locale: Locale }) {
  return (
    <>
      {row.title ?? row.place}
      {row.title && <span className="block text-sm text-muted">{row.place}</span>}
      {row.joint && (
        <span className="ml-2 text-xs text-green">{outreachWords[locale].joint.toLowerCase()}</span>
      )}
    </>
  );
}
