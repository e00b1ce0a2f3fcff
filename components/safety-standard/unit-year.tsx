import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Segments } from "@/components/ui/segments";
import { today } from "@/lib/core/days";
import { formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { countedKinds } from "@/lib/safety-standard/catalog";
import { safetyKindWords, safetyWords } from "@/lib/safety-standard/messages";
import { recordWords } from "@/lib/safety-standard/records/messages";
import { yearsUpTo } from "@/lib/safety-standard/rules";
import { simulatorWords } from "@/lib/safety-standard/simulator/messages";
import type { UnitYearRecord } from "@/lib/safety-standard/simulator/queries";
import type { WhatIf as Supposed } from "@/lib/safety-standard/simulator/rules";
import { Discipline } from "./discipline";
import { SafetyOfUnit } from "./safety-of-unit";
import { WhatIf } from "./what-if";
import { YearRows } from "./year-rows";

type Props = { record: UnitYearRecord; whatIf: Supposed; saved: boolean; locale: Locale };

/** A unit's year: whether it meets the conditions, what would change that, and everybody considered. */
export function UnitYearView({ record, whatIf, saved, locale }: Props) {
  const words = safetyWords[locale];
  const { unit, year, rows, stood } = record;
  return (
    <>
      <PageHeader
        title={unit.fullName}
        lead={`${words.title}, ${words.yearOf(year).toLowerCase()}`}
        back={<TextLink href={href("/safety-standard", { year: String(year) })}>{words.title}</TextLink>}
        actions={<Actions record={record} locale={locale} />}
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="space-y-10">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Segments
            label={words.year}
            segments={yearsUpTo(today())
              .toReversed()
              .map((each) => ({
                label: String(each),
                current: each === year,
                href: href(`/safety-standard/${unit.ref}`, { year: String(each) }),
              }))}
          />
          <TextLink href={`/units/${unit.ref}`} className="text-sm">
            {words.unitPage}
          </TextLink>
        </div>
        <div className="space-y-4">
          <SafetyOfUnit record={record} whatIf={whatIf} locale={locale} />
          {stood && (
            <>
              {year === 2025 && <p className="text-sm text-muted">{words.mergedYear}</p>}
              <WhatIf record={record} whatIf={whatIf} locale={locale} />
              <Discipline record={record} locale={locale} />
            </>
          )}
        </div>
        {(["commune", ...countedKinds] as const).map((kind) => {
          const own = rows.filter((row) => row.kind === kind);
          const title = kind === "commune" ? simulatorWords[locale].commune : safetyKindWords[locale][kind];
          if (own.length === 0 && kind === "commune") return null;
          return (
            <Section
              key={kind}
              title={title}
              finding={kind === "commune" ? undefined : countLine(record, kind, locale)}
            >
              <YearRows kind={kind} rows={own} locale={locale} />
            </Section>
          );
        })}
      </div>
    </>
  );
}

function countLine(
  { tallies }: UnitYearRecord,
  kind: keyof UnitYearRecord["tallies"],
  locale: Locale,
): string | undefined {
  const { base, registered, recognized } = tallies[kind];
  const number = (value: number) => formatNumber(value, locale);
  return base === 0
    ? undefined
    : safetyWords[locale].countLine(number(registered), number(recognized), number(base));
}

/** What can be entered for the whole unit at once. */
function Actions({ record, locale }: { record: UnitYearRecord; locale: Locale }) {
  const words = recordWords[locale];
  const { unit, rows, may } = record;
  const year = String(record.year);
  const any = (state: string) => rows.some((row) => row.state === state && row.kind !== "commune");
  const open = rows.some(({ state }) => state === null || state === "withdrawn");
  const entries = [
    may.register && open && ["register", words.register],
    may.propose && any("scored") && ["propose", words.propose],
    may.recognize && any("proposed") && ["recognize", words.recognize],
  ].filter((entry): entry is [string, string] => Boolean(entry));
  return (
    <>
      {entries.map(([act, label], at) => (
        <Button key={act} asChild variant={at === 0 ? "primary" : "secondary"}>
          <Link href={href(`/safety-standard/${unit.ref}/${act}`, { year })} prefetch={false}>
            {label}
          </Link>
        </Button>
      ))}
      {may.subjects && (
        <Button asChild>
          <Link href={href("/safety-standard/subjects", { unit: unit.ref })} prefetch={false}>
            {safetyWords[locale].subjectsShort}
          </Link>
        </Button>
      )}
    </>
  );
}
