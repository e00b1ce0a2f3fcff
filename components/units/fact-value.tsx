import { figureWords } from "@/components/layout/words";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { factWords, profileWords } from "@/lib/units/profile/messages";
import type { Fact } from "@/lib/units/profile/rules";

/** "hơn 95.000 người": a fact with how exact it is and its unit. */
export function FactValue({ fact, locale }: { fact: Fact; locale: Locale }) {
  return <span className="whitespace-nowrap">{factText(fact, locale)}</span>;
}

export function factText({ value, qualifier, kind }: Fact, locale: Locale): string {
  const how = qualifier === "exact" ? "" : `${figureWords[locale][qualifier]} `;
  return `${how}${formatNumber(value, locale)} ${factWords[locale][kind].unit}`;
}

/** Where a fact was published; for which unit, when that had another name then. */
export function factSource({ source, unitName }: Fact, locale: Locale): string {
  const words = profileWords[locale];
  return [source ?? words.reference, unitName && words.formerlyOf(unitName)].filter(Boolean).join(", ");
}
