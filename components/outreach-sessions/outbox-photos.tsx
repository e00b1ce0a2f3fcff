"use client";

import { useContext } from "react";
import { PhotosContext } from "@/components/outbox/photos-context";
import type { Locale } from "@/lib/core/locale";
import { PhotoField } from "./photo-field";

/** Photos of a session that is not saved yet: they wait in the outbox and follow it once it is stored. */
export function OutboxPhotos({ locale }: { locale: Locale }) {
  const photos = useContext(PhotosContext);
  if (!photos) return null;
  return (
    <PhotoField
      locale={locale}
      initial={photos.current}
      onChange={(chosen) => {
        photos.current = chosen;
      }}
    />
  );
}
