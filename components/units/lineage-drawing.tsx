import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import {
  type Box,
  type Drawing,
  type Line,
  tall as tallSizes,
  wide,
} from "@/lib/units/lineage/drawing/rules";
import { decided, lineageWords, passage } from "@/lib/units/lineage/messages";
import { existedOn, unitRef } from "@/lib/units/rules";

type Props = { drawing: Drawing; unitId: number; asOf: string; tall?: boolean; locale: Locale };

/** A lineage drawn on the server: boxes one reaches by keyboard, lines between them, words where each line begins. */
export function LineageDrawing({ drawing, unitId, asOf, tall = false, locale }: Props) {
  const { boxes, lines, width, height } = drawing;
  const lanes = boxes[0]?.x ?? 0;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
      tabIndex={0}
      aria-label={lineageWords[locale].drawing}
      className="overflow-x-auto border-y py-4 print:overflow-visible"
    >
      <div className="relative" style={tall ? { height } : { width, height }}>
        <svg
          aria-hidden
          width={tall ? lanes : width}
          height={height}
          className="absolute inset-0 overflow-visible fill-none stroke-edge"
          strokeWidth={1.25}
        >
          {lines.map((line) => (
            <Path key={`${line.edge.from} ${line.edge.to}`} line={line} />
          ))}
        </svg>
        {!tall &&
          lines.map((line) => (
            <Words key={`${line.edge.from} ${line.edge.to}`} line={line} locale={locale} />
          ))}
        <ul>
          {boxes.map((box) => (
            <UnitBox
              key={box.unit.id}
              box={box}
              isThis={box.unit.id === unitId}
              isThere={existedOn(box.unit, asOf)}
              lines={tall ? lines.filter(({ edge }) => edge.from === box.unit.id) : []}
              names={new Map(boxes.map(({ unit }) => [unit.id, unit.fullName]))}
              tall={tall}
              locale={locale}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The remainder and the whole are drawn through, a part that left is dashed; an arrow head ends each. */
function Path({ line: { edge, points } }: { line: Line }) {
  const [x, y] = points.at(-1) ?? [0, 0];
  return (
    <>
      <path
        d={`M${points.map(([px, py]) => `${px} ${py}`).join("L")}`}
        strokeDasharray={edge.kind === "part" ? "4 3" : undefined}
        strokeLinejoin="round"
      />
      <path d={`M${x - 6} ${y - 3.5}L${x} ${y}L${x - 6} ${y + 3.5}Z`} className="fill-edge" stroke="none" />
    </>
  );
}

function Words({ line: { edge, label }, locale }: { line: Line; locale: Locale }) {
  const [x, y] = label;
  return (
    <p
      aria-hidden
      className="absolute flex flex-col justify-center pl-2 text-xs leading-4"
      style={{ left: x, top: y - wide.labelHeight / 2, width: wide.label, height: wide.labelHeight }}
    >
      <span className="block truncate pb-0.5 font-medium" title={edge.note ?? undefined}>
        {passage(edge, locale)}
      </span>
      <span className="numeral block truncate pt-0.5 text-muted" title={edge.decision}>
        {decided(edge)}
      </span>
    </p>
  );
}

type UnitBoxProps = {
  box: Box;
  isThis: boolean;
  /** It existed on the day shown; others are dashed. */
  isThere: boolean;
  lines: readonly Line[];
  names: ReadonlyMap<number, string>;
  tall: boolean;
  locale: Locale;
};

function UnitBox({
  box: { unit, x, y, width, height },
  isThis,
  isThere,
  lines,
  names,
  tall,
  locale,
}: UnitBoxProps) {
  const words = lineageWords[locale];
  const days =
    unit.validTo !== null
      ? words.until(formatDate(unit.validTo))
      : unit.validFrom !== null
        ? words.from(formatDate(unit.validFrom))
        : "";
  const under = [unit.district, days].filter(Boolean).join(" · ");
  return (
    <li
      className={cn(
        "absolute flex flex-col rounded-sm border border-edge bg-surface",
        isThis && "border-2 border-green bg-green-soft",
        !isThere && !isThis && "border-dashed",
        !tall && "justify-center",
      )}
      style={tall ? { left: x, right: 0, top: y, height } : { left: x, top: y, width, height }}
    >
      <div className="px-2.5 py-1.5" style={tall ? { height: tallSizes.head } : undefined}>
        {unit.inReach && !isThis ? (
          <Link
            href={`/units/${unitRef(unit)}`}
            prefetch={false}
            title={unit.fullName}
            className={cn(
              "block truncate text-sm font-medium text-green after:absolute after:inset-0 hover:underline",
              tall && "leading-5",
            )}
          >
            {unit.fullName}
          </Link>
        ) : (
          <span className="block truncate text-sm font-medium" title={unit.fullName}>
            {unit.fullName}
            {isThis && <span className="sr-only">, {words.this}</span>}
          </span>
        )}
        <span className="numeral block truncate text-xs text-muted" title={under}>
          {under}
        </span>
      </div>
      {lines.map(({ edge }) => (
        <p
          key={edge.to}
          className="flex flex-col justify-center border-t border-hairline px-2.5 text-xs leading-4"
          style={{ height: tallSizes.label }}
        >
          <span className="truncate font-medium">
            {passage(edge, locale)} → {names.get(edge.to)}
          </span>
          <span className="numeral truncate text-muted">{decided(edge)}</span>
        </p>
      ))}
    </li>
  );
}
