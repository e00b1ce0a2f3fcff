import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { SubjectForm } from "@/components/safety-standard/subject-form";
import { TextLink } from "@/components/ui/link";
import type { SearchParams } from "@/lib/core/context";
import { href } from "@/lib/core/href";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { subjectWords } from "@/lib/safety-standard/subjects/messages";
import { newSubject } from "@/lib/safety-standard/subjects/queries";
import { readSubjectFilter } from "@/lib/safety-standard/subjects/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: subjectWords[await currentLocale()].addTitle };
}

export default async function NewSubjectPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { unit } = readSubjectFilter(await searchParams);
  const { units, chosen } = await load(newSubject, actor, { unit });
  const words = subjectWords[locale];
  const back = href("/safety-standard/subjects", { unit });
  return (
    <>
      <PageHeader title={words.addTitle} back={<TextLink href={back}>{words.title}</TextLink>} />
      <SubjectForm id={randomUUID()} units={units} unitId={chosen} cancelHref={back} locale={locale} />
    </>
  );
}
