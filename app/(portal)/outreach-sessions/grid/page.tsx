import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { SessionGrid } from "@/components/outreach-sessions/session-grid";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { newSession } from "@/lib/outreach-sessions/queries";
import { listNamedUnits } from "@/lib/units/resolve/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: gridWords[await currentLocale()].title };
}

export default async function SessionGridPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { lists } = await load(newSession, actor, {});
  const book = await load(listNamedUnits, actor, {});
  const words = gridWords[locale];
  const form = <TextLink href="/outreach-sessions/new">{words.form}</TextLink>;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        back={<TextLink href="/outreach-sessions">{outreachWords[locale].title}</TextLink>}
      />
      <Notice className="mb-4 lg:hidden [@media(scripting:none)]:hidden">
        {words.phone} {form}
      </Notice>
      <Notice className="mb-4 [@media(scripting:enabled)]:hidden">
        {words.noScript} {form}
      </Notice>
      <SessionGrid
        owner={actor.userId}
        context={{
          today: today(),
          ...book,
          unitId: actor.unitId ?? undefined,
          topics: lists.topic,
          audiences: lists.audience,
        }}
        locale={locale}
      />
    </>
  );
}
