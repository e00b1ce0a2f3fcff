import { ErrorState } from "@/components/layout/error-state";
import { currentLocale } from "@/lib/core/request";

/** A record that is not there, or not theirs to know of: the same words for both (S18). */
export default async function NotFound() {
  return <ErrorState kind="not-found" locale={await currentLocale()} />;
}
