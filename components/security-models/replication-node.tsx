import { StatusDot } from "@/components/ui/status-dot";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { pointWords } from "@/lib/security-models/points/messages";
import { replicationWords } from "@/lib/security-models/replication/messages";
import type { TreePoint } from "@/lib/security-models/replication/queries";
import { PointState, pointGradeTone } from "./point-state";

type Props = { point: TreePoint; locale: Locale };

/** Since when a point of a tree runs, and how it stands; one outside the reach says only that. */
export function NodeState({ point: { startedOn, status, endedOn, endKind }, locale }: Props) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2.5 text-xs text-muted">
      <span className="numeral">{formatDate(startedOn)}</span>
      {status === null ? (
        <span>{replicationWords[locale].outside}</span>
      ) : (
        <PointState point={{ status, endedOn, endKind }} locale={locale} />
      )}
    </span>
  );
}

/** How a point that runs was rated last; not rated is said, not left out (T17). */
export function NodeGrade({ point: { status, endedOn, grade }, locale }: Props) {
  if (status === null || endedOn) return null;
  return (
    <span className="shrink-0 text-xs text-muted">
      {grade ? (
        <StatusDot tone={pointGradeTone(grade)}>{locale === "vi" ? grade.labelVi : grade.labelEn}</StatusDot>
      ) : (
        pointWords[locale].notRated
      )}
    </span>
  );
}
