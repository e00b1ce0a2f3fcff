"use client";

import { useEffect, useRef, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";

type Props = {
  message: string;
  password?: string;
  hint: string;
  copy: string;
  copied: string;
  children?: React.ReactNode;
};

/** A password that is shown once: large, in one piece, easy to copy or read out. */
export function OneTimePassword({ message, password, hint, copy, copied, children }: Props) {
  const [done, setDone] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="max-w-160 space-y-3 border-2 border-green bg-surface p-4 sm:p-5">
      <div role="status" className="space-y-3">
        <h2 className="text-lg font-semibold">{message}</h2>
        {password && (
          <p className="border-y py-3">
            <code className="text-base wrap-break-word select-all sm:text-lg">{password}</code>
          </p>
        )}
      </div>
      {password && <p className="text-sm text-muted">{hint}</p>}
      <div className="flex flex-wrap items-center gap-3">
        {password && (
          <button
            type="button"
            className={`${buttonStyle()} script-only`}
            onClick={() => navigator.clipboard?.writeText(password).then(() => setDone(true))}
          >
            {done ? copied : copy}
          </button>
        )}
        {children}
      </div>
    </div>
  );
}
