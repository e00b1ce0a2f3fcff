import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { FindingsForm } from "@/components/rural-standard/findings-form";
import { TextLink } from "@/components/ui/link";
import type { SearchParams } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import { newFindings } from "@/lib/rural-standard/findings/queries";
import { readDossier } from "@/lib/rural-standard/findings/schema";
import { criteriaSetLabel, levelWords } from "@/lib/rural-standard/messages";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: findingWords[await currentLocale()].recordTitle };
}

export default async function NewFindingsPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = (await params).ref.replace("%40", "@");
  const { unit, set, level, day, criteria } = await load(newFindings, actor, { ref, ...readDossier(asked) });
  const words = findingWords[locale];
  const path = unit.type === "commune" ? `/rural-standard/${unit.ref}` : `/rural-standard/urban/${unit.ref}`;
  const back = `${href(path, { set: set?.key, level })}#criteria`;
  const lead = [level && levelWords[locale][level], set && criteriaSetLabel(set.key)]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <PageHeader
        title={words.recordTitle}
        lead={lead}
        back={<TextLink href={back}>{unit.fullName}</TextLink>}
      />
      {set && criteria.length > 0 ? (
        <FindingsForm id={randomUUID()} {...{ unit, set, criteria, day, locale }} cancelHref={back} />
      ) : (
        <EmptyState title={words.noCriteria} detail={words.noCriteriaHint} />
      )}
    </>
  );
}
