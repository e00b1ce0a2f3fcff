import { cn } from "./cn";

/** A bar in the shape of what comes. Say once, outside, that the page is loading. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-4 animate-pulse rounded-sm bg-hairline", className)} />;
}

/** Rows of a list to come. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <div className="divide-y border-y">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without identity
        <div key={row} className="flex items-center gap-6 py-3">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-1/6" />
          <Skeleton className="ml-auto w-12" />
        </div>
      ))}
    </div>
  );
}
