import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { levels } from "@/lib/rural-standard/catalog";
import { criteriaPageWords, programmeWords } from "@/lib/rural-standard/criteria/messages";
import type { CriteriaPage, CriterionRecord, SetRecord } from "@/lib/rural-standard/criteria/queries";
import { criteriaSetLabel, levelWords } from "@/lib/rural-standard/messages";
import { CriterionForm, CriterionMenu, SetForm } from "./criteria-forms";
import { RuralTabs } from "./rural-tabs";

type Props = { found: CriteriaPage; saved: boolean; locale: Locale };

/** The sets of criteria over time; one of them in full, with what of it is not entered (T17). */
export function CriteriaView({ found, saved, locale }: Props) {
  const words = criteriaPageWords[locale];
  const { sets, chosen, criteria, used, may } = found;
  const steps = chosen.programme === "urban" ? [null] : levels;
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      <RuralTabs current="criteria" locale={locale} />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]">
        <div className="space-y-6">
          <SetList sets={sets} chosen={chosen.key} locale={locale} />
          {may.addSet && <SetForm locale={locale} />}
        </div>
        <div className="min-w-0 space-y-10">
          <SetFacts set={chosen} locale={locale} />
          {may.addSet && used && <p className="text-sm text-muted">{words.inUse}</p>}
          {criteria.length === 0 ? (
            <EmptyState title={words.noneEntered} detail={words.noneEnteredHint} />
          ) : (
            steps.map((level) => (
              <Section
                key={level}
                title={level === null ? programmeWords[locale].urban : levelWords[locale][level]}
              >
                <CriterionList
                  criteria={criteria.filter((one) => one.level === level)}
                  may={may}
                  locale={locale}
                />
              </Section>
            ))
          )}
          {may.change && <CriterionForm set={chosen} locale={locale} />}
        </div>
      </div>
    </>
  );
}

function SetList({ sets, chosen, locale }: { sets: SetRecord[]; chosen: string; locale: Locale }) {
  const words = criteriaPageWords[locale];
  return (
    <nav aria-label={words.sets}>
      {(["rural", "urban"] as const).map((programme) => (
        <div key={programme} className="pb-4">
          <h2 className="pb-1 text-xs text-muted">{programmeWords[locale][programme]}</h2>
          <ul className="border-t text-sm">
            {sets
              .filter((set) => set.programme === programme)
              .toReversed()
              .map((set) => (
                <li key={set.key} className="border-b">
                  <TextLink
                    href={href("/rural-standard/criteria", { set: set.key })}
                    aria-current={set.key === chosen ? "page" : undefined}
                    className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 no-underline aria-[current]:font-semibold aria-[current]:text-ink lg:min-h-9"
                  >
                    <span className="numeral">{criteriaSetLabel(set.key)}</span>
                    <span className="numeral text-xs font-normal text-muted">
                      {words.from(formatDate(set.from))}
                    </span>
                  </TextLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function SetFacts({ set, locale }: { set: SetRecord; locale: Locale }) {
  const words = criteriaPageWords[locale];
  const days = set.until
    ? words.between(formatDate(set.from), formatDate(set.until))
    : words.since(formatDate(set.from));
  return (
    <Section title={`${programmeWords[locale][set.programme]} ${criteriaSetLabel(set.key)}`}>
      <DefinitionList
        locale={locale}
        items={[
          { term: words.citation, detail: set.citation },
          { term: words.days, detail: days },
          ...(set.groups.length > 0
            ? [
                {
                  term: words.groups,
                  detail: (
                    <ul>
                      {set.groups.map((group) => (
                        <li key={group}>{group}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          ...(set.note === null ? [] : [{ term: words.note, detail: set.note }]),
        ]}
      />
    </Section>
  );
}

type ListProps = { criteria: CriterionRecord[]; may: CriteriaPage["may"]; locale: Locale };

function CriterionList({ criteria, may, locale }: ListProps) {
  const words = criteriaPageWords[locale];
  if (criteria.length === 0) return <p className="text-sm text-muted">{words.levelNone}</p>;
  const whole = criteria.filter(({ parent }) => parent === null).length;
  return (
    <>
      <p className="text-sm text-muted">{words.count(formatNumber(whole, locale))}</p>
      <ol className={may.change ? "border-t text-sm" : "border-t text-sm lg:columns-2 lg:gap-x-10"}>
        {criteria.map((criterion) => (
          <li key={criterion.id} className="break-inside-avoid border-b py-2">
            <p className={criterion.parent === null ? "flex gap-2" : "flex gap-2 pl-8"}>
              <span className="numeral w-8 shrink-0 text-muted">{criterion.code}</span>
              <span className="min-w-0 grow">
                {criterion.name}
                {criterion.group !== null && (
                  <span className="block text-xs text-muted">{criterion.group}</span>
                )}
              </span>
              {criterion.isSecurity && (
                <span className="shrink-0 text-xs font-medium text-green">{words.security}</span>
              )}
            </p>
            {may.change && <CriterionMenu criterion={criterion} locale={locale} />}
          </li>
        ))}
      </ol>
    </>
  );
}
