import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { SessionForm } from "@/components/outreach-sessions/session-form";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { logSession } from "@/lib/outreach-sessions/actions";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { newSession } from "@/lib/outreach-sessions/queries";
import { listUnitOptions } from "@/lib/units/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: outreachWords[await currentLocale()].log };
}

export default async function NewSessionPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { topicItems, last } = await load(newSession, actor, {});
  const words = outreachWords[locale];
  return (
    <>
      <PageHeader
        title={words.log}
        lead={last && words.prefilled}
        back={<TextLink href="/outreach-sessions">{words.title}</TextLink>}
      />
      <SessionForm
        action={logSession}
        id={randomUUID()}
        values={{ ...last, unitId: actor.unitId ?? undefined, heldOn: today() }}
        topics={topicItems}
        units={await load(listUnitOptions, actor, {})}
        title={words.log}
        submitLabel={words.save}
        cancelHref="/outreach-sessions"
        locale={locale}
      />
    </>
  );
}
