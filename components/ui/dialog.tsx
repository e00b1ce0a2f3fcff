"use client";

import { type ReactNode, useId, useRef } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";

type DialogProps = {
  title: string;
  openLabel: ReactNode;
  closeLabel: string;
  variant?: ButtonStyle["variant"];
  size?: ButtonStyle["size"];
  children: ReactNode;
};

/** The browser's own dialog: it traps and returns focus and closes on Esc by itself. */
export function Dialog({ title, openLabel, closeLabel, variant, size, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  return (
    <>
      <button
        type="button"
        className={buttonStyle({ variant, size })}
        onClick={() => dialog.current?.showModal()}
      >
        {openLabel}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={heading}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-md border bg-surface p-6 text-ink shadow-float backdrop:bg-[rgb(0_0_0/0.35)]"
      >
        <div className="flex items-start justify-between gap-4 pb-4">
          <h2 id={heading} className="text-lg font-semibold">
            {title}
          </h2>
          <button
            type="button"
            className={buttonStyle({ variant: "ghost", size: "small" })}
            onClick={() => dialog.current?.close()}
          >
            {closeLabel}
          </button>
        </div>
        {children}
      </dialog>
    </>
  );
}
