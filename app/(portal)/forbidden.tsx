import { ErrorState } from "@/components/layout/error-state";
import { currentLocale } from "@/lib/core/request";

export default async function Forbidden() {
  return <ErrorState kind="refused" locale={await currentLocale()} />;
}
