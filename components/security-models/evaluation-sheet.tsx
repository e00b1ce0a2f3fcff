import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Timeline } from "@/components/tables/timeline";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { FilesTold } from "@/lib/core/attachment-input";
import { formatDate, formatNumber, formatTime } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import type { getSheet } from "@/lib/security-models/evaluations/sheets/queries";
import { EvaluationCheck } from "./evaluation-check";
import { EvaluationDecision } from "./evaluation-decision";
import { EvaluationFiles } from "./evaluation-files";
import { EvaluationHistory } from "./evaluation-history";
import { EvaluationSheetForm } from "./evaluation-sheet-form";
import { EvaluationState } from "./evaluation-state";
import { EvaluationTerms } from "./evaluation-terms";

type Found = Awaited<ReturnType<typeof getSheet>>;
type Props = {
  found: Found;
  /** The id of this very sending. */
  formId: string;
  saved: boolean;
  /** Asked to change a sheet that was sent and not yet decided. */
  mending: boolean;
  /** What came of files sent without scripts. */
  told: FilesTold;
  locale: Locale;
};

/** The sheet of one point: to be filled in by its ward, decided by the city, read by everyone else. */
export function EvaluationSheet({ found, formId, saved, mending, told, locale }: Props) {
  const { campaign, point, evaluation, state, overdue, grades, may } = found;
  const words = evaluationWords[locale];
  const path = `/security-models/evaluations/${campaign.id}`;
  const filling = may.propose && (state !== "proposed" || mending);
  return (
    <>
      <PageHeader
        title={point.site}
        lead={
          <span className="inline-flex flex-wrap items-baseline gap-x-3">
            <EvaluationState state={state} overdue={overdue} locale={locale} />
            <span>
              {point.modelName} · {point.unitName}
            </span>
            <TextLink href={`/security-models/points/${point.id}`}>{words.point}</TextLink>
          </span>
        }
        back={<TextLink href={path}>{campaign.name}</TextLink>}
        actions={
          may.propose &&
          state === "proposed" &&
          !mending && (
            <Button asChild>
              <Link href={`${path}/points/${point.id}?mend=1`} prefetch={false}>
                {words.mendSent}
              </Link>
            </Button>
          )
        }
      />
      {saved && evaluation && <Saved found={found} path={path} locale={locale} />}
      <Standing found={found} locale={locale} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="min-w-0 space-y-10">
          {filling ? (
            <EvaluationSheetForm
              key={evaluation?.version ?? 0}
              id={formId}
              campaign={campaign}
              pointId={point.id}
              evaluation={evaluation}
              grades={grades}
              title={words.sheetOf}
              cancelHref={path}
              locale={locale}
            />
          ) : (
            evaluation && <Sent found={found} locale={locale} />
          )}
          {evaluation && !mending && (may.confirm || may.return) && (
            <EvaluationDecision
              campaign={campaign}
              evaluation={evaluation}
              site={point.site}
              grades={grades}
              may={may}
              locale={locale}
            />
          )}
          {evaluation && !mending && <EvaluationFiles found={found} told={told} locale={locale} />}
        </div>
        <Grounds found={found} locale={locale} />
      </div>
    </>
  );
}

/** What was just done, and the way on to what is left. */
function Saved({
  found: { evaluation, state },
  path,
  locale,
}: {
  found: Found;
  path: string;
  locale: Locale;
}) {
  const words = evaluationWords[locale];
  if (!evaluation) return null;
  const sent = state === "proposed";
  return (
    <Notice
      title={`${sent ? words.sent : words.saved} ${formatTime(evaluation.decidedAt ?? evaluation.proposedAt)}`}
      className="mb-6"
    >
      <TextLink
        href={href(path, { state: sent ? "none" : "proposed" })}
        className="inline-flex min-h-11 items-center lg:min-h-0"
      >
        {sent ? words.nextToSend : words.nextToDecide}
      </TextLink>
    </Notice>
  );
}

/** What is to be known before the sheet is read: why it came back, why it is only to be read. */
function Standing({
  found: { campaign, evaluation, state, asked, may },
  locale,
}: {
  found: Found;
  locale: Locale;
}) {
  const words = evaluationWords[locale];
  const reason = evaluation?.reason && (
    <Notice
      tone={state === "returned" ? "attention" : "info"}
      title={
        state === "returned"
          ? words.returnedBecause
          : state === "proposed"
            ? words.returnedBefore
            : words.cityReason
      }
      className="mb-6"
    >
      <span className="whitespace-pre-line">{evaluation.reason}</span>
    </Notice>
  );
  const note = campaign.closed
    ? words.closedNote
    : !asked
      ? words.notAsked
      : !evaluation && !may.propose
        ? words.waitingNote
        : undefined;
  return (
    <>
      {reason}
      {note && <Notice className="mb-6">{note}</Notice>}
    </>
  );
}

function Sent({ found, locale }: { found: Found; locale: Locale }) {
  const { campaign, evaluation, suggested, state, grades } = found;
  const words = evaluationWords[locale];
  if (!evaluation) return null;
  return (
    <Section title={words.sheet}>
      <EvaluationCheck
        campaign={campaign}
        found={{ ...evaluation, suggested: suggested ?? evaluation.grade }}
        grades={grades}
        sent
        gradeLabel={state === "confirmed" ? words.confirmedGrade : words.proposedGrade}
        locale={locale}
      />
    </Section>
  );
}

/** What the sheet rests on: the campaign's terms, the sessions of its period, what happened, other campaigns. */
function Grounds({ found, locale }: { found: Found; locale: Locale }) {
  const { campaign, point, evaluation, state, grades, sessions, others } = found;
  const words = evaluationWords[locale];
  const all = href("/outreach-sessions", {
    point: point.id,
    from: campaign.periodFrom,
    to: campaign.periodTo,
    boundary: "historical",
  });
  return (
    <div className="min-w-0 space-y-8">
      <EvaluationTerms campaign={campaign} grades={grades} locale={locale} />
      <Section title={words.sessions}>
        {sessions.count === 0 ? (
          <p className="text-sm text-muted">{words.noSessions}</p>
        ) : (
          <ul className="space-y-1 text-sm">
            {sessions.rows.map(({ id, heldOn, title }) => (
              <li key={id}>
                <span className="numeral text-muted">{formatDate(heldOn)}</span>{" "}
                <TextLink
                  href={`/outreach-sessions/${id}`}
                  className="inline-flex min-h-11 items-center lg:min-h-0"
                >
                  {title}
                </TextLink>
              </li>
            ))}
            <li>
              <TextLink href={all} className="inline-flex min-h-11 items-center lg:min-h-0">
                {words.allSessions(formatNumber(sessions.count, locale))}
              </TextLink>
            </li>
          </ul>
        )}
      </Section>
      {evaluation && (
        <Timeline
          items={[
            ...(evaluation.decidedAt
              ? [
                  {
                    key: "decided",
                    at: formatTime(evaluation.decidedAt),
                    who: evaluation.decidedBy ?? words.city,
                    what: state === "returned" ? words.returnedBy : words.confirmedBy,
                  },
                ]
              : []),
            {
              key: "proposed",
              at: formatTime(evaluation.proposedAt),
              who: evaluation.proposedBy ?? point.unitName,
              what: words.proposedBy,
            },
          ]}
        />
      )}
      {others.length > 0 && (
        <Section title={words.history}>
          <EvaluationHistory pointId={point.id} evaluations={others} locale={locale} />
        </Section>
      )}
    </div>
  );
}
