import { DefinitionList } from "@/components/tables/definition-list";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { blockWords, modelWords, principleWords } from "@/lib/security-models/messages";
import type { PointState } from "@/lib/security-models/points/queries";
import type { ModelRecord } from "@/lib/security-models/queries";
import { RecognitionBadge } from "./recognition-badge";

/** What a model is, in one line: its standing, its block, its fields. */
export function ModelLead({
  model,
  counts,
  fieldItems,
  locale,
}: {
  model: ModelRecord;
  counts: Record<PointState, number>;
  fieldItems: CodeItem[];
  locale: Locale;
}) {
  const words = modelWords[locale];
  const labels = codeLabels(fieldItems, locale);
  const standing = counts["in-force"] > 0 ? "in-force" : counts.ended > 0 ? "ended" : "none";
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span title={words.standingRule}>
        <StatusDot tone={standing === "in-force" ? "good" : "muted"}>{words.standing[standing]}</StatusDot>
      </span>
      <span>
        {blockWords[locale][model.block]} · {model.fields.map((field) => labels[field] ?? field).join("; ")}
      </span>
      {model.nationwide && <Badge tone="good">{words.nationwide}</Badge>}
    </span>
  );
}

type Labels = Record<string, string>;
type FactsProps = {
  model: ModelRecord;
  fieldItems: CodeItem[];
  forceItems: CodeItem[];
  directiveItems: CodeItem[];
  locale: Locale;
};

export function ModelFacts({ model, fieldItems, forceItems, directiveItems, locale }: FactsProps) {
  const words = modelWords[locale];
  const { fields } = words;
  const [fieldLabels, forceLabels, directiveLabels] = [fieldItems, forceItems, directiveItems].map((items) =>
    codeLabels(items, locale),
  ) as [Labels, Labels, Labels];
  return (
    <DefinitionList
      locale={locale}
      items={[
        { term: fields.aliases, detail: model.aliases.length > 0 ? <Lines lines={model.aliases} /> : null },
        {
          term: fields.description,
          detail: model.description && <span className="whitespace-pre-line">{model.description}</span>,
        },
        { term: fields.block, detail: blockWords[locale][model.block] },
        { term: fields.fields, detail: model.fields.map((field) => fieldLabels[field] ?? field).join("; ") },
        {
          term: fields.principles,
          detail: sentence(model.principles.map((principle) => principleWords[locale][principle])),
        },
        { term: fields.coreForce, detail: forceLabels[model.coreForce] ?? model.coreForce },
        { term: fields.massMobilization, detail: words.yesNo[model.massMobilization ? "yes" : "no"] },
        { term: fields.level, detail: model.level && <RecognitionBadge {...model} locale={locale} /> },
        {
          term: fields.directives,
          detail:
            model.directives.length > 0 ? (
              <Lines lines={model.directives.map((code) => directiveLabels[code] ?? code)} />
            ) : null,
        },
        { term: words.changed, detail: formatTime(model.updatedAt) },
      ]}
    />
  );
}

const Lines = ({ lines }: { lines: string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** "Tự phòng, tự quản": one capital, at the start. */
const sentence = ([first = "", ...rest]: string[]) =>
  [first, ...rest.map((word) => word.toLowerCase())].join(", ");
