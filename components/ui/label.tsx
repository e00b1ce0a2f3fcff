import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** The caller names its control with `htmlFor`. */
export function Label({
  className,
  htmlFor,
  children,
  ...rest
}: ComponentProps<"label"> & { htmlFor: string }) {
  return (
    <label htmlFor={htmlFor} className={clsx("block text-sm font-medium text-ink", className)} {...rest}>
      {children}
    </label>
  );
}
