import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { type CodeItem, codeLabels, codeOptions } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { blocks, principles, recognitionLevels } from "@/lib/security-models/catalog";
import { blockWords, modelWords, principleWords, recognitionWords } from "@/lib/security-models/messages";
import { listWords } from "@/lib/security-models/points/list/messages";
import { type ModelChoice, modelStates } from "@/lib/security-models/schema";

type Props = {
  choice: ModelChoice;
  context: Context;
  fieldItems: CodeItem[];
  forceItems: CodeItem[];
  /** Filters that name no code of their list. */
  ignored: readonly ("field" | "force")[];
  path: string;
  locale: Locale;
};

export function ModelFilters({ choice, context, fieldItems, forceItems, ignored, path, locale }: Props) {
  const words = modelWords[locale];
  const { fields } = words;
  const view = contextParams(context);
  const state = choice.state ?? "in-force";
  const chosen = { ...choice, page: undefined };
  const labels = {
    q: choice.q && `“${choice.q}”`,
    block: choice.block && blockWords[locale][choice.block],
    field: choice.field && (codeLabels(fieldItems, locale)[choice.field] ?? choice.field),
    principle: choice.principle && principleWords[locale][choice.principle],
    force: choice.force && (codeLabels(forceItems, locale)[choice.force] ?? choice.force),
    level: choice.level && recognitionWords[locale][choice.level],
    state: state !== "in-force" && `${words.state}: ${words.states[state].toLowerCase()}`,
  };
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: href(path, { ...view, ...chosen, [name]: undefined }) }] : [],
  );
  const options = <V extends string>(values: readonly V[], names: Record<V, string>) =>
    values.map((value) => ({ value, label: names[value] }));
  return (
    <div className="mb-4">
      <FilterForm
        action={path}
        locale={locale}
        hidden={view}
        clearHref={chips.length > 0 ? href(path, view) : undefined}
        chips={chips}
        notes={ignored.map((name) =>
          listWords[locale].notes.unknown(name === "field" ? fields.fields : fields.coreForce),
        )}
      >
        <FilterText name="q" label={words.search} value={choice.q} />
        <FilterSelect
          name="block"
          label={fields.block}
          value={choice.block}
          all={words.all}
          options={options(blocks, blockWords[locale])}
        />
        <FilterSelect
          name="field"
          label={fields.fields}
          value={choice.field}
          all={words.all}
          options={codeOptions(fieldItems, locale)}
        />
        <FilterSelect
          name="principle"
          label={fields.principles}
          value={choice.principle}
          all={words.all}
          options={options(principles, principleWords[locale])}
        />
        <FilterSelect
          name="force"
          label={fields.coreForce}
          value={choice.force}
          all={words.all}
          options={codeOptions(forceItems, locale)}
        />
        <FilterSelect
          name="level"
          label={fields.level}
          value={choice.level}
          all={words.all}
          options={options(recognitionLevels, recognitionWords[locale])}
        />
        <FilterSelect
          name="state"
          label={words.state}
          value={choice.state === "in-force" ? undefined : choice.state}
          all={words.states["in-force"]}
          options={options(modelStates.slice(1), words.states)}
        />
      </FilterForm>
    </div>
  );
}
