import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { type CodeItem, codeLabels, codeOptions } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { channels, languages } from "@/lib/outreach-sessions/catalog";
import { channelWords, guidanceFields, languageWords, outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionFilter } from "@/lib/outreach-sessions/schema";

type Props = {
  filter: Omit<SessionFilter, "context">;
  context: Context;
  lists: Record<"topic" | "audience", CodeItem[]>;
  /** What the point and the model are called that the list is narrowed to. */
  linked: { point?: string; model?: string };
  path: string;
  locale: Locale;
};

export function SessionFilters({ filter, context, lists, linked, path, locale }: Props) {
  const words = outreachWords[locale];
  const view = contextParams(context);
  const { cursor: _, ...shown } = filter;
  const kinds = { gathering: words.kindGathering, broadcast: words.kindBroadcast, joint: words.kindJoint };
  const topics = codeLabels(lists.topic, locale);
  const audiences = codeLabels(lists.audience, locale);
  const labels: Record<keyof Required<typeof shown>, string | undefined> = {
    kind: filter.kind && kinds[filter.kind],
    channel: filter.channel && channelWords[locale][filter.channel],
    topic: filter.topic && (topics[filter.topic] ?? filter.topic),
    audience: filter.audience && (audiences[filter.audience] ?? filter.audience),
    language: filter.language && languageWords[locale][filter.language],
    guided: filter.guided && words.fields[guidanceFields[filter.guided]],
    point: filter.point && (linked.point ?? words.fields.pointIds),
    model: filter.model && (linked.model ?? words.fields.pointIds),
    q: filter.q && `“${filter.q}”`,
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
          name="kind"
          label={words.kind}
          value={filter.kind}
          all={words.all}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <FilterSelect
          name="channel"
          label={words.fields.channel}
          value={filter.channel}
          all={words.all}
          options={channels.map((value) => ({ value, label: channelWords[locale][value] }))}
        />
        <FilterSelect
          name="topic"
          label={words.fields.topics}
          value={filter.topic}
          all={words.all}
          options={codeOptions(lists.topic, locale)}
        />
        <FilterSelect
          name="audience"
          label={words.fields.audiences}
          value={filter.audience}
          all={words.all}
          options={codeOptions(lists.audience, locale)}
        />
        <FilterSelect
          name="language"
          label={words.fields.languages}
          value={filter.language}
          all={words.all}
          options={languages.map((value) => ({ value, label: languageWords[locale][value] }))}
        />
        {filter.guided && <input type="hidden" name="guided" value={filter.guided} readOnly />}
        {filter.point && <input type="hidden" name="point" value={filter.point} readOnly />}
        {filter.model && <input type="hidden" name="model" value={filter.model} readOnly />}
      </FilterForm>
    </div>
  );
}
