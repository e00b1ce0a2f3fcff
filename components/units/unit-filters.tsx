import { FilterDate, FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { TabLinks } from "@/components/ui/tabs";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { unitsWords, unitTypeWords } from "@/lib/units/messages";
import { lastFormerDay, type UnitFilter } from "@/lib/units/schema";

const path = "/units";

/** The units of a day, today's or those before the arrangement of 2025 at one touch, by name without accents and by type. */
export function UnitFilters({ filter, locale }: { filter: UnitFilter; locale: Locale }) {
  const words = unitsWords[locale];
  const types = unitTypeWords[locale];
  const { q, type, asOf } = filter;
  const other = asOf !== undefined && asOf !== lastFormerDay && asOf !== today();
  const chips = [
    ...(q ? [{ label: `“${q}”`, removeHref: href(path, { asOf, type }) }] : []),
    ...(type ? [{ label: types[type], removeHref: href(path, { asOf, q }) }] : []),
    ...(other ? [{ label: `${words.day} ${formatDate(asOf)}`, removeHref: href(path, { q, type }) }] : []),
  ];
  return (
    <div className="mb-4 space-y-4">
      <TabLinks
        label={words.validity}
        tabs={[
          { label: words.inForce, href: path, current: asOf === undefined || asOf === today() },
          {
            label: words.dissolved,
            href: href(path, { asOf: lastFormerDay }),
            current: asOf === lastFormerDay,
          },
        ]}
      />
      <FilterForm
        action={path}
        locale={locale}
        chips={chips}
        clearHref={chips.length > 0 ? href(path, { asOf: other ? undefined : asOf }) : undefined}
      >
        <FilterText name="q" label={words.search} value={q} />
        <FilterSelect
          name="type"
          label={words.type}
          value={type}
          all={words.all}
          options={Object.entries(types).map(([value, label]) => ({ value, label }))}
        />
        <FilterDate name="asOf" label={words.day} value={asOf} />
      </FilterForm>
    </div>
  );
}
