import { FilterDate, FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { TabLinks } from "@/components/ui/tabs";
import { type Day, today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { unitsWords, unitTypeWords } from "@/lib/units/messages";
import { lastFormerDay, type UnitFilter } from "@/lib/units/schema";

const path = "/units";

/** Today's units, or those before the arrangement of 2025, at one touch. */
export function UnitTabs({ asOf, locale }: { asOf?: Day; locale: Locale }) {
  const words = unitsWords[locale];
  return (
    <TabLinks
      label={words.validity}
      className="mb-5"
      tabs={[
        { label: words.inForce, href: path, current: asOf === undefined || asOf === today() },
        {
          label: words.dissolved,
          href: href(path, { asOf: lastFormerDay }),
          current: asOf === lastFormerDay,
        },
      ]}
    />
  );
}

/** The units of a day by name without accents and by type. */
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
    <div className="mb-4">
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
