import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { modelWords } from "@/lib/security-models/messages";

type Props = { found: number; may: { create: boolean; addPoint: boolean }; locale: Locale };

/** The list's head; a ward adds points, the city also registers models. */
export function ModelsHeader({ found, may, locale }: Props) {
  const words = modelWords[locale];
  return (
    <PageHeader
      title={words.title}
      count={formatNumber(found, locale)}
      actions={
        <>
          {may.addPoint && (
            <Button asChild variant={may.create ? "secondary" : "primary"}>
              <Link href="/security-models/points/new" prefetch={false}>
                {words.addPoint}
              </Link>
            </Button>
          )}
          {may.create && (
            <Button asChild variant="primary">
              <Link href="/security-models/new" prefetch={false}>
                {words.create}
              </Link>
            </Button>
          )}
        </>
      }
    />
  );
}
