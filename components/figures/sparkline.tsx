type SparklineProps = { values: number[]; label: string; className?: string };

/** The course of a figure in a thumbnail, drawn on the server; the last point is marked. */
export function Sparkline({ values, label, className }: SparklineProps) {
  if (values.length < 2) return null;
  const top = Math.max(...values);
  const low = Math.min(0, ...values);
  const x = (position: number) => 2 + (position / (values.length - 1)) * 92;
  const y = (value: number) => 22 - ((value - low) / (top - low || 1)) * 20;
  const line = values.map((value, position) => `${x(position).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  const last = values.at(-1) ?? 0;
  return (
    <svg role="img" aria-label={label} viewBox="0 0 96 24" className={className ?? "h-6 w-24"}>
      <polyline points={line} fill="none" stroke="var(--step-4)" strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx={x(values.length - 1)} cy={y(last)} r="2" fill="var(--green)" />
    </svg>
  );
}
