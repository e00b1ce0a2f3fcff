import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Menu } from "@/components/ui/menu";
import type { Locale } from "@/lib/core/locale";
import { shellWords } from "./words";

type AccountMenuProps = {
  user: { name: string; roleLabel: string; unitLabel: string };
  locale: Locale;
  languageSwitch: ReactNode;
  themeSwitch: ReactNode;
  signOut: ReactNode;
  accountLink?: ReactNode;
};

/** Who is signed in, how the screen looks to them, and the way out. */
export function AccountMenu({
  user,
  locale,
  languageSwitch,
  themeSwitch,
  signOut,
  accountLink,
}: AccountMenuProps) {
  return (
    <Menu
      id="account"
      label={`${shellWords[locale].account}: ${user.name}`}
      trigger={
        <>
          <span
            aria-hidden
            className="flex size-8 items-center justify-center rounded-full bg-green-soft text-xs font-semibold text-green"
          >
            {initials(user.name)}
          </span>
          <span className="hidden max-w-48 truncate text-left lg:block">{user.name}</span>
          <ChevronDown aria-hidden className="hidden size-4 text-muted lg:block" />
        </>
      }
    >
      <div className="space-y-4">
        <div>
          <p className="font-semibold">{user.name}</p>
          <p className="text-sm text-muted">{user.roleLabel}</p>
          <p className="text-sm text-muted">{user.unitLabel}</p>
        </div>
        {accountLink !== undefined && <div className="text-sm">{accountLink}</div>}
        <div className="space-y-3 border-t pt-4">
          {languageSwitch}
          {themeSwitch}
        </div>
        <div className="border-t pt-4">{signOut}</div>
      </div>
    </Menu>
  );
}

/** The first letters of the first and the last word: "Nguyễn Văn An" → "NA". */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase("vi");
}
