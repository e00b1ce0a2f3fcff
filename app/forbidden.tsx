import { ErrorState } from "@/components/layout/error-state";
import { currentLocale } from "@/lib/core/request";

export default async function Forbidden() {
  return (
    <main id="main" className="mx-auto max-w-[90rem] px-4 lg:px-8">
      <ErrorState kind="refused" locale={await currentLocale()} />
    </main>
  );
}
