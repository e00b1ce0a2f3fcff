import type { Metadata } from "next";
import { ErrorState } from "@/components/layout/error-state";
import { errorWords, shellWords } from "@/components/layout/words";
import { currentLocale } from "@/lib/core/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: errorWords[await currentLocale()].refused.title };
}

export default async function Forbidden() {
  const locale = await currentLocale();
  return (
    <>
      {/* With scripts the page's own title has been set by then; the one that comes later stands. */}
      <title>{`${errorWords[locale].refused.title} – ${shellWords[locale].brand.join(" ")}`}</title>
      <ErrorState kind="refused" locale={locale} />
    </>
  );
}
