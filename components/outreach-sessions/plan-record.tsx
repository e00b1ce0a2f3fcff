import Link from "next/link";
import { ReasonForm } from "@/components/forms/confirm-form";
import { PageHeader } from "@/components/layout/page-header";
import { DefinitionList } from "@/components/tables/definition-list";
import { Timeline } from "@/components/tables/timeline";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { type CodeItem, namedCodes } from "@/lib/core/code-labels";
import { formatDate, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { channelWords, outreachWords } from "@/lib/outreach-sessions/messages";
import { callOffPlan } from "@/lib/outreach-sessions/plans/actions";
import { planStateWords, planWords } from "@/lib/outreach-sessions/plans/messages";
import type { PlanRecord } from "@/lib/outreach-sessions/plans/queries";
import { ExpectedAmount } from "./expected-amount";
import { HoldButton } from "./hold-button";
import { PlanStateWord } from "./plan-state";

type PlanViewProps = {
  plan: PlanRecord;
  topics: CodeItem[];
  may: { hold: boolean; update: boolean; cancel: boolean };
  saved: boolean;
  locale: Locale;
};

/** One plan: what was meant to be, what became of it, and what may be done with it. */
export function PlanView({ plan, topics, may, saved, locale }: PlanViewProps) {
  const words = planWords[locale];
  const { fields } = words;
  const name = plan.title ?? plan.place;
  return (
    <>
      <PageHeader
        title={name}
        lead={`${channelWords[locale][plan.channel]} · ${plan.unitName} · ${formatDate(plan.plannedOn)}`}
        back={
          <TextLink href={`/outreach-sessions/calendar?month=${plan.plannedOn.slice(0, 7)}`}>
            {words.calendar}
          </TextLink>
        }
        actions={
          (may.hold || may.update) && (
            <>
              {may.hold && <HoldButton planId={plan.id} name={name} primary locale={locale} />}
              {may.update && (
                <Button asChild>
                  <Link href={`/outreach-sessions/plans/${plan.id}/edit`} prefetch={false}>
                    {words.edit}
                  </Link>
                </Button>
              )}
            </>
          )
        }
      />
      {saved && <Notice title={`${words.saved} ${formatTime(plan.updatedAt)}`} className="mb-6" />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <DefinitionList
          locale={locale}
          items={[
            { term: words.state, detail: <PlanStateWord state={plan.state} locale={locale} /> },
            ...(plan.session
              ? [
                  {
                    term: words.session,
                    detail: (
                      <TextLink href={`/outreach-sessions/${plan.session.id}`}>
                        {words.openSession(formatDate(plan.session.heldOn))}
                      </TextLink>
                    ),
                  },
                ]
              : []),
            ...(plan.cancelled ? [{ term: fields.reason, detail: plan.cancelledReason }] : []),
            { term: fields.plannedOn, detail: formatDate(plan.plannedOn) },
            { term: fields.unitId, detail: plan.unitName },
            { term: fields.place, detail: plan.place },
            { term: fields.channel, detail: channelWords[locale][plan.channel] },
            { term: fields.topics, detail: namedCodes(topics, plan.topics)[locale] },
            {
              term: fields.expected,
              detail: plan.expected !== null && (
                <ExpectedAmount expected={plan.expected} channel={plan.channel} locale={locale} />
              ),
            },
            {
              term: fields.note,
              detail: plan.note && <span className="whitespace-pre-line">{plan.note}</span>,
            },
          ]}
        />
        <Timeline
          items={[
            ...(plan.version > 1
              ? [
                  {
                    at: formatTime(plan.updatedAt),
                    who: plan.unitName,
                    what:
                      plan.state === "held" || plan.state === "cancelled"
                        ? planStateWords[locale][plan.state]
                        : words.changed,
                  },
                ]
              : []),
            {
              at: formatTime(plan.createdAt),
              who: plan.plannedBy ?? outreachWords[locale].city,
              what: words.plannedBy,
            },
          ]}
        />
      </div>
      {may.cancel && (
        <div className="pt-10">
          <ReasonForm
            action={callOffPlan}
            id={plan.id}
            version={plan.version}
            title={words.cancel}
            consequence={`${name}, ${formatDate(plan.plannedOn)}. ${words.cancelConsequence}`}
            openLabel={words.cancel}
            submitLabel={words.cancel}
            locale={locale}
          />
        </div>
      )}
    </>
  );
}
