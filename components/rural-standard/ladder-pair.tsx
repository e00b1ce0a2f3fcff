import { Ladder, type LadderItem } from "@/components/charts/ladder";
import { Figure } from "@/components/figures/figure";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatNumber, formatShare } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import type { Base } from "@/lib/rural-standard/catalog";
import { levelFilterWords, ruralWords, undecidedWords } from "@/lib/rural-standard/messages";
import { type RuralLadder, shareOf } from "@/lib/rural-standard/rules";
import type { LadderView, LevelFilter } from "@/lib/rural-standard/schema";

type LadderPairProps = {
  ladder: RuralLadder;
  context: Context;
  base?: Base;
  view: LadderView;
  /** The page it stands on, for the switch between the two views. */
  path: string;
  /** That page's own parameters. */
  keep?: Record<string, string | undefined>;
  locale: Locale;
};

/** The ladder in the chosen view, the other view's figures in small below it; never one added to the other (T1). */
export function LadderPair({
  ladder,
  context,
  base = "former",
  view,
  path,
  keep = {},
  locale,
}: LadderPairProps) {
  const words = ruralWords[locale];
  const stated = words.baseOf[base](formatNumber(ladder.base, locale));
  if (ladder.base === 0) return <NoCommune {...{ context, path, keep, locale }} />;
  const items = ladderItems(ladder, context, base, locale);
  const other = view === "cumulative" ? "exclusive" : "cumulative";
  const common = {
    unit: words.communeUnit,
    locale,
    asOf: context.asOf,
    source: words.source,
    boundary: context.boundary,
  };
  return (
    <Section
      title={words.ladder}
      finding={words.finding[base](
        formatNumber(ladder.standard, locale),
        stated,
        formatShare(shareOf(ladder.standard, ladder.base), locale),
      )}
    >
      <Ladder
        {...common}
        view={view}
        base={items.base}
        items={items[view]}
        switchHref={href(path, contextParams(context, { ...keep, view: other }))}
      />
      <div className="border-t pt-3">
        <h3 className="pb-2 text-sm text-muted">{words.ladderTwin[other]}</h3>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:flex sm:flex-wrap sm:gap-x-10">
          {items[other].map((item) => (
            <div key={item.name}>
              <dt className="text-xs text-muted">{item.label}</dt>
              <dd>
                <Figure {...common} {...item} share={formatShare(item.share, locale)} size="inline" />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Section>
  );
}

type Items = Record<LadderView, LadderItem[]> & { base: LadderItem };

/** Both views' figures by the names machines know them by; each opens the communes behind it. */
function ladderItems(ladder: RuralLadder, context: Context, base: Base, locale: Locale): Items {
  const { definitions, allOfBase } = ruralWords[locale];
  const labels =
    base === "former"
      ? levelFilterWords[locale]
      : { ...levelFilterWords[locale], none: undecidedWords[locale] };
  const rows = (level: LevelFilter | undefined, view: LadderView) =>
    `${href("/rural-standard", contextParams(context, { base: base === "former" ? undefined : base, view: view === "cumulative" ? undefined : view, level }))}#communes`;
  const item = (
    view: LadderView,
    name: string,
    level: LevelFilter,
    value: number,
    definition: string,
  ): LadderItem => ({
    name,
    label: labels[level],
    value,
    share: shareOf(value, ladder.base),
    href: rows(level, view),
    definition,
  });
  return {
    base: {
      name: "rural.base",
      label: allOfBase,
      value: ladder.base,
      share: 1,
      href: rows(undefined, "cumulative"),
      definition: definitions.base[base],
    },
    cumulative: [
      item("cumulative", "rural.standard", "standard", ladder.standard, definitions.standard),
      item("cumulative", "rural.advanced", "advanced", ladder.advanced, definitions.advanced),
      item("cumulative", "rural.exemplary", "exemplary", ladder.exemplary, definitions.exemplary),
    ],
    exclusive: [
      item("exclusive", "rural.only.none", "none", ladder.only.none, definitions.onlyNone[base]),
      item(
        "exclusive",
        "rural.only.standard",
        "only-standard",
        ladder.only.standard,
        definitions.onlyStandard,
      ),
      item(
        "exclusive",
        "rural.only.advanced",
        "only-advanced",
        ladder.only.advanced,
        definitions.onlyAdvanced,
      ),
      item(
        "exclusive",
        "rural.only.exemplary",
        "exemplary",
        ladder.only.exemplary,
        definitions.onlyExemplary,
      ),
    ],
  };
}

/** A ward's own view at the time has no commune; today's boundaries show the ones it carries on (T6). */
function NoCommune({
  context,
  path,
  keep,
  locale,
}: Pick<LadderPairProps, "context" | "path" | "locale"> & { keep: Record<string, string | undefined> }) {
  const words = ruralWords[locale];
  const historical = context.boundary === "historical";
  const elsewhere = contextParams(context, {
    ...keep,
    ...(historical ? { boundary: "current" } : { unit: undefined }),
  });
  return (
    <Section title={words.ladder}>
      <EmptyState
        title={words.noCommune}
        detail={historical ? words.noCommuneHint : undefined}
        action={
          context.unit && (
            <TextLink href={href(path, elsewhere)}>{historical ? words.showCurrent : words.showAll}</TextLink>
          )
        }
      />
    </Section>
  );
}
