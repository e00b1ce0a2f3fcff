import Link from "next/link";
import { Section } from "@/components/layout/section";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { modelWords } from "@/lib/security-models/messages";
import { profileWords } from "@/lib/security-models/profile/messages";
import type { getProfile } from "@/lib/security-models/profile/queries";
import { IndicatorSection } from "./indicator-section";
import { ModelGrowth } from "./model-growth";
import { PointPhotoStrip } from "./point-photo-strip";
import { RatingRounds } from "./rating-rounds";
import { RecognitionSection } from "./recognition-section";
import { ReplicationSummary } from "./replication-summary";
import { UnitGrid } from "./unit-grid";

type Props = {
  modelId: string;
  profile: Awaited<ReturnType<typeof getProfile>>;
  context: Context;
  locale: Locale;
};

/** How a model does: its indicators, where it runs, how it grew, how it was rated, copied and recognised. */
export function ModelProfile({ modelId, profile, context, locale }: Props) {
  const { spread, growth, firstOn, rounds, recognitions, replication, indicators, strip, may } = profile;
  const words = profileWords[locale];
  const path = `/security-models/${modelId}`;
  const tree = href(`${path}/replication`, contextParams(context));
  return (
    <>
      <IndicatorSection
        modelId={modelId}
        indicators={indicators}
        context={context}
        may={may}
        locale={locale}
      />
      <UnitGrid {...{ modelId, spread, context, locale }} />
      <div className="grid gap-x-12 gap-y-12 xl:grid-cols-2">
        <ModelGrowth {...{ modelId, growth, firstOn, context, locale }} />
        <RatingRounds rounds={rounds} locale={locale} />
      </div>
      <Section title={words.replication} actions={<TextLink href={tree}>{words.tree}</TextLink>}>
        <ReplicationSummary
          summary={replication}
          asOf={context.asOf}
          boundary={context.boundary}
          href={tree}
          brief
          locale={locale}
        />
      </Section>
      <RecognitionSection
        rows={recognitions}
        asOf={context.asOf}
        grantHref={may.recognize ? `${path}/recognitions/new` : undefined}
        allHref={`${path}/recognitions`}
        locale={locale}
      />
      {strip.total > 0 && <PointPhotoStrip photos={strip.photos} total={strip.total} locale={locale} />}
    </>
  );
}

type EndProps = {
  modelId: string;
  merged: boolean;
  may: { merge: boolean; delete: boolean };
  locale: Locale;
};

/** The rare acts, at the foot: putting the model into another, deleting one that was entered by mistake. */
export function ModelEnds({ modelId, merged, may, locale }: EndProps) {
  const words = modelWords[locale];
  if (!may.merge && !may.delete) return null;
  return (
    <div className="flex flex-wrap gap-2 pt-12 print:hidden">
      {may.merge && !merged && (
        <Button asChild size="small">
          <Link href={`/security-models/${modelId}/merge`} prefetch={false}>
            {words.merge}
          </Link>
        </Button>
      )}
      {may.delete && (
        <Button asChild size="small">
          <Link href={`/security-models/${modelId}/delete`} prefetch={false}>
            {words.remove}
          </Link>
        </Button>
      )}
    </div>
  );
}
