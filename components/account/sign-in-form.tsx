import { CommandForm } from "@/components/forms/command-form";
import { TextField } from "@/components/forms/text-field";
import { enter } from "@/lib/account/actions";
import { accountWords } from "@/lib/account/messages";
import type { Locale } from "@/lib/core/locale";
import { PasswordField } from "./password-field";

/** The door. The sentences name their field themselves, so the summary needs no labels. */
export function SignInForm({ next, locale }: { next: string; locale: Locale }) {
  const words = accountWords[locale];
  return (
    <CommandForm
      action={enter}
      title={words.signIn}
      submitLabel={words.signIn}
      bar="plain"
      hidden={{ next }}
      labels={{}}
      locale={locale}
    >
      <TextField
        name="username"
        label={words.fields.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        locale={locale}
      />
      <PasswordField
        name="password"
        label={words.fields.password}
        autoComplete="current-password"
        eye={{ show: words.showPassword, hide: words.hidePassword }}
        locale={locale}
      />
    </CommandForm>
  );
}
