import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import type { Boundary, Context } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { modelWords } from "@/lib/security-models/messages";
import type { ModelCounts } from "@/lib/security-models/queries";
import { sumOf } from "@/lib/security-models/rules";
import type { ModelChoice } from "@/lib/security-models/schema";

type Props = {
  counts: ModelCounts;
  models?: number;
  asOf: string;
  boundary: Boundary;
  /** The models counted; a single model has none. */
  href?: string;
  /** The points that make up the other counts. */
  pointsHref: string;
  /** Those rated effective. */
  effectiveHref?: string;
  locale: Locale;
};

/** Models, points, teams and members side by side and never added up (T14); a single model leaves out the first. */
export function ModelFigures({
  counts,
  models,
  asOf,
  boundary,
  href: modelsHref,
  pointsHref,
  effectiveHref,
  locale,
}: Props) {
  const words = modelWords[locale];
  const common = { locale, asOf, boundary, source: words.source, href: pointsHref };
  const sum = (total: number, unknown: number) => ({
    ...sumOf(total, counts.points, unknown),
    note:
      unknown > 0 && unknown < counts.points ? words.unknownTeams(formatNumber(unknown, locale)) : undefined,
  });
  return (
    <div className="mb-6">
      <FigureRow label={words.title}>
        {models !== undefined && (
          <Figure
            {...common}
            name="models.active"
            href={modelsHref}
            value={models}
            unit={words.modelUnit}
            label={words.models}
            definition={words.modelsDefinition}
          />
        )}
        <Figure
          {...common}
          name="points.active"
          value={counts.points}
          unit={words.pointUnit}
          label={words.points}
          definition={words.pointsDefinition}
        />
        <Figure
          {...common}
          {...sum(counts.teams, counts.teamsUnknown)}
          name="teams.active"
          unit={words.teamUnit}
          label={words.teams}
          definition={words.teamsDefinition}
        />
        <Figure
          {...common}
          {...sum(counts.members, counts.membersUnknown)}
          name="members.active"
          unit={words.memberUnit}
          label={words.members}
          definition={words.membersDefinition}
        />
        {models === undefined && (
          <Figure
            {...common}
            name="points.effective"
            href={effectiveHref}
            value={counts.rated > 0 ? counts.effective : null}
            unit={words.ratedUnit(formatNumber(counts.rated, locale))}
            label={words.effective}
            definition={words.effectiveDefinition}
          />
        )}
      </FigureRow>
    </div>
  );
}

/**
 * The points behind the counts of a filtered list of models. Some filters ask other things of a point than of its model
 * (its own force, its own recognition, its site's words): those leave the counts at the models they are of.
 */
export const pointsBehind = (
  { q, force, level, state: _, page: __, ...same }: ModelChoice,
  context: Context,
): string | undefined =>
  q || force || level ? undefined : href("/security-models/points", contextParams(context, same));
