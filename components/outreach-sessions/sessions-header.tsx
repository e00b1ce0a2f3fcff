import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";

type SessionsHeaderProps = { locale: Locale; mayCreate: boolean; removed: boolean };

export function SessionsHeader({ locale, mayCreate, removed }: SessionsHeaderProps) {
  const words = outreachWords[locale];
  return (
    <>
      <PageHeader title={words.title} actions={mayCreate && <LogButton label={words.log} />} />
      {removed && (
        <Notice title={words.removed} className="mb-6">
          {words.removedHint}
        </Notice>
      )}
    </>
  );
}

export function LogButton({ label }: { label: string }) {
  return (
    <Button asChild variant="primary">
      <Link href="/outreach-sessions/new" prefetch={false}>
        {label}
      </Link>
    </Button>
  );
}
