import { TimeSeries } from "@/components/charts/time-series";
import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import type { Boundary } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { replicationWords } from "@/lib/security-models/replication/messages";
import type { ReplicationSummary as Summary } from "@/lib/security-models/replication/queries";
import { everyYear, strongestYear } from "@/lib/security-models/replication/rules";

type Props = {
  summary: Summary;
  asOf: string;
  /** Null where every unit is counted. */
  boundary: Boundary | null;
  href: string;
  /** Without the years, where a page draws them already. */
  brief?: boolean;
  locale: Locale;
};

/** How far a model was copied, and how many points it gained each year; `href` leads to the trees behind it. */
export function ReplicationSummary({ summary, asOf, boundary, href, brief = false, locale }: Props) {
  const words = replicationWords[locale];
  const common = { asOf, boundary, source: words.source, href, locale };
  const last = earlier(asOf, today());
  const years = everyYear(summary.years, Number(last.slice(0, 4)));
  const strongest = strongestYear(years);
  return (
    <div className="space-y-6">
      <FigureRow label={words.title}>
        <Figure
          {...common}
          name="replication.originals"
          value={summary.originals}
          unit={words.pointUnit}
          label={words.originals}
          definition={words.originalsDefinition}
        />
        <Figure
          {...common}
          name="replication.copies"
          value={summary.copies}
          unit={words.pointUnit}
          label={words.copies}
          definition={words.copiesDefinition}
        />
        <Figure
          {...common}
          name="replication.generations"
          value={summary.generations}
          unit={words.generationUnit}
          label={words.generations}
          definition={words.generationsDefinition}
        />
      </FigureRow>
      {!brief && (
        <TimeSeries
          title={words.growth}
          finding={
            strongest &&
            words.growthFinding(strongest.year, strongest.fresh + strongest.replicated, strongest.replicated)
          }
          points={years.map(({ year, fresh, replicated }) => ({
            label: String(year),
            from: `${year}-01-01`,
            to: earlier(`${year}-12-31`, last),
            value: fresh + replicated,
            second: replicated,
          }))}
          valueLabel={words.growthTotal}
          secondLabel={words.growthCopies}
          locale={locale}
        />
      )}
    </div>
  );
}
