"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { shrinkPhoto } from "@/components/forms/shrink-photo";
import { buttonStyle } from "@/components/ui/button-style";
import { uploadWords } from "@/lib/core/attachment-words";
import { documentTypes, photoTypes } from "@/lib/core/attachments";
import type { Locale } from "@/lib/core/locale";

type FileUploadProps = {
  /** The route that takes the files of this record. */
  address: string;
  /** The id of the form without scripts: sent twice, its files are stored once. */
  formId: string;
  words: { add: string; chooseHint: string; privacy: string; send: string };
  locale: Locale;
};

type State = "waiting" | "working" | "sending" | "unsent" | "refused" | "sent";
type Item = { id: string; file: File; state: State; message?: string };

/**
 * Adds photos and files. Without scripts a plain form; with them each file goes by itself as soon as it is chosen,
 * photos made small on the device first, and what one is refused for stands beside its name.
 */
export function FileUpload({ address, formId, words, locale }: FileUploadProps) {
  const own = uploadWords[locale];
  const { items, added, add, resend } = useUploads(address, own.unsent);
  const shown = items.filter(({ state }) => state !== "sent");
  const types = `${photoTypes},${documentTypes}`;
  return (
    <form
      action={address}
      method="post"
      encType="multipart/form-data"
      className="max-w-160 space-y-3 print:hidden"
    >
      <input type="hidden" name="id" value={formId} readOnly />
      <div className="space-y-1 text-sm text-muted">
        <p id="files-hint">{words.chooseHint}</p>
        <p>{words.privacy}</p>
      </div>
      <label
        className={`script-only relative cursor-pointer ${buttonStyle()} focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-green`}
      >
        {words.add}
        <input
          type="file"
          multiple
          accept={types}
          aria-describedby="files-hint"
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={({ target }) => {
            add([...(target.files ?? [])]);
            target.value = "";
          }}
        />
      </label>
      <div className="no-script-only space-y-3">
        <label className="block space-y-1.5 text-sm font-medium">
          {own.choose}
          <input
            type="file"
            name="file"
            multiple
            accept={types}
            className="block min-h-11 w-full text-base font-normal file:mr-3 file:min-h-11 file:rounded-md file:border file:border-edge file:bg-surface file:px-4 file:text-ink"
          />
        </label>
        <button type="submit" className={buttonStyle()}>
          {words.send}
        </button>
      </div>
      {shown.length > 0 && (
        <ul className="border-t text-sm">
          {shown.map((item) => (
            <li
              key={item.id}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b py-2"
            >
              <span className="min-w-0 break-words">{item.file.name}</span>
              {item.state === "refused" || item.state === "unsent" ? (
                <span className="flex flex-wrap items-center gap-x-3 text-red">
                  {item.message}
                  {item.state === "unsent" && (
                    <button
                      type="button"
                      onClick={() => resend(item.id)}
                      className={buttonStyle({ size: "small" })}
                    >
                      {own.resend}
                    </button>
                  )}
                </span>
              ) : (
                <span className="text-muted">{own[item.state as "waiting" | "working" | "sending"]}…</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="text-sm text-muted">
        {added > 0 && own.added(added)}
      </p>
    </form>
  );
}

/** Files on their way, one after the other. */
function useUploads(address: string, unsent: string) {
  const router = useRouter();
  const [items, setItems] = useState<Item[]>([]);
  const busy = items.some(({ state }) => state === "working" || state === "sending");
  const next = busy ? undefined : items.find(({ state }) => state === "waiting");

  useEffect(() => {
    if (!next) return;
    const set = (change: Partial<Item>) =>
      setItems((all) => all.map((item) => (item.id === next.id ? { ...item, ...change } : item)));
    const go = async () => {
      set({ state: "working" });
      const body = await shrunk(next.file);
      set({ state: "sending" });
      const result = await sendFile(address, next.id, body, next.file.name, unsent);
      set(result);
      if (result.state === "sent") router.refresh();
    };
    void go();
  }, [next, address, unsent, router]);

  return {
    items,
    added: items.filter(({ state }) => state === "sent").length,
    add: (files: File[]) =>
      setItems((all) => [
        ...all.filter(({ state }) => state !== "refused"),
        ...files.map((file) => ({ id: crypto.randomUUID(), file, state: "waiting" as const })),
      ]),
    resend: (id: string) =>
      setItems((all) => all.map((item) => (item.id === id ? { ...item, state: "waiting" as const } : item))),
  };
}

/** A picture made small; what the browser cannot read goes as it is, and the server says what it is. */
const shrunk = (file: File): Promise<Blob> =>
  file.type.startsWith("image/") ? shrinkPhoto(file).catch(() => file) : Promise.resolve(file);

async function sendFile(
  address: string,
  id: string,
  file: Blob,
  name: string,
  unsent: string,
): Promise<Pick<Item, "state" | "message">> {
  const body = new FormData();
  body.set("id", id);
  body.append("file", file, name);
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.ok) return { state: "sent" };
    const { message } = (await answer.json()) as { message: string };
    return { state: answer.status >= 500 || answer.status === 401 ? "unsent" : "refused", message };
  } catch {
    return { state: "unsent", message: unsent };
  }
}
