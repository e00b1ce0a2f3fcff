import { randomUUID } from "node:crypto";
import Link from "next/link";
import type { ReactNode } from "react";
import { AttachedFiles } from "@/components/files/attached-files";
import { ReasonForm } from "@/components/forms/confirm-form";
import { PageHeader } from "@/components/layout/page-header";
import { DefinitionList } from "@/components/tables/definition-list";
import { Timeline } from "@/components/tables/timeline";
import { Notice } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import type { FilesTold } from "@/lib/core/attachment-input";
import type { AttachedFile } from "@/lib/core/attachments";
import { type CodeItem, codeLabels, namedCodes } from "@/lib/core/code-labels";
import { formatDate, formatNumber, formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { removeSession } from "@/lib/outreach-sessions/actions";
import { takeFileAway } from "@/lib/outreach-sessions/files/actions";
import { channelWords, languageWords, outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionBook, SessionRecord } from "@/lib/outreach-sessions/queries";
import { keepTemplate } from "@/lib/outreach-sessions/templates/actions";
import { templateWords } from "@/lib/outreach-sessions/templates/messages";
import { KeepTemplate } from "./keep-template";
import { SessionAmount } from "./session-amount";

type Props = {
  session: SessionRecord & {
    lists: SessionBook["lists"];
    files: AttachedFile[];
    may: { update: boolean; delete: boolean; addFiles: boolean; removeFiles: boolean; keepTemplate: boolean };
  };
  saved: boolean;
  /** What came of files just sent or removed. */
  told: FilesTold;
  locale: Locale;
};

/** One session: what it was, how many came, who logged it, and what may be done with it. */
export function SessionView({ session, saved, told, locale }: Props) {
  const words = outreachWords[locale];
  const { fields } = words;
  const labels = codeLabels(session.lists.topic, locale);
  const listed = (items: CodeItem[], codes: string[]) => namedCodes(items, codes)[locale];
  const count = (value: number | null) =>
    value === null ? null : <span className="numeral">{formatNumber(value, locale)}</span>;
  return (
    <>
      <PageHeader
        title={session.title ?? session.place}
        lead={`${channelWords[locale][session.channel]} · ${session.unitName} · ${formatDate(session.heldOn)}`}
        back={<TextLink href="/outreach-sessions">{words.title}</TextLink>}
        actions={
          session.may.update && (
            <Button asChild>
              <Link href={`/outreach-sessions/${session.id}/edit`} prefetch={false}>
                {words.editAction}
              </Link>
            </Button>
          )
        }
      />
      {session.joint && (
        <p className="mb-6 text-sm text-muted">{`${words.joint}. ${words.host}: ${session.unitName}. ${words.jointNote}`}</p>
      )}
      {saved && <Notice title={`${words.saved} ${formatTime(session.updatedAt)}`} className="mb-6" />}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <DefinitionList
          locale={locale}
          items={given([
            { term: fields.heldOn, detail: formatDate(session.heldOn) },
            { term: fields.unitId, detail: session.unitName },
            { term: words.howMany, detail: <SessionAmount amount={session} locale={locale} /> },
            { term: fields.place, detail: session.title && session.place },
            { term: fields.views, detail: count(session.views) },
            { term: fields.presenters, detail: session.presenters },
            { term: fields.audiences, detail: listed(session.lists.audience, session.audiences) },
            {
              term: fields.languages,
              detail: session.languages.map((language) => languageWords[locale][language]).join(", "),
            },
            { term: fields.coUnitIds, detail: session.partners.map(({ fullName }) => fullName).join(", ") },
            { term: fields.coAgencies, detail: listed(session.lists.force, session.coAgencies) },
            {
              term: fields.pointIds,
              detail: session.points.length > 0 && (
                <ul>
                  {session.points.map(({ id, site, model }) => (
                    <li key={id}>
                      <TextLink href={`/security-models/points/${id}`}>{`${model} – ${site}`}</TextLink>
                    </li>
                  ))}
                </ul>
              ),
            },
            { term: fields.event, detail: listed(session.lists.event, session.event ? [session.event] : []) },
            { term: fields.directives, detail: listed(session.lists.directive, session.directives) },
            { term: fields.topics, detail: session.topics.map((topic) => labels[topic] ?? topic).join(", ") },
            { term: fields.vneidGuided, detail: count(session.vneidGuided) },
            { term: fields.levelTwoGuided, detail: count(session.levelTwoGuided) },
            { term: fields.onlineServiceGuided, detail: count(session.onlineServiceGuided) },
            { term: fields.weaponsHandedIn, detail: count(session.weaponsHandedIn) },
            { term: fields.pledges, detail: count(session.pledges) },
            {
              term: fields.note,
              detail: session.note && <span className="whitespace-pre-line">{session.note}</span>,
            },
          ])}
        />
        <Timeline
          items={[
            ...(session.version > 1
              ? [{ at: formatTime(session.updatedAt), who: session.unitName, what: words.changed }]
              : []),
            {
              at: formatTime(session.createdAt),
              who: session.recordedBy ?? words.city,
              what: words.recordedAt,
            },
          ]}
        />
      </div>
      <div className="pt-10">
        <AttachedFiles
          {...{ files: session.files, may: session.may, told, locale }}
          upload={`/api/outreach-sessions/${session.id}/files`}
          from="/api/files/"
          remove={takeFileAway}
        />
      </div>
      {session.may.keepTemplate && (
        <KeepTemplate
          action={keepTemplate}
          id={randomUUID()}
          session={{ id: session.id, title: session.title, place: session.place }}
          words={pickWords(locale)}
          labels={templateWords[locale].fields}
          locale={locale}
        />
      )}
      {session.may.delete && (
        <div className="pt-10">
          <ReasonForm
            action={removeSession}
            id={session.id}
            version={session.version}
            title={words.remove}
            consequence={`${session.place}, ${formatDate(session.heldOn)}. ${words.consequence}`}
            openLabel={words.remove}
            submitLabel={words.remove}
            locale={locale}
          />
        </div>
      )}
    </>
  );
}

/** A session can say twenty things and mostly says six: what was left empty takes no line. */
const given = (items: { term: string; detail: ReactNode }[]) =>
  items.filter(({ detail }) => detail !== null && detail !== "" && detail !== false);

const pickWords = (locale: Locale) => {
  const { keep, keepHint, save } = templateWords[locale];
  return { keep, keepHint, save };
};
