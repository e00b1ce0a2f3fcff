import { Badge } from "@/components/ui/badge";
import { ButtonForm } from "@/components/users/button-form";
import { endOwnSession } from "@/lib/account/actions";
import { accountWords } from "@/lib/account/messages";
import type { OwnSession } from "@/lib/account/queries";
import { formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { SignOutButton } from "./sign-out-button";

/** Where one is signed in; any of it can be ended from here (S14). */
export function OwnSessions({ sessions, locale }: { sessions: OwnSession[]; locale: Locale }) {
  const words = accountWords[locale];
  return (
    <ul className="divide-y border-y">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <div className="min-w-0">
            <p id={`session-${session.id}`} className="flex flex-wrap items-center gap-x-2 font-medium">
              {session.agent || words.unknownAgent}
              {session.current && <Badge tone="good">{words.thisSession}</Badge>}
            </p>
            <p className="text-sm text-muted">
              {session.address || words.unknownAddress} · {words.since}{" "}
              <span className="numeral">{formatTime(new Date(session.since))}</span> · {words.lastSeen}{" "}
              <span className="numeral">{formatTime(new Date(session.seenAt))}</span>
            </p>
          </div>
          {session.current ? (
            <SignOutButton locale={locale} />
          ) : (
            <ButtonForm
              locale={locale}
              action={endOwnSession}
              id={session.id}
              label={words.endSession}
              describedBy={`session-${session.id}`}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
