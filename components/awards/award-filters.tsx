import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { commonFirst, recipientKinds } from "@/lib/awards/catalog";
import { awardFormWords, awardStateWords, awardsWords, recipientKindWords } from "@/lib/awards/messages";
import type { AwardFilter } from "@/lib/awards/schema";
import type { Context } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import type { ModelOption } from "@/lib/security-models/points/queries";

type Props = {
  filter: Omit<AwardFilter, "context">;
  context: Context;
  /** Models that awards name. */
  models: ModelOption[];
  path: string;
  locale: Locale;
};

export function AwardFilters({ filter, context, models, path, locale }: Props) {
  const words = awardsWords[locale];
  const [forms, kinds, states] = [
    awardFormWords[locale],
    recipientKindWords[locale],
    awardStateWords[locale],
  ];
  const view = contextParams(context);
  const { after: _, ...shown } = filter;
  const labels: Record<string, string | undefined> = {
    q: filter.q && `“${filter.q}”`,
    form: filter.form && forms[filter.form],
    recipientKind: filter.recipientKind && kinds[filter.recipientKind],
    model: filter.model && (models.find(({ id }) => id === filter.model)?.name ?? words.fields.modelId),
    state:
      filter.state && filter.state !== "in_force"
        ? `${words.state}: ${states[filter.state].toLowerCase()}`
        : undefined,
  };
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: href(path, { ...view, ...shown, [name]: undefined }) }] : [],
  );
  return (
    <div className="mb-4">
      <FilterForm
        action={path}
        locale={locale}
        hidden={view}
        clearHref={chips.length > 0 ? href(path, view) : undefined}
        chips={chips}
      >
        <FilterText name="q" label={words.search} value={filter.q} />
        <FilterSelect
          name="form"
          label={words.fields.form}
          value={filter.form}
          all={words.allForms}
          options={commonFirst.map((value) => ({ value, label: forms[value] }))}
        />
        <FilterSelect
          name="recipientKind"
          label={words.fields.recipientKind}
          value={filter.recipientKind}
          all={words.allRecipients}
          options={recipientKinds.map((value) => ({ value, label: kinds[value] }))}
        />
        <FilterSelect
          name="model"
          label={words.fields.modelId}
          value={filter.model}
          all={words.allModels}
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterSelect
          name="state"
          label={words.state}
          value={filter.state === "in_force" ? undefined : filter.state}
          all={states.in_force}
          options={(["revoked", "all"] as const).map((value) => ({ value, label: states[value] }))}
        />
      </FilterForm>
    </div>
  );
}
