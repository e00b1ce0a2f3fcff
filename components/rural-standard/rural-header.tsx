import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Segments } from "@/components/ui/segments";
import { type Context, contextParams, href } from "@/lib/core/context";
import type { Locale } from "@/lib/core/locale";
import { type Base, bases } from "@/lib/rural-standard/catalog";
import { ruralWords } from "@/lib/rural-standard/messages";

type RuralHeaderProps = {
  context: Context;
  base: Base;
  path: string;
  keep: Record<string, string | undefined>;
  mayRecognize: boolean;
  saved: boolean;
  locale: Locale;
};

/** What the page is, and which communes it counts: the base is said before any share of it (T2). */
export function RuralHeader({ context, base, path, keep, mayRecognize, saved, locale }: RuralHeaderProps) {
  const words = ruralWords[locale];
  const segments = bases.map((choice) => ({
    label: words.baseName[choice],
    current: choice === base,
    href: href(path, contextParams(context, { ...keep, base: choice === "former" ? undefined : choice })),
  }));
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={mayRecognize && <RecognizeButton label={words.recognize} />}
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segments label={words.bases} segments={segments} />
        <p className="max-w-prose text-sm text-muted">{words.baseNote[base]}</p>
      </div>
    </>
  );
}

export function RecognizeButton({ label, unit, level }: { label: string; unit?: string; level?: string }) {
  return (
    <Button asChild variant="primary">
      <Link href={href("/rural-standard/new", { unit, level })} prefetch={false}>
        {label}
      </Link>
    </Button>
  );
}
