import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Segments } from "@/components/ui/segments";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { blocks, principles } from "@/lib/security-models/catalog";
import { blockWords, principleWords } from "@/lib/security-models/messages";
import { columns, type Group, groups, type Measure, measures } from "@/lib/security-models/movement/catalog";
import { columnWords, measureWords, movementWords, signOf } from "@/lib/security-models/movement/messages";
import { lineOf, linesOf, type Movement } from "@/lib/security-models/movement/rules";
import { type MovementLine, MovementTable } from "./movement-table";
import { RegistryViews } from "./registry-views";

const path = "/security-models/movement";

type Props = {
  movement: Movement;
  fieldItems: CodeItem[];
  context: Context;
  view: { measure: Measure; group: Group };
  locale: Locale;
};

/** B2: the equation of the period for all four counts, then one of them told apart, then how it is counted. */
export function MovementPage(props: Props) {
  const { movement, context, locale } = props;
  const words = movementWords[locale];
  const { period } = context;
  const asOf = earlier(period.to, today());
  const models = lineOf(movement, "models");
  const points = lineOf(movement, "points");
  return (
    <>
      <PageHeader
        title={words.title}
        lead={`${periodLabel(period, locale)} · ${formatDate(period.from)}–${formatDate(period.to)}`}
      />
      <RegistryViews current="movement" keep={contextParams(context)} locale={locale} />
      <div className="space-y-12">
        {period.to > today() && <Notice>{words.running(asOf)}</Notice>}
        <Section
          title={words.equation}
          finding={words.finding(
            models.new.value + models.replicated.value,
            models.merged.value + models.removed.value,
            models.closing.value,
            points.closing.value,
          )}
        >
          <MovementTable
            caption={words.equation}
            rowLabel={words.counted}
            lines={measures.map((measure) => totalLine(measure, props))}
            asOf={asOf}
            boundary={props.context.boundary}
            large
            locale={locale}
          />
          <UnknownNote movement={movement} locale={locale} />
        </Section>
        <Breakdown {...props} asOf={asOf} />
        <Definitions locale={locale} />
      </div>
    </>
  );
}

/** The rows behind a cell, under the page's view. */
export const movementRowsHref = (context: Context, cell: Record<string, string>) =>
  href(`${path}/rows`, { ...contextParams(context), ...cell });

function totalLine(measure: Measure, { movement, context, locale }: Props): MovementLine {
  const { label, definition } = measureWords[locale][measure];
  return {
    key: measure,
    label,
    definition,
    line: lineOf(movement, measure),
    nameOf: (column) => `movement.${measure}.${column}`,
    hrefOf: (column) => movementRowsHref(context, { measure, column }),
  };
}

function Breakdown({ movement, fieldItems, context, view, asOf, locale }: Props & { asOf: string }) {
  const { measure, group } = view;
  const words = movementWords[locale];
  const labels: Record<Group, Record<string, string>> = {
    block: blockWords[locale],
    field: codeLabels(fieldItems, locale),
    principle: principleWords[locale],
  };
  const values = { block: blocks, field: fieldItems.map(({ code }) => code), principle: principles }[group];
  const to = (more: Partial<typeof view>) => href(path, { ...contextParams(context), ...view, ...more });
  const lines = linesOf(movement, measure, group, values).map(
    ({ value, line }): MovementLine => ({
      key: value,
      label: value === "none" ? words.none[group] : (labels[group][value] ?? value),
      line,
      nameOf: (column) => `movement.${measure}.${column}.${group}.${value}`,
      hrefOf: (column) => movementRowsHref(context, { measure, column, group, value }),
    }),
  );
  return (
    <Section
      title={`${measureWords[locale][measure].label} ${words.groupTitle[group].toLowerCase()}`}
      finding={words.groupNote[group]}
      actions={
        <>
          <Segments
            label={words.measure}
            segments={measures.map((key) => ({
              href: to({ measure: key }),
              label: measureWords[locale][key].label,
              current: key === measure,
            }))}
          />
          <Segments
            label={words.group}
            segments={groups.map((key) => ({
              href: to({ group: key }),
              label: words.groups[key],
              current: key === group,
            }))}
          />
        </>
      }
    >
      <MovementTable
        caption={words.groupTitle[group]}
        rowLabel={words.groups[group]}
        lines={lines}
        asOf={asOf}
        boundary={context.boundary}
        locale={locale}
      />
    </Section>
  );
}

/** How many points make the sums of teams and members lower bounds (T17). */
function UnknownNote({ movement, locale }: Pick<Props, "movement" | "locale">) {
  const unknown = Math.max(
    ...(["teams", "members"] as const).flatMap((measure) => {
      const { opening, closing } = lineOf(movement, measure);
      return [opening.unknown, closing.unknown];
    }),
  );
  if (unknown === 0) return null;
  return <p className="max-w-prose text-xs text-muted">{movementWords[locale].unknown(unknown)}</p>;
}

function Definitions({ locale }: { locale: Locale }) {
  const words = movementWords[locale];
  const entries = [
    ...columns.map((column) => {
      const { label, definition } = columnWords[locale][column];
      return { term: [signOf[column], label].filter(Boolean).join(" "), definition };
    }),
    ...measures.map((measure) => {
      const { label, definition } = measureWords[locale][measure];
      return { term: label, definition };
    }),
  ];
  return (
    <Section title={words.definitions} finding={words.kindDefinition}>
      <dl className="grid max-w-4xl gap-x-8 gap-y-2 text-sm sm:grid-cols-[9rem_minmax(0,1fr)]">
        {entries.map(({ term, definition }) => (
          <div key={term} className="contents">
            <dt className="font-medium max-sm:pt-2">{term}</dt>
            <dd className="text-muted">{definition}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-prose text-sm text-muted">{words.classDefinition}</p>
      <p className="border-t pt-3 text-xs text-muted">{words.source}</p>
    </Section>
  );
}
