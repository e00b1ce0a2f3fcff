import { ContextBar, type ContextBarProps } from "@/components/layout/context-bar";
import { type Context, one, type SearchParams } from "@/lib/core/context";
import { isDay, today } from "@/lib/core/days";
import { contextParams } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { offeredPeriods, periodLabel, rangeFault } from "@/lib/core/periods";
import { isAhead } from "@/lib/core/standings";
import { unitsWords } from "@/lib/units/messages";
import type { UnitOption } from "@/lib/units/queries";
import { unitViewOptions } from "./unit-options";

type FigureContextProps = {
  context: Context;
  path: string;
  units: readonly UnitOption[];
  /** True for readers of the whole city, who may look at all units at once. */
  wholeCity: boolean;
  show: ContextBarProps["show"];
  /** The page's own parameters, kept when the view changes. */
  keep?: Record<string, string | undefined>;
  /** What the address says: days typed that make no range stay in their boxes, with what is wrong. */
  asked?: SearchParams;
  locale: Locale;
};

/** The context bar of a page of figures, from what the address said. */
export function FigureContext({
  context,
  path,
  units,
  wholeCity,
  show,
  keep = {},
  asked = {},
  locale,
}: FigureContextProps) {
  const words = unitsWords[locale];
  const { period } = context;
  const options = unitViewOptions(units, locale);
  const everything = { value: "", label: wholeCity ? words.wholeCity : words.ownArea };
  const hidden = { ...contextParams(context), ...keep };
  for (const name of [
    "unit",
    ...(show.period ? ["period", "from", "to"] : []),
    ...(show.boundary ? ["boundary"] : []),
    ...(show.asOf ? ["asOf"] : []),
  ])
    delete hidden[name];
  return (
    <ContextBar
      locale={locale}
      path={path}
      keep={Object.fromEntries(
        Object.entries(hidden).filter((entry): entry is [string, string] => Boolean(entry[1])),
      )}
      unit={{ options: [everything, ...options], value: context.unit ?? "" }}
      period={{
        options: offeredOrCurrent(context, locale),
        value: period.key,
        from: period.from,
        to: period.to,
        label: periodLabel(period, locale),
        typed: typedRange(context, asked),
      }}
      boundary={context.boundary}
      asOf={context.asOf}
      ahead={aheadOf(context, asked)}
      show={show}
    />
  );
}

/** The days of a free range that the address asks for and that is none; the figures are another period's. */
function typedRange({ period }: Context, asked: SearchParams): ContextBarProps["period"]["typed"] {
  const [from, to] = [one(asked.from) ?? "", one(asked.to) ?? ""];
  // A named period goes before what the boxes of a form without scripts send along.
  const fault = one(asked.period) === period.key ? undefined : rangeFault(from, to);
  return fault && { fault, from: isDay(from) ? from : "", to: isDay(to) ? to : "" };
}

/** A day that has not come: figures end today, or tell what is decided for it. */
function aheadOf({ asOf }: Context, asked: SearchParams): ContextBarProps["ahead"] {
  if (isAhead(asOf)) return "planned";
  return isAhead(one(asked.asOf)) ? "notAhead" : undefined;
}

function offeredOrCurrent({ period }: Context, locale: Locale) {
  const offered = offeredPeriods(today(), locale);
  const known = period.key === "" || offered.some(({ value }) => value === period.key);
  return known ? offered : [{ value: period.key, label: periodLabel(period, locale) }, ...offered];
}
