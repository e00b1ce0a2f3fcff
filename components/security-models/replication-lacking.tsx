import { FilterSelect } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { codeLabels } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { recognitionWords } from "@/lib/security-models/messages";
import type { LackingModel, listGaps, UnitGap } from "@/lib/security-models/replication/gaps/queries";
import { replicationWords } from "@/lib/security-models/replication/messages";
import { type GapChoice, gapLevels } from "@/lib/security-models/replication/schema";
import { RecognitionBadge } from "./recognition-badge";
import { ProposeLink } from "./replication-propose";

type Found = Extract<Awaited<ReturnType<typeof listGaps>>, { view: "models" }>;
type Props = { found: Found; choice: GapChoice; context: Context; path: string; locale: Locale };

/** The recognised models a unit has not, each with a proposal one click away; without a unit, how many each one lacks. */
export function ModelsNotYetThere({ found, choice, context, path, locale }: Props) {
  const words = replicationWords[locale];
  const { unit, models, candidates, perUnit } = found;
  const view = contextParams(context);
  return (
    <Section
      title={unit ? words.modelsTitle(unit.fullName) : words.perUnitTitle}
      finding={
        unit ? words.modelsFinding(models.length, candidates.length) : words.perUnitFinding(candidates.length)
      }
    >
      <FilterForm action={path} locale={locale} hidden={{ ...view, view: "models" }} chips={[]}>
        <FilterSelect
          name="level"
          label={words.level}
          value={choice.level}
          all={words.bothLevels}
          options={gapLevels.map((value) => ({ value, label: recognitionWords[locale][value] }))}
        />
      </FilterForm>
      {candidates.length === 0 ? (
        <EmptyState title={words.noModels} detail={words.noModelsHint} />
      ) : unit ? (
        <ModelRows
          {...{ found, unitCode: unit.code, context, locale }}
          caption={words.modelsTitle(unit.fullName)}
        />
      ) : (
        <DataList<UnitGap>
          caption={words.perUnitTitle}
          locale={locale}
          rows={perUnit}
          rowKey={({ code }) => code}
          rowHref={({ code }) => href(path, { ...view, ...choice, view: "models", unit: code })}
          empty={{ title: words.noModels }}
          columns={[
            { key: "unit", label: words.unit, primary: true, render: ({ fullName }) => fullName },
            {
              key: "lacking",
              label: words.lackingModels,
              numeric: true,
              render: ({ lacking }) => formatNumber(lacking, locale),
            },
          ]}
        />
      )}
    </Section>
  );
}

type RowsProps = { found: Found; unitCode: string; context: Context; caption: string; locale: Locale };

function ModelRows({ found, unitCode, context, caption, locale }: RowsProps) {
  const words = replicationWords[locale];
  const fields = codeLabels(found.fieldItems, locale);
  return (
    <DataList<LackingModel>
      caption={caption}
      locale={locale}
      rows={found.models}
      rowKey={({ id }) => id}
      empty={{ title: words.unitHasAll, detail: words.unitHasAllHint }}
      columns={[
        {
          key: "model",
          label: words.model,
          primary: true,
          render: ({ id, name }) => (
            <TextLink href={href(`/security-models/${id}/replication`, contextParams(context))}>
              {name}
            </TextLink>
          ),
        },
        {
          key: "level",
          label: words.level,
          render: (row) => <RecognitionBadge level={row.level} nationwide={row.nationwide} locale={locale} />,
        },
        {
          key: "fields",
          label: words.field,
          render: (row) => row.fields.map((field) => fields[field] ?? field).join("; "),
        },
        {
          key: "original",
          label: words.original,
          render: ({ site, unitName }) => `${site}, ${unitName}`,
        },
        {
          key: "propose",
          label: words.standing,
          render: ({ waiting, ...model }) =>
            waiting ? (
              <StatusDot tone="info">
                <TextLink href={`/security-models/points/${waiting.id}`}>{words.proposed}</TextLink>
              </StatusDot>
            ) : found.may.propose ? (
              <ProposeLink
                model={model}
                unitCode={unitCode}
                label={words.proposeModel(model.name)}
                locale={locale}
              />
            ) : (
              <StatusDot tone="muted">{words.none}</StatusDot>
            ),
        },
      ]}
    />
  );
}
