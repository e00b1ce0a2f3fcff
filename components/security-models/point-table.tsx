import { DataList } from "@/components/tables/data-list";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { pointWords } from "@/lib/security-models/points/messages";
import type { PointRow } from "@/lib/security-models/points/queries";
import { PointRating, PointState, PointUnit } from "./point-state";

type Props = {
  rows: PointRow[];
  action?: React.ReactNode;
  locale: Locale;
};

/** The latest points of one model: where, since when, how they stand. */
export function PointTable({ rows, action, locale }: Props) {
  const words = pointWords[locale];
  const count = (value: number | null) =>
    value === null ? <span title={words.noData}>–</span> : formatNumber(value, locale);
  return (
    <DataList
      caption={words.title}
      locale={locale}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/security-models/points/${row.id}`}
      empty={{ title: words.emptyTitle, detail: words.emptyHint, action }}
      columns={[
        { key: "site", label: words.fields.site, primary: true, render: (row) => row.site },
        {
          key: "unit",
          label: words.fields.unitId,
          render: (row) => <PointUnit point={row} locale={locale} />,
        },
        {
          key: "status",
          label: words.fields.status,
          render: (row) => <PointState point={row} locale={locale} />,
        },
        {
          key: "startedOn",
          label: words.fields.startedOn,
          hideOnPhone: true,
          render: (row) => <span className="numeral">{row.startedOn ? formatDate(row.startedOn) : "–"}</span>,
        },
        {
          key: "grade",
          label: words.grade,
          render: (row) => <PointRating grade={row.grade} ratedOn={row.ratedOn} locale={locale} />,
        },
        { key: "teams", label: words.fields.teams, numeric: true, render: (row) => count(row.teams) },
        { key: "members", label: words.fields.members, numeric: true, render: (row) => count(row.members) },
      ]}
    />
  );
}
