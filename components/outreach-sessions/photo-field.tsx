"use client";

import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { shrinkPhoto } from "@/components/forms/shrink-photo";
import { buttonStyle } from "@/components/ui/button-style";
import { mostFiles, photoTypes } from "@/lib/core/attachments";
import type { Locale } from "@/lib/core/locale";
import { photoFieldWords } from "@/lib/outreach-sessions/files/photo-field/messages";

/** A photo made small on this device; the id is the one it will have on the server. */
export type FieldPhoto = { id: string; name: string; blob: Blob };

type PhotoFieldProps = {
  /** Photos kept from before, such as of a form that is restored. */
  initial?: readonly FieldPhoto[];
  onChange: (photos: FieldPhoto[]) => void;
  locale: Locale;
};

/** Photos for a session that is not saved yet. They never travel with the form: whoever holds it sends them. */
export function PhotoField({ initial = [], onChange, locale }: PhotoFieldProps) {
  const words = photoFieldWords[locale];
  const [photos, setPhotos] = useState<readonly FieldPhoto[]>(initial);
  const [refused, setRefused] = useState<string[]>([]);
  const [working, setWorking] = useState(0);
  const held = useRef(photos);

  function keep(change: (photos: readonly FieldPhoto[]) => FieldPhoto[]) {
    held.current = change(held.current);
    setPhotos(held.current);
    onChange([...held.current]);
  }

  async function take(files: File[]) {
    setRefused([]);
    setWorking((count) => count + 1);
    for (const file of files) {
      const blob = await shrinkPhoto(file).catch(() => undefined);
      const isHeic = /\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type);
      if (held.current.length >= mostFiles.photo) refuse(words.full(file.name));
      else if (!blob) refuse(isHeic ? words.heic(file.name) : words.unreadable(file.name));
      else keep((all) => [...all, { id: crypto.randomUUID(), name: file.name, blob }]);
    }
    setWorking((count) => count - 1);
  }
  const refuse = (sentence: string) => setRefused((all) => [...all, sentence]);

  return (
    <fieldset className="script-only min-w-0 space-y-3">
      <legend className="text-sm font-medium">{words.label}</legend>
      <p id="photo-hint" className="text-sm text-muted">
        {words.hint}
      </p>
      {photos.length > 0 && (
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-6">
          {photos.map((photo) => (
            <li key={photo.id} className="relative">
              <Thumb photo={photo} />
              <button
                type="button"
                aria-label={words.remove(photo.name)}
                onClick={() => keep((all) => all.filter(({ id }) => id !== photo.id))}
                className="absolute top-0 right-0 flex size-11 items-start justify-end p-1"
              >
                <span className="flex size-6 items-center justify-center rounded-full bg-surface text-ink shadow-float">
                  <X aria-hidden className="size-4" />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div role="alert" className="text-sm font-medium text-red empty:hidden">
        {refused.length > 0 && (
          <ul className="space-y-1">
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      {photos.length < mostFiles.photo && (
        <label
          className={`relative cursor-pointer ${buttonStyle()} focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-green`}
        >
          {words.take}
          {/* Without a name: it is no part of what the form sends. */}
          <input
            type="file"
            multiple
            accept={photoTypes}
            aria-describedby="photo-hint"
            className="absolute inset-0 size-full cursor-pointer opacity-0"
            onChange={({ target }) => {
              void take([...(target.files ?? [])]);
              target.value = "";
            }}
          />
        </label>
      )}
      <p role="status" className="text-sm text-muted empty:hidden">
        {working > 0 && words.working}
      </p>
    </fieldset>
  );
}

function Thumb({ photo }: { photo: FieldPhoto }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.blob]);
  return address === undefined ? (
    <span className="block aspect-square rounded-md bg-hairline" />
  ) : (
    // biome-ignore lint/performance/noImgElement: it lies on this device
    <img
      src={address}
      alt={photo.name}
      className="aspect-square w-full rounded-md border border-hairline object-cover"
    />
  );
}
