import type { Metadata } from "next";
import Link from "next/link";
import { LanguageSwitch } from "@/components/account/language-switch";
import { SecureContextNotice } from "@/components/account/secure-context-notice";
import { SetUpForm } from "@/components/account/set-up-form";
import { SignInLayout } from "@/components/layout/sign-in-layout";
import { Button } from "@/components/ui/button";
import { accountWords } from "@/lib/account/messages";
import { isSetupOpen } from "@/lib/account/queries";
import { currentLocale } from "@/lib/core/request";
import { usersWords } from "@/lib/users/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await currentLocale()].setUp };
}

export default async function SetUpPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, locale] = [await params, await currentLocale()];
  const words = accountWords[locale];
  const open = await isSetupOpen(token);
  return (
    <SignInLayout locale={locale} languageSwitch={<LanguageSwitch locale={locale} bare />}>
      <h1 className="text-xl font-semibold tracking-tight">{open ? words.setUp : words.closedTitle}</h1>
      <p className="pt-1 pb-6 text-muted">{open ? words.setUpLead : words.closed}</p>
      {open ? (
        <>
          <SecureContextNotice title={words.insecureTitle} detail={words.insecure} />
          <SetUpForm token={token} usernameHint={usersWords[locale].hints.username} locale={locale} />
        </>
      ) : (
        <Button asChild variant="primary">
          <Link href="/sign-in" prefetch={false}>
            {words.toSignIn}
          </Link>
        </Button>
      )}
    </SignInLayout>
  );
}
