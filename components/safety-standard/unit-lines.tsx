import { DataList } from "@/components/tables/data-list";
import { formatNumber, formatShare } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { safetyWords } from "@/lib/safety-standard/messages";
import type { UnitLine } from "@/lib/safety-standard/queries";
import type { SafetyView } from "@/lib/safety-standard/schema";
import { missingLine } from "@/lib/safety-standard/simulator/messages";
import type { Tally } from "@/lib/safety-standard/simulator/rules";
import { VerdictWord } from "./state-word";

type Props = { lines: UnitLine[]; view: SafetyView; locale: Locale };

/** Units by how much of theirs is recognised, each with what it lacks; a row opens the unit's year. */
export function UnitLines({ lines, view, locale }: Props) {
  const words = safetyWords[locale];
  const ranked = [...lines].sort((a, b) => shareOf(b.tallies.area) - shareOf(a.tallies.area));
  return (
    <DataList
      caption={words.byUnit}
      locale={locale}
      rows={ranked}
      rowKey={({ ref }) => ref}
      rowHref={({ ref }) => href(`/safety-standard/${ref}`, { year: String(view.year) })}
      empty={{ title: words.emptyTitle, detail: words.emptyHint }}
      columns={[
        { key: "unit", label: words.unit, primary: true, render: ({ fullName }) => fullName },
        {
          key: "verdict",
          label: words.verdict,
          nowrap: true,
          render: ({ verdict }) => <VerdictWord verdict={verdict} locale={locale} />,
        },
        {
          key: "areas",
          label: words.areas,
          numeric: true,
          nowrap: true,
          render: ({ tallies }) => <Share tally={tallies.area} locale={locale} />,
        },
        {
          key: "others",
          label: words.others,
          numeric: true,
          nowrap: true,
          hideOnPhone: true,
          render: ({ tallies }) => <Share tally={others(tallies)} locale={locale} />,
        },
        {
          key: "missing",
          label: words.missing,
          render: ({ lacking, verdict }) =>
            verdict === null
              ? null
              : (missingLine(lacking, locale) ?? <Nothing verdict={verdict} locale={locale} />),
        },
      ]}
    />
  );
}

const Nothing = ({ verdict, locale }: { verdict: string; locale: Locale }) =>
  verdict === "met" ? <span className="text-muted">{safetyWords[locale].nothingMissing}</span> : null;

/** A unit without a list comes last. */
const shareOf = ({ base, recognized }: Tally): number => (base === 0 ? -1 : recognized / base);

const others = ({ agency, enterprise, school }: UnitLine["tallies"]): Tally => {
  const sum = (of: keyof Tally) => agency[of] + enterprise[of] + school[of];
  return { base: sum("base"), registered: sum("registered"), recognized: sum("recognized") };
};

function Share({ tally, locale }: { tally: Tally; locale: Locale }) {
  const { base, recognized } = tally;
  if (base === 0) return <span className="text-muted">{safetyWords[locale].noData}</span>;
  return (
    <>
      {formatNumber(recognized, locale)}/{formatNumber(base, locale)}
      <span className="text-muted"> · {formatShare(recognized / base, locale)}</span>
    </>
  );
}
