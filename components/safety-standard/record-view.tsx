import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Timeline } from "@/components/tables/timeline";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { formatDate, formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { areaName, safetyKindWords, safetyStateWords, safetyWords } from "@/lib/safety-standard/messages";
import { recordWords } from "@/lib/safety-standard/records/messages";
import type { RecordStep, RecordView as Shown } from "@/lib/safety-standard/records/queries";
import { RecordActs } from "./record-acts";
import { StateWord } from "./state-word";

type Props = { record: Shown; saved: boolean; locale: Locale };

/** A subject's year: where it stands, how it came there, and what can be done next. */
export function RecordView({ record, saved, locale }: Props) {
  const words = recordWords[locale];
  const { unit, current, year, kind, steps } = record;
  const name = areaName(record.name, record.areaKind, locale);
  const home = current ?? unit;
  return (
    <>
      <PageHeader
        title={name}
        lead={
          <>
            <StateWord state={record.state} locale={locale} />
            <span className="before:px-2 before:content-['·']">{safetyKindWords[locale][kind]}</span>
            <span className="before:px-2 before:content-['·']">{safetyWords[locale].yearOf(year)}</span>
          </>
        }
        back={
          <TextLink href={href(`/safety-standard/${home.ref}`, { year: String(year) })}>
            {home.fullName}
          </TextLink>
        }
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="space-y-10">
          <Section title={words.next}>
            <RecordActs record={{ ...record, name }} locale={locale} />
          </Section>
          <Section title={words.facts}>
            <Facts record={record} locale={locale} />
          </Section>
        </div>
        <Section title={words.history}>
          <Timeline items={steps.map((step) => itemOf(step, locale))} />
        </Section>
      </div>
    </>
  );
}

function Facts({ record, locale }: { record: Shown; locale: Locale }) {
  const words = recordWords[locale];
  const { fields } = words;
  const date = (day: string | null) => day && formatDate(day);
  const { unit, current, selfMet, score } = record;
  const items = [
    {
      term: fields.unitId,
      detail: current ? `${unit.fullName}. ${words.countedIn(current.fullName)}` : unit.fullName,
    },
    { term: fields.registeredOn, detail: record.state === "withdrawn" ? null : date(record.registeredOn) },
    {
      term: fields.score,
      detail:
        score === null ? null : `${words.points(formatNumber(score, locale))}, ${date(record.scoredOn)}`,
    },
    { term: fields.selfMet, detail: selfMet === null ? null : words.selfMet[selfMet ? "yes" : "no"] },
    { term: fields.proposedOn, detail: date(record.proposedOn) },
    {
      term: fields.decisionNumber,
      detail:
        record.decisionNumber && record.decidedOn
          ? words.decision(record.decisionNumber, formatDate(record.decidedOn))
          : date(record.decidedOn),
    },
    { term: fields.decidedBy, detail: record.decidedBy },
    ...(record.revokedOn ? [{ term: fields.revokedOn, detail: formatDate(record.revokedOn) }] : []),
    ...(record.reason ? [{ term: fields.reason, detail: record.reason }] : []),
  ];
  return <DefinitionList items={items} locale={locale} />;
}

function itemOf({ id, state, happenedOn, detail, by }: RecordStep, locale: Locale) {
  const words = recordWords[locale];
  const parts = [
    detail.score !== undefined && words.points(formatNumber(detail.score, locale)),
    detail.selfMet !== undefined && words.selfMet[detail.selfMet ? "yes" : "no"],
    detail.decisionNumber && words.decision(detail.decisionNumber, formatDate(happenedOn)),
    detail.decidedBy,
    detail.reason,
  ].filter(Boolean);
  return {
    key: id,
    at: formatDate(happenedOn),
    who: by ?? words.unknownWriter,
    what: <span className="font-medium">{safetyStateWords[locale][state]}</span>,
    detail: parts.length > 0 ? parts.join(" · ") : undefined,
  };
}
