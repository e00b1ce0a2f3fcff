import { StatusDot } from "@/components/ui/status-dot";
import type { Tone } from "@/components/ui/tone";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { carriedOn, endWords, pointWords, statusWords } from "@/lib/security-models/points/messages";
import type { Grade, PointRow } from "@/lib/security-models/points/queries";
import type { PointStatus } from "@/prisma/client/enums";

const tones: Record<PointStatus, Tone> = {
  proposed: "info",
  approved: "info",
  piloting: "good",
  active: "good",
  consolidating: "attention",
  suspended: "attention",
  recognized: "good",
  replicating: "good",
  ended: "muted",
  declined: "muted",
};

/** Where a point stands on the day looked at; one that had ended says how and when. */
export function PointState({
  point,
  locale,
}: {
  point: Pick<PointRow, "status" | "endKind" | "endedOn">;
  locale: Locale;
}) {
  const { status, endKind, endedOn } = point;
  const word =
    endKind && endedOn ? `${endWords[locale][endKind]} ${formatDate(endedOn)}` : statusWords[locale][status];
  return <StatusDot tone={tones[status]}>{word}</StatusDot>;
}

/** From the best grade down; a list may hold more than three. */
export const pointGradeTone = ({ position }: Grade): Tone =>
  position === 1 ? "good" : position === 2 ? "attention" : "bad";

/** A point's rating with its day; none is said, not left out (T17). */
export function PointRating({
  grade,
  ratedOn,
  locale,
}: Pick<PointRow, "grade" | "ratedOn"> & { locale: Locale }) {
  if (!grade || !ratedOn) return <span className="text-muted">{pointWords[locale].notRated}</span>;
  return (
    <span className="whitespace-nowrap">
      <StatusDot tone={pointGradeTone(grade)}>{locale === "vi" ? grade.labelVi : grade.labelEn}</StatusDot>{" "}
      <span className="numeral text-muted">{formatDate(ratedOn)}</span>
    </span>
  );
}

/** The unit of its time, and which units carried it on since. */
export function PointUnit({ point, locale }: { point: Parameters<typeof carriedOn>[0]; locale: Locale }) {
  const carried = carriedOn(point, locale);
  return (
    <>
      {point.unitName} {carried && <span className="text-xs text-muted @2xl:block">({carried})</span>}
    </>
  );
}
