import { ReasonForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/text-field";
import { StatusDot } from "@/components/ui/status-dot";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { takeBackStep } from "@/lib/rural-standard/actions";
import { criteriaSetLabel, levelWords, ruralWords } from "@/lib/rural-standard/messages";
import type { StepRecord } from "@/lib/rural-standard/queries";

type Props = { steps: StepRecord[]; commune: string; locale: Locale };

/** The steps a commune was granted, the latest first, each with its decision, its criteria and how it can be taken back. */
export function StepList({ steps, commune, locale }: Props) {
  return (
    <ol className="border-t">
      {steps.toReversed().map((step) => (
        <li key={step.id} className="space-y-3 border-b py-4">
          <StepFacts step={step} locale={locale} />
          {step.mayRevoke && <RevokeForm step={step} commune={commune} locale={locale} />}
        </li>
      ))}
    </ol>
  );
}

function StepFacts({ step, locale }: { step: StepRecord; locale: Locale }) {
  const words = ruralWords[locale];
  return (
    <div className="space-y-1 text-sm">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-base font-semibold">{levelWords[locale][step.level]}</span>
        {step.revokedOn !== null && (
          <StatusDot tone="bad">{words.revokedFrom(formatDate(step.revokedOn))}</StatusDot>
        )}
      </p>
      <p>
        {words.decision(step.decisionNumber, formatDate(step.decisionDate))}
        {step.validFrom !== step.decisionDate && (
          <span className="text-muted">, {words.validFrom(formatDate(step.validFrom))}</span>
        )}
      </p>
      <p className="text-muted">
        {words.criteriaSet} {criteriaSetLabel(step.criteriaSet)}
        {step.citation !== null && <span className="block text-xs">{step.citation}</span>}
      </p>
      {step.revokedReason !== null && <p className="text-muted">{step.revokedReason}</p>}
    </div>
  );
}

function RevokeForm({ step, commune, locale }: { step: StepRecord; commune: string; locale: Locale }) {
  const words = ruralWords[locale];
  const level = levelWords[locale][step.level].toLowerCase();
  return (
    <ReasonForm
      action={takeBackStep}
      id={step.id}
      version={step.version}
      title={words.revoke(level)}
      consequence={words.revokeConsequence(
        commune,
        level,
        words.decision(step.decisionNumber, formatDate(step.decisionDate)),
      )}
      openLabel={words.revoke(level)}
      submitLabel={words.revoke(level)}
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
