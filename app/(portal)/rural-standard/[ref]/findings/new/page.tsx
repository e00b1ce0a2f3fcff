import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { formWords } from "@/components/layout/words";
import { FindingsForm } from "@/components/rural-standard/findings-form";
import { TextLink } from "@/components/ui/link";
import { one, type SearchParams } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import { newFindings } from "@/lib/rural-standard/findings/queries";
import { readNewFindings } from "@/lib/rural-standard/findings/schema";
import { criteriaSetLabel, levelWords } from "@/lib/rural-standard/messages";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const { recordTitle: title } = findingWords[locale];
  return { title: one((await searchParams).kept) ? `${formWords[locale].error}: ${title}` : title };
}

export default async function NewFindingsPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = (await params).ref.replace("%40", "@");
  const found = await load(newFindings, actor, { ref, ...readNewFindings(asked) });
  const { unit, set, level, day, criteria, kept } = found;
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
        <FindingsForm
          id={randomUUID()}
          {...{ unit, set, level, criteria, day, kept, locale }}
          cancelHref={back}
        />
      ) : (
        <EmptyState title={words.noCriteria} detail={words.noCriteriaHint} />
      )}
    </>
  );
}
