import type { Metadata } from "next";
import { ErrorState } from "@/components/layout/error-state";
import { errorWords, shellWords } from "@/components/layout/words";
import { currentLocale } from "@/lib/core/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: errorWords[await currentLocale()]["not-found"].title };
}

/** A record that is not there, or not theirs to know of: the same words for both (S18). */
export default async function NotFound() {
  const locale = await currentLocale();
  return (
    <>
      {/* With scripts the page's own title has been set by then; the one that comes later stands. */}
      <title>{`${errorWords[locale]["not-found"].title} – ${shellWords[locale].brand.join(" ")}`}</title>
      <ErrorState kind="not-found" locale={locale} />
    </>
  );
}
