import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A link inside text or a table: underlined thinly, so that it shows without colour. */
export function TextLink({ className, prefetch = false, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={prefetch}
      className={cn(
        "text-green underline decoration-green/35 underline-offset-3 hover:decoration-green",
        className,
      )}
      {...rest}
    />
  );
}
