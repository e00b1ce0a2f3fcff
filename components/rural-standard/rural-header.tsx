import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { TimeSlider } from "@/components/layout/time-slider";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Context } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { type Base, firstCurrentDay } from "@/lib/rural-standard/catalog";
import { ruralWords } from "@/lib/rural-standard/messages";
import { BaseChoice } from "./base-choice";
import { RuralTabs } from "./rural-tabs";

/** The first communes reached the standard in this year. */
const firstYear = "2011-01-01";

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
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={mayRecognize && <RecognizeButton label={words.recognize} />}
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <RuralTabs current="ladder" keep={contextParams(context)} locale={locale} />
      <TimeSlider
        path={path}
        keep={contextParams(context, { ...keep, asOf: undefined })}
        asOf={context.asOf}
        from={firstYear}
        to={today()}
        marks={[{ day: firstCurrentDay, label: words.mergerMark }]}
        locale={locale}
      />
      <BaseChoice {...{ base, context, path, keep, locale }} />
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
