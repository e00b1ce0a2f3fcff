import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { type CodeItem, codeLabels, codeOptions } from "@/lib/core/code-lists";
import { type Context, contextParams, href } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { channels } from "@/lib/outreach-sessions/catalog";
import { channelWords, outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionFilter } from "@/lib/outreach-sessions/schema";

type Props = {
  filter: Omit<SessionFilter, "context">;
  context: Context;
  topics: CodeItem[];
  path: string;
  locale: Locale;
};

export function SessionFilters({ filter, context, topics, path, locale }: Props) {
  const words = outreachWords[locale];
  const view = contextParams(context);
  const shown = { kind: filter.kind, channel: filter.channel, topic: filter.topic, q: filter.q };
  const kinds = { gathering: words.kindGathering, broadcast: words.kindBroadcast };
  const labels: Record<keyof typeof shown, string | undefined> = {
    kind: filter.kind && kinds[filter.kind],
    channel: filter.channel && channelWords[locale][filter.channel],
    topic: filter.topic && (codeLabels(topics, locale)[filter.topic] ?? filter.topic),
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
          options={codeOptions(topics, locale)}
        />
      </FilterForm>
    </div>
  );
}
