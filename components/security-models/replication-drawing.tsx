import Link from "next/link";
import type { Locale } from "@/lib/core/locale";
import { replicationWords } from "@/lib/security-models/replication/messages";
import type { TreePoint } from "@/lib/security-models/replication/queries";
import { type Branch, layTrees, type Placed } from "@/lib/security-models/replication/rules";
import { NodeGrade, NodeState } from "./replication-node";

// Four generations stand side by side at 1440 px.
const node = { width: 262, height: 72 };
const step = { x: node.width + 38, y: node.height + 12 };
const top = 32;

/** Trees of copies drawn on the server: a column a generation, links one can reach by keyboard, in a box that scrolls. */
export function ReplicationDrawing({
  trees,
  locale,
}: {
  trees: readonly Branch<TreePoint>[];
  locale: Locale;
}) {
  const words = replicationWords[locale];
  const { placed, lines, columns, rows } = layTrees(trees);
  const width = (columns - 1) * step.x + node.width;
  const height = top + (rows - 1) * step.y + node.height;
  const sites = new Map(placed.map(({ node: { id, site } }) => [id, site]));
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
      tabIndex={0}
      aria-label={words.drawingLabel}
      className="relative max-h-160 overflow-auto border-y py-3 print:max-h-none print:overflow-visible"
    >
      <div className="relative" style={{ width, height }}>
        {Array.from({ length: columns }, (_, depth) => (
          <p
            key={words.generation(depth)}
            className="absolute top-0 text-xs font-medium text-muted"
            style={{ left: depth * step.x }}
          >
            {words.generation(depth)}
          </p>
        ))}
        <svg
          aria-hidden
          width={width}
          height={height}
          className="absolute inset-0 fill-none stroke-edge"
          strokeWidth={1}
          shapeRendering="crispEdges"
        >
          {lines.map(({ from, to }) => (
            <path key={to.node.id} d={elbow(from, to)} />
          ))}
        </svg>
        <ul>
          {placed.map(({ node: point, column, row }) => (
            <li
              key={point.id}
              className={`absolute rounded-sm border bg-surface px-2.5 py-1.5 ${point.endedOn || !point.isOwn ? "border-dashed border-edge" : "border-edge"}`}
              style={{
                left: column * step.x,
                top: top + row * step.y,
                width: node.width,
                height: node.height,
              }}
            >
              <NodeName point={point} />
              <span className="flex justify-between gap-x-2">
                <span className="min-w-0 truncate text-xs" title={point.unitName}>
                  {point.unitName}
                </span>
                <NodeGrade point={point} locale={locale} />
              </span>
              <NodeState point={point} locale={locale} />
              {point.parentId !== null && (
                <span className="sr-only">, {words.copiedFrom(sites.get(point.parentId) ?? "")}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function NodeName({ point }: { point: TreePoint }) {
  if (!point.isOwn) return <span className="block truncate text-sm text-muted">{point.site}</span>;
  return (
    <Link
      href={`/security-models/points/${point.id}`}
      prefetch={false}
      title={point.site}
      className="block truncate text-sm font-medium text-green hover:underline"
    >
      {point.site}
    </Link>
  );
}

/** From the right edge of an original, down in the gap between two columns, to the left edge of its copy. */
function elbow(from: Placed<TreePoint>, to: Placed<TreePoint>): string {
  const middle = node.height / 2;
  const [x1, y1] = [from.column * step.x + node.width, top + from.row * step.y + middle];
  const [x2, y2] = [to.column * step.x, top + to.row * step.y + middle];
  return `M${x1} ${y1}H${x1 + (x2 - x1) / 2}V${y2}H${x2}`;
}
