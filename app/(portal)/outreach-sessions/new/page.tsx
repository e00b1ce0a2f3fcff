import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { SessionForm } from "@/components/outreach-sessions/session-form";
import { SessionStarts } from "@/components/outreach-sessions/session-starts";
import { UnitStart } from "@/components/outreach-sessions/unit-start";
import { TextLink } from "@/components/ui/link";
import type { Actor } from "@/lib/core/access";
import { one, type SearchParams } from "@/lib/core/context";
import { today as now } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { logSession } from "@/lib/outreach-sessions/actions";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import { getPlan, type PlanRecord } from "@/lib/outreach-sessions/plans/queries";
import { isOpen, sessionOfPlan } from "@/lib/outreach-sessions/plans/rules";
import { newSession } from "@/lib/outreach-sessions/queries";
import { startingValues } from "@/lib/outreach-sessions/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: outreachWords[await currentLocale()].log };
}

export default async function NewSessionPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const start = { from: one(params.from), point: one(params.point), unit: one(params.unit) };
  const book = await load(newSession, actor, { point: start.point, unit: start.unit });
  const words = outreachWords[locale];
  const plan = await plannedFor(actor, one(params.plan));
  const values = startingValues(book, start);
  const today = { unitId: actor.unitId ?? book.startUnit ?? values.unitId, heldOn: now() };
  const back = plan ? `/outreach-sessions/plans/${plan.id}` : "/outreach-sessions";
  return (
    <>
      <PageHeader
        title={words.log}
        lead={plan ? leadOf(plan, locale) : book.last && words.prefilled}
        back={<TextLink href={back}>{plan ? planWords[locale].back : words.title}</TextLink>}
      />
      {!plan && <SessionStarts book={book} chosen={start.from} locale={locale} />}
      {!plan && <UnitStart book={book} chosen={today.unitId} from={start.from} locale={locale} />}
      <SessionForm
        key={plan?.id ?? start.from}
        action={logSession}
        id={randomUUID()}
        values={{ ...values, ...today, ...(plan && sessionOfPlan(plan, today.heldOn)) }}
        planId={plan?.id}
        expected={plan?.expected}
        book={book}
        day={today.heldOn}
        title={words.log}
        submitLabel={words.save}
        cancelHref={back}
        locale={locale}
      />
    </>
  );
}

/** The plan that an address names, when it is still to be held; one that is not shows what became of it. */
async function plannedFor(actor: Actor, id: string | undefined) {
  if (id === undefined) return undefined;
  const { plan } = await load(getPlan, actor, { id });
  if (!isOpen(plan.state)) redirect(`/outreach-sessions/plans/${plan.id}`);
  return plan;
}

const leadOf = (plan: PlanRecord, locale: Locale) =>
  planWords[locale].byPlan(formatDate(plan.plannedOn), plan.title ?? plan.place);
