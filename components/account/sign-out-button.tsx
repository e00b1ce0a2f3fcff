import { DirectForm } from "@/components/forms/direct-form";
import { SignOutGuard } from "@/components/outbox/sign-out-guard";
import { Button } from "@/components/ui/button";
import { signOut } from "@/lib/account/actions";
import { accountWords } from "@/lib/account/messages";
import type { Locale } from "@/lib/core/locale";

export function SignOutButton({ locale }: { locale: Locale }) {
  return (
    <SignOutGuard locale={locale}>
      <DirectForm action={signOut} unsent={accountWords[locale].signOutUnsent} locale={locale}>
        <Button type="submit" size="small">
          {accountWords[locale].signOut}
        </Button>
      </DirectForm>
    </SignOutGuard>
  );
}
