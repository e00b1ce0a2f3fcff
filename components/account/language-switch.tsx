import { DirectForm } from "@/components/forms/direct-form";
import { chooseLocale } from "@/lib/account/actions";
import { accountWords, localeWords } from "@/lib/account/messages";
import { type Locale, locales } from "@/lib/core/locale";

/** Both languages by their own names; works without scripts. `bare` leaves the heading to screen readers. */
export function LanguageSwitch({ locale, bare }: { locale: Locale; bare?: boolean }) {
  return (
    <DirectForm action={chooseLocale} unsent={accountWords[locale].languageUnsent} locale={locale}>
      <fieldset>
        <legend className={bare ? "sr-only" : "pb-1 text-xs text-muted"}>
          {accountWords[locale].language}
        </legend>
        <div className="flex gap-1">
          {locales.map((option) => (
            <button
              key={option}
              type="submit"
              name="locale"
              value={option}
              lang={option}
              aria-pressed={option === locale}
              className="min-h-11 grow rounded-md px-3 text-sm text-muted hover:bg-green-soft aria-pressed:bg-green-soft aria-pressed:font-semibold aria-pressed:text-green lg:min-h-8"
            >
              {localeWords[option]}
            </button>
          ))}
        </div>
      </fieldset>
    </DirectForm>
  );
}
