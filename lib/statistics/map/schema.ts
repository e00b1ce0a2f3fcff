import * as z from "zod";
import { contextInput, one, type SearchParams } from "@/lib/core/context";
import { figures, natures } from "./catalog";

/** Classes of as many units each, of equal width, or with the borders somebody typed. */
export const classings = ["quantile", "equal", "manual"] as const;
export type Classing = (typeof classings)[number];
export const leastClasses = 3;
export const mostClasses = 6;

const view = z.object({
  figure: z.enum(figures).default("sessions"),
  as: z.enum(["areas", "bubbles"]).default("areas"),
  classes: z.enum(classings).default("quantile"),
  count: z.coerce.number().int().min(leastClasses).max(mostClasses).default(5),
});

/** What a map is asked for: the figure, through the context. */
export const mapInput = z.object({ context: contextInput, figure: z.enum(figures) });

export type MapView = z.output<typeof view> & {
  /** Borders that were typed, ascending; where there are none, classes fall back to quantiles. */
  breaks: number[];
};

/** How the address wants the map drawn; what cannot be read is as usual. */
export function readMapView(params: SearchParams): MapView {
  const { figure, as, classes, count } = view.shape;
  const asked = {
    figure: figure.catch("sessions").parse(one(params.figure)),
    as: as.catch("areas").parse(one(params.as)),
    classes: classes.catch("quantile").parse(one(params.classes)),
    count: count.catch(5).parse(one(params.count)),
    breaks: readBreaks(one(params.breaks) ?? ""),
  };
  return {
    ...asked,
    as: natures[asked.figure].is === "count" ? asked.as : "areas",
    classes: asked.classes === "manual" && asked.breaks.length === 0 ? "quantile" : asked.classes,
  };
}

/**
 * Borders typed by hand: "10; 20; 1.250", ascending whatever the order, at most five. A comma or point before three
 * digits groups thousands, before anything else it begins decimals.
 */
export function readBreaks(typed: string): number[] {
  const numbers = typed
    .slice(0, 200)
    .split(/[;\s|]+/)
    .filter((part) => /^\d+([.,]\d+)*$/.test(part))
    .map((part) => Number(part.replace(/[.,](?=\d{3}(?:\D|$))/g, "").replace(",", ".")))
    .filter((number) => Number.isFinite(number) && number < 1e12);
  return [...new Set(numbers)].sort((a, b) => a - b).slice(0, mostClasses - 1);
}

/** The view as address parameters; what is as usual is left out. */
export function mapParams(choice: MapView): Record<string, string | undefined> {
  return {
    figure: choice.figure === "sessions" ? undefined : choice.figure,
    as: choice.as === "areas" ? undefined : choice.as,
    classes: choice.classes === "quantile" ? undefined : choice.classes,
    count: choice.count === 5 ? undefined : String(choice.count),
    breaks: choice.breaks.length ? choice.breaks.join(";") : undefined,
  };
}
