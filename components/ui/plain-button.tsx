import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";

/** A button for client files: the look without the merge table that `Button` brings along. */
export function PlainButton({ variant, size, className, ...rest }: ComponentProps<"button"> & ButtonStyle) {
  return <button type="button" className={clsx(buttonStyle({ variant, size }), className)} {...rest} />;
}
