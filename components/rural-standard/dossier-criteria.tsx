import { randomUUID } from "node:crypto";
import Link from "next/link";
import { CommandForm } from "@/components/forms/command-form";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { TimeSlider } from "@/components/layout/time-slider";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Segments } from "@/components/ui/segments";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { approveFindings } from "@/lib/rural-standard/findings/actions";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import type { Dossier } from "@/lib/rural-standard/findings/queries";
import { criteriaSetLabel, levelWords } from "@/lib/rural-standard/messages";
import { CriteriaTable } from "./criteria-table";
import { EvidenceFiles } from "./evidence-files";
import { FindingHistory } from "./finding-history";
import { MissingList } from "./missing-list";
import { SecurityYears } from "./security-years";

type Props = { dossier: Dossier; path: string; locale: Locale };

/** What was found of a unit by the criteria of a step on a day, what is missing, and by what it was judged. */
export function DossierCriteria({ dossier, path, locale }: Props) {
  const words = findingWords[locale];
  const { set, level, progress, day, first, last, may } = dossier;
  const keep = { set: set?.key, level, asOf: day === last ? undefined : day };
  return (
    <>
      <Section
        id="criteria"
        className="scroll-mt-(--sticky-top)"
        title={words.title}
        finding={
          set &&
          progress.branches.length > 0 &&
          `${words.summary(formatNumber(progress.counts.met, locale), formatNumber(progress.total, locale), criteriaSetLabel(set.key))}, ${words.day(formatDate(day))}`
        }
        actions={
          may.record &&
          set &&
          progress.branches.length > 0 && (
            <Button asChild>
              <Link
                href={href(`/rural-standard/${dossier.unit.ref}/findings/new`, { set: set.key, level })}
                prefetch={false}
              >
                {words.record}
              </Link>
            </Button>
          )
        }
      >
        <Choices dossier={dossier} path={path} locale={locale} />
        {set && first < last && (
          <TimeSlider
            path={path}
            keep={{ ...keep, asOf: undefined }}
            asOf={day}
            from={first}
            to={last}
            locale={locale}
          />
        )}
        {dossier.waiting.length > 0 && <Waiting dossier={dossier} locale={locale} />}
        {set && progress.branches.length > 0 ? (
          <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <div className="xl:order-2">
              <MissingList progress={progress} title={missingTitle(dossier, locale)} locale={locale} />
            </div>
            <div className="min-w-0 space-y-4">
              <CriteriaTable
                branches={progress.branches}
                files={dossier.files}
                caption={words.title}
                locale={locale}
              />
              <EvidenceFiles dossier={dossier} locale={locale} />
              <FindingHistory findings={dossier.history} files={dossier.files} may={may} locale={locale} />
            </div>
          </div>
        ) : (
          <EmptyState
            title={set ? words.noCriteria : words.noSet}
            detail={set && words.noCriteriaHint}
            action={
              set && (
                <TextLink href={href("/rural-standard/criteria", { set: set.key })}>{set.citation}</TextLink>
              )
            }
          />
        )}
      </Section>
      <SecurityYears years={dossier.security} files={dossier.files} locale={locale} />
    </>
  );
}

function missingTitle({ unit, level, next }: Dossier, locale: Locale): string {
  const words = findingWords[locale];
  if (unit.type !== "commune" || !level) return words.missingUrban;
  const name = levelWords[locale][level].toLowerCase();
  return level === next ? words.missing(name) : words.missingOf(name);
}

/** The set and the step looked at; each a link. */
function Choices({ dossier, path, locale }: Props) {
  const words = findingWords[locale];
  const { sets, set, level, levels, unit, day, last, since } = dossier;
  const asOf = day === last ? undefined : day;
  // Sets that were in force on a day of the unit's.
  const shown = sets.filter(
    ({ from, until }) => from <= last && (until === null || since === null || until >= since),
  );
  const steps = level && !levels.includes(level) ? [...levels, level] : levels;
  return (
    <div className="flex flex-wrap gap-3 empty:hidden">
      {shown.length > 1 && (
        <Segments
          label={words.sets}
          segments={shown.map(({ key }) => ({
            label: criteriaSetLabel(key),
            current: key === set?.key,
            href: `${href(path, { set: key, level, asOf })}#criteria`,
          }))}
        />
      )}
      {unit.type === "commune" && steps.length > 1 && (
        <Segments
          label={words.levels}
          segments={steps.map((one) => ({
            label: levelWords[locale][one],
            current: one === level,
            href: `${href(path, { set: set?.key, level: one, asOf })}#criteria`,
          }))}
        />
      )}
    </div>
  );
}

/** What wards found and the city has not confirmed; the city confirms what it sees, on the last day only. */
function Waiting({ dossier, locale }: { dossier: Dossier; locale: Locale }) {
  const words = findingWords[locale];
  const { waiting, set, unit, may, day, last } = dossier;
  const count = formatNumber(waiting.length, locale);
  return (
    <div className="space-y-3 border-l-2 border-ochre pl-3 text-sm">
      <p>{words.waiting(count)}</p>
      {may.confirm && set && day === last && (
        <CommandForm
          action={approveFindings}
          id={randomUUID()}
          title={words.title}
          submitLabel={words.confirm(count)}
          hidden={{ unitId: String(unit.id), setKey: set.key }}
          labels={words.fields}
          bar="plain"
          locale={locale}
        >
          {waiting.map((id) => (
            <input key={id} type="hidden" name="findings" value={id} readOnly />
          ))}
        </CommandForm>
      )}
    </div>
  );
}
