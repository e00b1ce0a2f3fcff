import { clsx } from "clsx";
import type { ComponentProps } from "react";

export function Radio({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input type="radio" className={clsx("size-5 shrink-0 accent-green lg:size-4", className)} {...rest} />
  );
}
