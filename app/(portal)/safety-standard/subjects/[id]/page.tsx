import type { Metadata } from "next";
import { SubjectView } from "@/components/safety-standard/subject-view";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { subjectWords } from "@/lib/safety-standard/subjects/messages";
import { getSubject } from "@/lib/safety-standard/subjects/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: subjectWords[await currentLocale()].title };
}

export default async function SubjectPage({ params, searchParams }: Props) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const subject = await load(getSubject, actor, { id: (await params).id });
  return <SubjectView subject={subject} saved={one((await searchParams).saved) === "1"} locale={locale} />;
}
