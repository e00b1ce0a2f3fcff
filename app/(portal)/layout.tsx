import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/account/language-switch";
import { SignOutButton } from "@/components/account/sign-out-button";
import { Shell } from "@/components/layout/shell";
import { type Theme, ThemeSwitch } from "@/components/layout/theme-switch";
import { shellWords } from "@/components/layout/words";
import { OutboxAgent } from "@/components/outbox/outbox-agent";
import { TextLink } from "@/components/ui/link";
import { may } from "@/lib/core/access";
import { isDemo } from "@/lib/core/installation";
import { currentLocale } from "@/lib/core/request";
import { currentActor, requireActor } from "@/lib/core/session";
import { unitsWords } from "@/lib/units/messages";
import { roleWords } from "@/lib/users/messages";
import { navigationFor } from "./navigation";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  // A one-time password is the pages' to turn away: a redirect kept in the frame of all of them never ends.
  const actor = (await currentActor()) ?? (await requireActor());
  const locale = await currentLocale();
  const theme = (await cookies()).get("theme")?.value;
  return (
    <Shell
      locale={locale}
      user={{
        name: actor.name,
        roleLabel: roleWords[locale][actor.role],
        unitLabel: actor.unitName ?? unitsWords[locale].wholeCity,
      }}
      navigation={navigationFor(actor, locale)}
      logHref={may(actor, "outreach-sessions.create") ? "/outreach-sessions/new" : undefined}
      demo={await isDemo()}
      outbox={
        <OutboxAgent owner={actor.userId} mayLog={may(actor, "outreach-sessions.create")} locale={locale} />
      }
      signOut={<SignOutButton locale={locale} />}
      languageSwitch={<LanguageSwitch locale={locale} />}
      themeSwitch={
        <ThemeSwitch
          locale={locale}
          theme={theme === "light" || theme === "dark" ? (theme as Theme) : "system"}
        />
      }
      accountLink={<TextLink href="/account">{shellWords[locale].accountPage}</TextLink>}
    >
      {children}
    </Shell>
  );
}
