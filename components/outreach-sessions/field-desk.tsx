"use client";

import { type ReactNode, useCallback, useEffect, useState } from "react";
import { PickerContext } from "@/components/forms/unit-picker";
import * as picker from "@/components/forms/unit-picker-live";
import { DemoLabel } from "@/components/layout/demo-label";
import { Mark } from "@/components/layout/mark";
import { shellWords } from "@/components/layout/words";
import * as box from "@/components/outbox/box";
import type { Content, OpenParcel } from "@/components/outbox/database";
import { OutboxList } from "@/components/outbox/outbox-list";
import { BoxContext, ParcelsProvider, useCounts, useParcels } from "@/components/outbox/use-box";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { PlainButton } from "@/components/ui/plain-button";
import { StatusDot } from "@/components/ui/status-dot";
import { today } from "@/lib/core/days";
import type { FormState } from "@/lib/core/form-state";
import { formatDate } from "@/lib/core/format";
import { isLocale, type Locale } from "@/lib/core/locale";
import { outboxWords } from "@/lib/outbox/messages";
import type { Blocked } from "@/lib/outbox/rules";
import { logSession } from "@/lib/outreach-sessions/actions";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionBook, SessionRecord } from "@/lib/outreach-sessions/queries";
import { startingValues } from "@/lib/outreach-sessions/rules";
import { SessionForm } from "./session-form";
import { SessionStarts } from "./session-starts";

type Book = {
  owner: { userId: string; name: string; unitId: number | null; unitName: string | null };
  book: SessionBook;
};
type Desk = { book?: Book; locale: Locale; day: string; ahead: number };

// This page must do without network: its outbox and its picker of units come with it, not later.
const atHand = () => Promise.resolve(box);
const pickerAtHand = () => Promise.resolve(picker);

/**
 * The page that opens without network: the session form and the outbox, from what the device keeps. It is public
 * and holds nothing of anybody; whose it is, is read from the device.
 */
export function FieldDesk({ demo }: { demo: boolean }) {
  const [desk, setDesk] = useState<Desk>();
  useEffect(() => {
    void open().then(setDesk);
  }, []);
  if (!desk) return null;
  return (
    <BoxContext value={atHand}>
      <PickerContext value={pickerAtHand}>
        {desk.book ? <Ready {...desk} book={desk.book} demo={demo} /> : <Stranger locale={desk.locale} />}
      </PickerContext>
    </BoxContext>
  );
}

async function open(): Promise<Desk> {
  const cookies = new URLSearchParams(document.cookie.replaceAll("; ", "&"));
  const locale = cookies.get("locale");
  const theme = cookies.get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const known = { locale: isLocale(locale) ? locale : ("vi" as const) };
  document.documentElement.lang = known.locale;
  try {
    const owner = await box.currentOwner();
    const kept = owner && (await box.bookOf<Book>(owner));
    const ahead = await box.clockOffset();
    return { ...known, ahead, day: today(new Date(Date.now() - ahead)), book: kept ? kept.book : undefined };
  } catch {
    return { ...known, ahead: 0, day: today() };
  }
}

type View = {
  at: "form" | "outbox";
  mending?: OpenParcel;
  kept?: string;
  start: { from?: string };
  key: number;
};

function Ready({ book: { owner, book }, locale, day, ahead, demo }: Desk & { book: Book; demo: boolean }) {
  const words = outboxWords[locale];
  const counts = useCounts(owner.userId);
  const { online, sending, blocked, send } = useSending(owner.userId);
  const [view, setView] = useState<View>(viewOf(window.location));
  const waiting = (counts?.waiting ?? 0) + (counts?.refused ?? 0);
  return (
    <>
      <header data-bar="top" className="sticky top-0 z-20 border-b bg-paper">
        <div className="mx-auto flex h-14 max-w-160 items-center gap-3 px-4">
          <Mark className="size-7 shrink-0" />
          <p className="min-w-0 grow text-sm/4">
            <span className="block truncate font-semibold">{owner.name}</span>
            <span className="block truncate text-muted">{owner.unitName ?? shellWords[locale].city}</span>
          </p>
          {demo && <DemoLabel locale={locale} />}
          <span className="shrink-0 text-sm">
            <StatusDot tone={online ? "good" : "attention"}>
              {online ? words.online : words.offline}
            </StatusDot>
          </span>
        </div>
        <nav aria-label={words.field} className="mx-auto flex max-w-160 px-4">
          <Tab current={view.at === "form"} onClick={() => setView(fresh(view))} label={words.log} />
          <Tab
            current={view.at === "outbox"}
            onClick={() => setView({ ...view, at: "outbox", mending: undefined })}
            label={waiting > 0 ? `${words.title} (${waiting})` : words.title}
          />
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-160 space-y-5 px-4 pt-5 pb-16 outline-none">
        {!online && view.at === "form" && <Notice title={words.offline}>{words.offlineHint}</Notice>}
        {ahead !== 0 && <Notice tone="attention">{words.clockWrong(formatDate(day))}</Notice>}
        {view.at === "outbox" && blocked === "other-user" ? (
          <Notice tone="attention">
            <p>{words.blocked[blocked]}</p>
            <TextLink href="/outreach-sessions/new" className="inline-flex min-h-11 items-center lg:min-h-8">
              {words.log}
            </TextLink>
          </Notice>
        ) : view.at === "outbox" ? (
          <ParcelsProvider owner={owner.userId}>
            <h1 className="text-xl font-semibold tracking-tight">{words.title}</h1>
            {view.kept && (
              <KeptNotice item={view.kept} {...{ online, sending, blocked, locale }}>
                <PlainButton size="small" className="mt-2" onClick={() => setView(fresh(view))}>
                  {words.another}
                </PlainButton>
              </KeptNotice>
            )}
            <OutboxList
              owner={owner.userId}
              tell={tell}
              kept={view.kept}
              {...{ send, sending, blocked, locale }}
              onMend={(mending) => setView({ ...fresh(view), mending })}
            />
          </ParcelsProvider>
        ) : (
          <FieldForm key={view.key} {...{ owner, book, day, locale, view }} />
        )}
      </main>
    </>
  );
}

