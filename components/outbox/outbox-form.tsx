"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { FormBody, type FormBodyProps } from "@/components/forms/form-body";
import { type Sender, useCommand } from "@/components/forms/use-command";
import { PlainButton } from "@/components/ui/plain-button";
import { typedValues } from "@/lib/core/form-data";
import { type FormAction, type FormState, idleForm } from "@/lib/core/form-state";
import { outboxFormWords } from "@/lib/outbox/messages";
import type { Sendable } from "@/lib/outbox/rules";
import { type KeptPhoto, PhotosContext } from "./photos-context";
import { useBoxLoader } from "./use-box";
import { useDraft } from "./use-draft";

/** The parcel a form mends: what was wrong with it, and the photos that go with it. */
export type Mended = { item: string; state: FormState; photos: readonly KeptPhoto[] };

type OutboxFormProps = Omit<FormBodyProps, "state" | "send" | "pending" | "prefix"> & {
  action: FormAction;
  command: Sendable;
  id: string;
  mends?: Mended;
  /** `false`: what is typed here is not brought back by another form of the same command. */
  draft?: false;
  /** Stays on the page once the device has it; without `href` it waits to be sent. */
  onSaved?: (saved: { href?: string }) => void;
  children: ReactNode;
};

/**
 * A command that is kept on the device before it is sent, so that no line and no tab can lose it. Without scripts,
 * or where the device keeps nothing, it is the same form sent directly.
 */
export function OutboxForm(props: OutboxFormProps) {
  const { command, id, version, mends, locale } = props;
  const words = outboxFormWords[locale];
  // A draft comes back to the form it was typed in: that of this record, of this plan, or the empty one.
  const place = version === undefined ? (props.hidden?.planId ?? "new") : id;
  const draft = useDraft(`${command} ${place}`, mends === undefined && props.draft !== false);
  const initial = mends?.state ?? draft.restored ?? idleForm;
  return (
    <>
      {draft.restored && (
        <div
          role="note"
          className="mb-6 max-w-160 space-y-1 border-l-2 border-info bg-info-soft px-4 py-3 text-sm"
        >
          <p className="font-semibold">{words.restored}</p>
          <p>{words.restoredHint}</p>
          <PlainButton size="small" className="mt-2" onClick={draft.drop}>
            {words.restoredDrop}
          </PlainButton>
        </div>
      )}
      <Inner key={draft.edition} {...props} initial={initial} draft={draft} />
    </>
  );
}

type InnerProps = Omit<OutboxFormProps, "draft"> & { initial: FormState; draft: ReturnType<typeof useDraft> };

function Inner({ action, command, mends, initial, draft, onSaved, ...rest }: InnerProps) {
  const { locale, id } = rest;
  const words = outboxFormWords[locale];
  const load = useBoxLoader();
  const router = useRouter();
  const [item, setItem] = useState(mends?.item);
  useEffect(() => setItem((known) => known ?? crypto.randomUUID()), []);
  const photos = useRef<readonly KeptPhoto[]>(mends?.photos ?? []);

  const send: Sender = async (state, data, direct) => {
    const values = typedValues(data);
    const [record = id] = values.id ?? [];
    const box = await load().catch(() => undefined);
    const parcel = { item: item ?? crypto.randomUUID(), command, values, record };
    const kept = photos.current.map((photo) => ({ ...photo, item: parcel.item }));
    const result = box ? await box.submit(parcel, kept) : ({ kind: "unkept" } as const);
    if (result.kind === "stored") {
      await draft.settle();
      if (onSaved) onSaved({ href: result.href });
      else router.push(`${result.href}?saved=1`);
      return { status: "done", errors: {}, values: {}, attempt: state.attempt + 1 };
    }
    if (result.kind === "refused") {
      const { version, ...told } = result.told;
      return {
        ...told,
        values: version ? { ...values, version: [version] } : values,
        attempt: state.attempt + 1,
      };
    }
    if (result.kind === "waiting") {
      await draft.settle();
      if (onSaved) onSaved({});
      else window.location.assign(`/field?kept=${parcel.item}`);
      const message = result.why === "signed-out" ? words.signedOut : words.kept;
      return { status: "done", message, errors: {}, values: {}, attempt: state.attempt + 1 };
    }
    return direct(words.notKept);
  };

  const [state, submit, pending] = useCommand(action, locale, { initial, send });
  return (
    <PhotosContext value={photos}>
      <div onInput={(event) => draft.keep(event.currentTarget.querySelector("form"))}>
        <FormBody {...rest} state={state} send={submit} pending={pending} prefix="" onLeave={draft.forget} />
      </div>
    </PhotosContext>
  );
}
