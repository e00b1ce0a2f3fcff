import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { type Labelled, placeLabels } from "./map-labels";

/** A step of the sequential scale, or a reason why there is none. */
export type MapFill = 1 | 2 | 3 | 4 | 5 | 6 | "none" | "nil" | "inapplicable" | "hidden" | "plain";

export type MapArea = Labelled & {
  /** What it is and has, in words: "Phường Phú Lợi: 365 cuộc". */
  label: string;
  /** Without one it is drawn only. */
  href?: string;
  d: string;
  fill: MapFill;
  /** Of its bubble, in the drawing's units. */
  radius?: number;
};

type AreaMapProps = {
  title: string;
  width: number;
  height: number;
  /** In the order of the keyboard. */
  areas: readonly MapArea[];
  /** The bubbles' scale: values with their radii. */
  scale?: readonly { value: number; radius: number }[];
  locale: Locale;
};

/**
 * Areas in the colours of their classes, each a link that says what it has; drawn on the server, without scripts.
 * What is hovered or focused gets a firm edge. Bubbles stand above all areas.
 */
export function AreaMap({ title, width, height, areas, scale = [], locale }: AreaMapProps) {
  const bubbles = areas.some(({ radius }) => radius !== undefined);
  return (
    <div className="map-frame">
      <svg viewBox={`0 0 ${width} ${height}`} aria-label={title} className="map">
        <Patterns />
        {bubbles && (
          <>
            <defs>
              {areas.map(({ key, d }) => (
                <path key={key} id={`area-${key}`} d={d} />
              ))}
            </defs>
            <g aria-hidden className="map-under">
              {areas.map(({ key, fill, marked }) => (
                <use key={key} href={`#area-${key}`} {...paint(fill, marked)} />
              ))}
            </g>
          </>
        )}
        {areas.map((area) => (
          <Area key={area.key} area={area} bubbles={bubbles} />
        ))}
        <BubbleScale scale={scale} height={height} locale={locale} />
        <Names areas={areas} width={width} size={26} most={70} className="map-wide" />
        <Names areas={areas} width={width} size={46} most={16} className="map-narrow" />
      </svg>
    </div>
  );
}

function Area({ area, bubbles }: { area: MapArea; bubbles: boolean }) {
  const { key, href, label, d, fill, at, radius, marked } = area;
  const shape = (
    <>
      <title>{label}</title>
      {bubbles ? <use href={`#area-${key}`} className="map-over" /> : <path d={d} {...paint(fill, marked)} />}
      {radius !== undefined && radius > 0 && <circle cx={at[0]} cy={at[1]} r={radius} />}
    </>
  );
  if (href === undefined) return <g>{shape}</g>;
  return (
    <a href={href} aria-label={label}>
      {shape}
    </a>
  );
}

const paint = (fill: MapFill, marked = false) => ({
  ...(fill === "none" || fill === "nil"
    ? { fill: `url(#map-${fill})` }
    : { className: marked ? `map-${fill} map-own` : `map-${fill}` }),
  ...(marked && (fill === "none" || fill === "nil") && { className: "map-own" }),
});

/** What no data and nothing look like, also on paper: strokes, and dots. */
function Patterns() {
  return (
    <defs>
      <pattern
        id="map-none"
        width="18"
        height="18"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="18" height="18" className="map-plain" />
        <rect width="5" height="18" className="map-stroke" />
      </pattern>
      <pattern id="map-nil" width="24" height="24" patternUnits="userSpaceOnUse">
        <rect width="24" height="24" className="map-plain" />
        <circle cx="12" cy="12" r="3.5" className="map-dot" />
      </pattern>
    </defs>
  );
}

type NamesProps = Pick<AreaMapProps, "areas" | "width"> & { size: number; most: number; className: string };

function Names({ areas, className, ...room }: NamesProps) {
  return (
    <g aria-hidden className={className}>
      {placeLabels(areas, room).map(({ key, name, x, y }) => (
        <text key={key} x={x} y={y}>
          {name}
        </text>
      ))}
    </g>
  );
}

/** In the corner that the city leaves free. */
function BubbleScale({
  scale,
  height,
  locale,
}: Pick<AreaMapProps, "height" | "locale"> & { scale: NonNullable<AreaMapProps["scale"]> }) {
  const greatest = Math.max(0, ...scale.map(({ radius }) => radius));
  return (
    <g className="map-scale">
      {scale.map(({ value, radius }) => (
        <g key={value}>
          <circle cx={40 + greatest} cy={height - 40 - radius} r={radius} />
          <text x={60 + 2 * greatest} y={height - 40 - 2 * radius + 8}>
            {formatNumber(value, locale)}
          </text>
        </g>
      ))}
    </g>
  );
}
