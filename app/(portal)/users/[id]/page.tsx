import type { Metadata } from "next";
import { UserView } from "@/components/users/user-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { usersWords } from "@/lib/users/messages";
import { getUser } from "@/lib/users/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: usersWords[await currentLocale()].title };
}

export default async function UserPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const user = await load(getUser, actor, { id: (await params).id });
  return <UserView user={user} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
