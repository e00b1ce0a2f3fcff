import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { UserFilters } from "@/components/users/user-filters";
import { CreateUserButton, UserTable } from "@/components/users/user-table";
import type { SearchParams } from "@/lib/core/context";
import { formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { usersWords } from "@/lib/users/messages";
import { listUsers } from "@/lib/users/queries";
import { readUserFilter } from "@/lib/users/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: usersWords[await currentLocale()].title };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const filter = readUserFilter(await searchParams);
  const { rows, total, next, units, may } = await load(listUsers, actor, filter);
  const { cursor, unit, ...kept } = filter;
  const view = { ...kept, unit: unit?.toString() };
  const words = usersWords[locale];
  return (
    <>
      <PageHeader
        title={words.title}
        count={formatNumber(total, locale)}
        actions={may.create && <CreateUserButton label={words.create} />}
      />
      <UserFilters filter={filter} units={units} locale={locale} />
      <UserTable
        rows={rows}
        total={total}
        nextHref={next && href("/users", { ...view, cursor: next })}
        firstHref={cursor && href("/users", view)}
        mayCreate={may.create}
        locale={locale}
      />
    </>
  );
}
