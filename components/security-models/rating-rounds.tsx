import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { Table, Td, Th } from "@/components/ui/table";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { profileWords } from "@/lib/security-models/profile/messages";
import type { RatingRound } from "@/lib/security-models/profile/queries";

type Props = { rounds: RatingRound[]; locale: Locale };

/** How a model's points were rated, round by round; the share is made of the round's own sums. */
export function RatingRounds({ rounds, locale }: Props) {
  const words = profileWords[locale];
  const [latest] = rounds;
  if (!latest)
    return (
      <Section title={words.rounds}>
        <EmptyState title={words.noRounds} detail={words.noRoundsHint} />
      </Section>
    );
  const count = (value: number) => formatNumber(value, locale);
  const grades = gradesIn(rounds);
  return (
    <Section
      title={words.rounds}
      finding={words.roundsFinding(
        formatShare(best(latest) / ratedIn(latest), locale),
        count(best(latest)),
        count(ratedIn(latest)),
        formatDate(latest.ratedOn),
      )}
    >
      <Table>
        <caption className="sr-only">{words.rounds}</caption>
        <thead>
          <tr>
            <Th>{words.round}</Th>
            <Th className="w-[34%]">{words.share}</Th>
            {grades.map((grade) => (
              <Th key={grade.code} numeric>
                {locale === "vi" ? grade.labelVi : grade.labelEn}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.ratedOn}>
              <Td className="numeral whitespace-nowrap">{formatDate(round.ratedOn)}</Td>
              <Td>
                <span className="flex items-center gap-2">
                  <span className="hidden h-3 grow bg-step-1 sm:block">
                    <span
                      aria-hidden
                      className="block h-3 bg-step-5"
                      style={{ width: `${(best(round) / ratedIn(round)) * 100}%` }}
                    />
                  </span>
                  <span className="numeral shrink-0">
                    {formatShare(best(round) / ratedIn(round), locale)}
                  </span>
                </span>
              </Td>
              {grades.map(({ code }) => (
                <Td key={code} numeric>
                  {count(round.grades.find((grade) => grade.code === code)?.points ?? 0)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

const best = ({ grades }: RatingRound) => grades.find(({ position }) => position === 1)?.points ?? 0;
const ratedIn = ({ grades }: RatingRound) => grades.reduce((sum, { points }) => sum + points, 0);
/** Every grade that was given in any of the rounds, the best first. */
const gradesIn = (rounds: RatingRound[]) =>
  [...new Map(rounds.flatMap(({ grades }) => grades).map((grade) => [grade.code, grade])).values()].sort(
    (a, b) => a.position - b.position,
  );
