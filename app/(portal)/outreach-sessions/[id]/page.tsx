import type { Metadata } from "next";
import { SessionView } from "@/components/outreach-sessions/session-record";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { getSession } from "@/lib/outreach-sessions/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: outreachWords[await currentLocale()].title };
}

export default async function SessionPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const session = await load(getSession, actor, { id: (await params).id });
  return <SessionView session={session} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
