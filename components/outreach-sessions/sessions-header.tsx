import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { SessionViews } from "./session-views";

type SessionsHeaderProps = {
  locale: Locale;
  mayCreate: boolean;
  removed: boolean;
  /** The unit and boundary looked at, for the other views. */
  keep: { unit?: string; boundary?: string };
};

export function SessionsHeader({ locale, mayCreate, removed, keep }: SessionsHeaderProps) {
  const words = outreachWords[locale];
  return (
    <>
      <PageHeader title={words.title} actions={mayCreate && <LogButton label={words.log} />} />
      <SessionViews current="list" keep={keep} locale={locale} />
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
