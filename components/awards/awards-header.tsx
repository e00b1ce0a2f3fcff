import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { awardsWords } from "@/lib/awards/messages";
import type { Locale } from "@/lib/core/locale";

export function AwardsHeader({ locale, mayCreate }: { locale: Locale; mayCreate: boolean }) {
  const words = awardsWords[locale];
  return <PageHeader title={words.title} actions={mayCreate && <AddAwardButton label={words.record} />} />;
}

export function AddAwardButton({ label }: { label: string }) {
  return (
    <Button asChild variant="primary">
      <Link href="/awards/new" prefetch={false}>
        {label}
      </Link>
    </Button>
  );
}
