import { DataList } from "@/components/tables/data-list";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { unitsWords, unitTypeWords } from "@/lib/units/messages";
import type { UnitRow } from "@/lib/units/queries";
import { unitRef } from "@/lib/units/rules";

export function UnitTable({ rows, locale }: { rows: UnitRow[]; locale: Locale }) {
  const words = unitsWords[locale];
  const number = (value: number | null) => (value === null ? words.noData : formatNumber(value, locale));
  const former = rows[0]?.validTo !== null && rows.length > 0;
  return (
    <DataList
      caption={words.title}
      locale={locale}
      rows={rows}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => `/units/${unitRef(row)}`}
      empty={{ title: words.emptyTitle, detail: words.emptyHint }}
      columns={[
        { key: "name", label: words.name, primary: true, render: (row) => row.fullName },
        { key: "code", label: words.code, render: (row) => <span className="numeral">{row.code}</span> },
        {
          key: "type",
          label: words.type,
          hideOnPhone: true,
          render: (row) => unitTypeWords[locale][row.type],
        },
        ...(former
          ? [
              { key: "district", label: words.district, render: (row: UnitRow) => row.district },
              { key: "now", label: words.successors, render: (row: UnitRow) => row.currentName },
            ]
          : [
              {
                key: "area",
                label: `${words.area} (km²)`,
                numeric: true,
                hideOnPhone: true,
                render: (row: UnitRow) => number(row.areaKm2),
              },
              {
                key: "population",
                label: words.population,
                numeric: true,
                render: (row: UnitRow) => number(row.population),
              },
              {
                key: "from",
                label: words.predecessors,
                numeric: true,
                hideOnPhone: true,
                render: (row: UnitRow) => formatNumber(row.predecessorCount, locale),
              },
            ]),
      ]}
    />
  );
}
