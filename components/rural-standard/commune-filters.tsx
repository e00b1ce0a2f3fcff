import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import type { Context } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { levelFilterWords, ruralWords } from "@/lib/rural-standard/messages";
import { type CommuneFilter, levelFilters } from "@/lib/rural-standard/schema";

type Props = {
  filter: Omit<CommuneFilter, "context">;
  context: Context;
  /** Parameters that are no filters: the ladder's view. */
  keep: Record<string, string | undefined>;
  provinces: { code: string; name: string }[];
  /** The district the list is narrowed to, by its name. */
  districts: { code: string; name: string }[];
  path: string;
  locale: Locale;
};

export function CommuneFilters({ filter, context, keep, provinces, districts, path, locale }: Props) {
  const words = ruralWords[locale];
  const levels = levelFilterWords[locale];
  const { q, level, province, district } = filter;
  const view = contextParams(context, { ...keep, base: filter.base });
  const shown = { q, level, province, district };
  const labels: Record<keyof typeof shown, string | undefined> = {
    q: q && `“${q}”`,
    level: level && levels[level],
    province: province && (provinces.find(({ code }) => code === province)?.name ?? province),
    district: district && (districts.find(({ code }) => code === district)?.name ?? district),
  };
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: `${href(path, { ...view, ...shown, [name]: undefined })}#communes` }] : [],
  );
  return (
    <FilterForm
      action={path}
      locale={locale}
      hidden={{ ...view, district }}
      clearHref={chips.length > 0 ? `${href(path, view)}#communes` : undefined}
      chips={chips}
    >
      <FilterText name="q" label={words.search} value={q} />
      <FilterSelect
        name="level"
        label={words.level}
        value={level}
        all={words.allLevels}
        options={levelFilters.map((value) => ({ value, label: levels[value] }))}
      />
      <FilterSelect
        name="province"
        label={words.province}
        value={province}
        all={words.allProvinces}
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </FilterForm>
  );
}
