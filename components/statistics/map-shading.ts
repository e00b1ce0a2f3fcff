import type { MapFill } from "@/components/charts/area-map";
import { figureWords } from "@/components/layout/words";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type MapFigure, natures } from "@/lib/statistics/map/catalog";
import { figureNames, stateNames } from "@/lib/statistics/map/messages";
import type { FigureMap } from "@/lib/statistics/map/queries";
import {
  bubbleRadius,
  classAt,
  classesOf,
  type MapClass,
  type MapValue,
  qualifierOf,
  rounded,
  stepOf,
} from "@/lib/statistics/map/rules";
import type { MapView } from "@/lib/statistics/map/schema";

/** The greatest bubble's radius, in the drawing's units. */
export const greatestBubble = 76;

/** A value as the map writes and classes it: shares in percent. */
const written = (figure: MapFigure, value: number): number =>
  natures[figure].is === "share" ? value * 100 : value;

/** A number of the figure without what it measures: "365", "66,7 %". */
export function numberText(figure: MapFigure, value: number, locale: Locale): string {
  const { digits, is } = natures[figure];
  const text = formatNumber(rounded(value, digits), locale);
  return is === "share" ? `${text}\u00a0%` : text;
}

/** A unit's value in words: "365 cuộc", "hơn 120 thành viên", "66,7 % xã đạt chuẩn (2/3)", "Chưa có số liệu". */
export function valueText(figure: MapFigure, measured: MapValue, locale: Locale): string {
  const { state, value, base } = measured;
  if (value === null || state === "nil") return stateNames[locale][state === "counted" ? "none" : state];
  const { unit } = figureNames[locale][figure];
  const number = numberText(figure, written(figure, value), locale);
  const of = base === undefined || natures[figure].is === "share" ? "" : `/${formatNumber(base, locale)}`;
  const qualifier = qualifierOf(measured);
  return `${qualifier === "exact" ? "" : `${figureWords[locale][qualifier]} `}${number}${of} ${unit}`;
}

export type Shading = {
  classes: MapClass[];
  /** One for each of the map's units. */
  fills: MapFill[];
  radii: (number | undefined)[];
  /** The place of each unit's class; -1 when it has none. */
  places: number[];
  most: number;
};

/** Classes of a figure with the step, bubble and place of every unit. */
export function shade({ values }: Pick<FigureMap, "values">, view: MapView): Shading {
  const { figure } = view;
  const { digits } = natures[figure];
  const numbers = values.map(({ state, value }) =>
    state === "counted" && value !== null ? written(figure, value) : undefined,
  );
  const known = numbers.filter((number) => number !== undefined);
  const classes = classesOf(known, view, digits);
  const most = Math.max(0, ...known);
  const places = numbers.map((number) => (number === undefined ? -1 : classAt(classes, number, digits)));
  const bubbles = view.as === "bubbles";
  return {
    classes,
    places,
    most,
    fills: values.map(({ state }, index): MapFill => {
      if (state !== "counted") return state;
      return bubbles ? "plain" : (stepOf(places[index] ?? -1, classes.length) as MapFill);
    }),
    radii: numbers.map((number) => (bubbles ? bubbleRadius(number ?? 0, most, greatestBubble) : undefined)),
  };
}

/** From a least to a greatest value of a class, once where they are one. */
export function classText(figure: MapFigure, { from, to }: MapClass, locale: Locale): string {
  const text = (value: number) => numberText(figure, value, locale);
  return from === to ? text(from) : `${text(from)} – ${text(to)}`;
}
