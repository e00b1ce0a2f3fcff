import type { ComponentProps } from "react";
import { cn } from "./cn";

type Cell = { numeric?: boolean };

/** Tables are set like a yearbook's: hairlines between rows, a firm rule under the head, no boxes. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table className={cn("w-full border-collapse text-left text-sm", className)} {...rest} />;
}

/** A column's heading; sticks under the bars while its table is on screen. */
export function Th({ numeric, className, scope = "col", ...rest }: ComponentProps<"th"> & Cell) {
  return (
    <th
      scope={scope}
      className={cn(
        "py-2 pr-4 align-bottom text-xs font-medium text-muted last:pr-0",
        scope === "col" && "sticky top-(--sticky-top) z-10 bg-paper shadow-[inset_0_-1px_var(--edge)]",
        scope === "row" && "text-sm font-normal text-ink",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ numeric, className, ...rest }: ComponentProps<"td"> & Cell) {
  return (
    <td
      className={cn(
        "border-b py-2.5 pr-4 align-baseline last:pr-0",
        numeric && "numeral text-right",
        className,
      )}
      {...rest}
    />
  );
}
