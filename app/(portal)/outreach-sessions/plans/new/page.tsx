import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { PlanForm } from "@/components/outreach-sessions/plan-form";
import { TextLink } from "@/components/ui/link";
import { one, type SearchParams } from "@/lib/core/context";
import { isDay } from "@/lib/core/days";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { enterPlan } from "@/lib/outreach-sessions/plans/actions";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import { newPlan } from "@/lib/outreach-sessions/plans/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: planWords[await currentLocale()].plan };
}

export default async function NewPlanPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const book = await load(newPlan, actor, {});
  const words = planWords[locale];
  const day = one(params.day);
  return (
    <>
      <PageHeader
        title={words.plan}
        back={<TextLink href="/outreach-sessions/calendar">{words.calendar}</TextLink>}
      />
      <PlanForm
        action={enterPlan}
        id={randomUUID()}
        values={{
          unitId: actor.unitId ?? undefined,
          plannedOn: day !== undefined && isDay(day) ? day : undefined,
        }}
        book={book}
        title={words.plan}
        submitLabel={words.save}
        cancelHref="/outreach-sessions/calendar"
        locale={locale}
      />
    </>
  );
}
