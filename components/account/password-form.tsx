import { CommandForm } from "@/components/forms/command-form";
import { changeOwnPassword } from "@/lib/account/actions";
import { accountWords } from "@/lib/account/messages";
import type { Locale } from "@/lib/core/locale";
import { PasswordField } from "./password-field";

/** The user name stands in it unseen, so that a password manager knows whose password changes. */
export function PasswordForm({
  username,
  forced,
  locale,
}: {
  username: string;
  forced: boolean;
  locale: Locale;
}) {
  const words = accountWords[locale];
  const { fields } = words;
  const eye = { show: words.showPassword, hide: words.hidePassword };
  return (
    <CommandForm
      action={changeOwnPassword}
      title={words.password}
      submitLabel={words.passwordSubmit}
      cancelHref={forced ? undefined : "/account"}
      bar="plain"
      labels={fields}
      locale={locale}
    >
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        name="currentPassword"
        label={fields.currentPassword}
        autoComplete="current-password"
        eye={eye}
        locale={locale}
      />
      <PasswordField
        name="newPassword"
        label={fields.newPassword}
        hint={words.passwordHint}
        autoComplete="new-password"
        eye={eye}
        locale={locale}
      />
      <PasswordField
        name="newPasswordAgain"
        label={fields.newPasswordAgain}
        autoComplete="new-password"
        eye={eye}
        locale={locale}
      />
    </CommandForm>
  );
}
