import type { Metadata } from "next";
import { CommuneView } from "@/components/rural-standard/commune-record";
import { DossierCriteria } from "@/components/rural-standard/dossier-criteria";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { getDossier } from "@/lib/rural-standard/findings/queries";
import { readDossier } from "@/lib/rural-standard/findings/schema";
import { ruralWords } from "@/lib/rural-standard/messages";
import { getCommune } from "@/lib/rural-standard/queries";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: ruralWords[await currentLocale()].title };
}

export default async function CommunePage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const ref = (await params).ref.replace("%40", "@");
  const commune = await load(getCommune, actor, { ref });
  // A ward is judged by criteria of its own, on a page of its own.
  const dossier =
    commune.unit.type === "commune"
      ? await load(getDossier, actor, { ref, ...readDossier(asked) })
      : undefined;
  return (
    <CommuneView commune={commune} saved={one(asked.saved) === "1"} locale={locale}>
      {dossier && <DossierCriteria dossier={dossier} path={`/rural-standard/${ref}`} locale={locale} />}
    </CommuneView>
  );
}
