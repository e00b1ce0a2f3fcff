import { DefinitionList } from "@/components/tables/definition-list";
import { TextLink } from "@/components/ui/link";
import { type CodeItem, codeLabels } from "@/lib/core/code-labels";
import { formatDate, formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { endWords, originWords, pointWords } from "@/lib/security-models/points/messages";
import type { NamedPoint, PointRecord } from "@/lib/security-models/points/queries";
import { writeCoordinates } from "@/lib/security-models/points/rules";
import { PointState, PointUnit } from "./point-state";

type Props = {
  point: PointRecord;
  lists: Record<"site" | "force", CodeItem[]>;
  original?: NamedPoint;
  /** Points of the reach, which can be opened. */
  seen: readonly string[];
  locale: Locale;
};

/** The facts of a point: where, who, since when, by which decision, at what cost. */
export function PointFacts({ point, lists, original, seen, locale }: Props) {
  const words = pointWords[locale];
  const { fields } = words;
  const count = (value: number | null, unit: string) =>
    value === null ? (
      words.noData
    ) : (
      <span className="numeral">{`${formatNumber(value, locale)} ${unit}`}</span>
    );
  const day = (value: string | null) => value && <span className="numeral">{formatDate(value)}</span>;
  const force = codeLabels(lists.force, locale);
  return (
    <DefinitionList
      locale={locale}
      items={[
        {
          term: fields.modelId,
          detail: <TextLink href={`/security-models/${point.modelId}`}>{point.modelName}</TextLink>,
        },
        { term: fields.unitId, detail: <PointUnit point={point} locale={locale} /> },
        { term: fields.siteKind, detail: point.siteKind && codeLabels(lists.site, locale)[point.siteKind] },
        { term: fields.address, detail: point.address },
        {
          term: fields.coordinates,
          detail: point.latitude !== null && <Place point={point} locale={locale} />,
        },
        { term: fields.status, detail: <PointState point={point} locale={locale} /> },
        {
          term: fields.startedOn,
          detail: day(point.startedOn) ?? words.states.waiting,
        },
        { term: fields.decision, detail: <span className="break-words">{point.decision}</span> },
        {
          term: fields.origin,
          detail: <Origin point={point} original={original} seen={seen} locale={locale} />,
        },
        { term: fields.teams, detail: count(point.teams, words.teamUnit) },
        { term: fields.members, detail: count(point.members, words.memberUnit) },
        {
          term: fields.coreForce,
          detail: point.coreForce
            ? force[point.coreForce]
            : `${force[point.modelForce] ?? point.modelForce} (${words.asModel})`,
        },
        { term: fields.contactPost, detail: point.contactPost },
        { term: words.funding, detail: <Funding point={point} locale={locale} /> },
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

type PartProps = { point: PointRecord; locale: Locale };

function Place({ point, locale }: PartProps) {
  const words = pointWords[locale];
  return (
    <>
      <span className="numeral">{writeCoordinates(point.latitude, point.longitude)}</span>{" "}
      <a
        href={`https://www.openstreetmap.org/?mlat=${point.latitude}&mlon=${point.longitude}#map=17/${point.latitude}/${point.longitude}`}
        target="_blank"
        rel="noreferrer"
        className="text-green underline decoration-green/35 underline-offset-3 hover:decoration-green"
      >
        {words.map}
      </a>
    </>
  );
}

function Origin({ point, original, seen, locale }: PartProps & Pick<Props, "original" | "seen">) {
  const words = pointWords[locale];
  const place = original && `${original.site}, ${original.unitName}`;
  return (
    <>
      {originWords[locale][point.origin]}
      {original && (
        <span className="block">
          {words.fields.copiedFromId}:{" "}
          {seen.includes(original.id) ? (
            <TextLink href={`/security-models/points/${original.id}`}>{place}</TextLink>
          ) : (
            place
          )}
        </span>
      )}
    </>
  );
}

/** Both kinds of money, never added: one of them may be unknown (T17). */
function Funding({ point, locale }: PartProps) {
  const words = pointWords[locale];
  const lines: [string, number][] = [];
  if (point.budgetFunding !== null) lines.push([words.budget, point.budgetFunding]);
  if (point.socialFunding !== null) lines.push([words.social, point.socialFunding]);
  if (lines.length === 0) return <span className="text-muted">{words.noData}</span>;
  return lines.map(([name, amount]) => (
    <span key={name} className="block">
      {name} <span className="numeral">{`${formatNumber(amount, locale)} ${words.fundingUnit}`}</span>
    </span>
  ));
}
