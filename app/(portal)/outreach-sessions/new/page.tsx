import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { SessionForm } from "@/components/outreach-sessions/session-form";
import { SessionStarts } from "@/components/outreach-sessions/session-starts";
import { TextLink } from "@/components/ui/link";
import { one, type SearchParams } from "@/lib/core/context";
import { today } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { logSession } from "@/lib/outreach-sessions/actions";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { newSession } from "@/lib/outreach-sessions/queries";
import { startingValues } from "@/lib/outreach-sessions/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: outreachWords[await currentLocale()].log };
}

export default async function NewSessionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const book = await load(newSession, actor, {});
  const words = outreachWords[locale];
  const start = { from: one(params.from), point: one(params.point) };
  const values = startingValues(book, start);
  return (
    <>
      <PageHeader
        title={words.log}
        lead={book.last && words.prefilled}
        back={<TextLink href="/outreach-sessions">{words.title}</TextLink>}
      />
      <SessionStarts book={book} chosen={start.from} locale={locale} />
      <SessionForm
        key={start.from}
        action={logSession}
        id={randomUUID()}
        values={{ ...values, unitId: actor.unitId ?? values.unitId, heldOn: today() }}
        book={book}
        day={today()}
        title={words.log}
        submitLabel={words.save}
        cancelHref="/outreach-sessions"
        locale={locale}
      />
    </>
  );
}
