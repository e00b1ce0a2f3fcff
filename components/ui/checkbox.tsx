import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** The native box, in the portal's green. */
export function Checkbox({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input type="checkbox" className={clsx("size-5 shrink-0 accent-green lg:size-4", className)} {...rest} />
  );
}
