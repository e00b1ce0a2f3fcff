import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { RegisterPage } from "@/components/safety-standard/register-form";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { recordWords } from "@/lib/safety-standard/records/messages";
import { newRegistration } from "@/lib/safety-standard/records/queries";
import { readYear } from "@/lib/safety-standard/schema";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: recordWords[await currentLocale()].register };
}

export default async function RegisterSubjectsPage({ params, searchParams }: Props) {
  const [actor, locale, search] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = (await params).ref.replace("%40", "@");
  const year = readYear(search);
  const from = one(search.from) === "last" ? "last" : "all";
  const found = await load(newRegistration, actor, { ref, year, from });
  return <RegisterPage id={randomUUID()} {...{ found, year, from, locale }} />;
}
