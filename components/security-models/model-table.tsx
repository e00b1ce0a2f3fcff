import { DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { blockWords, modelWords } from "@/lib/security-models/messages";
import type { ModelRow } from "@/lib/security-models/queries";
import { PointSum } from "./point-sum";
import { RecognitionBadge } from "./recognition-badge";

type Props = {
  rows: ModelRow[];
  total: number;
  fieldItems: CodeItem[];
  rowHref: (row: ModelRow) => string;
  nextHref?: string;
  firstHref?: string;
  action?: React.ReactNode;
  locale: Locale;
};

export function ModelTable({ rows, total, fieldItems, rowHref, nextHref, firstHref, action, locale }: Props) {
  const words = modelWords[locale];
  const labels = codeLabels(fieldItems, locale);
  const count = (value: number) => formatNumber(value, locale);
  return (
    <>
      <DataList
        caption={words.title}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={rowHref}
        empty={{ title: words.emptyTitle, detail: words.emptyHint, action }}
        columns={[
          {
            key: "name",
            label: words.fields.name,
            primary: true,
            render: (row) => (
              <span className="inline-flex flex-wrap items-baseline gap-x-2">
                {row.name}
                <RecognitionBadge level={row.level} nationwide={row.nationwide} locale={locale} />
              </span>
            ),
          },
          {
            key: "block",
            label: words.fields.block,
            hideOnPhone: true,
            render: (row) => <span className="whitespace-nowrap">{blockWords[locale][row.block]}</span>,
          },
          {
            key: "fields",
            label: words.fields.fields,
            hideOnPhone: true,
            render: (row) => row.fields.map((field) => labels[field] ?? field).join("; "),
          },
          { key: "points", label: words.pointsColumn, numeric: true, render: (row) => count(row.points) },
          {
            key: "teams",
            label: words.teams,
            numeric: true,
            render: (row) => (
              <PointSum sum={row.teams} points={row.points} unknown={row.teamsUnknown} locale={locale} />
            ),
          },
          {
            key: "members",
            label: words.members,
            numeric: true,
            render: (row) => (
              <PointSum sum={row.members} points={row.points} unknown={row.membersUnknown} locale={locale} />
            ),
          },
          {
            key: "effective",
            label: words.effectiveOf,
            numeric: true,
            render: (row) =>
              row.rated > 0 ? (
                `${count(row.effective)}/${count(row.rated)}`
              ) : (
                <span title={words.notRated}>–</span>
              ),
          },
        ]}
      />
      {total > 0 && (
        <Pager nextHref={nextHref} firstHref={firstHref} shown={rows.length} total={total} locale={locale} />
      )}
    </>
  );
}
