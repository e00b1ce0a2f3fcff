import { type ClassValue, clsx } from "clsx";
import { twMerge } from "tailwind-merge";

/** Joins classes, the later one winning. For server components: client files use `clsx` and save the merge table. */
export function cn(...classes: ClassValue[]): string {
  return twMerge(clsx(classes));
}
