import Link from "next/link";
import { ReasonForm } from "@/components/forms/confirm-form";
import { DateField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { DefinitionList } from "@/components/tables/definition-list";
import { Timeline } from "@/components/tables/timeline";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { takeBackAward } from "@/lib/awards/actions";
import { awardFormWords, awardStateWords, awardsWords, recipientKindWords } from "@/lib/awards/messages";
import type { AwardRecord } from "@/lib/awards/queries";
import { today } from "@/lib/core/days";
import { formatDate, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";

type Props = {
  award: AwardRecord & { may: { update: boolean; revoke: boolean } };
  saved: boolean;
  locale: Locale;
};

/** One award: who, for what, by which decision, whether it still stands, and what may be done with it. */
export function AwardView({ award, saved, locale }: Props) {
  const words = awardsWords[locale];
  const { fields } = words;
  const decision = words.dated(award.decisionNumber, formatDate(award.decisionDate));
  return (
    <>
      <PageHeader
        title={award.recipientName}
        lead={`${awardFormWords[locale][award.form]} · ${award.issuer} · ${formatDate(award.decisionDate)}`}
        back={<TextLink href="/awards">{words.title}</TextLink>}
        actions={
          award.may.update && (
            <Button asChild>
              <Link href={`/awards/${award.id}/edit`} prefetch={false}>
                {words.editAction}
              </Link>
            </Button>
          )
        }
      />
      {saved && (
        <Notice title={`${words.saved} ${formatTime(award.updatedAt)}`} className="mb-6">
          {award.may.update && award.revokedOn === null && (
            <TextLink href="/awards/new">{words.another}</TextLink>
          )}
        </Notice>
      )}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <DefinitionList
          locale={locale}
          items={[
            { term: words.state, detail: <AwardStatus award={award} locale={locale} /> },
            { term: fields.recipientKind, detail: recipientKindWords[locale][award.recipientKind] },
            { term: fields.recipientTitle, detail: award.recipientTitle },
            {
              term: fields.unitId,
              detail:
                award.unitRef === null ? (
                  words.cityBody
                ) : (
                  <TextLink href={`/units/${award.unitRef}`}>{award.unitName}</TextLink>
                ),
            },
            { term: fields.form, detail: awardFormWords[locale][award.form] },
            { term: words.decision, detail: decision },
            ...(award.modelId ? [{ term: fields.modelId, detail: <AwardModel award={award} /> }] : []),
            { term: fields.issuer, detail: award.issuer },
            {
              term: fields.achievement,
              detail: <span className="whitespace-pre-line">{award.achievement}</span>,
            },
          ]}
        />
        <Timeline items={history(award, locale)} />
      </div>
      {award.may.revoke && (
        <div className="pt-10">
          <ReasonForm
            action={takeBackAward}
            id={award.id}
            version={award.version}
            title={words.revoke}
            consequence={`${award.recipientName}, ${decision}. ${words.consequence}`}
            openLabel={words.revoke}
            submitLabel={words.revoke}
            labels={fields}
            locale={locale}
          >
            <DateField
              name="revokedOn"
              label={fields.revokedOn}
              min={award.decisionDate}
              max={today()}
              locale={locale}
            />
          </ReasonForm>
        </div>
      )}
    </>
  );
}

/** The model whose work is rewarded: a link where the reader has its page, else its name. */
function AwardModel({ award: { modelId, modelName, modelSeen } }: { award: AwardRecord }) {
  if (!modelSeen) return modelName;
  return <TextLink href={`/security-models/${modelId}`}>{modelName}</TextLink>;
}

function AwardStatus({ award, locale }: { award: AwardRecord; locale: Locale }) {
  if (award.revokedOn === null) return <StatusDot tone="good">{awardStateWords[locale].in_force}</StatusDot>;
  return <StatusDot tone="bad">{awardsWords[locale].revokedOn(formatDate(award.revokedOn))}</StatusDot>;
}

/** Newest first; who wrote it is in the audit log, which is not everybody's to read. */
function history(award: AwardRecord, locale: Locale) {
  const words = awardsWords[locale];
  return [
    ...(award.revokedOn === null
      ? []
      : [
          {
            at: formatDate(award.revokedOn),
            who: words.city,
            what: words.revokedEvent,
            detail: award.revokedReason,
          },
        ]),
    ...(award.version > 1 && award.revokedOn === null
      ? [{ at: formatTime(award.updatedAt), who: words.city, what: words.changed }]
      : []),
    { at: formatTime(award.createdAt), who: words.city, what: words.recorded },
    { at: formatDate(award.decisionDate), who: award.issuer, what: words.decided },
  ];
}
