import type { Metadata } from "next";
import { AccountView } from "@/components/account/account-view";
import { accountWords } from "@/lib/account/messages";
import { getAccount } from "@/lib/account/queries";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await currentLocale()].account };
}

export default async function AccountPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { sessions } = await load(getAccount, actor, {});
  return <AccountView actor={actor} sessions={sessions} locale={locale} />;
}
