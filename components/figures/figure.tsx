import Link from "next/link";
import { figureWords } from "@/components/layout/words";
import { cn } from "@/components/ui/cn";
import type { Boundary } from "@/lib/core/context";
import { formatDate, formatNumber, formatShare } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { FigureNote } from "./figure-note";
import { Sparkline } from "./sparkline";

export type FigureProps = {
  /** The name machines know it by: `data-figure`. */
  name: string;
  value: number | null;
  unit: string;
  label: string;
  locale: Locale;
  /** "hơn 12.770" is a lower bound, "khoảng" an estimate. */
  qualifier?: "exact" | "at_least" | "about";
  /** ISO day. */
  asOf: string;
  source: string;
  definition: string;
  /** Which units' rows it counts: today's units with those they carry on, or each unit of its time; null where that makes no difference. */
  boundary: Boundary | null;
  /** The rows behind it. */
  href?: string;
  size?: "key" | "wide" | "normal" | "inline";
  change?: { share: number | null; label: string };
  note?: string;
  spark?: number[];
  /** A share already formatted, "65,9 %". */
  share?: string;
};

/** The only way a number reaches the screen: with its unit, its day, its definition, its source and its rows. */
export function Figure(props: FigureProps) {
  if (props.size === "inline") return <InlineFigure {...props} />;
  const { label, locale, asOf, change, spark, size = "normal", share, value } = props;
  const words = figureWords[locale];
  return (
    <div className="group/figure relative grid min-w-0 grid-cols-[minmax(0,1fr)] content-start px-4 py-3">
      <p className="flex items-start justify-between gap-2 text-sm text-muted *:last:-my-0.5">
        <span className="min-w-0">{label}</span>
        <FigureNote {...props} />
      </p>
      <p className="flex flex-wrap items-baseline gap-x-1.5 self-end">
        <Numeral {...props} className={sizes[size](props)} />
        {share !== undefined && value !== null && (
          <span className="numeral pl-1 text-sm text-muted">{share}</span>
        )}
      </p>
      {change ? <Change change={change} locale={locale} /> : <span />}
      <div className="flex items-end justify-between gap-3 pt-1">
        <p className="numeral text-xs text-muted">{words.asOf(formatDate(asOf))}</p>
        {spark && (
          <Sparkline
            values={spark}
            label={`${words.trend}: ${label}`}
            className="h-5 max-w-20 min-w-0 grow"
          />
        )}
      </div>
    </div>
  );
}

/** In a row of text or a table: the numeral, its unit, its "i". */
function InlineFigure(props: FigureProps) {
  const { share, value } = props;
  return (
    <span className="inline-flex items-baseline gap-x-1 whitespace-nowrap">
      <Numeral {...props} className="font-semibold" />
      {share !== undefined && value !== null && <span className="numeral text-muted">· {share}</span>}
      <FigureNote {...props} />
    </span>
  );
}

/** `wide`: two or three figures share the row, and stand equally large. */
const sizes: Record<Exclude<NonNullable<FigureProps["size"]>, "inline">, (props: FigureProps) => string> = {
  key: keySize,
  wide: (props) => cn(keySize(props), "@min-[60rem]:text-2xl @min-[66rem]:text-2xl @min-[72rem]:text-2xl"),
  normal: () => "text-lg font-semibold",
};

/** As large as a fifth of a page lets it stand on one line with its unit; widths in px at 28 and 40 px type. */
function keySize({ value, unit, qualifier, locale }: FigureProps): string {
  const digits = formatNumber(value ?? 0, locale);
  const marks = digits.replace(/\d/g, "").length;
  const aside =
    7.5 * (unit.length + (qualifier && qualifier !== "exact" ? figureWords[locale][qualifier].length : 0)) +
    12;
  const widthAt = (size: number) => (digits.length - marks) * 0.58 * size + marks * 0.22 * size + aside;
  return cn(
    "font-semibold tracking-tight",
    widthAt(28) <= 156 ? "text-xl" : "text-lg @min-[30rem]:text-xl @min-[60rem]:text-lg",
    widthAt(40) <= 180
      ? "@min-[66rem]:text-2xl"
      : widthAt(28) <= 176
        ? "@min-[66rem]:text-xl"
        : "@min-[72rem]:text-xl",
  );
}

function Numeral({
  name,
  value,
  unit,
  qualifier,
  locale,
  href,
  size,
  className,
}: FigureProps & { className: string }) {
  const words = figureWords[locale];
  if (value === null)
    return (
      <span data-figure={name} className="text-base text-muted">
        {words.none}
      </span>
    );
  const small = size === "inline" ? "" : "text-sm text-muted";
  const whole = (
    <>
      {qualifier && qualifier !== "exact" && (
        <span className={cn(small, "font-normal")}>{words[qualifier]} </span>
      )}
      <span data-figure={name} data-value={value} className={cn("numeral", className)}>
        {formatNumber(value, locale)}
      </span>{" "}
      <span className={cn(small, "font-normal whitespace-nowrap")}>{unit}</span>
    </>
  );
  if (href === undefined) return <span>{whole}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className={cn(
        "decoration-green/40 underline-offset-4 hover:text-green hover:underline",
        size === "inline"
          ? "relative underline decoration-1 before:absolute before:-inset-y-2.5 before:inset-x-0 lg:before:inset-y-0"
          : "after:absolute after:inset-0 group-hover/figure:text-green",
      )}
    >
      {whole}
    </Link>
  );
}

function Change({ change, locale }: { change: { share: number | null; label: string }; locale: Locale }) {
  const { share, label } = change;
  const arrow = share === null || share === 0 ? "" : share > 0 ? "↑ " : "↓ ";
  return (
    <p className="text-xs text-muted">
      <span className="numeral font-medium text-ink">
        {arrow}
        {formatShare(share === null ? null : Math.abs(share), locale)}
      </span>{" "}
      {label}
    </p>
  );
}
