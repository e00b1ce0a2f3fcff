import Link from "next/link";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { accountWords } from "@/lib/account/messages";
import type { OwnSession } from "@/lib/account/queries";
import type { Actor } from "@/lib/core/access";
import type { Locale } from "@/lib/core/locale";
import { roleWords } from "@/lib/users/messages";
import { OwnSessions } from "./own-sessions";

type Props = { actor: Actor; sessions: OwnSession[]; passwordChanged: boolean; locale: Locale };

/** Who one is here, and where one is signed in. */
export function AccountView({ actor, sessions, passwordChanged, locale }: Props) {
  const words = accountWords[locale];
  return (
    <>
      <PageHeader
        title={words.account}
        lead={words.whoAmIHint}
        actions={
          <Button asChild>
            <Link href="/account/password" prefetch={false}>
              {words.password}
            </Link>
          </Button>
        }
      />
      {passwordChanged && (
        <Notice title={words.passwordChanged} className="mb-6 max-w-3xl">
          {words.passwordChangedHint}
        </Notice>
      )}
      <div className="max-w-3xl space-y-10">
        <DefinitionList
          locale={locale}
          items={[
            { term: words.fields.name, detail: actor.name },
            { term: words.fields.username, detail: actor.username },
            { term: words.title, detail: actor.title },
            { term: words.role, detail: roleWords[locale][actor.role] },
            { term: words.unit, detail: actor.unitName ?? words.city },
          ]}
        />
        <Section title={words.sessions} finding={words.sessionsLead}>
          <OwnSessions sessions={sessions} locale={locale} />
        </Section>
      </div>
    </>
  );
}
