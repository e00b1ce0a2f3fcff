import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import { Segments } from "@/components/ui/segments";
import { StatusDot } from "@/components/ui/status-dot";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { shareOf } from "@/lib/rural-standard/rules";
import { urbanWords } from "@/lib/rural-standard/urban/messages";
import type { UrbanRow } from "@/lib/rural-standard/urban/queries";
import { type UrbanState, urbanStates } from "@/lib/rural-standard/urban/schema";

type Props = {
  found: { rows: UrbanRow[]; base: number; recognised: number };
  state?: UrbanState;
  context: Context;
  path: string;
  locale: Locale;
};

/** How many wards are đô thị văn minh on the day, of the wards in force on it, and which. */
export function UrbanView({ found, state, context, path, locale }: Props) {
  const words = urbanWords[locale];
  const { base, recognised } = found;
  if (base === 0) return <EmptyState title={words.noWard} detail={words.noWardHint} />;
  const common = {
    unit: words.unit,
    boundary: context.boundary,
    asOf: context.asOf,
    source: words.source,
    locale,
  };
  const rows = (state: UrbanState | undefined) => `${href(path, contextParams(context, { state }))}#wards`;
  const share = (count: number) => formatShare(shareOf(count, base), locale);
  const count = (value: number) => formatNumber(value, locale);
  return (
    <>
      <p className="pb-3 text-sm text-muted">
        {words.finding(count(recognised), count(base), formatDate(context.asOf), share(recognised))}
      </p>
      <FigureRow label={words.title}>
        <Figure
          {...common}
          name="urban.base"
          label={words.all}
          value={base}
          definition={words.baseDefinition}
          href={rows(undefined)}
          size="wide"
        />
        <Figure
          {...common}
          name="urban.recognised"
          label={words.recognised}
          value={recognised}
          share={share(recognised)}
          definition={words.definition}
          href={rows("recognised")}
          size="wide"
        />
        <Figure
          {...common}
          name="urban.none"
          label={words.none}
          value={base - recognised}
          share={share(base - recognised)}
          definition={words.noneDefinition}
          href={rows("none")}
          size="wide"
        />
      </FigureRow>
      <Section
        id="wards"
        className="mt-10 scroll-mt-(--sticky-top)"
        title={words.list}
        actions={
          <Segments
            label={words.filter}
            segments={[undefined, ...urbanStates].map((choice) => ({
              label: choice ? words.states[choice] : words.allStates,
              current: choice === state,
              href: rows(choice),
            }))}
          />
        }
      >
        <UrbanTable rows={found.rows} caption={words.list} locale={locale} />
      </Section>
    </>
  );
}

/** Wards with the decision that stands, or none. */
export function UrbanTable({ rows, caption, locale }: { rows: UrbanRow[]; caption: string; locale: Locale }) {
  const words = urbanWords[locale];
  return (
    <DataList
      caption={caption}
      locale={locale}
      rows={rows}
      rowKey={(row) => row.ref}
      rowHref={(row) => `/rural-standard/urban/${row.ref}`}
      empty={{ title: words.noWard }}
      columns={[
        { key: "ward", label: words.ward, primary: true, render: (row) => row.fullName },
        {
          key: "standing",
          label: words.standing,
          render: (row) => (
            <StatusDot tone={row.decisionNumber === null ? "muted" : "good"}>
              {row.decisionNumber === null ? words.none : words.recognised}
            </StatusDot>
          ),
        },
        {
          key: "decision",
          label: words.decisionLabel,
          hideOnPhone: true,
          render: (row) =>
            row.decisionNumber === null || row.decisionDate === null
              ? "–"
              : words.decision(row.decisionNumber, formatDate(row.decisionDate)),
        },
        {
          key: "since",
          label: words.validFrom,
          numeric: true,
          hideOnPhone: true,
          render: (row) => (row.validFrom === null ? "–" : formatDate(row.validFrom)),
        },
      ]}
    />
  );
}
