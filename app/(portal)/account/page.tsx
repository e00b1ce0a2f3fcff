import type { Metadata } from "next";
import { AccountView } from "@/components/account/account-view";
import { accountWords } from "@/lib/account/messages";
import { getAccount } from "@/lib/account/queries";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await currentLocale()].account };
}

export default async function AccountPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { sessions } = await load(getAccount, actor, {});
  const passwordChanged = one((await searchParams).changed) === "1";
  return <AccountView {...{ actor, sessions, passwordChanged, locale }} />;
}
