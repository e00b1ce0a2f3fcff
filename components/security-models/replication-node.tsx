import { StatusDot } from "@/components/ui/status-dot";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { pointWords } from "@/lib/security-models/points/messages";
import { replicationWords } from "@/lib/security-models/replication/messages";
import type { TreePoint } from "@/lib/security-models/replication/queries";
import { PointState, pointGradeTone } from "./point-state";

type Props = { point: TreePoint; locale: Locale };

/** Since when a point of a tree runs, how it stands, how it was rated last; one outside the reach says only that. */
export function NodeFacts({ point, locale }: Props) {
  const { startedOn, status, grade, endedOn, endKind } = point;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2.5 text-xs text-muted">
      <span className="numeral">{formatDate(startedOn)}</span>
      {status === null ? (
        <span>{replicationWords[locale].outside}</span>
      ) : (
        <>
          <PointState point={{ status: endedOn ? "ended" : status, endedOn, endKind }} locale={locale} />
          {!endedOn &&
            (grade ? (
              <StatusDot tone={pointGradeTone(grade)}>
                {locale === "vi" ? grade.labelVi : grade.labelEn}
              </StatusDot>
            ) : (
              <span>{pointWords[locale].notRated}</span>
            ))}
        </>
      )}
    </span>
  );
}
