import type { ReactNode } from "react";

type MenuProps = {
  id: string;
  label: string;
  trigger: ReactNode;
  children: ReactNode;
  className?: string;
  /** Holds much: on a phone it is a sheet from below. */
  large?: boolean;
};

/** A panel under its button, by the browser's own popover: Esc and a click outside close it, no script of ours. */
export function Menu({ id, label, trigger, children, className, large }: MenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={
          className ??
          "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2 text-sm hover:bg-green-soft"
        }
      >
        {trigger}
      </button>
      <div id={id} popover="auto" className={large ? "float-panel phone-sheet w-80" : "float-panel w-72"}>
        {children}
      </div>
    </>
  );
}
