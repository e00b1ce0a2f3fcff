"use client";

import { useState } from "react";
import { TextLink } from "@/components/ui/link";
import { PlainButton } from "@/components/ui/plain-button";
import { StatusDot } from "@/components/ui/status-dot";
import type { Day } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { logSession } from "@/lib/outreach-sessions/actions";
import { gridWords } from "@/lib/outreach-sessions/grid/messages";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import { prefill } from "@/lib/outreach-sessions/paste/marks/rules";
import { pasteWords } from "@/lib/outreach-sessions/paste/messages";
import type { Proposed } from "@/lib/outreach-sessions/paste/queries";
import type { Said } from "@/lib/outreach-sessions/paste/schema";
import type { SessionBook, SessionRecord } from "@/lib/outreach-sessions/queries";
import { SessionForm } from "./session-form";
import { SessionPasteFacts, saidWords } from "./session-paste-facts";

type SessionPasteProposalProps = {
  proposal: Proposed;
  book: SessionBook;
  day: Day;
  title: string;
  open: boolean;
  saved: { href?: string } | undefined;
  onOpen: (open: boolean) => void;
  onSaved: (saved: { href?: string }) => void;
  locale: Locale;
};

/** One session as the report seems to tell it; logged only by its officer, through the form every session has. */
export function SessionPasteProposal(props: SessionPasteProposalProps) {
  const { proposal, book, day, title, open, saved, onOpen, onSaved, locale } = props;
  const words = pasteWords[locale];
  const [id] = useState(() => crypto.randomUUID());
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-semibold">{title}</h3>
        {saved && <Saved saved={saved} locale={locale} />}
      </div>
      <SessionPasteFacts {...{ proposal, book, locale }} />
      {!saved && (
        <>
          <PlainButton
            aria-expanded={open}
            onClick={() => onOpen(!open)}
            className="[@media(scripting:none)]:hidden"
          >
            {words.log}
          </PlainButton>
          <TextLink href="/outreach-sessions/new" className="[@media(scripting:enabled)]:hidden">
            {gridWords[locale].form}
          </TextLink>
        </>
      )}
      {open && !saved && (
        <div className="border-l-2 border-green pl-4">
          <SessionForm
            action={logSession}
            id={id}
            values={valuesOf(proposal, locale)}
            book={book}
            day={day}
            title={outreachWords[locale].log}
            submitLabel={outreachWords[locale].save}
            draft={false}
            onSaved={onSaved}
            locale={locale}
          />
        </div>
      )}
    </div>
  );
}

function Saved({ saved, locale }: { saved: { href?: string }; locale: Locale }) {
  const words = pasteWords[locale];
  return (
    <p role="status" className="flex flex-wrap gap-x-3 text-sm">
      <StatusDot tone={saved.href ? "good" : "attention"}>{saved.href ? words.logged : words.kept}</StatusDot>
      <TextLink href={saved.href ?? "/field?view=outbox"}>{saved.href ? words.open : words.outbox}</TextLink>
    </p>
  );
}

function valuesOf(proposal: Proposed, locale: Locale): Partial<SessionRecord> {
  const { fields, unsure } = prefill(proposal);
  const labels = outreachWords[locale].fields;
  const kept = unsure.map((field) => {
    const label = labels[field as keyof typeof labels];
    return `${label}: ${saidWords(proposal.values[field] as Said, locale)}`;
  });
  return {
    ...(fields as Partial<SessionRecord>),
    unitId: proposal.unitId,
    note: kept.length > 0 ? pasteWords[locale].asReported(kept.join("; ")) : undefined,
  };
}
