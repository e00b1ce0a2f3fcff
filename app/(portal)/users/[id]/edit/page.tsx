import type { Metadata } from "next";
import { CommandForm } from "@/components/forms/command-form";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { UserFields } from "@/components/users/user-fields";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { updateUser } from "@/lib/users/actions";
import { usersWords } from "@/lib/users/messages";
import { getUser } from "@/lib/users/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: usersWords[await currentLocale()].edit };
}

export default async function EditUserPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const user = await load(getUser, actor, { id: (await params).id });
  const words = usersWords[locale];
  const record = `/users/${user.id}`;
  return (
    <>
      <PageHeader
        title={words.edit}
        lead={`${user.name} · ${user.username}`}
        back={<TextLink href={record}>{user.name}</TextLink>}
      />
      <CommandForm
        action={updateUser}
        id={user.id}
        version={user.version}
        title={words.edit}
        submitLabel={words.saveEdit}
        cancelHref={record}
        labels={words.fields}
        locale={locale}
      >
        <UserFields values={user} units={user.units} locale={locale} />
      </CommandForm>
    </>
  );
}
