import type { MapFill } from "@/components/charts/area-map";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { mapWords, stateNames } from "@/lib/statistics/map/messages";
import type { FigureMap } from "@/lib/statistics/map/queries";
import { stepOf } from "@/lib/statistics/map/rules";
import type { MapView } from "@/lib/statistics/map/schema";
import { classText, type Shading } from "./map-shading";

type Props = { found: FigureMap; view: MapView; shading: Shading; locale: Locale };

/** What the colours mean, the greatest class first, and what stands where there is no number. */
export function MapLegend({ found, view, shading, locale }: Props) {
  const words = mapWords[locale];
  const { classes } = shading;
  const states = (["nil", "none", "inapplicable", "hidden"] as const)
    .map((state) => ({ state, units: found.values.filter((value) => value.state === state).length }))
    .filter(({ units }) => units > 0);
  if (view.as === "bubbles" && states.length === 0) return null;
  return (
    <section aria-label={words.legend} className="text-sm">
      <h2 className="pb-2 text-xs text-muted">{words.legend}</h2>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1.5 sm:grid-cols-3 xl:grid-cols-1">
        {view.as === "areas" &&
          classes
            .map((one, index) => (
              <Entry
                key={one.from}
                fill={stepOf(index, classes.length) as MapFill}
                text={classText(view.figure, one, locale)}
                units={words.unitsIn(formatNumber(one.units, locale))}
              />
            ))
            .reverse()}
        {states.map(({ state, units }) => (
          <Entry
            key={state}
            fill={state}
            text={stateNames[locale][state]}
            units={words.unitsIn(formatNumber(units, locale))}
          />
        ))}
      </ul>
    </section>
  );
}

function Entry({ fill, text, units }: { fill: MapFill; text: string; units: string }) {
  return (
    <li className="flex items-baseline gap-2.5">
      <Swatch fill={fill} />
      <span className="min-w-0">
        <span className="numeral">{text}</span> <span className="block text-xs text-muted">{units}</span>
      </span>
    </li>
  );
}

/** A bit of the map: the same colour or pattern. */
export const Swatch = ({ fill }: { fill: MapFill }) => (
  <span aria-hidden className={`swatch swatch-${fill}`} />
);
