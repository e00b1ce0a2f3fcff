"use client";

import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";

type GetFormProps = {
  action: string;
  auto?: boolean;
  className?: string;
  label?: string;
  children: ReactNode;
};
type Control = HTMLInputElement | HTMLSelectElement;

/**
 * A form that asks for a view: everything chosen goes into the address. Without scripts it is a plain GET form.
 * With them empty boxes are left out, `auto` asks on every choice, and two marks on a control count:
 * `data-value` what the address says (the box follows it, keeping focus); `data-rules="a b"` that while it is
 * filled those are not sent, and that emptying it asks nothing yet.
 */
export function GetForm({ action, auto, className, label, children }: GetFormProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useFollowAddress(form);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    clearTimeout(timer.current);
    const search = addressOf(event.currentTarget).toString();
    event.currentTarget.querySelector<HTMLElement>("[popover]:popover-open")?.hidePopover();
    start(() => router.push(search ? `${action}?${search}` : action, { scroll: false }));
  }

  function onChange(event: ChangeEvent<HTMLFormElement>) {
    const asked = event.currentTarget;
    const control = event.target as unknown as Control;
    const isOpenSheet = asked.querySelector("[popover]:popover-open") !== null;
    if (!auto || isOpenSheet || (control.dataset.rules !== undefined && control.value === "")) return;
    clearTimeout(timer.current);
    if (control.type !== "date") asked.requestSubmit();
    // A year typed by hand passes through 0002 and 0020 on its way.
    else if (control.value === "" || control.value >= "1975")
      timer.current = setTimeout(() => asked.requestSubmit(), 700);
  }

  return (
    <form
      ref={form}
      action={action}
      method="get"
      role={label ? "search" : undefined}
      aria-label={label}
      aria-busy={pending}
      onSubmit={onSubmit}
      onChange={onChange}
      className={className}
    >
      {children}
    </form>
  );
}

/** What stands in the form, without empty boxes and without those another control rules over. */
function addressOf(form: HTMLFormElement): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") query.append(name, value.trim());
  }
  for (const ruler of form.querySelectorAll<HTMLSelectElement>("[data-rules]")) {
    if (ruler.value !== "") for (const name of ruler.dataset.rules?.split(" ") ?? []) query.delete(name);
  }
  return query;
}

/** After a link or Back changed the address, boxes a hand has touched still show the old choice: set them right. */
function useFollowAddress(form: React.RefObject<HTMLFormElement | null>) {
  const seen = useRef<string>(undefined);
  useEffect(() => {
    const controls = [...(form.current?.querySelectorAll<Control>("[data-value]") ?? [])];
    const signature = controls.map((control) => `${control.name}=${control.dataset.value}`).join("&");
    if (seen.current !== undefined && seen.current !== signature) {
      for (const control of controls) {
        if (control.type === "radio")
          (control as HTMLInputElement).checked = control.value === control.dataset.value;
        else control.value = control.dataset.value ?? "";
      }
    }
    seen.current = signature;
  });
}
