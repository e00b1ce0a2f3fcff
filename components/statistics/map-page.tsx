import Link from "next/link";
import { AreaMap, type MapArea } from "@/components/charts/area-map";
import { Figure } from "@/components/figures/figure";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { earlier, today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { isOfPeriod, natures } from "@/lib/statistics/map/catalog";
import { figureNames, mapWords } from "@/lib/statistics/map/messages";
import type { FigureMap } from "@/lib/statistics/map/queries";
import { byValue, qualifierOf, type Ranked, rounded } from "@/lib/statistics/map/rules";
import { type MapView, mapParams } from "@/lib/statistics/map/schema";
import { mapWidth } from "@/lib/units/map/rules";
import { MapChoices } from "./map-choices";
import { MapLegend } from "./map-legend";
import { greatestBubble, type Shading, shade, valueText } from "./map-shading";
import { MapTable, rowsOf, unitHref } from "./map-table";

type Props = {
  found: FigureMap;
  view: MapView;
  context: Context;
  path: string;
  wholeCity: boolean;
  ownUnit: number | null;
  mayUpload: boolean;
  locale: Locale;
};

/** A figure on the map: what it says in words, the drawing, its classes, and the same as a table. */
export function MapPage(props: Props) {
  const { found, view, context, path, wholeCity, ownUnit, mayUpload, locale } = props;
  const words = mapWords[locale];
  const shading = shade(found, view);
  const name = figureNames[locale][view.figure];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={wholeCity ? undefined : words.ofReach}
        actions={
          mayUpload && (
            <Link href="/map/boundaries" prefetch={false} className={buttonStyle()}>
              {words.boundaries}
            </Link>
          )
        }
      />
      <MapChoices {...{ view, context, path, locale }} />
      <div className="space-y-10">
        {!found.drawn.asked && <Notice>{words.notThen}</Notice>}
        {ofToday(props) && (
          <Notice>
            {words.ofTodaysCommunes}{" "}
            <TextLink href={href(path, contextParams({ ...context, boundary: "current" }, mapParams(view)))}>
              {words.toFormerCommunes}
            </TextLink>
          </Notice>
        )}
        <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,46rem)_minmax(14rem,20rem)]">
          <figure className="min-w-0 space-y-3">
            <div>
              <h2 className="text-lg font-semibold">{name.label}</h2>
              <p className="max-w-prose text-sm text-muted">{finding(props)}</p>
            </div>
            <a
              href="#table"
              className="sr-only rounded-md bg-surface px-3 py-2 text-sm text-green underline focus:not-sr-only print:hidden"
            >
              {words.skip}
            </a>
            <AreaMap
              title={`${words.title}: ${name.label}`}
              width={mapWidth}
              height={found.map.height}
              areas={areasOf(found, view, shading, context, ownUnit, locale)}
              scale={view.as === "bubbles" ? scaleOf(shading.most) : []}
              locale={locale}
            />
            <Caption {...props} />
          </figure>
          <div className="space-y-6">
            <Total {...props} />
            <MapLegend {...{ found, view, shading, locale }} />
          </div>
        </div>
        <MapTable {...{ found, view, shading, context, locale }} />
      </div>
    </>
  );
}

/** The ladder of the communes there are today, which is not that of the 167 of 30/06/2025 (T2). */
const ofToday = ({ found, view }: Props) =>
  natures[view.figure].group === "rural" && found.drawn.boundary === "historical";

function areasOf(
  found: FigureMap,
  { figure }: MapView,
  { fills, radii }: Shading,
  context: Context,
  ownUnit: number | null,
  locale: Locale,
): MapArea[] {
  return found.map.units.map(({ id, ref, name, fullName, d, at, area }, index) => {
    const value = found.values[index] ?? { state: "none" as const, value: null };
    return {
      key: String(id),
      name,
      label: `${fullName}: ${valueText(figure, value, locale)}`,
      href: value.state === "hidden" ? undefined : unitHref(ref, context),
      d,
      at,
      area,
      fill: fills[index] ?? "plain",
      radius: radii[index],
      marked: id === ownUnit,
    };
  });
}

