import { Figure } from "@/components/figures/figure";
import { FigureRow } from "@/components/figures/figure-row";
import type { Boundary } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { modelWords } from "@/lib/security-models/messages";
import { listWords } from "@/lib/security-models/points/list/messages";
import type { PointTotals } from "@/lib/security-models/points/list/queries";
import { sumOf } from "@/lib/security-models/rules";

type Props = {
  totals: PointTotals;
  /** Only points in force are looked at: the figures are those of the registry. */
  inForce: boolean;
  asOf: string;
  boundary: Boundary;
  href: string;
  locale: Locale;
};

/** Points, models, teams and members of what is found, side by side and never added up (T14). */
export function PointsListFigures({ totals, inForce, asOf, boundary, href, locale }: Props) {
  const [words, units] = [listWords[locale], modelWords[locale]];
  const common = { locale, asOf, boundary, source: words.source, href };
  const named = (name: string) => `${name}.${inForce ? "active" : "found"}`;
  const sum = (total: number, unknown: number) => ({
    ...sumOf(total, totals.points, unknown),
    note: unknown > 0 && unknown < totals.points ? words.unknown(formatNumber(unknown, locale)) : undefined,
  });
  return (
    <div className="mb-6">
      <FigureRow label={words.title}>
        <Figure
          {...common}
          name={named("points")}
          value={totals.points}
          unit={units.pointUnit}
          label={words.found}
          definition={words.foundDefinition}
        />
        <Figure
          {...common}
          name={named("models")}
          value={totals.models}
          unit={units.modelUnit}
          label={words.foundModels}
          definition={words.modelsDefinition}
        />
        <Figure
          {...common}
          {...sum(totals.teams, totals.teamsUnknown)}
          name={named("teams")}
          unit={units.teamUnit}
          label={units.teams}
          definition={words.teamsDefinition}
        />
        <Figure
          {...common}
          {...sum(totals.members, totals.membersUnknown)}
          name={named("members")}
          unit={units.memberUnit}
          label={units.members}
          definition={words.membersDefinition}
        />
      </FigureRow>
    </div>
  );
}
