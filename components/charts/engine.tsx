"use client";

import { useRouter } from "next/navigation";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { isLabelled, niceTop, ticksOf } from "./scale";
import type { TimePoint } from "./time-series";

export type EngineProps = { points: TimePoint[]; labels: (string | undefined)[]; locale: Locale };

/** The same strips as the server draws, with a pointer that reads values; a click leads to the rows. */
export function Engine({ points, labels, locale }: EngineProps) {
  return (
    <div aria-hidden className="space-y-4">
      {labels.map((label, position) =>
        label === undefined ? null : (
          <Strip
            key={label}
            points={points}
            dataKey={position === 0 ? "value" : "second"}
            label={label}
            locale={locale}
          />
        ),
      )}
    </div>
  );
}

type StripProps = { points: TimePoint[]; dataKey: "value" | "second"; label: string; locale: Locale };

function Strip({ points, dataKey, label, locale }: StripProps) {
  const router = useRouter();
  const top = niceTop(points.map((point) => point[dataKey] ?? 0));
  const ticks = points
    .filter((_, position) => isLabelled(position, points.length, 5))
    .map(({ from }) => from);
  const last = points.at(-1)?.from;
  const labelOf = (from: string) => points.find((point) => point.from === from)?.label ?? "";
  return (
    <div>
      <p className="pb-1 text-xs text-muted">{label}</p>
      <div className="h-44">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={points}
            syncId="time"
            margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
            barCategoryGap="5%"
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--hairline)" />
            <XAxis
              dataKey="from"
              ticks={ticks}
              interval={0}
              height={20}
              tickLine={false}
              axisLine={{ stroke: "var(--edge)" }}
              tick={({ x, y, payload }) => (
                <text
                  x={x}
                  y={Number(y) + 10}
                  textAnchor={payload.value === last ? "end" : "middle"}
                  dx={payload.value === last ? 8 : 0}
                  {...tickStyle}
                >
                  {labelOf(payload.value)}
                </text>
              )}
            />
            <YAxis
              domain={[0, top]}
              ticks={ticksOf(
                top,
                points.map((point) => point[dataKey] ?? null),
              )}
              tickFormatter={(value: number) => formatNumber(value, locale)}
              width={56}
              tickLine={false}
              axisLine={false}
              tick={tickStyle}
            />
            <Tooltip
              cursor={{ fill: "var(--green-soft)" }}
              isAnimationActive={false}
              content={({ active, payload }) => {
                const point = payload?.[0]?.payload as TimePoint | undefined;
                return active && point ? (
                  <Reading point={point} value={point[dataKey] ?? null} label={label} locale={locale} />
                ) : null;
              }}
            />
            <Bar
              dataKey={dataKey}
              fill="var(--step-4)"
              activeBar={{ fill: "var(--green)" }}
              isAnimationActive={false}
              className="cursor-pointer"
              onClick={(bar) => {
                const { href } = (bar as unknown as { payload: TimePoint }).payload;
                if (href) router.push(href);
              }}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

const tickStyle = { fill: "var(--muted)", fontSize: 12 };

function Reading({
  point,
  value,
  label,
  locale,
}: {
  point: TimePoint;
  value: number | null;
  label: string;
  locale: Locale;
}) {
  return (
    <div className="rounded-md border bg-surface px-3 py-2 text-sm shadow-float">
      <p className="text-xs text-muted">
        {point.label} · {formatDate(point.from)}–{formatDate(point.to)}
      </p>
      <p>
        <span className="numeral font-semibold">{value === null ? "–" : formatNumber(value, locale)}</span>{" "}
        {label}
      </p>
    </div>
  );
}
