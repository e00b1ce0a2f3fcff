import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { TextField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { TextLink } from "@/components/ui/link";
import { CreateUserForm } from "@/components/users/create-user-form";
import { UserFields } from "@/components/users/user-fields";
import { load } from "@/lib/core/page";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";
import { createUser } from "@/lib/users/actions";
import { usersWords } from "@/lib/users/messages";
import { newUser } from "@/lib/users/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: usersWords[await currentLocale()].create };
}

export default async function NewUserPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const { units } = await load(newUser, actor, {});
  const { fields, hints, title, createLead, create, oneTimeHint, copy, copied, openRecord, createAnother } =
    usersWords[locale];
  const words = { create, oneTimeHint, copy, copied, openRecord, createAnother };
  return (
    <>
      <PageHeader title={create} lead={createLead} back={<TextLink href="/users">{title}</TextLink>} />
      <CreateUserForm action={createUser} id={randomUUID()} words={words} labels={fields} locale={locale}>
        <TextField
          name="username"
          label={fields.username}
          hint={hints.username}
          autoCapitalize="none"
          spellCheck={false}
          locale={locale}
        />
        <UserFields values={{}} units={units} locale={locale} />
      </CreateUserForm>
    </>
  );
}
