"use client";

import Link from "next/link";
import { type ChangeEvent, useContext, useState } from "react";
import { Notice } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { PlainButton } from "@/components/ui/plain-button";
import { StatusDot } from "@/components/ui/status-dot";
import { formatTime } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { outboxWords } from "@/lib/outbox/messages";
import { type Blocked, isOverdue } from "@/lib/outbox/rules";
import type { Content, OpenParcel } from "./database";
import { BoxContext, useParcels } from "./use-box";

type OutboxListProps = {
  owner: string;
  /** A parcel in a line, from what was typed. */
  tell: (content: Content) => { title: string; detail: string };
  onMend: (parcel: OpenParcel) => void;
  /** The parcel that was just saved; it stands out. */
  kept?: string;
  send: () => Promise<void>;
  sending: boolean;
  /** Why the last sending, the page's own or the owner's, took nothing. */
  blocked?: Blocked;
  locale: Locale;
};

/** Everything of the owner on this device: what waits, what must be mended and why, what was sent today. */
export function OutboxList(props: OutboxListProps) {
  const { owner, tell, onMend, kept, send, sending, blocked, locale } = props;
  const words = outboxWords[locale];
  const load = useContext(BoxContext);
  const parcels = useParcels();
  if (!parcels) return null;

  const unsent = parcels.filter(({ state, photos }) => state !== "sent" || photos.length > 0);
  const late = parcels.filter(({ state, savedAt }) => state === "waiting" && isOverdue(savedAt, Date.now()));
  return (
    <div className="space-y-5">
      {late.length > 0 && <Notice tone="attention">{words.overdue(late.length)}</Notice>}
      {blocked && (
        <Notice tone="attention">
          <p>{words.blocked[blocked]}</p>
          {blocked === "signed-out" && <SignInAgain kept={kept} locale={locale} />}
        </Notice>
      )}
      {parcels.length === 0 ? (
        <div className="border-y py-6">
          <p className="font-semibold">{words.none}</p>
          <p className="text-sm text-muted">{words.noneHint}</p>
        </div>
      ) : (
        <ul className="divide-y border-y">
          {[...parcels].reverse().map((parcel) => (
            <Row
              key={parcel.item}
              {...{ parcel, tell, locale }}
              fresh={parcel.item === kept}
              onMend={() => onMend(parcel)}
              onDrop={() => void load().then((box) => box.drop(parcel.item))}
            />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        {unsent.length > 0 && (
          <>
            <PlainButton variant="primary" onClick={() => void send()} aria-disabled={sending}>
              {sending ? words.sending : words.send}
            </PlainButton>
            <PlainButton
              onClick={() =>
                void load()
                  .then((box) => box.rescueFile(owner))
                  .then(saveAs)
              }
            >
              {words.rescue}
            </PlainButton>
          </>
        )}
        <RescueOpener owner={owner} locale={locale} />
      </div>
      {unsent.length > 0 && <p className="text-sm text-muted">{words.rescueHint}</p>}
    </div>
  );
}

type RowProps = Pick<OutboxListProps, "tell" | "locale"> & {
  parcel: OpenParcel;
  fresh: boolean;
  onMend: () => void;
  onDrop: () => void;
};

const tones = { waiting: "attention", refused: "bad", sent: "good" } as const;

function Row({ parcel, tell, fresh, onMend, onDrop, locale }: RowProps) {
  const words = outboxWords[locale];
  const { state, content, savedAt, sentAt, href, photos } = parcel;
  const shown = content && tell(content);
  const mark = fresh ? "-mx-3 bg-green-soft px-3" : "";
  const waiting = photos.filter(({ refused }) => refused === undefined).length;
  const reasons = [
    ...(content?.told?.message ? [content.told.message] : []),
    ...(content?.told?.unreadable ? [words.unreadable] : []),
    ...Object.values(content?.told?.errors ?? {}).flat(),
    ...photos.flatMap(({ name, refused }) => (refused === undefined ? [] : [`${name}: ${refused}`])),
  ];
  if (state === "sent" && photos.length === 0)
    return (
      <li data-state={state} className={`flex min-h-11 items-center justify-between gap-3 py-1 ${mark}`}>
        <span className="numeral text-sm">
          <StatusDot
            tone={tones[state]}
          >{`${words.sent} ${formatTime(new Date(sentAt ?? savedAt))}`}</StatusDot>
        </span>
        {href && <OpenLink href={href} label={words.open} />}
      </li>
    );
  return (
    <li data-state={state} className={`space-y-1 py-3 ${mark}`}>
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0 font-medium">{shown?.title ?? words.sent}</p>
        <span className="shrink-0 text-sm">
          <StatusDot tone={tones[state]}>{words[state]}</StatusDot>
        </span>
      </div>
      <p className="numeral text-sm text-muted">
        {[shown?.detail, words.savedAt(formatTime(new Date(savedAt)))].filter(Boolean).join(" · ")}
      </p>
      {waiting > 0 && <p className="text-sm text-muted">{words.photosWaiting(waiting)}</p>}
      {reasons.map((reason) => (
        <p key={reason} className="text-sm text-red">
          {reason}
        </p>
      ))}
      <div className="flex flex-wrap gap-3 pt-1">
        {state === "sent" && href && <OpenLink href={href} label={words.open} />}
        {content && state !== "sent" && (
          <PlainButton size="small" onClick={onMend}>
            {words.mend}
          </PlainButton>
        )}
        <PlainButton
          size="small"
          variant="ghost"
          onClick={() => {
            if (window.confirm(state === "sent" ? words.dropPhotosQuestion : words.dropQuestion)) onDrop();
          }}
        >
          {words.drop}
        </PlainButton>
      </div>
    </li>
  );
}

/** Back to this page afterwards, which then sends by itself. */
function SignInAgain({ kept, locale }: Pick<OutboxListProps, "kept" | "locale">) {
  const back = kept ? `/field?kept=${encodeURIComponent(kept)}` : "/field?view=outbox";
  return (
    <Link
      href={`/sign-in?next=${encodeURIComponent(back)}`}
      prefetch={false}
      className={`mt-2 ${buttonStyle({ variant: "primary", size: "small" })}`}
    >
      {outboxWords[locale].signInAgain}
    </Link>
  );
}

const OpenLink = ({ href, label }: { href: string; label: string }) => (
  <Link
    href={href}
    prefetch={false}
    className="inline-flex min-h-11 items-center text-sm text-green underline underline-offset-3 lg:min-h-8"
  >
    {label}
  </Link>
);

function RescueOpener({ owner, locale }: { owner: string; locale: Locale }) {
  const words = outboxWords[locale];
  const load = useContext(BoxContext);
  const [said, setSaid] = useState<string>();
  async function take({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    const took = await (await load()).takeRescueFile(owner, file);
    target.value = "";
    setSaid(
      took === "other"
        ? words.rescueOther
        : took === "broken"
          ? words.rescueBroken
          : took === 0
            ? words.rescueNone
            : words.rescued(took),
    );
  }
  return (
    <>
      <label className="inline-flex min-h-11 cursor-pointer items-center rounded-md px-3 text-sm font-medium text-green underline underline-offset-3 has-[:focus-visible]:outline-2 lg:min-h-9">
        {words.rescueOpen}
        <input
          type="file"
          accept="application/json,.json"
          onChange={(event) => void take(event)}
          className="sr-only"
        />
      </label>
      {said && (
        <p role="status" className="w-full text-sm">
          {said}
        </p>
      )}
    </>
  );
}

function saveAs(file: File) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(link.href);
}
