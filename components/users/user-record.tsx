import Link from "next/link";
import { ReasonForm } from "@/components/forms/confirm-form";
import { TextAreaField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { DefinitionList } from "@/components/tables/definition-list";
import { Timeline } from "@/components/tables/timeline";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { formatTime } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import type { Permission } from "@/lib/core/policy";
import { disableUser, enableUser, endUserSessions, resetPassword } from "@/lib/users/actions";
import { permissionWords, roleWords, usersWords } from "@/lib/users/messages";
import type { UserRecord } from "@/lib/users/queries";
import { ActForm } from "./act-form";
import { ButtonForm } from "./button-form";
import { UserSessions } from "./user-sessions";
import { UserStatusDot } from "./user-status";

type Props = { user: UserRecord; saved: boolean; locale: Locale };

/** One account: who it is, where it is signed in, what happened to it, and what may be done with it. */
export function UserView({ user, saved, locale }: Props) {
  const words = usersWords[locale];
  return (
    <>
      <PageHeader
        title={user.name}
        lead={<UserStatusDot disabled={user.disabled} locale={locale} />}
        back={<TextLink href="/users">{words.title}</TextLink>}
        actions={
          user.may.update && (
            <Button asChild>
              <Link href={`/users/${user.id}/edit`} prefetch={false}>
                {words.edit}
              </Link>
            </Button>
          )
        }
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="min-w-0 space-y-10">
          <UserFacts user={user} locale={locale} />
          <Section title={words.sessions}>
            <UserSessions sessions={user.sessions} locale={locale} />
            {user.may.endSessions && user.sessions.length > 0 && (
              <ButtonForm action={endUserSessions} id={user.id} label={words.endSessions} locale={locale} />
            )}
          </Section>
          <UserActs user={user} locale={locale} />
        </div>
        <UserHistory user={user} locale={locale} />
      </div>
    </>
  );
}

type PartProps = { user: UserRecord; locale: Locale };

function UserFacts({ user, locale }: PartProps) {
  const { fields, ...words } = usersWords[locale];
  const moment = (iso: string | null) => iso && <span className="numeral">{formatTime(new Date(iso))}</span>;
  return (
    <DefinitionList
      locale={locale}
      items={[
        { term: fields.username, detail: user.username },
        { term: fields.title, detail: user.title },
        { term: fields.role, detail: roleWords[locale][user.role] },
        { term: fields.unitId, detail: user.unitName ?? words.city },
        { term: words.createdAt, detail: moment(user.createdAt) },
        { term: words.signedInAt, detail: moment(user.signedInAt) ?? words.neverSeen },
        ...(user.disabled ? [{ term: words.disabledAt, detail: moment(user.disabledAt) }] : []),
      ]}
    />
  );
}

function UserActs({ user, locale }: PartProps) {
  const words = usersWords[locale];
  const { may } = user;
  const reasoned = { id: user.id, version: user.version, labels: words.fields, locale };
  if (!may.disable && !may.enable)
    return (
      <p className="text-sm text-muted">
        {words.ownAccount} <TextLink href="/account">{words.ownAccountLink}</TextLink>.
      </p>
    );
  const { oneTimeHint: hint, copy, copied } = words;
  return (
    <div className="space-y-4">
      {may.resetPassword && (
        <ActForm
          action={resetPassword}
          id={user.id}
          title={words.reset}
          consequence={words.resetConsequence}
          oneTime={{ hint, copy, copied }}
          locale={locale}
        />
      )}
      {may.disable && (
        <ReasonForm
          {...reasoned}
          action={disableUser}
          title={words.disable}
          openLabel={words.disable}
          submitLabel={words.disable}
          consequence={`${user.name} (${user.username}). ${words.disableConsequence}`}
        />
      )}
      {may.enable && (
        <ActForm {...reasoned} action={enableUser} title={words.enable} consequence={words.enableConsequence}>
          <TextAreaField name="reason" label={words.fields.reason} rows={2} locale={locale} />
        </ActForm>
      )}
    </div>
  );
}

function UserHistory({ user, locale }: PartProps) {
  const words = usersWords[locale];
  return (
    <Section title={words.history}>
      {user.history.length === 0 && <p className="text-sm text-muted">{words.noHistory}</p>}
      <Timeline
        items={user.history.map(({ id, at, userName, action, reason }) => ({
          key: id,
          at: formatTime(new Date(at)),
          who: userName || words.system,
          what: permissionWords[locale][action as Permission] ?? action,
          detail: reason ?? undefined,
        }))}
      />
      <TextLink href={href("/audit", { subject: user.id })} className="text-sm">
        {words.fullHistory}
      </TextLink>
    </Section>
  );
}
