import type { Metadata } from "next";
import { PointsBulk } from "@/components/security-models/points-bulk";
import { readContext, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { upToToday } from "@/lib/core/standings";
import { bulkWords } from "@/lib/security-models/points/list/bulk/messages";
import { previewBulk } from "@/lib/security-models/points/list/bulk/queries";
import { readBulk } from "@/lib/security-models/points/list/bulk/schema";
import { readColumns, readPointFilter } from "@/lib/security-models/points/list/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: bulkWords[await currentLocale()].title };
}

export default async function PointsBulkPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, locale, params] = [await requireActor(), await currentLocale(), await searchParams];
  const context = readContext(upToToday(params), actor.role);
  const choice = readPointFilter(params);
  const found = await load(previewBulk, actor, { ...choice, ...readBulk(params), context });
  return <PointsBulk {...{ found, choice, context, locale }} columns={readColumns(params)} />;
}
