import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Segments } from "@/components/ui/segments";
import type { Context } from "@/lib/core/context";
import { formatDate, formatNumber, formatTime } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { effective } from "@/lib/security-models/catalog";
import { modelWords } from "@/lib/security-models/messages";
import { pointWords } from "@/lib/security-models/points/messages";
import { isPast } from "@/lib/security-models/points/past/rules";
import type { PointState } from "@/lib/security-models/points/queries";
import { profileWords } from "@/lib/security-models/profile/messages";
import type { getModel } from "@/lib/security-models/queries";
import { pointStates } from "@/lib/security-models/schema";
import { ModelFigures } from "./model-figures";
import { ModelFacts, ModelLead } from "./model-record";
import { PointTable } from "./point-table";

type Props = {
  found: Awaited<ReturnType<typeof getModel>>;
  context: Context;
  state?: PointState;
  saved: boolean;
  /** The reader sees one area only. */
  own: boolean;
  /** Mergers that the page must tell before anything else. */
  notice?: React.ReactNode;
  /** What is told between the counts and the facts. */
  children: React.ReactNode;
  locale: Locale;
};

/** A model on one page: what it is, its four counts, how it does, its facts, its latest points. */
export function ModelView({
  found,
  context,
  state = "in-force",
  saved,
  own,
  notice,
  children,
  locale,
}: Props) {
  const { model, counts, pointCounts, points, may } = found;
  const words = modelWords[locale];
  const path = `/security-models/${model.id}`;
  const view = contextParams(context);
  const addPoint = may.addPoint && !model.mergedInto && (
    <LinkButton href={`${path}/points/new`} label={words.addPoint} />
  );
  const pointsHref = href("/security-models/points", { ...view, model: model.id });
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
      {notice}
      <ModelFigures
        counts={counts}
        asOf={context.asOf}
        boundary={context.boundary}
        pointsHref={pointsHref}
        effectiveHref={href("/security-models/points", { ...view, model: model.id, grade: effective })}
        locale={locale}
      />
      <div className="space-y-12">
        {children}
        <Section
          id="points"
          title={words.pointsOf}
          finding={own ? words.ownReach : words.standingRule}
          actions={
            <Segments
              label={pointWords[locale].view}
              segments={pointStates.map((value) => ({
                href: `${href(path, { ...view, state: value })}#points`,
                label: `${pointWords[locale].states[value]} (${formatNumber(pointCounts[value], locale)})`,
                current: value === state,
              }))}
            />
          }
        >
          {isPast(context.asOf) && (
            <p className="text-sm font-medium">{pointWords[locale].stateOn(formatDate(context.asOf))}</p>
          )}
          <PointTable rows={points} action={addPoint} locale={locale} />
          {pointCounts[state] > points.length && (
            <LinkButton
              href={href("/security-models/points", { ...view, model: model.id, status: state })}
              label={profileWords[locale].allPoints(formatNumber(pointCounts[state], locale))}
            />
          )}
        </Section>
        <Section title={words.keyFacts}>
          <ModelFacts
            model={model}
            fieldItems={found.fieldItems}
            forceItems={found.forceItems}
            directiveItems={found.directiveItems}
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
