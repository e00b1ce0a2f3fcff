import Link from "next/link";
import { FigureRow } from "@/components/figures/figure-row";
import { EmptyState } from "@/components/layout/empty-state";
import { OneView } from "@/components/layout/one-view";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Pager } from "@/components/tables/pager";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { earlier, today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { pageSize } from "@/lib/core/paging";
import { periodLabel } from "@/lib/core/periods";
import { indicatorWords } from "@/lib/security-models/indicators/messages";
import { saveReadings } from "@/lib/security-models/readings/actions";
import { readingWords } from "@/lib/security-models/readings/messages";
import type { ReadingGrid as Grid, listReadings } from "@/lib/security-models/readings/queries";
import { gridPath } from "@/lib/security-models/readings/schema";
import { IndicatorFigure } from "./indicator-figure";
import { IndicatorTrends } from "./indicator-trends";
import { ReadingChoice } from "./reading-choice";
import { ReadingGrid } from "./reading-grid";
import { LockForm, LockNotice } from "./reading-lock";
import { RegistryViews } from "./registry-views";

type Props = {
  found: Awaited<ReturnType<typeof listReadings>>;
  unit?: string;
  missing: boolean;
  page: number;
  owner: string;
  wholeCity: boolean;
  /** What a form on this page has just done. */
  done?: { saved?: string; lock?: "locked" | "unlocked" };
  locale: Locale;
};

/** The readings of a model's period: totals, what is missing, the grid, the lock, the trend. */
export function ReadingPage(props: Props) {
  const { found, unit, locale } = props;
  const words = readingWords[locale];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={found.may.record ? words.lead : words.leadReadOnly}
        actions={
          found.may.define && found.model ? (
            <TextLink href={`/security-models/${found.model.id}/indicators`}>
              {indicatorWords[locale].manage}
            </TextLink>
          ) : undefined
        }
      />
      <RegistryViews current="readings" keep={{ unit }} locale={locale} />
      <OneView why="today" locale={locale} />
      {found.grid && found.model ? (
        <GridPart {...props} grid={found.grid} model={found.model} />
      ) : (
        <Nothing found={found} locale={locale} />
      )}
    </>
  );
}

/** No model is asked for figures, or not the one that was looked for. */
function Nothing({ found: { model, may }, locale }: Pick<Props, "found" | "locale">) {
  const words = indicatorWords[locale];
  if (!model)
    return <EmptyState title={readingWords[locale].emptyTitle} detail={readingWords[locale].emptyHint} />;
  return (
    <Section title={model.name}>
      <EmptyState
        title={words.emptyTitle}
        detail={words.emptyHint}
        action={
          may.define && (
            <TextLink href={`/security-models/${model.id}/indicators/new`}>{words.create}</TextLink>
          )
        }
      />
    </Section>
  );
}

type Model = NonNullable<Props["found"]["model"]>;

function GridPart(props: Props & { grid: Grid; model: Model }) {
  const { found, grid, model, unit, missing, page, owner, wholeCity, done, locale } = props;
  const words = readingWords[locale];
  const { period, lock } = grid;
  const at = { model: model.id, period: period.key, unit };
  const view = new URLSearchParams(
    Object.entries({
      ...at,
      missing: missing ? "1" : undefined,
      page: page > 1 ? String(page) : undefined,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  const label = periodLabel(period, locale);
  return (
    <>
      <ReadingChoice
        models={found.models}
        model={model.id}
        periods={grid.periods}
        period={period}
        units={found.units}
        {...{ unit, wholeCity, locale }}
      />
      {done?.saved && (
        <Notice title={words.savedCount(formatNumber(Number(done.saved) || 0, locale))} className="mb-4" />
      )}
      {done?.lock && (
        <Notice title={done.lock === "locked" ? words.lockDone : words.unlockDone} className="mb-4" />
      )}
      <div className="space-y-10">
        <Section
          title={`${model.name}, ${label}`}
          finding={`${formatDate(period.from)} – ${formatDate(period.to)}`}
        >
          {grid.figures.length > 0 && (
            <FigureRow label={words.totals}>
              {grid.figures.map((row) => (
                <IndicatorFigure
                  key={row.id}
                  indicator={{ ...row, ...row.total }}
                  boundary="current"
                  locale={locale}
                />
              ))}
            </FigureRow>
          )}
        </Section>
        <div>
          <LockNotice lock={lock} locale={locale} />
          <Missing {...props} view={at} />
          {grid.rows.length > 0 ? (
            <ReadingGrid
              key={view}
              action={saveReadings}
              owner={owner}
              modelId={model.id}
              period={period.key}
              view={view}
              title={words.grid(model.name, label)}
              columns={grid.columns.map(
                ({ id, name, unitLabel, decimals, least, overTime, required, open }) => ({
                  id,
                  name,
                  unitLabel,
                  decimals,
                  least,
                  overTime,
                  required,
                  open,
                }),
              )}
              rows={grid.rows}
              readOnly={!found.may.record || lock !== undefined}
              locked={lock !== undefined}
              follow={!missing}
              locale={locale}
            />
          ) : (
            <EmptyState
              title={missing ? words.noneMissing : words.noPointsTitle}
              detail={missing ? words.noneMissingHint : words.noPointsHint}
            />
          )}
          {grid.found > 0 && (
            <Pager
              shown={grid.rows.length}
              total={grid.found}
              nextHref={page * pageSize < grid.found ? gridPath(view, { page: String(page + 1) }) : undefined}
              firstHref={page > 1 ? gridPath(view, { page: undefined }) : undefined}
              locale={locale}
            />
          )}
          <div className="pt-4">
            <LockForm modelId={model.id} grid={grid} view={view} may={found.may} locale={locale} />
          </div>
        </div>
        <Section title={words.trend}>
          <IndicatorTrends
            indicators={grid.figures}
            context={{ period, boundary: "current", asOf: earlier(period.to, today()), unit }}
            locale={locale}
          />
        </Section>
      </div>
    </>
  );
}

/** How many required figures are missing over all pages, and the way to the points that lack them. */
function Missing({
  grid,
  missing,
  view,
  locale,
}: Pick<Props, "missing" | "locale"> & { grid: Grid; view: Record<string, string | undefined> }) {
  const words = readingWords[locale];
  if (grid.points === 0) return null;
  const to = new URLSearchParams(
    Object.entries(view).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 pb-3 text-sm">
      <p className={grid.missing > 0 ? "font-medium text-ochre" : "text-muted"}>
        {grid.missing > 0
          ? words.missing(formatNumber(grid.missing, locale), formatNumber(grid.missingPoints, locale))
          : words.complete}
      </p>
      {(missing || grid.missing > 0) && (
        <Link
          href={gridPath(to, { missing: missing ? undefined : "1" })}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-green underline underline-offset-3 lg:min-h-0 print:hidden"
        >
          {missing ? words.allPoints : words.onlyMissing}
        </Link>
      )}
    </div>
  );
}