type Sending = { online: boolean; sending: boolean; blocked?: Blocked };

/** What became of the session just saved: it waits, it went, or it must be mended. Why it waits the list says, once it is known. */
function KeptNotice(props: Sending & { item: string; locale: Locale; children: ReactNode }) {
  const { item, online, sending, blocked, locale, children } = props;
  const words = outboxWords[locale];
  const state = useParcels()?.find((parcel) => parcel.item === item)?.state;
  if (state === undefined) return null;
  const title = { waiting: words.keptTitle, sent: words.keptSent, refused: words.keptRefused }[state];
  return (
    <Notice tone={state === "refused" ? "attention" : "info"} title={title}>
      {state === "waiting" && !blocked && <p>{online && sending ? words.sending : words.kept}</p>}
      {children}
    </Notice>
  );
}

type FieldFormProps = Book & { day: string; locale: Locale; view: View };

function FieldForm({ owner, book, day, locale, view: { mending, start } }: FieldFormProps) {
  const words = outreachWords[locale];
  const [id] = useState(() => crypto.randomUUID());
  const content = mending?.content;
  const values = startingValues(book, start);
  const version = Number(content?.values.version?.[0]) || undefined;
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">{content ? words.edit : words.log}</h1>
      {!content && <SessionStarts book={book} chosen={start.from} locale={locale} />}
      <SessionForm
        action={logSession}
        id={content?.record ?? id}
        version={content?.command === "outreach-sessions.update" ? version : undefined}
        values={
          content
            ? {}
            : ({ ...values, unitId: owner.unitId ?? values.unitId, heldOn: day } as Partial<SessionRecord>)
        }
        planId={content?.values.planId?.[0]}
        book={book}
        day={day}
        mends={
          content && { item: content.item, state: stateOf(content, locale), photos: soundPhotos(mending) }
        }
        title={words.log}
        submitLabel={words.save}
        cancelHref="/outreach-sessions"
        locale={locale}
      />
    </>
  );
}

/** What the server would not take is not sent again. */
const soundPhotos = ({ photos }: OpenParcel) => photos.filter(({ refused }) => refused === undefined);

/** What was typed and what was wrong with it, as the form shows a refusal. */
function stateOf({ values, told }: Content, locale: Locale): FormState {
  if (!told) return { status: "idle", errors: {}, values, attempt: 1 };
  const { version, unreadable, ...rest } = told;
  const message = unreadable ? outboxWords[locale].unreadable : rest.message;
  return { ...rest, message, values: version ? { ...values, version: [version] } : values, attempt: 1 };
}

const tell = ({ values }: Content) => ({
  title: values.title?.[0] || values.place?.[0] || "–",
  detail: values.heldOn?.[0] ? formatDate(values.heldOn[0]) : "",
});

function viewOf({ search }: Location): View {
  const params = new URLSearchParams(search);
  const kept = params.get("kept") ?? undefined;
  const start = { from: params.get("from") ?? undefined };
  return { at: kept || params.get("view") === "outbox" ? "outbox" : "form", kept, start, key: 0 };
}

const fresh = (view: View): View => ({ at: "form", start: view.start, key: view.key + 1 });

/** Follows the network, sends when it comes back, and knows why something could not be sent. */
function useSending(owner: string): Sending & { send: () => Promise<void> } {
  const [online, setOnline] = useState(() => navigator.onLine);
  const [sending, setSending] = useState(online);
  const [blocked, setBlocked] = useState<Blocked>();
  const send = useCallback(async () => {
    setSending(true);
    setBlocked(await box.flush(owner).catch(() => undefined));
    setSending(false);
  }, [owner]);
  useEffect(() => {
    const follow = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) void send();
    };
    follow();
    window.addEventListener("online", follow);
    window.addEventListener("offline", follow);
    document.addEventListener("visibilitychange", follow);
    return () => {
      window.removeEventListener("online", follow);
      window.removeEventListener("offline", follow);
      document.removeEventListener("visibilitychange", follow);
    };
  }, [send]);
  return { online, sending, blocked, send };
}

function Tab({ current, onClick, label }: { current: boolean; onClick: () => void; label: string }) {
  return (
    <button
      type="button"
      aria-current={current ? "page" : undefined}
      onClick={onClick}
      className="numeral min-h-11 border-b-2 border-transparent px-3 text-sm text-muted aria-[current]:border-green aria-[current]:font-semibold aria-[current]:text-ink"
    >
      {label}
    </button>
  );
}

function Stranger({ locale }: { locale: Locale }) {
  const words = outboxWords[locale];
  return (
    <main id="main" className="mx-auto max-w-160 space-y-4 px-4 pt-16">
      <Mark className="size-10" />
      <h1 className="text-xl font-semibold tracking-tight">{words.strangerTitle}</h1>
      <p>{words.stranger}</p>
      <PlainButton
        variant="primary"
        onClick={() => window.location.assign("/sign-in?next=/outreach-sessions/new")}
      >
        {words.signIn}
      </PlainButton>
    </main>
  );
}
