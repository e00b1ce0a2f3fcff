import { DataList } from "@/components/tables/data-list";
import { formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { usersWords } from "@/lib/users/messages";
import type { SessionRow } from "@/lib/users/queries";

export function UserSessions({ sessions, locale }: { sessions: SessionRow[]; locale: Locale }) {
  const words = usersWords[locale];
  if (sessions.length === 0) return <p className="text-sm text-muted">{words.noSessions}</p>;
  const moment = (iso: string) => <span className="numeral">{formatTime(new Date(iso))}</span>;
  return (
    <DataList
      caption={words.sessions}
      locale={locale}
      rows={sessions}
      rowKey={(row) => row.id}
      empty={{ title: words.noSessions }}
      columns={[
        { key: "agent", label: words.agent, primary: true, render: (row) => row.agent || "–" },
        { key: "address", label: words.address, render: (row) => row.address || "–" },
        { key: "since", label: words.since, render: (row) => moment(row.since) },
        { key: "seenAt", label: words.lastSeen, render: (row) => moment(row.seenAt) },
      ]}
    />
  );
}
