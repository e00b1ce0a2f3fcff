import type { Metadata } from "next";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { ProfileEdit } from "@/components/units/profile-edit";
import { one, type SearchParams } from "@/lib/core/context";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { profileWords } from "@/lib/units/profile/messages";
import { editUnitProfile } from "@/lib/units/profile/queries";

type Props = { params: Promise<{ ref: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: profileWords[await currentLocale()].editTitle };
}

export default async function EditUnitPage({ params, searchParams }: Props) {
  const [actor, locale, asked] = [await requireActor(), await currentLocale(), await searchParams];
  const found = await load(editUnitProfile, actor, { ref: decodeURIComponent((await params).ref) });
  const words = profileWords[locale];
  return (
    <>
      <PageHeader
        title={words.editTitle}
        back={<TextLink href={`/units/${found.unit.ref}`}>{found.unit.fullName}</TextLink>}
      />
      {one(asked.saved) === "1" && <Notice title={words.saved} className="mb-6" />}
      <ProfileEdit found={found} locale={locale} />
    </>
  );
}
