import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoAccounts } from "@/components/account/demo-accounts";
import { LanguageSwitch } from "@/components/account/language-switch";
import { SecureContextNotice } from "@/components/account/secure-context-notice";
import { SignInForm } from "@/components/account/sign-in-form";
import { SignInLayout } from "@/components/layout/sign-in-layout";
import { accountWords } from "@/lib/account/messages";
import { safePath } from "@/lib/account/rules";
import { one, type SearchParams } from "@/lib/core/context";
import { isDemo } from "@/lib/core/installation";
import { currentLocale } from "@/lib/core/request";
import { currentActor } from "@/lib/core/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: accountWords[await currentLocale()].signIn };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const next = safePath(one((await searchParams).next));
  if (await currentActor()) redirect(next);
  const [locale, demo] = [await currentLocale(), await isDemo()];
  const words = accountWords[locale];
  return (
    <SignInLayout locale={locale} demo={demo} languageSwitch={<LanguageSwitch locale={locale} bare />}>
      <h1 className="text-xl font-semibold tracking-tight">{words.signIn}</h1>
      <p className="pt-1 pb-6 text-muted">{words.signInLead}</p>
      <SecureContextNotice title={words.insecureTitle} detail={words.insecure} />
      <SignInForm next={next} locale={locale} />
      <p className="pt-6 text-sm text-muted">{words.forgotten}</p>
      {demo && <DemoAccounts locale={locale} />}
    </SignInLayout>
  );
}
