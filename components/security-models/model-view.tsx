import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Segments } from "@/components/ui/segments";
import { type Context, contextParams, href } from "@/lib/core/context";
import { formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { pageSize } from "@/lib/core/paging";
import { modelWords } from "@/lib/security-models/messages";
import { pointWords } from "@/lib/security-models/points/messages";
import type { PointState } from "@/lib/security-models/points/queries";
import type { getModel } from "@/lib/security-models/queries";
import { pointStates } from "@/lib/security-models/schema";
import { ModelFigures } from "./model-figures";
import { ModelGrowth } from "./model-growth";
import { ModelFacts, ModelLead } from "./model-record";
import { PointTable } from "./point-table";
import { RatingRounds } from "./rating-rounds";
import { UnitGrid } from "./unit-grid";

type Props = {
  found: Awaited<ReturnType<typeof getModel>>;
  context: Context;
  state?: PointState;
  page?: number;
  saved: boolean;
  /** The reader sees one area only. */
  own: boolean;
  locale: Locale;
};

/** A model on one page: what it is, its four counts, its facts, its points. */
export function ModelView({ found, context, state = "in-force", page = 1, saved, own, locale }: Props) {
  const { model, counts, pointCounts, points, profile, may } = found;
  const words = modelWords[locale];
  const path = `/security-models/${model.id}`;
  const view = contextParams(context);
  const addPoint = may.addPoint && <LinkButton href={`${path}/points/new`} label={words.addPoint} />;
  return (
    <>
      <PageHeader
        title={model.name}
        lead={<ModelLead model={model} counts={pointCounts} fieldItems={found.fieldItems} locale={locale} />}
        back={<TextLink href={href("/security-models", view)}>{words.title}</TextLink>}
        actions={
          <>
            {addPoint}
            {may.update && <LinkButton href={`${path}/edit`} label={words.edit} />}
          </>
        }
      />
      {saved && <Notice title={`${words.saved} ${formatTime(model.updatedAt)}`} className="mb-6" />}
      <ModelFigures counts={counts} asOf={context.asOf} href={`${href(path, view)}#points`} locale={locale} />
      <div className="space-y-10">
        <UnitGrid modelId={model.id} spread={profile.spread} context={context} locale={locale} />
        <div className="grid gap-x-12 gap-y-10 xl:grid-cols-2">
          <ModelGrowth
            modelId={model.id}
            growth={profile.growth}
            firstOn={profile.firstOn}
            context={context}
            locale={locale}
          />
          <RatingRounds rounds={profile.rounds} locale={locale} />
        </div>
        <Section title={words.keyFacts}>
          <ModelFacts
            model={model}
            fieldItems={found.fieldItems}
            forceItems={found.forceItems}
            directiveItems={found.directiveItems}
            locale={locale}
          />
        </Section>
        <Section
          id="points"
          title={words.pointsOf}
          finding={own ? words.ownReach : words.standingRule}
          actions={
            <Segments
              label={pointWords[locale].view}
              segments={pointStates.map((value) => ({
                href: href(path, { ...view, state: value }),
                label: `${pointWords[locale].states[value]} (${formatNumber(pointCounts[value], locale)})`,
                current: value === state,
              }))}
            />
          }
        >
          <PointTable
            rows={points}
            total={pointCounts[state]}
            nextHref={
              page * pageSize < pointCounts[state]
                ? href(path, { ...view, state, page: String(page + 1) })
                : undefined
            }
            firstHref={page > 1 ? href(path, { ...view, state }) : undefined}
            action={addPoint}
            locale={locale}
          />
        </Section>
      </div>
    </>
  );
}

const LinkButton = ({ href: to, label }: { href: string; label: string }) => (
  <Button asChild>
    <Link href={to} prefetch={false}>
      {label}
    </Link>
  </Button>
);
