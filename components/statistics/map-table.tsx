import Link from "next/link";
import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { DataList } from "@/components/tables/data-list";
import type { Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { type FigureGroup, type MapFigure, natures } from "@/lib/statistics/map/catalog";
import { figureNames, mapWords, stateNames } from "@/lib/statistics/map/messages";
import type { FigureMap } from "@/lib/statistics/map/queries";
import { byValue, type MapClass } from "@/lib/statistics/map/rules";
import type { MapView } from "@/lib/statistics/map/schema";
import { Swatch } from "./map-legend";
import { classText, type Shading, valueText } from "./map-shading";

type Props = { found: FigureMap; view: MapView; shading: Shading; context: Context; locale: Locale };

/** The map's values from the greatest down, each with its class and its rows. */
export function MapTable({ found, view, shading, context, locale }: Props) {
  const words = mapWords[locale];
  const { figure } = view;
  const rows = found.map.units
    .map((unit, index) => ({
      ref: unit.ref,
      name: unit.fullName,
      ...(found.values[index] ?? { state: "none" as const, value: null }),
      fill: shading.fills[index] ?? "plain",
      class: shading.classes[shading.places[index] ?? -1],
    }))
    .filter(({ state }) => state !== "hidden")
    .sort(byValue);
  return (
    <Section id="table" title={words.table} finding={words.tableFinding}>
      <div className="list-lines">
        <DataList
          caption={`${words.table}: ${figureNames[locale][figure].label}`}
          locale={locale}
          rows={rows}
          rowKey={({ ref }) => ref}
          rowHref={({ ref }) => unitHref(ref, context)}
          empty={{ title: words.nothing }}
          columns={[
            { key: "name", label: words.unit, primary: true, render: ({ name }) => name },
            {
              key: "value",
              label: figureNames[locale][figure].label,
              numeric: true,
              render: (row) => (
                <ToRows
                  href={
                    row.state === "counted" && row.value
                      ? rowsOf(figure, context, row.ref, found.drawn)
                      : undefined
                  }
                >
                  {valueText(figure, row, locale)}
                </ToRows>
              ),
            },
            ...(natures[figure].group === "rural"
              ? [
                  {
                    key: "base",
                    label: words.base,
                    numeric: true,
                    render: ({ base }: { base?: number }) =>
                      base === undefined ? "" : formatNumber(base, locale),
                  },
                ]
              : []),
            ...(view.as === "areas"
              ? [
                  {
                    key: "class",
                    label: words.klass,
                    nowrap: true,
                    hideOnPhone: true,
                    render: (row: { class?: MapClass; fill: Shading["fills"][number]; state: string }) => (
                      <span className="inline-flex items-baseline gap-2">
                        <Swatch fill={row.fill} />
                        {row.class
                          ? classText(figure, row.class, locale)
                          : stateNames[locale][row.state as keyof (typeof stateNames)["vi"]]}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Section>
  );
}

/** Over the row's own link, which leads to the unit; a hundred of them travel in the page. */
const ToRows = ({ href: to, children }: { href?: string; children: ReactNode }) =>
  to === undefined ? (
    children
  ) : (
    <Link href={to} prefetch={false} className="row-link">
      {children}
    </Link>
  );

/** A unit's page for the map's period, day and boundaries, so that it tells the same number. */
export const unitHref = (ref: string, context: Context): string =>
  href(`/units/${ref}`, contextParams(context, { unit: undefined }));

const lists: Record<Exclude<FigureGroup, "units">, { path: string; filter?: Record<string, string> }> = {
  sessions: { path: "/outreach-sessions", filter: { kind: "gathering" } },
  points: { path: "/security-models/points" },
  awards: { path: "/awards" },
  rural: { path: "/rural-standard" },
};

/** The rows behind a figure, of one unit or of all; a unit's own facts stand on its page. */
export function rowsOf(
  figure: MapFigure,
  context: Context,
  unit: string | undefined,
  { boundary }: FigureMap["drawn"],
): string | undefined {
  const { group } = natures[figure];
  if (group === "units") return unit && unitHref(unit, context);
  const { path, filter } = lists[group];
  const level =
    group === "rural"
      ? { level: figure.replace("-share", ""), base: boundary === "historical" ? "current" : undefined }
      : {};
  return href(path, contextParams({ ...context, boundary, unit }, { ...filter, ...level }));
}
