import { ErrorState } from "@/components/layout/error-state";
import { currentLocale } from "@/lib/core/request";

/** A wrong address outside the portal's frame. */
export default async function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-[90rem] px-4 lg:px-8">
      <ErrorState kind="not-found" locale={await currentLocale()} />
    </main>
  );
}
