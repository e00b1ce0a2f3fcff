// The numbers of a list of durations.

/** The value that a share of all lies at or below: `quantile(times, 0.95)`. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values) => quantile(values, 0.5);
