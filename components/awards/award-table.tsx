import { DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import { StatusDot } from "@/components/ui/status-dot";
import { awardFormWords, awardsWords, recipientKindWords } from "@/lib/awards/messages";
import type { AwardRow } from "@/lib/awards/queries";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { AddAwardButton } from "./awards-header";

type Props = {
  rows: AwardRow[];
  total: number;
  nextHref?: string;
  firstHref?: string;
  mayCreate: boolean;
  locale: Locale;
};

export function AwardTable({ rows, total, nextHref, firstHref, mayCreate, locale }: Props) {
  const words = awardsWords[locale];
  return (
    <>
      <DataList
        caption={words.title}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/awards/${row.id}`}
        empty={{
          title: words.emptyTitle,
          detail: words.emptyHint,
          action: mayCreate && <AddAwardButton label={words.record} />,
        }}
        columns={[
          {
            key: "date",
            label: words.fields.decisionDate,
            render: (row) => (
              <span className="numeral whitespace-nowrap">{formatDate(row.decisionDate)}</span>
            ),
          },
          { key: "recipient", label: words.recipient, primary: true, render: (row) => row.recipientName },
          {
            key: "kind",
            label: words.fields.recipientKind,
            hideOnPhone: true,
            render: (row) => recipientKindWords[locale][row.recipientKind],
          },
          { key: "form", label: words.fields.form, render: (row) => <AwardForm row={row} locale={locale} /> },
          { key: "unit", label: words.fields.unitId, render: (row) => row.unitName ?? words.cityBody },
          { key: "issuer", label: words.fields.issuer, hideOnPhone: true, render: (row) => row.issuer },
          {
            key: "decision",
            label: words.fields.decisionNumber,
            hideOnPhone: true,
            render: (row) => <span className="numeral whitespace-nowrap">{row.decisionNumber}</span>,
          },
        ]}
      />
      {rows.length > 0 && (
        <Pager nextHref={nextHref} firstHref={firstHref} shown={rows.length} total={total} locale={locale} />
      )}
    </>
  );
}

/** The form, and from which day it no longer counts. */
function AwardForm({ row, locale }: { row: AwardRow; locale: Locale }) {
  return (
    <>
      {awardFormWords[locale][row.form]}
      {row.revokedOn !== null && (
        <span className="block text-xs">
          <StatusDot tone="bad">{awardsWords[locale].revokedOn(formatDate(row.revokedOn))}</StatusDot>
        </span>
      )}
    </>
  );
}
