import { CommandForm } from "@/components/forms/command-form";
import { FilterSelect } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { NumberField } from "@/components/forms/number-field";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { setStaleMonths } from "@/lib/security-models/radar/actions";
import { suggestions } from "@/lib/security-models/radar/catalog";
import { radarWords, ruleWords, suggestionWords } from "@/lib/security-models/radar/messages";
import type { listStale } from "@/lib/security-models/radar/queries";
import type { RadarChoice } from "@/lib/security-models/radar/schema";
import { RadarFigures } from "./radar-figures";
import { RadarTable } from "./radar-table";
import { RegistryViews } from "./registry-views";

const radarPath = "/security-models/radar";

type Props = {
  found: Omit<Awaited<ReturnType<typeof listStale>>, "unitOptions">;
  context: Context;
  choice: RadarChoice;
  saved: boolean;
  locale: Locale;
};

/** Points that gave no sign of life: how many, which, what is suggested and what that rests on. */
export function RadarPage({ found, context, choice, saved, locale }: Props) {
  const words = radarWords[locale];
  const { months, may } = found;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead(months)} />
      <RegistryViews current="radar" keep={contextParams(context)} locale={locale} />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <RadarFigures {...{ found, context, choice, locale }} />
      <RadarFilters {...{ found, context, choice, locale }} />
      <RadarTable {...{ found, context, choice, locale }} />
      <div className="space-y-6 pt-10">
        <RuleList months={months} locale={locale} />
        {may.configure && (
          <Disclosure summary={words.configure}>
            <CommandForm
              action={setStaleMonths}
              title={words.title}
              submitLabel={words.save}
              labels={words.fields}
              bar="plain"
              locale={locale}
              className="space-y-4"
            >
              <NumberField
                name="months"
                label={words.fields.months}
                hint={words.monthsHint}
                unit={words.monthUnit}
                defaultValue={String(months)}
                locale={locale}
              />
            </CommandForm>
          </Disclosure>
        )}
      </div>
    </>
  );
}

function RadarFilters({ found, context, choice, locale }: Omit<Props, "saved">) {
  const words = radarWords[locale];
  const view = contextParams(context);
  const { page: _, ...chosen } = choice;
  const labels = {
    model: choice.model && found.models.find(({ id }) => id === choice.model)?.name,
    suggestion: choice.suggestion && suggestionWords[locale][choice.suggestion],
  };
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: href(radarPath, { ...view, ...chosen, [name]: undefined }) }] : [],
  );
  return (
    <div className="mb-4">
      <FilterForm
        action={radarPath}
        locale={locale}
        hidden={view}
        clearHref={chips.length > 0 ? href(radarPath, view) : undefined}
        chips={chips}
      >
        <FilterSelect
          name="model"
          label={words.model}
          value={choice.model}
          all={words.all}
          options={found.models.map(({ id, name, points }) => ({
            value: id,
            label: `${name} (${formatNumber(points, locale)})`,
          }))}
        />
        <FilterSelect
          name="suggestion"
          label={words.suggestion}
          value={choice.suggestion}
          all={words.all}
          options={suggestions.map((value) => ({ value, label: suggestionWords[locale][value] }))}
        />
      </FilterForm>
    </div>
  );
}

/** The rule behind the suggestions, line by line as it is tried. */
function RuleList({ months, locale }: { months: number; locale: Locale }) {
  const words = radarWords[locale];
  return (
    <Section title={words.rules} finding={words.rulesLead}>
      <ol className="max-w-prose list-decimal space-y-1 pl-5 text-sm">
        {ruleWords[locale](months).map(([when, then]) => (
          <li key={when}>
            {when}: <span className="font-medium">{suggestionWords[locale][then].toLowerCase()}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
