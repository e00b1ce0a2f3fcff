import { CommandForm } from "@/components/forms/command-form";
import { TextField } from "@/components/forms/text-field";
import { makeFirstAdministrator } from "@/lib/account/actions";
import { accountWords } from "@/lib/account/messages";
import type { Locale } from "@/lib/core/locale";
import { PasswordField } from "./password-field";

export function SetUpForm({
  token,
  usernameHint,
  locale,
}: {
  token: string;
  usernameHint: string;
  locale: Locale;
}) {
  const words = accountWords[locale];
  const { fields } = words;
  const eye = { show: words.showPassword, hide: words.hidePassword };
  return (
    <CommandForm
      action={makeFirstAdministrator}
      title={words.setUp}
      submitLabel={words.setUpSubmit}
      bar="plain"
      hidden={{ token }}
      labels={fields}
      locale={locale}
    >
      <TextField
        name="username"
        label={fields.username}
        hint={usernameHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        locale={locale}
      />
      <TextField name="name" label={fields.name} autoComplete="name" locale={locale} />
      <PasswordField
        name="password"
        label={fields.password}
        hint={words.passwordHint}
        autoComplete="new-password"
        eye={eye}
        locale={locale}
      />
      <PasswordField
        name="passwordAgain"
        label={fields.passwordAgain}
        autoComplete="new-password"
        eye={eye}
        locale={locale}
      />
    </CommandForm>
  );
}
