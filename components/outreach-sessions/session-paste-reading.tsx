"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState } from "react";
import type { Day } from "@/lib/core/days";
import type { Locale } from "@/lib/core/locale";
import { piecesOf } from "@/lib/outreach-sessions/paste/marks/rules";
import { type Meaning, meanings, pasteWords } from "@/lib/outreach-sessions/paste/messages";
import type { PastedReading } from "@/lib/outreach-sessions/paste/queries";
import type { SessionBook } from "@/lib/outreach-sessions/queries";
import { SessionPasteFigure } from "./session-paste-figure";
import { SessionPasteProposal } from "./session-paste-proposal";

type SessionPasteReadingProps = { found: PastedReading; book: SessionBook; day: Day; locale: Locale };

/** Told apart by line as well as by colour, and in print. */
const markStyles: Record<Meaning, string> = {
  day: "bg-info-soft decoration-info decoration-solid",
  place: "bg-ochre-soft decoration-ochre decoration-dashed",
  count: "bg-green-soft font-semibold decoration-green decoration-double",
  topic: "bg-transparent decoration-ink decoration-dotted",
};
const markStyle = (meaning: Meaning) =>
  clsx("text-ink underline decoration-1 underline-offset-4", markStyles[meaning]);

/** The text with what was read in it, and beside it each proposal; one form is open at a time. */
export function SessionPasteReading({ found, book, day, locale }: SessionPasteReadingProps) {
  const words = pasteWords[locale];
  const [open, setOpen] = useState<number>();
  const [saved, setSaved] = useState<Record<number, { href?: string }>>({});
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const sessions = found.proposals.filter(({ kind }) => kind === "session").length;
  const numbered = found.proposals.map((proposal, at) => ({ proposal, at }));
  let [session, figure] = [0, 0];
  return (
    <section className="mt-10 border-t pt-6">
      <h2 ref={title} tabIndex={-1} className="numeral scroll-mt-20 text-lg font-semibold outline-none">
        {words.found(sessions, found.proposals.length - sessions)}
      </h2>
      <div className="grid gap-x-10 gap-y-8 pt-4 xl:grid-cols-2">
        <div className="min-w-0 xl:sticky xl:top-20 xl:max-h-[calc(100dvh-7rem)] xl:self-start xl:overflow-y-auto">
          <h3 className="pb-2 text-sm font-medium text-muted">{words.source}</h3>
          <p className="border-l-2 pl-4 leading-7 break-words whitespace-pre-wrap" data-source>
            {piecesOf(found.text, found.proposals).map(({ from, text, meaning }) =>
              meaning ? (
                <mark key={from} data-meaning={meaning} className={markStyle(meaning)}>
                  {text}
                  <span className="sr-only"> ({words.meanings[meaning]})</span>
                </mark>
              ) : (
                text
              ),
            )}
          </p>
          <p className="flex flex-wrap gap-x-5 gap-y-1 pt-4 text-sm">
            <span className="text-muted">{words.legend}:</span>
            {meanings.map((meaning) => (
              <span key={meaning} className={markStyle(meaning)}>
                {words.meanings[meaning]}
              </span>
            ))}
          </p>
        </div>
        <ol className="min-w-0">
          {numbered.map(({ proposal, at }) => (
            <li key={at} data-proposal={proposal.kind} className="border-t py-5 first:border-t-0 first:pt-0">
              {proposal.kind === "figure" ? (
                <SessionPasteFigure {...{ proposal, book, locale }} title={words.figure(++figure)} />
              ) : (
                <SessionPasteProposal
                  {...{ proposal, book, day, locale }}
                  title={words.session(++session)}
                  open={open === at}
                  saved={saved[at]}
                  onOpen={(wanted) => setOpen(wanted ? at : undefined)}
                  onSaved={(stored) => {
                    setSaved((now) => ({ ...now, [at]: stored }));
                    setOpen(undefined);
                  }}
                />
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
