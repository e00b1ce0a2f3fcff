import { figureWords } from "@/components/layout/words";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { channelUnitWords, outreachWords } from "@/lib/outreach-sessions/messages";
import { pasteWords } from "@/lib/outreach-sessions/paste/messages";
import type { Comparison, Proposed } from "@/lib/outreach-sessions/paste/queries";
import type { Said } from "@/lib/outreach-sessions/paste/schema";
import type { SessionBook } from "@/lib/outreach-sessions/queries";
import { qualifierOfSum } from "@/lib/outreach-sessions/rules";
import { SessionPasteFacts, saidWords } from "./session-paste-facts";

type SessionPasteFigureProps = { proposal: Proposed; book: SessionBook; title: string; locale: Locale };

/** A sum over many sessions: never logged as one, but set beside what the portal counts for the same unit and period. */
export function SessionPasteFigure({ proposal, book, title, locale }: SessionPasteFigureProps) {
  const words = pasteWords[locale];
  const { comparison } = proposal;
  return (
    <div className="space-y-3">
      <div>
        <h3 className="font-semibold">{title}</h3>
        <p className="text-sm text-muted">{words.figureNote}</p>
      </div>
      <SessionPasteFacts {...{ proposal, book, locale }} />
      {comparison &&
        ("unresolved" in comparison ? (
          <p className="text-sm text-muted">
            {words.unresolved[comparison.unresolved](comparison.detail, comparison.offered)}
          </p>
        ) : (
          <Compared {...{ proposal, comparison, locale }} />
        ))}
    </div>
  );
}

type ComparedProps = {
  proposal: Proposed;
  comparison: Extract<Comparison, { counts: object }>;
  locale: Locale;
};

function Compared({ proposal: { values }, comparison, locale }: ComparedProps) {
  const words = pasteWords[locale];
  const { unit, period, counts } = comparison;
  const list = href(
    "/outreach-sessions",
    contextParams(
      { period, boundary: "current", asOf: period.to, unit: unit.ref },
      "quantity" in counts ? { channel: values.channel } : { kind: "gathering" },
    ),
  );
  return (
    <div className="space-y-1">
      <Table className="max-w-120">
        <caption className="pb-1 text-left text-sm">
          <span className="font-medium">{words.compare}</span>
          <span className="block text-muted">
            {words.comparedFor(unit.name, periodLabel(period, locale))}
          </span>
        </caption>
        <thead>
          <tr>
            <Th className="static" />
            <Th numeric className="static">
              {words.reported}
            </Th>
            <Th numeric className="static">
              {words.counted}
            </Th>
          </tr>
        </thead>
        <tbody>
          {linesOf({ values }, counts, locale).map(({ label, said, counted }) => (
            <tr key={label}>
              <Th scope="row" className="border-b">
                {label}
              </Th>
              <Td numeric>{said ? saidWords(said, locale) : words.notThere}</Td>
              <Td numeric data-counted>
                <TextLink href={list}>{counted}</TextLink>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-xs text-muted">{words.comparedAll}</p>
    </div>
  );
}

function linesOf(
  { values }: Pick<Proposed, "values">,
  counts: Extract<Comparison, { counts: object }>["counts"],
  locale: Locale,
): { label: string; said: Said | undefined; counted: string }[] {
  if ("quantity" in counts)
    return [
      {
        label: channelUnitWords[locale][values.channel ?? "other"],
        said: values.quantity,
        counted: formatNumber(counts.quantity, locale),
      },
    ];
  const qualifier = qualifierOfSum(counts);
  const sure = qualifier === "exact" ? "" : `${figureWords[locale][qualifier]} `;
  return [
    {
      label: outreachWords[locale].sessions,
      said: values.sessions,
      counted: formatNumber(counts.sessions, locale),
    },
    {
      label: outreachWords[locale].attendances,
      said: values.attendance,
      counted: sure + formatNumber(counts.attendances, locale),
    },
  ];
}
