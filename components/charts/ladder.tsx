import { Figure } from "@/components/figures/figure";
import { chartWords } from "@/components/layout/words";
import { Segments } from "@/components/ui/segments";
import { Table, Td, Th } from "@/components/ui/table";
import type { Boundary } from "@/lib/core/context";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { lengthOf } from "./scale";

export type LadderItem = {
  /** `data-figure`. */
  name: string;
  label: string;
  value: number;
  share: number | null;
  href?: string;
  definition: string;
};

export type LadderProps = {
  view: "cumulative" | "exclusive";
  /** All that are counted; every share is of this. */
  base: LadderItem;
  /** From the lowest step to the highest; in the exclusive view beginning with those on no step. */
  items: LadderItem[];
  /** What is counted: "xã". */
  unit: string;
  locale: Locale;
  asOf: string;
  source: string;
  boundary: Boundary;
  /** The address of the other view. */
  switchHref: string;
};

/** The rural ladder. Cumulative steps lie inside each other and are never summed; exclusive ones divide one bar. */
export function Ladder(props: LadderProps) {
  const { view, base, items, unit, locale, asOf, source, boundary, switchHref } = props;
  const words = chartWords[locale];
  const views = (["cumulative", "exclusive"] as const).map((choice) => ({
    label: words[choice],
    current: choice === view,
    href: choice === view ? "" : switchHref,
  }));
  const rows = view === "cumulative" ? [base, ...items] : [...items, base];
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segments label={words.views} segments={views} />
        <p className="text-sm text-muted">
          {view === "cumulative"
            ? words.cumulativeNote
            : words.exclusiveNote(formatNumber(base.value, locale), unit)}
        </p>
      </div>
      {view === "cumulative" ? (
        <NestedBars base={base} items={items} />
      ) : (
        <DividedBar base={base} items={items} />
      )}
      <Table>
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.level}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.name}
              className={row.href === undefined ? undefined : "relative hover:bg-green-soft"}
            >
              <Th scope="row" className="h-11 border-b py-2 align-middle lg:h-auto">
                <span className="flex items-center gap-2.5">
                  <span aria-hidden className={`size-3 shrink-0 rounded-[2px] ${toneOf(row, props)}`} />
                  {row.label}
                </span>
              </Th>
              <Td numeric className="py-1.5 align-middle [&_a]:after:absolute [&_a]:after:inset-0">
                <Figure
                  {...row}
                  share={undefined}
                  size="inline"
                  {...{ unit, locale, asOf, source, boundary }}
                />
              </Td>
              <Td numeric className="w-20 py-1.5 align-middle text-muted">
                {formatShare(row.share, locale)}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-xs text-muted">{words.source(source, formatDate(asOf))}</p>
    </div>
  );
}

type BarsProps = Pick<LadderProps, "base" | "items">;

/** Steps inside steps: each shorter and lower than the one it lies in. */
function NestedBars({ base, items }: BarsProps) {
  return (
    <div aria-hidden className="relative h-28 border border-hairline bg-step-1">
      {items.map((item, position) => (
        <div
          key={item.name}
          className={`absolute bottom-0 left-0 border-t border-r border-paper ${cumulativeTones[position] ?? "bg-step-6"}`}
          style={{
            width: `${lengthOf(item.value, base.value)}%`,
            height: `${100 - ((position + 1) * 100) / (items.length + 1)}%`,
          }}
        />
      ))}
    </div>
  );
}

function DividedBar({ base, items }: BarsProps) {
  return (
    <div aria-hidden className="flex h-14 gap-px border border-hairline">
      {items.map((item, position) => (
        <div
          key={item.name}
          className={`${exclusiveTones[position] ?? "bg-step-6"}`}
          style={{ width: `${lengthOf(item.value, base.value)}%` }}
        />
      ))}
    </div>
  );
}

const cumulativeTones = ["bg-step-3", "bg-step-4", "bg-step-6"];
const exclusiveTones = ["bg-step-1", "bg-step-3", "bg-step-4", "bg-step-6"];

function toneOf(row: LadderItem, { view, base, items }: LadderProps): string {
  if (row.name === base.name)
    return view === "cumulative" ? "border border-hairline bg-step-1" : "border border-edge";
  const tones = view === "cumulative" ? cumulativeTones : exclusiveTones;
  const tone = tones[items.findIndex(({ name }) => name === row.name)] ?? "bg-step-6";
  return tone === "bg-step-1" ? "border border-edge bg-step-1" : tone;
}
