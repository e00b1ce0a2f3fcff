import { FilterSelect } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { Table, Td, Th } from "@/components/ui/table";
import { codeLabels, codeOptions } from "@/lib/core/code-labels";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import type { FieldGap, LackingUnit, listGaps } from "@/lib/security-models/replication/gaps/queries";
import { replicationWords } from "@/lib/security-models/replication/messages";
import type { GapChoice } from "@/lib/security-models/replication/schema";
import { ProposeLink } from "./replication-propose";

type Found = Extract<Awaited<ReturnType<typeof listGaps>>, { view: "units" }>;
type Props = {
  found: Found;
  choice: GapChoice;
  context: Context;
  path: string;
  own: boolean;
  locale: Locale;
};

/** The units without a model in a field, each with a proposal one click away; beside them how every field stands. */
export function UnitsWithoutModel({ found, choice, context, path, own, locale }: Props) {
  const words = replicationWords[locale];
  const { field, lacking, candidates, candidate, fieldItems, may } = found;
  const label = codeLabels(fieldItems, locale)[field] ?? field;
  const view = contextParams(context);
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <Section
        title={words.unitsTitle(label)}
        finding={
          own
            ? lacking.length > 0
              ? words.ownUnitLacks
              : words.ownUnitHas
            : words.unitsFinding(lacking.length, found.units.length)
        }
      >
        <FilterForm action={path} locale={locale} hidden={{ ...view, view: "units" }} chips={[]}>
          <FilterSelect
            name="field"
            label={words.field}
            value={field}
            all={words.chooseField}
            options={codeOptions(fieldItems, locale)}
          />
          {candidates.length > 0 && (
            <FilterSelect
              name="model"
              label={words.candidate}
              value={choice.model ? candidate?.id : undefined}
              all={words.chooseCandidate}
              options={candidates.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FilterForm>
        {candidate === undefined ? (
          <Notice title={words.noCandidate} />
        ) : (
          <p className="text-sm">
            {words.candidate}:{" "}
            <TextLink href={href(`/security-models/${candidate.id}`, view)}>{candidate.name}</TextLink>
            <span className="block text-muted">
              {words.original}: {candidate.site}, {candidate.unitName}
            </span>
          </p>
        )}
        <DataList<LackingUnit>
          caption={words.unitsTitle(label)}
          locale={locale}
          rows={lacking}
          rowKey={({ code }) => code}
          empty={{ title: own ? words.ownUnitHas : words.allHave, detail: words.allHaveHint }}
          columns={[
            { key: "unit", label: words.unit, primary: true, render: ({ fullName }) => fullName },
            {
              key: "standing",
              label: words.standing,
              render: ({ waiting }) =>
                waiting ? (
                  <StatusDot tone="info">
                    <TextLink href={`/security-models/points/${waiting.id}`}>
                      {words.proposed}: {waiting.modelName}
                    </TextLink>
                  </StatusDot>
                ) : (
                  <StatusDot tone="muted">{words.none}</StatusDot>
                ),
            },
            {
              key: "propose",
              label: words.propose,
              render: ({ code, fullName }) =>
                may.propose && candidate ? (
                  <ProposeLink
                    model={candidate}
                    unitCode={code}
                    label={words.proposeIn(fullName)}
                    locale={locale}
                  />
                ) : (
                  <TextLink href={href("/security-models", { ...view, unit: code })}>
                    {words.seePoints}
                  </TextLink>
                ),
            },
          ]}
        />
      </Section>
      <FieldGaps
        gaps={found.gaps}
        current={field}
        labels={codeLabels(fieldItems, locale)}
        hrefOf={(code) => href(path, { ...view, view: "units", field: code })}
        locale={locale}
      />
    </div>
  );
}

type FieldGapsProps = {
  gaps: readonly FieldGap[];
  current: string;
  labels: Record<string, string>;
  hrefOf: (code: string) => string;
  locale: Locale;
};

function FieldGaps({ gaps, current, labels, hrefOf, locale }: FieldGapsProps) {
  const words = replicationWords[locale];
  return (
    <Section title={words.fieldsTitle}>
      <Table>
        <caption className="sr-only">{words.fieldsHint}</caption>
        <thead>
          <tr>
            <Th>{words.field}</Th>
            <Th numeric>{words.lackingUnits}</Th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ code, lacking }) => (
            <tr key={code} className="relative hover:bg-green-soft">
              <Td className="h-11 py-1.5 align-middle lg:h-auto">
                <TextLink
                  href={hrefOf(code)}
                  aria-current={code === current ? "true" : undefined}
                  className={`after:absolute after:inset-0 ${code === current ? "font-semibold text-ink" : "text-ink"}`}
                >
                  {labels[code] ?? code}
                </TextLink>
              </Td>
              <Td numeric className="py-1.5 align-middle">
                {formatNumber(lacking, locale)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
