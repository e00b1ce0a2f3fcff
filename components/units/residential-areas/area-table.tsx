import { DataList } from "@/components/tables/data-list";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { areaWords } from "@/lib/units/residential-areas/messages";
import type { AreaRow } from "@/lib/units/residential-areas/queries";

type Props = { rows: AreaRow[]; empty: { title: string; detail?: string }; locale: Locale };

export function AreaTable({ rows, empty, locale }: Props) {
  const words = areaWords[locale];
  const number = (value: number | null, unit: string) =>
    value === null ? (
      <span className="text-muted">{words.noData}</span>
    ) : (
      <>
        {formatNumber(value, locale)} <span className="text-muted lg:sr-only">{unit}</span>
      </>
    );
  const elsewhere = rows.some(({ origin, mergedInto }) => origin ?? mergedInto);
  return (
    <DataList
      caption={words.title}
      locale={locale}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/units/areas/${id}`}
      empty={empty}
      columns={[
        { key: "name", label: words.fields.name ?? "", primary: true, render: ({ name }) => name },
        {
          key: "validity",
          label: words.validity,
          hideOnPhone: true,
          render: ({ validFrom, validTo }) => validityText(validFrom, validTo, locale),
        },
        ...(elsewhere
          ? [
              {
                key: "origin",
                label: words.recordedHint,
                render: ({ origin, mergedInto }: AreaRow) => (
                  <>
                    {origin}
                    {mergedInto && (
                      <span className="block text-muted">{`${words.merged} ${mergedInto}`}</span>
                    )}
                  </>
                ),
              },
            ]
          : []),
        {
          key: "households",
          label: words.fields.households ?? "",
          numeric: true,
          render: ({ households }) => number(households, words.householdsUnit),
        },
        {
          key: "population",
          label: words.fields.population ?? "",
          numeric: true,
          render: ({ population }) => number(population, words.peopleUnit),
        },
      ]}
    />
  );
}

/** "từ 01/07/2025", "đến hết 30/06/2025": the days an area is there. */
export function validityText(from: string | null, to: string | null, locale: Locale): string {
  const words = areaWords[locale];
  const parts = [from ? words.from(formatDate(from)) : words.always, to && words.until(formatDate(to))];
  return parts.filter(Boolean).join(", ");
}
