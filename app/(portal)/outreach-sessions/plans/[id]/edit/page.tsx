import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/layout/page-header";
import { PlanForm } from "@/components/outreach-sessions/plan-form";
import { TextLink } from "@/components/ui/link";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { changePlan } from "@/lib/outreach-sessions/plans/actions";
import { planWords } from "@/lib/outreach-sessions/plans/messages";
import { editPlan } from "@/lib/outreach-sessions/plans/queries";
import { isOpen } from "@/lib/outreach-sessions/plans/rules";

export async function generateMetadata(): Promise<Metadata> {
  return { title: planWords[await currentLocale()].edit };
}

export default async function EditPlanPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { plan, book } = await load(editPlan, actor, { id: (await params).id });
  const words = planWords[locale];
  const record = `/outreach-sessions/plans/${plan.id}`;
  if (!isOpen(plan.state)) redirect(record);
  return (
    <>
      <PageHeader
        title={words.edit}
        lead={plan.title ?? plan.place}
        back={<TextLink href={record}>{words.back}</TextLink>}
      />
      <PlanForm
        action={changePlan}
        id={plan.id}
        version={plan.version}
        values={plan}
        book={book}
        title={words.edit}
        submitLabel={words.saveEdit}
        cancelHref={record}
        locale={locale}
      />
    </>
  );
}
