import type { Metadata } from "next";
import { SubjectsList } from "@/components/safety-standard/subjects-list";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { subjectWords } from "@/lib/safety-standard/subjects/messages";
import { listSubjects } from "@/lib/safety-standard/subjects/queries";
import { readSubjectFilter } from "@/lib/safety-standard/subjects/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: subjectWords[await currentLocale()].title };
}

export default async function SubjectsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const params = await searchParams;
  const filter = readSubjectFilter(params);
  const found = await load(listSubjects, actor, filter);
  return <SubjectsList {...{ found, filter, locale }} removed={one(params.removed) === "1"} />;
}
