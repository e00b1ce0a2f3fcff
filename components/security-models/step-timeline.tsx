import type { ReactNode } from "react";
import { ReasonForm } from "@/components/forms/confirm-form";
import { Timeline } from "@/components/tables/timeline";
import { TextLink } from "@/components/ui/link";
import { formatDate, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { takeStepBack } from "@/lib/security-models/steps/actions";
import { papers } from "@/lib/security-models/steps/catalog";
import { stepName, stepWords, stepWriter } from "@/lib/security-models/steps/messages";
import type { StepRow } from "@/lib/security-models/steps/queries";
import { reversible } from "@/lib/security-models/steps/rules";

type Props = {
  pointId: string;
  steps: StepRow[];
  /** Points of the reach, which can be opened. */
  seen: readonly string[];
  mayReverse: boolean;
  locale: Locale;
};

/** What happened to a point, the latest first: who, when, by which papers; what was taken back stays, struck through. */
export function StepTimeline({ pointId, steps, seen, mayReverse, locale }: Props) {
  const last = mayReverse ? steps[reversible(steps)]?.id : undefined;
  return (
    <Timeline
      items={steps.toReversed().map((step) => ({
        key: step.id,
        at: formatTime(step.createdAt),
        who: stepWriter(step, locale),
        what: <StepName step={step} locale={locale} />,
        detail: (
          <>
            <StepPapers step={step} seen={seen} locale={locale} />
            {step.id === last && <ReverseForm pointId={pointId} step={step} locale={locale} />}
          </>
        ),
      }))}
    />
  );
}

function StepName({ step, locale }: { step: StepRow; locale: Locale }) {
  const line = (
    <>
      <span className="text-base font-medium lg:text-sm">{stepName(step, locale)}</span>{" "}
      <span className="numeral">{formatDate(step.happenedOn)}</span>
    </>
  );
  return step.reversed ? <s className="text-muted">{line}</s> : line;
}

function StepPapers({ step, seen, locale }: { step: StepRow; seen: readonly string[]; locale: Locale }) {
  const words = stepWords[locale];
  const told = papers.filter((paper) => step[paper]);
  return (
    <>
      {(told.length > 0 || step.intoSite) && (
        <dl className="text-sm">
          {step.intoId && step.intoSite && (
            <Line term={words.fields.intoId}>
              <Into id={seen.includes(step.intoId) ? step.intoId : undefined}>
                {`${step.intoSite}, ${step.intoUnit}`}
              </Into>
            </Line>
          )}
          {told.map((paper) => (
            <Line key={paper} term={words.fields[paper]}>
              {step[paper]}
            </Line>
          ))}
        </dl>
      )}
      {step.reversedAt && (
        <p className="mt-1 border-l-2 border-ochre pl-2 break-words">
          {words.reversedBy(
            stepWriter({ by: step.reversedBy, signed: true }, locale),
            formatTime(step.reversedAt),
          )}
          {". "}
          {words.fields.reason}: <span className="text-ink">{step.reversedReason}</span>
        </p>
      )}
    </>
  );
}

const Line = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="break-words">
    <dt className="inline">{term}: </dt>
    <dd className="inline text-ink">{children}</dd>
  </div>
);

const Into = ({ id, children }: { id?: string; children: string }) =>
  id ? <TextLink href={`/security-models/points/${id}`}>{children}</TextLink> : children;

function ReverseForm({ pointId, step, locale }: { pointId: string; step: StepRow; locale: Locale }) {
  const words = stepWords[locale];
  return (
    <div className="pt-2">
      <ReasonForm
        action={takeStepBack}
        id={step.id}
        hidden={{ pointId }}
        title={words.confirmReverse}
        consequence={`${stepName(step, locale)} ${formatDate(step.happenedOn)}. ${words.reverseConsequence}`}
        openLabel={words.reverse}
        submitLabel={words.confirmReverse}
        locale={locale}
      />
    </div>
  );
}
