import type { Metadata } from "next";
import { ErrorState } from "@/components/layout/error-state";
import { errorWords } from "@/components/layout/words";
import { currentLocale } from "@/lib/core/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: errorWords[await currentLocale()]["not-found"].title };
}

/** A wrong address outside the portal's frame. */
export default async function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-[90rem] px-4 lg:px-8">
      <ErrorState kind="not-found" locale={await currentLocale()} />
    </main>
  );
}
