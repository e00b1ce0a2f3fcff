import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { TabLinks } from "@/components/ui/tabs";
import { href } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { unitsWords, unitTypeWords } from "@/lib/units/messages";
import type { UnitFilter } from "@/lib/units/schema";

const path = "/units";

/** Today's units or those before the merger, by name without accents and by type. */
export function UnitFilters({ filter, locale }: { filter: UnitFilter; locale: Locale }) {
  const words = unitsWords[locale];
  const types = unitTypeWords[locale];
  const kept = { state: filter.state === "former" ? filter.state : undefined };
  const chips = [
    ...(filter.q ? [{ label: `“${filter.q}”`, removeHref: href(path, { ...kept, type: filter.type }) }] : []),
    ...(filter.type ? [{ label: types[filter.type], removeHref: href(path, { ...kept, q: filter.q }) }] : []),
  ];
  return (
    <div className="mb-4 space-y-4">
      <TabLinks
        label={words.validity}
        tabs={[
          { label: words.inForce, href: path, current: filter.state === "current" },
          {
            label: words.dissolved,
            href: href(path, { state: "former" }),
            current: filter.state === "former",
          },
        ]}
      />
      <FilterForm
        action={path}
        locale={locale}
        hidden={kept}
        chips={chips}
        clearHref={chips.length > 0 ? href(path, kept) : undefined}
      >
        <FilterText name="q" label={words.search} value={filter.q} />
        <FilterSelect
          name="type"
          label={words.type}
          value={filter.type}
          all={words.all}
          options={Object.entries(types).map(([value, label]) => ({ value, label }))}
        />
      </FilterForm>
    </div>
  );
}
