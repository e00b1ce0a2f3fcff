import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { SessionForm } from "@/components/outreach-sessions/session-form";
import { TextLink } from "@/components/ui/link";
import { today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changeSession } from "@/lib/outreach-sessions/actions";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { editSession } from "@/lib/outreach-sessions/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: outreachWords[await currentLocale()].edit };
}

export default async function EditSessionPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { session, book } = await load(editSession, actor, { id: (await params).id });
  const words = outreachWords[locale];
  const record = `/outreach-sessions/${session.id}`;
  return (
    <>
      <PageHeader
        title={words.edit}
        lead={session.title ?? session.place}
        back={<TextLink href={record}>{words.back}</TextLink>}
      />
      <SessionForm
        action={changeSession}
        id={session.id}
        version={session.version}
        values={session}
        book={book}
        day={today()}
        title={words.edit}
        submitLabel={words.saveEdit}
        cancelHref={record}
        locale={locale}
      />
    </>
  );
}
