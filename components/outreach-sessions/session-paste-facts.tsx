import { figureWords } from "@/components/layout/words";
import { DefinitionList } from "@/components/tables/definition-list";
import { codeLabels } from "@/lib/core/code-labels";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { isGathering } from "@/lib/outreach-sessions/catalog";
import {
  channelUnitWords,
  channelWords,
  languageWords,
  outreachWords,
} from "@/lib/outreach-sessions/messages";
import { guidanceFields } from "@/lib/outreach-sessions/paste/catalog";
import { pasteWords } from "@/lib/outreach-sessions/paste/messages";
import type { Proposed } from "@/lib/outreach-sessions/paste/queries";
import type { Said } from "@/lib/outreach-sessions/paste/schema";
import type { SessionBook } from "@/lib/outreach-sessions/queries";
import { unitDays } from "@/lib/units/resolve/messages";
import { wantsDays } from "@/lib/units/resolve/rules";

/** A count as the report says it: "hơn 12.770". */
export function saidWords({ value, qualifier }: Said, locale: Locale): string {
  const sure = qualifier === "exact" ? "" : `${figureWords[locale][qualifier]} `;
  return sure + formatNumber(value, locale);
}

type FactsProps = { proposal: Proposed; book: SessionBook; locale: Locale };

/** What was read, and what must be looked at before anybody relies on it. */
export function SessionPasteFacts({ proposal, book, locale }: FactsProps) {
  const words = pasteWords[locale];
  return (
    <>
      <DefinitionList items={factsOf({ proposal, book, locale })} locale={locale} />
      {(proposal.doubts.length > 0 || proposal.unitDoubt) && (
        <div className="border-l-2 border-ochre bg-ochre-soft px-4 py-2 text-sm">
          <p className="font-semibold">{words.doubts}</p>
          <ul className="list-disc pl-4">
            {proposal.unitDoubt && (
              <li>
                {words.unresolved[proposal.unitDoubt.code](
                  proposal.unitDoubt.detail,
                  proposal.unitDoubt.offered,
                )}
              </li>
            )}
            {proposal.doubts.map((doubt) => (
              <li key={doubt}>{words.doubt[doubt]}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function factsOf({ proposal, book, locale }: FactsProps) {
  const words = pasteWords[locale];
  const { fields, attendanceUnit, sessionUnit, viewUnit } = outreachWords[locale];
  const { values, kind } = proposal;
  const { channel = "meeting" } = values;
  const labels = codeLabels(book.lists.topic, locale);
  const unit = book.units.find(({ id }) => id === proposal.unitId);
  const dated = unit && wantsDays(unit, book.units);
  const named = dated ? `${unit.fullName} (${unitDays(unit, locale)})` : (unit?.fullName ?? values.unitText);
  const count = (label: string, said: Said | undefined, of = "") =>
    said ? [{ term: label, detail: `${saidWords(said, locale)} ${of}`.trim() }] : [];
  return [
    ...(values.heldOn ? [{ term: fields.heldOn, detail: formatDate(values.heldOn) }] : []),
    ...(values.period
      ? [
          {
            term: words.period,
            detail: values.period.key
              ? `${periodLabel(values.period, locale)}, ${formatDate(values.period.from)} – ${formatDate(values.period.to)}`
              : periodLabel(values.period, locale),
          },
        ]
      : []),
    ...(unit || values.unitText ? [{ term: fields.unitId, detail: named }] : []),
    ...(values.place ? [{ term: fields.place, detail: values.place }] : []),
    { term: fields.channel, detail: channelWords[locale][channel] },
    {
      term: fields.topics,
      detail: values.topics.map((code) => labels[code] ?? code).join("; ") || words.notThere,
    },
    ...(kind === "figure" ? count(words.saidSessions, values.sessions, sessionUnit) : []),
    ...count(fields.attendance, values.attendance, attendanceUnit),
    ...count(
      fields.quantity,
      values.quantity,
      isGathering(channel) ? undefined : channelUnitWords[locale][channel],
    ),
    ...count(fields.views, values.views, viewUnit),
    ...guidanceFields.flatMap((field) => count(fields[field], values[field])),
    ...(values.languages
      ? [
          {
            term: fields.languages,
            detail: values.languages.map((language) => languageWords[locale][language]).join(", "),
          },
        ]
      : []),
  ];
}
