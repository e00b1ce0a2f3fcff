import { figureWords } from "@/components/layout/words";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { sumOf } from "@/lib/security-models/rules";

type Props = { sum: number; points: number; unknown: number; locale: Locale };

/** A sum over points in a table: "hơn 120" where some gave no figure, a dash where none did (T17). */
export function PointSum({ sum, points, unknown, locale }: Props) {
  const words = figureWords[locale];
  const { value, qualifier } = sumOf(sum, points, unknown);
  if (value === null) return <span title={words.none}>–</span>;
  return (
    <>
      {qualifier === "at_least" && <span className="text-muted">{words.at_least} </span>}
      {formatNumber(value, locale)}
    </>
  );
}
