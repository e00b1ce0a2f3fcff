import Link from "next/link";
import { Button } from "@/components/ui/button";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { statisticsWords } from "@/lib/statistics/messages";

type Props = {
  may: { logSession: boolean; addModel: boolean; addAward: boolean; addStep: boolean; addUser: boolean };
  /** Undefined for readers of the whole city; null when the ward has logged nothing yet. */
  lastSession: string | null | undefined;
  locale: Locale;
};

/** What is waiting for this reader; nothing for those who only read. */
export function TodoList({ may, lastSession, locale }: Props) {
  const words = statisticsWords[locale];
  if (!may.logSession && !may.addModel && !may.addUser) return null;
  const entrances = [
    ...(may.logSession ? [{ href: "/outreach-sessions/new", label: words.logNow }] : []),
    ...(may.addModel ? [{ href: "/security-models/new", label: words.addModel }] : []),
    ...(may.addAward ? [{ href: "/awards/new", label: words.addAward }] : []),
    ...(may.addUser ? [{ href: "/users/new", label: words.addUser }] : []),
    ...(may.addStep ? [{ href: "/rural-standard/new", label: words.addStep }] : []),
  ];
  return (
    <section
      aria-label={words.todo}
      className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 print:hidden"
    >
      <div>
        <h2 className="text-base font-semibold">{words.todo}</h2>
        <p className="text-sm text-muted">
          {may.addUser ? words.todoAdministrator : sentence(lastSession, locale)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {entrances.map(({ href, label }, position) => (
          <Button key={href} asChild variant={position === 0 ? "primary" : "secondary"}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
          </Button>
        ))}
      </div>
    </section>
  );
}

function sentence(lastSession: string | null | undefined, locale: Locale): string {
  const words = statisticsWords[locale];
  if (lastSession === undefined) return words.todoCity;
  if (lastSession === null) return words.todoWardNone;
  const days = Math.round((Date.parse(today()) - Date.parse(lastSession)) / 86_400_000);
  return days > 3 ? words.todoWard(days) : words.lastLogged(formatDate(lastSession));
}
