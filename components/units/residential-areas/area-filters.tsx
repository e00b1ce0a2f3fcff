import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import type { Context } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { areaWords } from "@/lib/units/residential-areas/messages";
import type { AreaFilter } from "@/lib/units/residential-areas/schema";

type Props = { filter: AreaFilter; context: Context; path: string; locale: Locale };

/** Areas by name without accents; ended ones when asked for. */
export function AreaFilters({ filter, context, path, locale }: Props) {
  const words = areaWords[locale];
  const view = { boundary: context.boundary, asOf: context.asOf };
  const state = filter.state === "current" ? undefined : filter.state;
  const chips = [
    ...(filter.q ? [{ label: `“${filter.q}”`, removeHref: href(path, { ...view, state }) }] : []),
    ...(state ? [{ label: words.states[state], removeHref: href(path, { ...view, q: filter.q }) }] : []),
  ];
  return (
    <div className="mb-4">
      <FilterForm
        action={path}
        locale={locale}
        hidden={view}
        chips={chips}
        clearHref={chips.length > 0 ? href(path, view) : undefined}
      >
        <FilterText name="q" label={words.search} value={filter.q} />
        <FilterSelect
          name="state"
          label={words.state}
          value={state}
          all={words.states.current}
          options={(["ended", "all"] as const).map((value) => ({ value, label: words.states[value] }))}
        />
      </FilterForm>
    </div>
  );
}