/** The greatest value and a quarter of it, which is half as wide. */
const scaleOf = (most: number) =>
  most < 4
    ? [{ value: most, radius: greatestBubble }]
    : [
        { value: most, radius: greatestBubble },
        {
          value: Math.round(most / 4),
          radius: Math.round(greatestBubble * Math.sqrt(Math.round(most / 4) / most)),
        },
      ];

/** Who has most, and how many have nothing or said nothing. */
function finding({ found, view, locale }: Props): string {
  const words = mapWords[locale];
  const ranked = found.map.units
    .map(({ fullName }, index) => ({
      name: fullName,
      ...(found.values[index] ?? { state: "none" as const, value: null }),
    }))
    .sort(byValue);
  const [first] = ranked;
  const number = (state: string) => ranked.filter((unit) => unit.state === state).length;
  const [without, nils] = [number("none"), number("nil")];
  return [
    first?.value ? highest(ranked, view, locale) : words.nothing,
    nils > 0 && words.nils(formatNumber(nils, locale)),
    without > 0 && words.without(formatNumber(without, locale)),
  ]
    .filter(Boolean)
    .join("; ");
}

/** The unit with the greatest value, or how many share it. */
function highest(ranked: readonly Ranked[], { figure }: MapView, locale: Locale): string {
  const words = mapWords[locale];
  const [first] = ranked as [Ranked];
  const value = valueText(figure, { ...first, base: undefined }, locale);
  const equal = ranked.filter((unit) => unit.state === first.state && unit.value === first.value).length;
  return equal > 1 ? words.mostOf(formatNumber(equal, locale), value) : words.most(first.name, value);
}

function Total(props: Props) {
  const { found, view, context, wholeCity, locale } = props;
  const words = mapWords[locale];
  const { figure } = view;
  const { is, digits, group } = natures[figure];
  const { total, outside } = found;
  const { label, unit, definition } = figureNames[locale][figure];
  const value =
    total.value === null ? null : rounded(is === "share" ? total.value * 100 : total.value, digits);
  return (
    <div className="-mx-4 border-y lg:mx-0">
      <Figure
        name={`map.${figure}`}
        value={value}
        qualifier={qualifierOf(total)}
        unit={
          total.base !== undefined
            ? `${is === "share" ? `% ${unit}, ` : ""}${words.ofCommunes(formatNumber(total.base, locale))}`
            : is === "share"
              ? `% ${unit}`
              : unit
        }
        label={wholeCity ? `${label}, ${words.total.toLowerCase()}` : label}
        definition={ofToday(props) ? words.ofTodaysCommunes : definition}
        source={words.sources[group]}
        boundary={context.boundary}
        asOf={isOfPeriod(figure) ? earlier(context.period.to, today()) : context.asOf}
        href={rowsOf(figure, context, undefined, found.drawn)}
        note={
          outside !== null && outside > 0
            ? (group === "awards" ? words.outsideAwards : words.outside)(formatNumber(outside, locale))
            : undefined
        }
        locale={locale}
      />
      {outside !== null && outside > 0 && (
        <p className="px-4 pb-3 text-xs text-muted">
          {(group === "awards" ? words.outsideAwards : words.outside)(formatNumber(outside, locale))}
        </p>
      )}
    </div>
  );
}

/** What the shapes are, and where the numbers come from up to when. */
function Caption({ found, view, context, locale }: Props) {
  const words = mapWords[locale];
  const { source, units, unplaced } = found.map;
  const schematic = units.filter(({ official }) => !official).length;
  const { group } = natures[view.figure];
  const until = isOfPeriod(view.figure) ? earlier(context.period.to, today()) : context.asOf;
  return (
    <figcaption className="space-y-1 text-xs text-muted">
      <p>
        {source === null ? words.schematic : words.official(source)}
        {source !== null && schematic > 0 && `. ${words.partly(formatNumber(schematic, locale))}`}
        {unplaced > 0 && `. ${words.unplaced(formatNumber(unplaced, locale))}`}
      </p>
      <p>
        {isOfPeriod(view.figure) && `${words.period(periodLabel(context.period, locale))} `}
        {words.source(words.sources[group], formatDate(until))}
      </p>
    </figcaption>
  );
}
