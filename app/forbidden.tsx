import type { Metadata } from "next";
import { ErrorState } from "@/components/layout/error-state";
import { errorWords } from "@/components/layout/words";
import { currentLocale } from "@/lib/core/request";

export async function generateMetadata(): Promise<Metadata> {
  return { title: errorWords[await currentLocale()].refused.title };
}

export default async function Forbidden() {
  return (
    <main id="main" className="mx-auto max-w-[90rem] px-4 lg:px-8">
      <ErrorState kind="refused" locale={await currentLocale()} />
    </main>
  );
}
