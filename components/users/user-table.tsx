import Link from "next/link";
import { DataList } from "@/components/tables/data-list";
import { Pager } from "@/components/tables/pager";
import { Button } from "@/components/ui/button";
import { formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { roleWords, usersWords } from "@/lib/users/messages";
import type { UserRow } from "@/lib/users/queries";
import { UserStatusDot } from "./user-status";

type Props = {
  rows: UserRow[];
  total: number;
  nextHref?: string;
  firstHref?: string;
  mayCreate: boolean;
  locale: Locale;
};

export function UserTable({ rows, total, nextHref, firstHref, mayCreate, locale }: Props) {
  const words = usersWords[locale];
  return (
    <>
      <DataList
        caption={words.title}
        locale={locale}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/users/${row.id}`}
        empty={{
          title: words.emptyTitle,
          detail: words.emptyHint,
          action: mayCreate && <CreateUserButton label={words.create} />,
        }}
        columns={[
          { key: "name", label: words.fields.name, primary: true, render: (row) => row.name },
          { key: "username", label: words.fields.username, render: (row) => row.username },
          { key: "role", label: words.fields.role, render: (row) => roleWords[locale][row.role] },
          { key: "unit", label: words.fields.unitId, render: (row) => row.unitName ?? words.city },
          { key: "title", label: words.fields.title, hideOnPhone: true, render: (row) => row.title },
          {
            key: "status",
            label: words.status,
            render: (row) => <UserStatusDot disabled={row.disabled} locale={locale} />,
          },
          {
            key: "seenAt",
            label: words.seenAt,
            hideOnPhone: true,
            render: (row) =>
              row.seenAt ? (
                <span className="numeral">{formatTime(new Date(row.seenAt))}</span>
              ) : (
                <span className="text-muted">{words.neverSeen}</span>
              ),
          },
        ]}
      />
      {rows.length > 0 && (
        <Pager nextHref={nextHref} firstHref={firstHref} shown={rows.length} total={total} locale={locale} />
      )}
    </>
  );
}

export function CreateUserButton({ label }: { label: string }) {
  return (
    <Button asChild variant="primary">
      <Link href="/users/new" prefetch={false}>
        {label}
      </Link>
    </Button>
  );
}
