import type { Metadata } from "next";
import { OneView } from "@/components/layout/one-view";
import { PageHeader } from "@/components/layout/page-header";
import { SessionPaste } from "@/components/outreach-sessions/session-paste";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { pasteWords } from "@/lib/outreach-sessions/paste/messages";
import { newSession } from "@/lib/outreach-sessions/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: pasteWords[await currentLocale()].title };
}

export default async function SessionPastePage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const book = await load(newSession, actor, {});
  return (
    <>
      <PageHeader
        title={pasteWords[locale].title}
        lead={pasteWords[locale].lead}
        back={<TextLink href="/outreach-sessions">{outreachWords[locale].title}</TextLink>}
      />
      <OneView why="comparison" locale={locale} />
      <SessionPaste book={book} unitId={actor.unitId ?? undefined} day={today()} locale={locale} />
    </>
  );
}
