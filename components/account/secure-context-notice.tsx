"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Shown where the browser would drop the session's cookie: over plain HTTP on anything but localhost. */
export function SecureContextNotice({ title, detail }: { title: string; detail: string }) {
  const secure = useSyncExternalStore(
    never,
    () => window.isSecureContext,
    () => true,
  );
  if (secure) return null;
  return (
    <div role="alert" className="border-l-2 border-ochre bg-ochre-soft px-4 py-3 text-sm">
      <p className="font-semibold">{title}</p>
      <p>{detail}</p>
    </div>
  );
}
