import type { Metadata } from "next";
import { formWords } from "@/components/layout/words";
import { SessionView } from "@/components/outreach-sessions/session-record";
import { readTold } from "@/lib/core/attachment-input";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { getSession } from "@/lib/outreach-sessions/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const { title } = outreachWords[locale];
  const failed = one((await searchParams).refused) !== undefined;
  return { title: failed ? `${formWords[locale].error}: ${title}` : title };
}

export default async function SessionPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const session = await load(getSession, actor, { id: (await params).id });
  const asked = await searchParams;
  return (
    <SessionView session={session} saved={one(asked.saved) === "1"} told={readTold(asked)} locale={locale} />
  );
}
