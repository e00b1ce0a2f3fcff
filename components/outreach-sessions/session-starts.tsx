import { clsx } from "clsx";
import Link from "next/link";
import { TextLink } from "@/components/ui/link";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionBook } from "@/lib/outreach-sessions/queries";
import { templateWords } from "@/lib/outreach-sessions/templates/messages";

type SessionStartsProps = { book: Pick<SessionBook, "last" | "templates">; chosen?: string; locale: Locale };

/** What a new session can start from: the last one once more, or a template. */
export function SessionStarts({ book, chosen, locale }: SessionStartsProps) {
  const words = outreachWords[locale];
  const starts = [
    ...(book.last ? [{ id: "last", name: words.repeatLast }] : []),
    ...book.templates.map(({ id, name }) => ({ id, name })),
  ];
  return (
    <nav aria-label={words.start} className="mb-5 flex gap-2 overflow-x-auto pb-1 lg:flex-wrap">
      {starts.map(({ id, name }) => (
        <Link
          key={id}
          href={`/outreach-sessions/new?from=${id}`}
          replace
          prefetch={false}
          aria-current={chosen === id ? "true" : undefined}
          className={clsx(
            "inline-flex min-h-11 shrink-0 items-center rounded-full border px-4 text-sm lg:min-h-8",
            chosen === id ? "border-green bg-green-soft font-semibold text-green" : "border-edge bg-surface",
          )}
        >
          {name}
        </Link>
      ))}
      <TextLink
        href="/outreach-sessions/templates"
        className="inline-flex min-h-11 shrink-0 items-center px-2 text-sm lg:min-h-8"
      >
        {templateWords[locale].manage}
      </TextLink>
    </nav>
  );
}
