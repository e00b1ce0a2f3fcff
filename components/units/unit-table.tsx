import { figureWords } from "@/components/layout/words";
import { DataList } from "@/components/tables/data-list";
import { NumberedPager } from "@/components/tables/pager";
import { formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { pageOf } from "@/lib/core/paging";
import { unitsWords, unitTypeWords } from "@/lib/units/messages";
import type { UnitRow } from "@/lib/units/queries";
import { isDissolved, unitRef } from "@/lib/units/rules";
import type { UnitFilter } from "@/lib/units/schema";

type Props = {
  rows: UnitRow[];
  filter: UnitFilter;
  locale: Locale;
};

/** The units of a day; those that are gone by now with their district and the unit that carries them on. */
export function UnitTable({ rows, filter, locale }: Props) {
  const words = unitsWords[locale];
  const number = (value: number | null) => (value === null ? words.noData : formatNumber(value, locale));
  const gone = rows.some((row) => isDissolved(row));
  const { page: asked, ...chosen } = filter;
  const { page, shown } = pageOf(rows, asked);
  const at = (nth: number) => href("/units", { ...chosen, page: nth > 1 ? String(nth) : undefined });
  return (
    <>
      <DataList
        caption={words.title}
        locale={locale}
        rows={shown}
        rowKey={(row) => String(row.id)}
        rowHref={(row) => href(`/units/${unitRef(row)}`, { asOf: filter.asOf })}
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
          ...(gone
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
                  render: (row: UnitRow) => (
                    <span className="whitespace-nowrap">
                      {row.populationQualifier !== null && row.populationQualifier !== "exact" && (
                        <span className="text-muted">{figureWords[locale][row.populationQualifier]} </span>
                      )}
                      {number(row.population)}
                    </span>
                  ),
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
      {rows.length > shown.length && (
        <NumberedPager page={page} total={rows.length} shown={shown.length} at={at} locale={locale} />
      )}
    </>
  );
}
