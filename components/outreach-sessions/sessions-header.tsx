import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/core/locale";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { pasteWords } from "@/lib/outreach-sessions/paste/messages";
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
      <PageHeader title={words.title} actions={mayCreate && <Entrances locale={locale} />} />
      <SessionViews current="list" keep={keep} locale={locale} />
      {removed && (
        <Notice title={words.removed} className="mb-6">
          {words.removedHint}
        </Notice>
      )}
    </>
  );
}

/** The ways to log: the grid is for a desk. */
function Entrances({ locale }: { locale: Locale }) {
  return (
    <>
      <Button asChild className="max-lg:hidden">
        <Link href="/outreach-sessions/grid" prefetch={false}>
          {gridWords[locale].entrance}
        </Link>
      </Button>
      <Button asChild>
        <Link href="/outreach-sessions/paste" prefetch={false}>
          {pasteWords[locale].entrance}
        </Link>
      </Button>
      <LogButton label={outreachWords[locale].log} />
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
