import Link from "next/link";
import { EmptyState } from "@/components/layout/empty-state";
import { Section } from "@/components/layout/section";
import type { Locale } from "@/lib/core/locale";
import { photoStripWords } from "@/lib/security-models/points/files/messages";
import type { PointPhoto } from "@/lib/security-models/points/files/queries";

type Props = { photos: PointPhoto[]; total: number; locale: Locale };

/** The latest photos of a model's points; each opens the point it was taken at. */
export function PointPhotoStrip({ photos, total, locale }: Props) {
  const words = photoStripWords[locale];
  return (
    <Section
      id="photos"
      title={words.title}
      finding={total > photos.length ? words.latest(photos.length, total) : undefined}
    >
      {photos.length === 0 ? (
        <EmptyState title={words.none} detail={words.noneHint} />
      ) : (
        <ul className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 xl:grid-cols-6">
          {photos.map(({ id, name, pointId, site, unitName }) => (
            <li key={id} className="min-w-0">
              <Link
                href={`/security-models/points/${pointId}#files`}
                prefetch={false}
                className="block rounded-md text-xs text-muted hover:text-green focus-visible:outline-offset-2"
              >
                {/* biome-ignore lint/performance/noImgElement: the portal has no image service; a route makes the small picture */}
                <img
                  src={`/api/security-models/points/${pointId}/files/${id}?size=thumb`}
                  alt={name}
                  loading="lazy"
                  decoding="async"
                  className="mb-1 aspect-4/3 w-full rounded-md border border-hairline bg-surface object-cover"
                />
                <span className="block truncate" title={site}>
                  {site}
                </span>
                <span className="block truncate" title={unitName}>
                  {unitName}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
