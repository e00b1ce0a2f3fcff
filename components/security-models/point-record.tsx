import Link from "next/link";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate, formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { endWords, originWords, pointWords } from "@/lib/security-models/points/messages";
import type { PointRecord, RatingRow } from "@/lib/security-models/points/queries";
import { PointRating, PointState, PointUnit } from "./point-state";

type Props = {
  point: PointRecord;
  ratings: RatingRow[];
  may: { update: boolean };
  saved: boolean;
  locale: Locale;
  /** What hangs on the point: files, sessions. */
  children?: ReactNode;
};

/** One point: where its model runs, since when, how it was rated, and what may be done with it. */
export function PointView({ point, ratings, may, saved, locale, children }: Props) {
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
          may.update && (
            <Button asChild>
              <Link href={`/security-models/points/${point.id}/edit`} prefetch={false}>
                {words.edit}
              </Link>
            </Button>
          )
        }
      />
      {saved && <Notice title={`${words.saved} ${formatTime(point.updatedAt)}`} className="mb-6" />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <PointFacts point={point} locale={locale} />
        <Ratings ratings={ratings} locale={locale} />
      </div>
      {children && <div className="space-y-10 pt-10">{children}</div>}
    </>
  );
}

function PointFacts({ point, locale }: { point: PointRecord; locale: Locale }) {
  const words = pointWords[locale];
  const { fields } = words;
  const count = (value: number | null, unit: string) =>
    value === null ? (
      words.noData
    ) : (
      <span className="numeral">{`${formatNumber(value, locale)} ${unit}`}</span>
    );
  const day = (value: string | null) => value && <span className="numeral">{formatDate(value)}</span>;
  return (
    <DefinitionList
      locale={locale}
      items={[
        {
          term: fields.modelId,
          detail: <TextLink href={`/security-models/${point.modelId}`}>{point.modelName}</TextLink>,
        },
        { term: fields.unitId, detail: <PointUnit point={point} locale={locale} /> },
        { term: fields.status, detail: <PointState point={point} locale={locale} /> },
        { term: fields.origin, detail: originWords[locale][point.origin] },
        { term: fields.decision, detail: point.decision },
        { term: fields.startedOn, detail: day(point.startedOn) ?? words.states.waiting },
        { term: fields.teams, detail: count(point.teams, words.teamUnit) },
        { term: fields.members, detail: count(point.members, words.memberUnit) },
        ...(point.endedOn && point.endKind
          ? [
              { term: fields.endedOn, detail: day(point.endedOn) },
              { term: fields.endKind, detail: endWords[locale][point.endKind] },
              { term: fields.endDecision, detail: point.endDecision },
            ]
          : []),
        { term: words.changed, detail: formatTime(point.updatedAt) },
      ]}
    />
  );
}

function Ratings({ ratings, locale }: { ratings: RatingRow[]; locale: Locale }) {
  const words = pointWords[locale];
  return (
    <Section title={words.ratings}>
      {ratings.length === 0 ? (
        <EmptyState title={words.noRatings} detail={words.noRatingsHint} />
      ) : (
        <Table>
          <caption className="sr-only">{words.ratings}</caption>
          <thead>
            <tr>
              <Th>{words.rating}</Th>
            </tr>
          </thead>
          <tbody>
            {ratings.map(({ ratedOn, grade }) => (
              <tr key={ratedOn}>
                <Td>
                  <PointRating grade={grade} ratedOn={ratedOn} locale={locale} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
