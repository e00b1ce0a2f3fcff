import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { pageSize } from "@/lib/core/paging";
import { modelWords } from "@/lib/security-models/messages";
import { isWaiting } from "@/lib/security-models/points/catalog";
import type { ListColumn } from "@/lib/security-models/points/list/catalog";
import { filterNotes, listWords } from "@/lib/security-models/points/list/messages";
import type { listPoints } from "@/lib/security-models/points/list/queries";
import { pointParams } from "@/lib/security-models/points/list/rules";
import type { PointChoice } from "@/lib/security-models/points/list/schema";
import { pointWords } from "@/lib/security-models/points/messages";
import { isPast } from "@/lib/security-models/points/past/rules";
import { PointsListFigures } from "./points-list-figures";
import { PointsListFilters } from "./points-list-filters";
import { PointsListTable } from "./points-list-table";
import { PointsListTools } from "./points-list-tools";
import { RegistryViews } from "./registry-views";

type Props = {
  found: Awaited<ReturnType<typeof listPoints>>;
  choice: PointChoice;
  columns: readonly ListColumn[];
  context: Context;
  page: number;
  /** Numbers that were typed and could not be read. */
  unread: readonly string[];
  /** How many points a bulk change has just changed. */
  changed?: string;
  /** The reader's saved views. */
  saved: ReactNode;
  locale: Locale;
};

const path = "/security-models/points";

/** The points of the registry as a list: what is found, how many, narrowed and ordered by the address. */
export function PointsList({ found, choice, columns, context, page, unread, changed, saved, locale }: Props) {
  const { rows, totals, lists, indicators, modelName, may } = found;
  const words = listWords[locale];
  const view = { ...contextParams(context), ...pointParams(choice, columns) };
  const indicator = indicators.find(({ id }) => id === choice.indicator);
  const { status = "in-force" } = choice;
  const past = isPast(context.asOf);
  return (
    <>
      <PageHeader
        title={words.title}
        count={formatNumber(totals.points, locale)}
        actions={
          may.addPoint && (
            <Button asChild variant="primary">
              <Link href="/security-models/points/new" prefetch={false}>
                {modelWords[locale].addPoint}
              </Link>
            </Button>
          )
        }
      />
      <RegistryViews current="points" keep={contextParams(context)} locale={locale} />
      {changed && /^\d{1,5}$/.test(changed) && (
        <Notice title={words.changed(formatNumber(Number(changed), locale))} className="mb-6" />
      )}
      <PointsListFigures
        totals={totals}
        inForce={status !== "ended" && status !== "all" && status !== "waiting" && !isWaiting(status)}
        asOf={context.asOf}
        boundary={context.boundary}
        href={href(path, view)}
        locale={locale}
      />
      {saved}
      <PointsListFilters
        notes={filterNotes(choice, { ignored: found.ignored, unread }, locale)}
        {...{ choice, columns, context, lists, indicators, modelName, path, locale }}
      />
      <PointsListTools
        {...{ path, view, columns, locale }}
        mayChange={may.bulk && !past}
        total={totals.points}
      />
      {past && (
        <Notice title={pointWords[locale].stateOn(formatDate(context.asOf))} className="mb-3">
          {words.pastNote} <TextLink href={href(path, { ...view, asOf: today() })}>{words.seeToday}</TextLink>
        </Notice>
      )}
      <PointsListTable
        {...{ rows, columns, lists, locale }}
        total={totals.points}
        indicator={indicator && `${indicator.name} (${indicator.unitLabel})`}
        sort={choice.sort}
        sortHref={(sort) => href(path, { ...view, sort: pointParams({ sort }).sort })}
        nextHref={
          page * pageSize < totals.points ? href(path, { ...view, page: String(page + 1) }) : undefined
        }
        firstHref={page > 1 ? href(path, view) : undefined}
        locale={locale}
      />
    </>
  );
}
