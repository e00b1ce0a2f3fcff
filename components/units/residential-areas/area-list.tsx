import Link from "next/link";
import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { areaWords } from "@/lib/units/residential-areas/messages";
import type { AreaRow } from "@/lib/units/residential-areas/queries";
import type { AreaFilter } from "@/lib/units/residential-areas/schema";
import { isDissolved } from "@/lib/units/rules";
import { AreaFilters } from "./area-filters";
import { AreaTable } from "./area-table";

type Props = {
  found: {
    unit: { ref: string; fullName: string; validTo: string | null };
    rows: AreaRow[];
    sums: { areas: number; households: number | null; population: number | null; without: number };
    existed: boolean;
    may: { create: boolean; import: boolean };
  };
  filter: AreaFilter;
  context: Context;
  locale: Locale;
};

/** The head of a unit's list: what it is of, and what may be done. */
export function AreasHeader({ found, locale }: Pick<Props, "found" | "locale">) {
  const words = areaWords[locale];
  const { unit, may } = found;
  return (
    <PageHeader
      title={words.title}
      count={formatNumber(found.sums.areas, locale)}
      lead={words.lead}
      back={<TextLink href={`/units/${unit.ref}`}>{unit.fullName}</TextLink>}
      actions={
        <>
          {may.import && (
            <Button asChild>
              <Link href={href("/units/areas/import", { unit: unit.ref })} prefetch={false}>
                {words.importAction}
              </Link>
            </Button>
          )}
          {may.create && (
            <Button asChild variant="primary">
              <Link href={`/units/${unit.ref}/areas/new`} prefetch={false}>
                {words.add}
              </Link>
            </Button>
          )}
        </>
      }
    />
  );
}

/** A unit's areas as of a day, with what they come to; the figures are those of the rows in being that day. */
export function AreaList({ found, filter, context, locale }: Props) {
  const words = areaWords[locale];
  const { unit, sums, rows, existed } = found;
  const path = `/units/${unit.ref}/areas`;
  if (!existed && rows.length === 0) return <NotThen {...{ unit, context, locale }} />;
  const narrowed = Boolean(filter.q) || filter.state !== "current";
  const figure = {
    asOf: context.asOf,
    boundary: context.boundary,
    source: words.source,
    locale,
    size: "wide" as const,
  };
  const note = sums.without > 0 ? words.without(formatNumber(sums.without, locale)) : undefined;
  return (
    <div className="space-y-8">
      <FigureRow label={unit.fullName}>
        <Figure
          {...figure}
          name="areas"
          label={words.figures.areas}
          value={sums.areas}
          unit={words.areasUnit}
          definition={words.definitions.areas}
          href="#areas"
        />
        <Figure
          {...figure}
          name="area-households"
          label={words.figures.households}
          value={sums.households}
          unit={words.householdsUnit}
          definition={words.definitions.households}
          note={note}
          href="#areas"
        />
        <Figure
          {...figure}
          name="area-population"
          label={words.figures.population}
          value={sums.population}
          unit={words.peopleUnit}
          definition={words.definitions.population}
          note={note}
          href="#areas"
        />
      </FigureRow>
      <section id="areas" aria-label={words.title} className="scroll-mt-(--sticky-top)">
        <AreaFilters {...{ filter, context, path, locale }} />
        <AreaTable
          rows={rows}
          empty={
            narrowed
              ? { title: words.emptyTitle, detail: words.emptyHint }
              : { title: words.noneTitle, detail: found.may.create ? words.noneHint : undefined }
          }
          locale={locale}
        />
      </section>
    </div>
  );
}

function NotThen({
  unit,
  context,
  locale,
}: {
  unit: Props["found"]["unit"];
  context: Context;
  locale: Locale;
}) {
  const words = areaWords[locale];
  const gone = isDissolved(unit) && context.boundary === "current";
  return (
    <EmptyState
      title={gone ? words.formerTitle : words.notThenTitle}
      detail={gone ? words.formerHint : words.notThenHint}
      action={
        gone && (
          <TextLink
            href={href(`/units/${unit.ref}/areas`, {
              boundary: "historical",
              asOf: unit.validTo ?? undefined,
            })}
          >
            {words.seeThen}
          </TextLink>
        )
      }
    />
  );
}
