import type { Metadata } from "next";
import { PasswordForm } from "@/components/account/password-form";
import { PageHeader } from "@/components/layout/page-header";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { accountWords } from "@/lib/account/messages";
import { currentLocale } from "@/lib/core/request";
import { requireActor } from "@/lib/core/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await currentLocale()].password };
}

export default async function PasswordPage() {
  const [actor, locale] = [await requireActor(), await currentLocale()];
  const words = accountWords[locale];
  const forced = actor.mustChangePassword;
  return (
    <>
      <PageHeader
        title={words.password}
        lead={words.passwordLead}
        back={!forced && <TextLink href="/account">{words.account}</TextLink>}
      />
      {forced && (
        <Notice tone="attention" title={words.forcedTitle} className="mb-6 max-w-160">
          {words.forced}
        </Notice>
      )}
      <PasswordForm username={actor.username} forced={forced} locale={locale} />
    </>
  );
}
