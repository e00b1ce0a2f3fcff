import Link from "next/link";
import { ReasonForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/text-field";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import type { Dossier } from "@/lib/rural-standard/findings/queries";
import { criteriaSetLabel } from "@/lib/rural-standard/messages";
import { takeWardBack } from "@/lib/rural-standard/urban/actions";
import { urbanWords } from "@/lib/rural-standard/urban/messages";
import type { UrbanRecord, UrbanStep } from "@/lib/rural-standard/urban/queries";
import { DossierCriteria } from "./dossier-criteria";
import { UrbanTable } from "./urban-list";

type Props = { ward: UrbanRecord; dossier: Dossier; saved: boolean; locale: Locale };

/** A ward's dossier: by which decisions it is đô thị văn minh, and what was found of it by the criteria. */
export function UrbanRecordView({ ward, dossier, saved, locale }: Props) {
  const words = urbanWords[locale];
  const { unit, steps, parts, may, recognised } = ward;
  const dot = "before:px-2 before:content-['·']";
  return (
    <>
      <PageHeader
        title={unit.fullName}
        lead={
          <>
            <StatusDot tone={recognised ? "good" : "muted"}>
              {recognised ? words.recognised : words.none}
            </StatusDot>
            <span className={dot}>
              <TextLink href={`/units/${unit.ref}`}>{words.unitPage}</TextLink>
            </span>
            {ward.communes > 0 && (
              <span className={dot}>
                <TextLink href={`/rural-standard/${unit.ref}`}>{words.ruralPage}</TextLink>
              </span>
            )}
          </>
        }
        back={<TextLink href="/rural-standard/urban">{words.title}</TextLink>}
        actions={
          may.recognize && (
            <Button asChild variant="primary">
              <Link href={href("/rural-standard/urban/new", { unit: unit.ref })} prefetch={false}>
                {words.recognize}
              </Link>
            </Button>
          )
        }
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="space-y-12">
        <Section title={words.steps}>
          {steps.length === 0 ? (
            <EmptyState title={words.noSteps} detail={parts.length > 0 ? words.noStepsHint : undefined} />
          ) : (
            <ol className="border-t">
              {steps.toReversed().map((step) => (
                <li key={step.id} className="space-y-3 border-b py-4">
                  <StepFacts step={step} locale={locale} />
                  {may.revoke && step.revokedOn === null && (
                    <RevokeForm step={step} ward={unit.fullName} locale={locale} />
                  )}
                </li>
              ))}
            </ol>
          )}
        </Section>
        <DossierCriteria dossier={dossier} path={`/rural-standard/urban/${unit.ref}`} locale={locale} />
        {parts.length > 0 && (
          <Section title={words.parts} finding={words.partsNote}>
            <UrbanTable rows={parts} caption={words.parts} locale={locale} />
          </Section>
        )}
      </div>
    </>
  );
}

function StepFacts({ step, locale }: { step: UrbanStep; locale: Locale }) {
  const words = urbanWords[locale];
  return (
    <div className="space-y-1 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-base font-semibold">
          {words.decision(step.decisionNumber, formatDate(step.decisionDate))}
        </span>
        {step.revokedOn !== null && (
          <StatusDot tone="bad">{words.revokedFrom(formatDate(step.revokedOn))}</StatusDot>
        )}
      </p>
      {step.validFrom !== step.decisionDate && <p>{words.since(formatDate(step.validFrom))}</p>}
      <p className="text-muted">
        {words.criteriaSet(criteriaSetLabel(step.criteriaSet))}
        {step.citation !== null && <span className="block text-xs">{step.citation}</span>}
      </p>
      {step.revokedReason !== null && <p className="text-muted">{step.revokedReason}</p>}
    </div>
  );
}

function RevokeForm({ step, ward, locale }: { step: UrbanStep; ward: string; locale: Locale }) {
  const words = urbanWords[locale];
  return (
    <ReasonForm
      action={takeWardBack}
      id={step.id}
      version={step.version}
      title={words.revoke}
      consequence={words.revokeConsequence(
        ward,
        words.decision(step.decisionNumber, formatDate(step.decisionDate)),
      )}
      openLabel={words.revoke}
      submitLabel={words.revoke}
      labels={words.fields}
      locale={locale}
    >
      <DateField
        name="revokedOn"
        label={words.fields.revokedOn}
        min={step.decisionDate}
        max={today()}
        locale={locale}
      />
    </ReasonForm>
  );
}
