import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cn } from "./cn";

type ButtonProps = ComponentProps<"button"> & ButtonStyle & { asChild?: boolean };

/** A verb with its object. `asChild` lends the look to a link. */
export function Button({ variant, size, asChild, className, type, ...rest }: ButtonProps) {
  const classes = cn(buttonStyle({ variant, size }), className);
  if (asChild) return <Slot.Root className={classes} {...rest} />;
  return <button type={type ?? "button"} className={classes} {...rest} />;
}
