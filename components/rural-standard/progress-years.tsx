import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { type Base, levels } from "@/lib/rural-standard/catalog";
import { levelFilterWords, ruralWords } from "@/lib/rural-standard/messages";
import { progressWords } from "@/lib/rural-standard/progress/messages";
import type { YearLadder } from "@/lib/rural-standard/progress/queries";

type Props = { years: YearLadder[]; context: Context; base: Base; locale: Locale };

const tones = ["bg-step-3", "bg-step-4", "bg-step-6"];

/** The ladder year by year: steps lie inside each other as on the ladder itself, and are never added (T1). */
export function ProgressYears({ years, context, base, locale }: Props) {
  const words = progressWords[locale];
  const last = years.at(-1);
  if (!last || last.base === 0) return <EmptyState title={ruralWords[locale].noCommune} />;
  const count = (value: number) => formatNumber(value, locale);
  const stated = ruralWords[locale].baseOf[base](count(last.base));
  return (
    <Section
      title={words.byYear}
      finding={words.yearFinding(formatDate(last.day), count(last.standard), stated)}
    >
      <Columns years={years} locale={locale} />
      <Table>
        <caption className="sr-only">{words.byYear}</caption>
        <thead>
          <tr>
            <Th>{words.year}</Th>
            <Th numeric>{words.base}</Th>
            {levels.map((level) => (
              <Th key={level} numeric>
                {levelFilterWords[locale][level]}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map((year) => (
            <tr key={year.year}>
              <Th scope="row" className="border-b py-2.5 align-baseline">
                <TextLink
                  href={href("/rural-standard", contextParams({ ...context, asOf: year.day }, { base }))}
                >
                  {year.year}
                </TextLink>{" "}
                {!year.day.endsWith("-12-31") && (
                  <span className="text-xs text-muted">{words.running(formatDate(year.day))}</span>
                )}
              </Th>
              <Td numeric>{count(year.base)}</Td>
              {levels.map((level) => (
                <Td key={level} numeric>
                  {count(year[level])}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-xs text-muted">
        {words.cumulativeNote}. {ruralWords[locale].source}.
      </p>
    </Section>
  );
}

/** A column a year, each step drawn inside the one below it, all of the same base. */
function Columns({ years, locale }: { years: YearLadder[]; locale: Locale }) {
  const top = Math.max(...years.map(({ base }) => base), 1);
  return (
    <div aria-hidden className="space-y-2">
      <div className="flex h-44 items-end gap-1 border-b border-edge sm:gap-2">
        {years.map((year) => (
          <div
            key={year.year}
            className="relative min-w-0 flex-1"
            style={{ height: `${(100 * year.base) / top}%` }}
          >
            <span className="absolute inset-0 border border-b-0 border-hairline bg-step-1" />
            {levels.map((level, position) => (
              <span
                key={level}
                className={`absolute bottom-0 left-0 ${tones[position]}`}
                style={{
                  height: `${(100 * year[level]) / Math.max(1, year.base)}%`,
                  width: `${100 - position * 25}%`,
                }}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="flex gap-1 text-xs text-muted sm:gap-2">
        {years.map(({ year }, position) => (
          <span key={year} className="numeral min-w-0 flex-1 text-center">
            <span className={(years.length - 1 - position) % 3 === 0 ? "" : "max-sm:hidden"}>
              {years.length > 8 ? `’${String(year).slice(2)}` : year}
            </span>
          </span>
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
        {levels.map((level, position) => (
          <li key={level} className="flex items-center gap-2">
            <span className={`size-3 rounded-[2px] ${tones[position]}`} />
            {levelFilterWords[locale][level]}
          </li>
        ))}
      </ul>
    </div>
  );
}
