import { Segments } from "@/components/ui/segments";
import type { Context } from "@/lib/core/context";
import { contextParams, href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { type Base, bases } from "@/lib/rural-standard/catalog";
import { ruralWords } from "@/lib/rural-standard/messages";

type Props = {
  base: Base;
  context: Context;
  path: string;
  keep: Record<string, string | undefined>;
  locale: Locale;
};

/** Which communes are counted: the base is said before any share of it (T2). */
export function BaseChoice({ base, context, path, keep, locale }: Props) {
  const words = ruralWords[locale];
  return (
    <div className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-2">
      <Segments
        label={words.bases}
        segments={bases.map((choice) => ({
          label: words.baseName[choice],
          current: choice === base,
          href: href(
            path,
            contextParams(context, { ...keep, base: choice === "former" ? undefined : choice }),
          ),
        }))}
      />
      <p className="max-w-prose text-sm text-muted">{words.baseNote[base]}</p>
    </div>
  );
}
