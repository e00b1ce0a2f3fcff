import { FilterDate, FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { Disclosure } from "@/components/ui/disclosure";
import { type CodeItem, codeOptions } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { blocks, principles, recognitionLevels } from "@/lib/security-models/catalog";
import { blockWords, modelWords, principleWords, recognitionWords } from "@/lib/security-models/messages";
import { origins, runningStatuses, waitingStatuses } from "@/lib/security-models/points/catalog";
import { defaultSort, type ListColumn, notRated, sorts } from "@/lib/security-models/points/list/catalog";
import { filterLabels, listWords, orderLabel } from "@/lib/security-models/points/list/messages";
import type { IndicatorOption } from "@/lib/security-models/points/list/queries";
import { pointParams } from "@/lib/security-models/points/list/rules";
import type { PointChoice } from "@/lib/security-models/points/list/schema";
import { originWords, pointWords, statusWords } from "@/lib/security-models/points/messages";

type Props = {
  choice: PointChoice;
  columns: readonly ListColumn[];
  context: Context;
  lists: Record<"field" | "force" | "site" | "grade", CodeItem[]>;
  indicators: IndicatorOption[];
  modelName?: string;
  /** What was asked for and cannot be found by. */
  notes: readonly string[];
  path: string;
  locale: Locale;
};

/** What the list can be narrowed to: the usual in sight, the rest on wish; what is in force as chips. */
export function PointsListFilters(props: Props) {
  const { choice, columns, context, path, locale } = props;
  const words = listWords[locale];
  const view = contextParams(context);
  const { cols } = pointParams(choice, columns);
  const chips = chipsOf(props);
  return (
    <div className="mb-4">
      <FilterForm
        action={path}
        locale={locale}
        hidden={{ ...view, cols, model: choice.model }}
        clearHref={chips.length > 0 ? href(path, { ...view, cols, sort: choice.sort }) : undefined}
        chips={chips}
        notes={props.notes}
      >
        <FilterText name="q" label={words.search} value={choice.q} />
        <MainFilters {...props} />
        <Disclosure
          summary={words.moreFilters}
          open={rare.some((name) => choice[name] !== undefined)}
          className="lg:open:basis-full"
        >
          <div className="flex flex-col gap-4 lg:flex-row lg:flex-wrap lg:items-end lg:gap-3">
            <MoreFilters {...props} />
          </div>
        </Disclosure>
        {/* On a desk the headings order the list. */}
        <div className="lg:hidden">
          <FilterSelect
            name="sort"
            label={words.sort}
            value={choice.sort}
            all={words.usualOrder}
            options={sorts
              .filter((value) => value !== defaultSort)
              .map((value) => option(value, orderLabel(value, locale)))}
          />
        </div>
      </FilterForm>
    </div>
  );
}

const rare = [
  ...(["block", "principle", "force", "level", "site", "origin"] as const),
  ...(["indicator", "least", "most", "startedFrom", "startedTo"] as const),
];

const option = (value: string, label: string) => ({ value, label });
const named = <V extends string>(values: readonly V[], names: Record<V, string>) =>
  values.map((value) => option(value, names[value]));

function MainFilters({ choice, lists, locale }: Props) {
  const words = listWords[locale];
  const { fields } = modelWords[locale];
  const states = [...waitingStatuses, ...runningStatuses].map((value) => ({
    ...option(value, statusWords[locale][value]),
    group: words.stateLabel,
  }));
  const groups = (["waiting", "ended", "all"] as const).map((value) => option(value, words.groups[value]));
  return (
    <>
      <FilterSelect
        name="status"
        label={words.status}
        value={choice.status === "in-force" ? undefined : choice.status}
        all={words.groups["in-force"]}
        options={[...groups, ...states]}
      />
      <FilterSelect
        name="field"
        label={fields.fields}
        value={choice.field}
        all={words.all}
        options={codeOptions(lists.field, locale)}
      />
      <FilterSelect
        name="grade"
        label={words.grade}
        value={choice.grade}
        all={words.all}
        options={[...codeOptions(lists.grade, locale), option(notRated, words.notRated)]}
      />
    </>
  );
}

function MoreFilters({ choice, lists, indicators, locale }: Props) {
  const words = listWords[locale];
  const { fields } = modelWords[locale];
  const point = pointWords[locale].fields;
  return (
    <>
      <FilterSelect
        name="block"
        label={fields.block}
        value={choice.block}
        all={words.all}
        options={named(blocks, blockWords[locale])}
      />
      <FilterSelect
        name="principle"
        label={fields.principles}
        value={choice.principle}
        all={words.all}
        options={named(principles, principleWords[locale])}
      />
      <FilterSelect
        name="force"
        label={fields.coreForce}
        value={choice.force}
        all={words.all}
        options={codeOptions(lists.force, locale)}
      />
      <FilterSelect
        name="level"
        label={words.level}
        value={choice.level}
        all={words.all}
        options={named(recognitionLevels, recognitionWords[locale])}
      />
      <FilterSelect
        name="site"
        label={point.siteKind}
        value={choice.site}
        all={words.all}
        options={codeOptions(lists.site, locale)}
      />
      <FilterSelect
        name="origin"
        label={point.origin}
        value={choice.origin}
        all={words.all}
        options={named(origins, originWords[locale])}
      />
      <FilterDate name="startedFrom" label={words.startedFrom} value={choice.startedFrom} />
      <FilterDate name="startedTo" label={words.startedTo} value={choice.startedTo} />
      {indicators.length > 0 && (
        <>
          <FilterSelect
            name="indicator"
            label={words.indicator}
            value={choice.indicator}
            all={words.anyIndicator}
            options={indicators.map(({ id, name, modelName }) => ({ ...option(id, name), group: modelName }))}
          />
          <FilterText name="least" label={words.least} value={typed(choice.least)} />
          <FilterText name="most" label={words.most} value={typed(choice.most)} />
        </>
      )}
    </>
  );
}

const typed = (value: number | undefined) =>
  value === undefined ? undefined : String(value).replace(".", ",");

/** What narrows the list, each with the address without it. */
function chipsOf({ choice, columns, context, path, locale, ...offered }: Props) {
  const params = { ...contextParams(context), ...pointParams(choice, columns) };
  return filterLabels(choice, offered, locale).map(({ names, label }) => ({
    label,
    removeHref: href(path, { ...params, ...Object.fromEntries(names.map((name) => [name, undefined])) }),
  }));
}
