import { Section } from "@/components/layout/section";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Language } from "@/lib/outreach-sessions/catalog";
import { languageWords, outreachWords } from "@/lib/outreach-sessions/messages";
import { totalsWords } from "@/lib/outreach-sessions/totals/messages";
import type { TagTotals, Totals } from "@/lib/outreach-sessions/totals/queries";
import { ComparedList } from "./compared-list";
import { Attendances } from "./totals-channels";

type Props = { tag: keyof Totals["tags"]; totals: Totals; context: Context; locale: Locale };

/** Sessions and attendances under each topic, audience or language; the finding says that one may stand under several. */
export function TagTotalsList({ tag, totals, context, locale }: Props) {
  const words = totalsWords[locale];
  const told = {
    topic: { title: words.topics, label: words.topic, note: words.topicNote },
    audience: { title: words.audiences, label: words.audience, note: words.audienceNote },
    language: { title: words.languages, label: words.language, note: words.languageNote },
  }[tag];
  const labelOf = ({ code, labelVi, labelEn }: TagTotals) =>
    tag === "language"
      ? languageWords[locale][code as Language]
      : ((locale === "vi" ? labelVi : labelEn) ?? code);
  const rows = totals.tags[tag].map((row) => ({
    name: `sessions.${tag}.${row.code}`,
    label: labelOf(row),
    value: row.sessions,
    attendances: row.attendances,
    sure: { atLeast: row.atLeast, about: row.about },
    unit: outreachWords[locale].sessionUnit,
    filter: { kind: "gathering", [tag]: row.code },
  }));
  const [first] = rows;
  const finding =
    first && first.value.all > 0 && words.most(first.label, formatNumber(first.value.all, locale));
  return (
    <Section title={told.title} finding={rows.length > 0 && [finding, told.note].filter(Boolean).join(" ")}>
      <ComparedList
        rows={rows}
        caption={told.title}
        rowLabel={told.label}
        valueLabel={outreachWords[locale].sessions}
        comparison={totals.comparison}
        more={[
          {
            key: "attendances",
            label: outreachWords[locale].attendances,
            numeric: true,
            render: ({ name, attendances, sure }) => (
              <Attendances name={`${name}.attendances`} count={attendances.all} sure={sure} locale={locale} />
            ),
          },
        ]}
        bars
        {...{ context, locale }}
      />
    </Section>
  );
}
