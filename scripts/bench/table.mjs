// Tables that read well in a terminal and are Markdown at the same time.

const width = (text) => [...text].length;

function line(cells, widths, alignments) {
  const padded = cells.map((cell, column) => {
    const space = " ".repeat(widths[column] - width(cell));
    return alignments[column] === "right" ? space + cell : cell + space;
  });
  return `| ${padded.join(" | ")} |`;
}

/** @param {{ heading: string, align?: "right" }[]} columns @param {string[][]} rows */
export function table(columns, rows) {
  const headings = columns.map(({ heading }) => heading);
  const widths = headings.map((heading, column) =>
    Math.max(3, width(heading), ...rows.map((row) => width(row[column]))),
  );
  const alignments = columns.map(({ align }) => align);
  const rule = widths.map((length, column) =>
    alignments[column] ? `${"-".repeat(length - 1)}:` : "-".repeat(length),
  );
  return [headings, rule, ...rows].map((cells) => line(cells, widths, alignments)).join("\n");
}

/** A measure against its target; without one it only informs. */
export const mark = (passed) => (passed === undefined ? "" : passed ? "✓" : "✗ missed");

export const milliseconds = (value) =>
  Number.isFinite(value) ? `${value < 10 ? value.toFixed(1) : Math.round(value)} ms` : "–";
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
export const count = (value) => Math.round(value).toLocaleString("en-US");
