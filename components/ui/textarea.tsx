import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";

/** Grows with its text where the browser can, from its rows on. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      style={{ minHeight: `calc(${rows}lh + 1rem + 2px)` }}
      className={clsx(controlStyle, "field-sizing-content py-2", className)}
      {...rest}
    />
  );
}
