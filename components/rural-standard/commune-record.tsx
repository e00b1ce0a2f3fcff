import type { ReactNode } from "react";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/link";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { criteriaSetLabel, levelWords, ruralWords } from "@/lib/rural-standard/messages";
import type { CommuneRecord } from "@/lib/rural-standard/queries";
import { isAtLeast } from "@/lib/rural-standard/rules";
import { isDissolved } from "@/lib/units/rules";
import type { RuralLevel } from "@/prisma/client/enums";
import { CommuneTable } from "./commune-table";
import { RecognizeButton } from "./rural-header";
import { StandingWord } from "./standing-word";
import { StepList } from "./step-list";

type Props = { commune: CommuneRecord; saved: boolean; locale: Locale; children?: ReactNode };

/** A commune's dossier: where it stands, by which decisions, what can come next, and where it went. */
export function CommuneView({ commune, saved, locale, children }: Props) {
  const words = ruralWords[locale];
  const { unit, steps, parts, may } = commune;
  const isCommune = unit.type === "commune";
  return (
    <>
      <PageHeader
        title={unit.fullName}
        lead={<Place commune={commune} locale={locale} />}
        back={<TextLink href="/rural-standard">{words.title}</TextLink>}
        actions={
          may.recognize &&
          commune.next.some((level) => !isAtLeast(commune.standing, level)) && (
            <RecognizeButton label={words.recognize} unit={unit.ref} />
          )
        }
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      {!isCommune && (
        <Notice className="mb-8">
          {words.wardNote}. <TextLink href={`/rural-standard/urban/${unit.ref}`}>{words.urbanPage}</TextLink>
        </Notice>
      )}
      <div className="space-y-12">
        {isCommune && (
          <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <Section title={words.stepsTitle}>
              {steps.length > 0 ? (
                <StepList steps={steps} commune={unit.fullName} locale={locale} />
              ) : (
                <EmptyState
                  title={words.noSteps}
                  detail={parts.length > 0 ? words.noStepsCurrent : words.noStepsHint}
                />
              )}
            </Section>
            <Section title={words.nextTitle} className="print:hidden">
              <NextLevels commune={commune} locale={locale} />
            </Section>
          </div>
        )}
        {children}
        {parts.length > 0 && (
          <Section title={words.parts} finding={words.partsNote}>
            <CommuneTable rows={parts} caption={words.parts} locale={locale} />
          </Section>
        )}
      </div>
    </>
  );
}

function Place({ commune, locale }: { commune: CommuneRecord; locale: Locale }) {
  const words = ruralWords[locale];
  const { unit, current, standing } = commune;
  const dot = "before:px-2 before:content-['·']";
  return (
    <>
      {unit.type === "commune" && (
        <StandingWord standing={standing} former={isDissolved(unit)} locale={locale} />
      )}
      {unit.district !== null && <span className={dot}>{unit.district}</span>}
      {current && (
        <span className={dot}>
          {words.currentUnit} <TextLink href={`/rural-standard/${current.ref}`}>{current.fullName}</TextLink>
        </span>
      )}
      <span className={unit.type === "commune" ? dot : undefined}>
        <TextLink href={`/units/${unit.ref}`}>{words.unitPage}</TextLink>
      </span>
    </>
  );
}

function NextLevels({ commune, locale }: { commune: CommuneRecord; locale: Locale }) {
  const words = ruralWords[locale];
  const { unit, standing, next, decidableOn, may } = commune;
  // A step may be granted again under newer criteria: that is no step up.
  const [upward, again] = [
    next.filter((level) => !isAtLeast(standing, level)),
    next.filter((level) => isAtLeast(standing, level)),
  ];
  const name = (level: RuralLevel) => levelWords[locale][level].toLowerCase();
  const list = (levels: RuralLevel[], label: (level: string) => string) => (
    <ul className="border-t text-sm empty:hidden">
      {levels.map((level) => (
        <li key={level} className="flex min-h-11 items-center border-b lg:min-h-9">
          {may.recognize ? (
            <TextLink href={href("/rural-standard/new", { unit: unit.ref, level })}>
              {label(name(level))}
            </TextLink>
          ) : (
            label(name(level))
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {upward.length > 0 ? (
        list(upward, words.recognizeNext)
      ) : (
        <p className="text-sm text-muted">{words.nextNone}</p>
      )}
      {again.length > 0 && (
        <Disclosure summary={words.againTitle(criteriaSetLabel(commune.setKey ?? ""))}>
          {list(again, words.recognizeNext)}
        </Disclosure>
      )}
      {isDissolved(unit) && (
        <p className="text-xs text-muted">{words.decidableUntil(formatDate(decidableOn))}</p>
      )}
    </>
  );
}
