import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { DataList } from "@/components/tables/data-list";
import { NumberedPager } from "@/components/tables/pager";
import { formatNumber, formatShare } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { pageOf, pageSize } from "@/lib/core/paging";
import { safetyWords } from "@/lib/safety-standard/messages";
import type { UnitLine } from "@/lib/safety-standard/queries";
import { narrowLines } from "@/lib/safety-standard/rules";
import { type OverviewFilter, verdicts } from "@/lib/safety-standard/schema";
import { missingLine } from "@/lib/safety-standard/simulator/messages";
import type { Tally } from "@/lib/safety-standard/simulator/rules";
import { VerdictWord } from "./state-word";

type Props = { lines: UnitLine[]; filter: OverviewFilter; locale: Locale };

const path = "/safety-standard";

/** Units by how much of theirs is recognised, each with what it lacks; a row opens the unit's year. */
export function UnitLines({ lines, filter, locale }: Props) {
  const { page: asked, ...chosen } = filter;
  const ranked = narrowLines(lines, filter).sort((a, b) => shareOf(b.tallies.area) - shareOf(a.tallies.area));
  const { page, shown } = pageOf(ranked, asked);
  const at = (nth: number) =>
    `${href(path, { ...chosen, year: String(filter.year), page: nth > 1 ? String(nth) : undefined })}#units`;
  return (
    <>
      {lines.length > 1 && <Filters filter={filter} locale={locale} />}
      <Rows rows={shown} year={filter.year} isNarrowed={lines.length > 0} locale={locale} />
      {ranked.length > pageSize && (
        <NumberedPager page={page} total={ranked.length} shown={shown.length} at={at} locale={locale} />
      )}
    </>
  );
}

function Filters({ filter, locale }: Omit<Props, "lines">) {
  const words = safetyWords[locale];
  const { q, verdict, unit, boundary } = filter;
  const view = { unit, boundary, year: String(filter.year) };
  const chips = [
    ...(q ? [{ label: `“${q}”`, removeHref: `${href(path, { ...view, verdict })}#units` }] : []),
    ...(verdict
      ? [{ label: words.verdicts[verdict], removeHref: `${href(path, { ...view, q })}#units` }]
      : []),
  ];
  return (
    <FilterForm
      action={path}
      hidden={view}
      chips={chips}
      clearHref={chips.length > 0 ? `${href(path, view)}#units` : undefined}
      locale={locale}
    >
      <FilterText name="q" label={words.search} value={q} />
      <FilterSelect
        name="verdict"
        label={words.verdict}
        value={verdict}
        all={words.allVerdicts}
        options={verdicts.map((value) => ({ value, label: words.verdicts[value] }))}
      />
    </FilterForm>
  );
}

type RowsProps = { rows: UnitLine[]; year: number; isNarrowed: boolean; locale: Locale };

function Rows({ rows, year, isNarrowed, locale }: RowsProps) {
  const words = safetyWords[locale];
  return (
    <DataList
      caption={words.byUnit}
      locale={locale}
      rows={rows}
      rowKey={({ ref }) => ref}
      rowHref={({ ref }) => href(`${path}/${ref}`, { year: String(year) })}
      empty={
        isNarrowed
          ? { title: words.noneFound, detail: words.noneFoundHint }
          : { title: words.emptyTitle, detail: words.emptyHint }
      }
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
