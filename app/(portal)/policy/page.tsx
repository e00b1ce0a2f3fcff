import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { PolicyTable } from "@/components/users/policy-table";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { usersWords } from "@/lib/users/messages";
import { getPolicy } from "@/lib/users/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: usersWords[await currentLocale()].policyTitle };
}

export default async function PolicyPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const groups = await load(getPolicy, actor, {});
  const words = usersWords[locale];
  return (
    <>
      <PageHeader title={words.policyTitle} lead={words.policyLead} />
      <PolicyTable groups={groups} locale={locale} />
      <p className="max-w-prose pt-6 text-sm text-muted">{words.policyNote}</p>
    </>
  );
}
