import { DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channelWords, outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionRow } from "@/lib/outreach-sessions/queries";
import { amountText } from "./session-amount";
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
            nowrap: true,
            render: (row) => formatDate(row.heldOn),
          },
          {
            key: "place",
            label: words.fields.place,
            primary: true,
            render: (row) => sessionName(row, locale),
          },
          ...(units > 1
            ? [
                {
                  key: "unit",
                  label: words.fields.unitId,
                  nowrap: true,
                  render: (row: SessionRow) => row.unitName,
                },
              ]
            : []),
          {
            key: "channel",
            label: words.fields.channel,
            nowrap: true,
            render: (row) => channelWords[locale][row.channel],
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
            nowrap: true,
            render: (row) => amountText(row, locale),
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
function sessionName({ title, place, joint }: SessionRow, locale: Locale) {
  if (!title && !joint) return place;
  return (
    <>
      {title ?? place}
      {title && <span className="block text-sm text-muted">{place}</span>}
      {joint && <span className="ml-2 text-xs text-green">{outreachWords[locale].joint.toLowerCase()}</span>}
    </>
  );
}
