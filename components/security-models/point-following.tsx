import { Section } from "@/components/layout/section";
import { TextLink } from "@/components/ui/link";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { FollowingPoint } from "@/lib/security-models/points/queries";
import { PointState } from "./point-state";

type Props = { title: string; none?: string; points: FollowingPoint[]; locale: Locale };

/** Points that follow this one: its copies, or those that were merged into it. */
export function PointFollowing({ title, none, points, locale }: Props) {
  return (
    <Section title={title}>
      {points.length === 0 ? (
        <p className="text-sm text-muted">{none}</p>
      ) : (
        <ul className="border-t text-base lg:text-sm">
          {points.map((point) => (
            <li key={point.id} className="border-b py-2.5">
              <TextLink href={`/security-models/points/${point.id}`}>
                {`${point.site}, ${point.unitName}`}
              </TextLink>
              <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                {point.startedOn && <span className="numeral">{formatDate(point.startedOn)}</span>}
                <PointState point={point} locale={locale} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
