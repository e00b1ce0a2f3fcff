import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { missingLine, simulatorWords } from "@/lib/safety-standard/simulator/messages";
import type { UnitYearRecord } from "@/lib/safety-standard/simulator/queries";
import { conditionsOf, supposing, verdictOf, type WhatIf } from "@/lib/safety-standard/simulator/rules";
import { Conditions } from "./conditions";

type Props = {
  record: UnitYearRecord;
  whatIf?: WhatIf;
  /** Away from the year's own page: the way to it. */
  linked?: boolean;
  locale: Locale;
};

/** Whether a unit meets the standard of a year, condition by condition, as recorded or as supposed. */
export function SafetyOfUnit({ record, whatIf = {}, linked = false, locale }: Props) {
  const words = simulatorWords[locale];
  if (!record.stood) return <NotThen record={record} locale={locale} />;
  const conditions = conditionsOf(
    supposing({ ...record.known, tallies: record.tallies }, whatIf),
    record.thresholds,
  );
  const verdict = verdictOf(conditions);
  const supposed = Object.keys(whatIf).length > 0;
  const citations = [...new Set(conditions.flatMap(({ citation }) => citation ?? []))];
  return (
    <Section
      title={linked ? words.ofUnit(record.year) : words.title}
      finding={words.lead(record.year, formatDate(record.day))}
    >
      {supposed && <Notice tone="attention">{words.supposing}</Notice>}
      <div
        data-verdict={verdict}
        className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-y py-3 text-base font-semibold"
      >
        <StatusDot tone={verdict === "met" ? "good" : verdict === "failing" ? "bad" : "muted"}>
          {words.verdicts[verdict]}
        </StatusDot>
        <span>{missingLine(conditions, locale)}</span>
      </div>
      <Conditions conditions={conditions} locale={locale} />
      <p className="text-xs text-muted">
        {words.citation}: {citations.length > 0 ? citations.join("; ") : words.noThreshold}
      </p>
      {linked && (
        <TextLink
          href={href(`/safety-standard/${record.unit.ref}`, { year: String(record.year) })}
          className="inline-flex min-h-11 items-center text-sm lg:min-h-9"
        >
          {words.yearPage(record.year)}
        </TextLink>
      )}
    </Section>
  );
}

/** A year before the unit was there, or after it was gone: where to look instead. */
function NotThen({ record, locale }: { record: UnitYearRecord; locale: Locale }) {
  const words = simulatorWords[locale];
  const { unit, year, day, carrier, former } = record;
  const link = ({ ref, fullName }: { ref: string; fullName: string }) => (
    <TextLink key={ref} href={href(`/safety-standard/${ref}`, { year: String(year) })}>
      {fullName}
    </TextLink>
  );
  return (
    <Notice>
      <p>{carrier ? words.dissolved(unit.fullName, formatDate(day)) : words.notStood(unit.fullName, year)}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 pt-1">
        {carrier ? (
          link(carrier)
        ) : (
          <>
            {former.length > 0 && <span>{words.formerUnits}</span>}
            {former.map(link)}
          </>
        )}
      </p>
    </Notice>
  );
}
