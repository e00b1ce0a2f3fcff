import Link from "next/link";
import type { ReactNode } from "react";
import { ReasonForm } from "@/components/forms/confirm-form";
import { OneView } from "@/components/layout/one-view";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { takeOutPoint } from "@/lib/security-models/points/actions";
import { pointWords } from "@/lib/security-models/points/messages";
import type { getPoint, RatingRow } from "@/lib/security-models/points/queries";
import { stepWords } from "@/lib/security-models/steps/messages";
import { EvaluationHistory } from "./evaluation-history";
import { PointFacts } from "./point-facts";
import { PointFollowing } from "./point-following";
import { PointSizes } from "./point-sizes";
import { PointRating, PointState } from "./point-state";
import { StepEntrances } from "./step-entrances";
import { StepTimeline } from "./step-timeline";

type Props = {
  found: Awaited<ReturnType<typeof getPoint>>;
  saved: boolean;
  locale: Locale;
  /** What hangs on the point: files, sessions. */
  children?: ReactNode;
};

/** One point: where its model runs, what happened to it, how it grew and was rated, and what may be done with it. */
export function PointView({ found, saved, locale, children }: Props) {
  const { point, ratings, sizes, lists, steps, original, copies, merged, seen, evaluations, may } = found;
  const words = pointWords[locale];
  return (
    <>
      <PageHeader
        title={point.site}
        lead={
          <span className="inline-flex flex-wrap items-baseline gap-x-3">
            <PointState point={point} locale={locale} />
            <span>{words.lead(point.modelName, point.unitName)}</span>
          </span>
        }
        back={<TextLink href={`/security-models/${point.modelId}`}>{point.modelName}</TextLink>}
        actions={
          (may.update || may.steps.length > 0) && (
            <>
              <StepEntrances point={point} steps={may.steps} locale={locale} />
              {may.update && (
                <Button asChild>
                  <Link href={`/security-models/points/${point.id}/edit`} prefetch={false}>
                    {words.edit}
                  </Link>
                </Button>
              )}
            </>
          )
        }
      />
      {saved && <Notice title={`${words.saved} ${formatTime(point.updatedAt)}`} className="mb-6" />}
      <OneView why="onePoint" locale={locale} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <PointFacts {...{ point, lists, original, seen, locale }} />
        <Section title={stepWords[locale].history}>
          <StepTimeline pointId={point.id} mayReverse={may.reverse} {...{ steps, seen, locale }} />
        </Section>
      </div>
      {children && <div className="space-y-10 pt-10">{children}</div>}
      <div className="grid gap-x-12 gap-y-10 pt-10 lg:grid-cols-2">
        <div className="space-y-6">
          <Ratings ratings={ratings} locale={locale} />
          {evaluations.length > 0 && (
            <EvaluationHistory pointId={point.id} evaluations={evaluations} locale={locale} />
          )}
        </div>
        <PointSizes point={point} sizes={sizes} mayResize={may.resize} locale={locale} />
        <PointFollowing title={words.copies} none={words.copiesHint} points={copies} locale={locale} />
        {merged.length > 0 && <PointFollowing title={words.merged} points={merged} locale={locale} />}
      </div>
      {may.delete && (
        <div className="pt-10">
          <ReasonForm
            action={takeOutPoint}
            id={point.id}
            version={point.version}
            title={words.remove}
            consequence={`${point.site}, ${point.unitName}. ${words.removeConsequence}`}
            openLabel={words.remove}
            submitLabel={words.confirmRemove}
            locale={locale}
          />
        </div>
      )}
    </>
  );
}

function Ratings({ ratings, locale }: { ratings: RatingRow[]; locale: Locale }) {
  const words = pointWords[locale];
  return (
    <Section title={words.ratings}>
      {ratings.length === 0 ? (
        <p className="text-sm text-muted">{`${words.noRatings}. ${words.noRatingsHint}`}</p>
      ) : (
        <ul className="border-t text-base lg:text-sm">
          {ratings.map(({ ratedOn, grade }) => (
            <li key={ratedOn} className="border-b py-2.5">
              <PointRating grade={grade} ratedOn={ratedOn} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
