import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { isLabelled, lengthOf, niceTop, ticksOf } from "./scale";
import type { TimePoint } from "./time-series";

type BarStripProps = {
  points: TimePoint[];
  read: (point: TimePoint) => number | null;
  label: string;
  locale: Locale;
};

/** One row of bars with its scale, drawn on the server. The table below says the same to those who cannot see it. */
export function BarStrip({ points, read, label, locale }: BarStripProps) {
  const values = points.map(read);
  const top = niceTop(values.map((value) => value ?? 0));
  const ticks = ticksOf(top, values);
  return (
    <div aria-hidden>
      <p className="pb-1 text-xs text-muted">{label}</p>
      <div className="grid h-44 grid-cols-[3.5rem_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_1.25rem]">
        <div className="numeral flex flex-col justify-between pr-2 text-right text-xs leading-none text-muted">
          {ticks.toReversed().map((tick) => (
            <span key={tick}>{formatNumber(tick, locale)}</span>
          ))}
        </div>
        <div
          className="relative flex items-end gap-[max(1px,10%/var(--bars))] border-b border-edge"
          style={{ "--bars": points.length } as React.CSSProperties}
        >
          <span className="absolute inset-x-0 top-0 border-t border-hairline" />
          {ticks.length > 2 && <span className="absolute inset-x-0 top-1/2 border-t border-hairline" />}
          {points.map((point) => (
            <StripBar key={point.from} value={read(point)} top={top} />
          ))}
        </div>
        <span />
        <div className="flex gap-px text-xs text-muted">
          {points.map((point, position) => (
            <span key={point.from} className="relative min-w-0 flex-1">
              {isLabelled(position, points.length, 5) && (
                <span
                  className={`absolute top-1 whitespace-nowrap ${position === points.length - 1 ? "right-0" : "left-1/2 -translate-x-1/2"}`}
                >
                  {point.label}
                </span>
              )}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** No data is a dash on the line, nil is nothing at all. */
function StripBar({ value, top }: { value: number | null; top: number }) {
  if (value === null)
    return <span className="relative min-w-0 flex-1 text-center text-xs text-muted">–</span>;
  return (
    <span className="relative min-w-0 flex-1 bg-step-4" style={{ height: `${lengthOf(value, top)}%` }} />
  );
}
