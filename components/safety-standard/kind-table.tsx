import { Figure } from "@/components/figures/figure";
import { DataList } from "@/components/tables/data-list";
import { formatNumber, formatShare } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { kinds } from "@/lib/safety-standard/catalog";
import { safetyKindWords, safetyUnitWords, safetyWords } from "@/lib/safety-standard/messages";
import type { KindTallies } from "@/lib/safety-standard/queries";
import type { SafetyView } from "@/lib/safety-standard/schema";
import type { Tally } from "@/lib/safety-standard/simulator/rules";
import type { SafetyKind } from "@/prisma/client/enums";

type Props = { totals: KindTallies; before: KindTallies; view: SafetyView; day: string; locale: Locale };

/** Table B3: of each kind how many there are, registered and were recognised, with the year before beside it. */
export function KindTable({ totals, before, view, day, locale }: Props) {
  const words = safetyWords[locale];
  return (
    <DataList
      caption={words.byKind}
      locale={locale}
      rows={[...kinds]}
      rowKey={(kind) => kind}
      empty={{ title: words.noData }}
      columns={[
        {
          key: "kind",
          label: words.kind,
          primary: true,
          render: (kind) => safetyKindWords[locale][kind],
        },
        {
          key: "base",
          label: words.base,
          numeric: true,
          render: (kind) => count(totals[kind], "base", locale),
        },
        {
          key: "registered",
          label: words.registered,
          numeric: true,
          render: (kind) => (
            <KindFigure count="registered" {...{ kind, tally: totals[kind], view, day, locale }} />
          ),
        },
        {
          key: "recognized",
          label: words.recognized,
          numeric: true,
          render: (kind) => (
            <KindFigure count="recognized" {...{ kind, tally: totals[kind], view, day, locale }} />
          ),
        },
        {
          key: "before",
          label: words.beforeColumn(view.year - 1),
          numeric: true,
          hideOnPhone: true,
          render: (kind) => (
            <span className="text-muted">
              {before[kind].base === 0
                ? words.noData
                : `${count(before[kind], "recognized", locale)}/${count(before[kind], "base", locale)} · ${share(before[kind], locale)}`}
            </span>
          ),
        },
      ]}
    />
  );
}

const count = (tally: Tally, of: keyof Tally, locale: Locale) => formatNumber(tally[of], locale);
const share = ({ recognized, base }: Tally, locale: Locale) =>
  formatShare(base === 0 ? null : recognized / base, locale);

type KindFigureProps = {
  kind: SafetyKind;
  count: "registered" | "recognized";
  tally: Tally;
  view: SafetyView;
  day: string;
  locale: Locale;
};

/** Without a list of the kind there is no figure, which is not nought (T17). */
function KindFigure({ kind, count: of, tally, view, day, locale }: KindFigureProps) {
  const words = safetyWords[locale];
  return (
    <Figure
      size="inline"
      name={`safety.${of}.${kind}`}
      value={tally.base === 0 ? null : tally[of]}
      unit=""
      label={`${words[of]}: ${safetyKindWords[locale][kind]}`}
      asOf={day}
      boundary={view.boundary}
      source={words.source}
      definition={words.definitions[of](safetyUnitWords[locale][kind])}
      share={of === "recognized" ? share(tally, locale) : undefined}
      href={href("/safety-standard/records", { ...view, year: String(view.year), kind, standing: of })}
      locale={locale}
    />
  );
}
