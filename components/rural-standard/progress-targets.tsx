import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import { levelFilterWords } from "@/lib/rural-standard/messages";
import { progressWords } from "@/lib/rural-standard/progress/messages";
import type { Target, YearLadder } from "@/lib/rural-standard/progress/queries";
import { shareOf } from "@/lib/rural-standard/rules";

type Props = {
  /** Null when one unit is looked at: targets are the whole city's. */
  targets: Target[] | null;
  years: YearLadder[];
  form?: React.ReactNode;
  locale: Locale;
};

/** What was to be reached by the end of each year beside what was. */
export function ProgressTargets({ targets, years, form, locale }: Props) {
  const words = progressWords[locale];
  return (
    <Section
      id="targets"
      className="scroll-mt-(--sticky-top)"
      title={words.targets}
      finding={targets?.length ? words.targetsNote : undefined}
    >
      {!targets || targets.length === 0 ? (
        <EmptyState
          title={targets ? words.noTargets : words.cityOnly}
          detail={targets ? words.noTargetsHint : undefined}
        />
      ) : (
        <Table>
          <caption className="sr-only">{words.targets}</caption>
          <thead>
            <tr>
              <Th>{words.year}</Th>
              <Th numeric>{words.target}</Th>
              <Th numeric>{words.actual}</Th>
              <Th numeric>{words.reached}</Th>
              <Th className="hidden pl-8 md:table-cell">{words.document}</Th>
            </tr>
          </thead>
          <tbody>
            {targets
              .toSorted((a, b) => b.year - a.year)
              .map((target) => (
                <TargetRow
                  key={`${target.year} ${target.level}`}
                  target={target}
                  actual={years.find(({ year }) => year === target.year)}
                  locale={locale}
                />
              ))}
          </tbody>
        </Table>
      )}
      {form}
    </Section>
  );
}

type RowProps = { target: Target; actual: YearLadder | undefined; locale: Locale };

function TargetRow({ target, actual, locale }: RowProps) {
  const words = progressWords[locale];
  const reached = actual?.[target.level];
  const running = actual && !actual.day.endsWith("-12-31");
  return (
    <tr>
      <Th scope="row" className="border-b py-2.5 align-baseline">
        <span className="numeral">{target.year}</span> · {levelFilterWords[locale][target.level]}
        {running && <span className="block text-xs text-muted">{words.running(formatDate(actual.day))}</span>}
      </Th>
      <Td numeric>{formatNumber(target.target, locale)}</Td>
      <Td numeric>
        {reached === undefined ? (
          <span className="text-muted">{words.notYet}</span>
        ) : (
          formatNumber(reached, locale)
        )}
      </Td>
      <Td numeric>{reached === undefined ? "–" : formatShare(shareOf(reached, target.target), locale)}</Td>
      <Td className="hidden pl-8 text-muted md:table-cell">
        {findingWords[locale].document(target.document, formatDate(target.documentDate))}
      </Td>
    </tr>
  );
}
