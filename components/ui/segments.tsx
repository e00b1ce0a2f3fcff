import Link from "next/link";

type Segment = { href: string; label: string; current: boolean };

const part =
  "inline-flex min-h-11 items-center px-3 text-sm first:rounded-l-[5px] last:rounded-r-[5px] lg:min-h-8";

/** Two or three views of one thing, side by side; each is a link. */
export function Segments({ segments, label }: { segments: Segment[]; label: string }) {
  return (
    <nav aria-label={label} className="inline-flex rounded-md border border-edge bg-surface print:hidden">
      {segments.map(({ href, label: name, current }) =>
        current ? (
          <span key={name} aria-current="true" className={`${part} bg-green font-medium text-on-green`}>
            {name}
          </span>
        ) : (
          <Link
            key={name}
            href={href}
            prefetch={false}
            scroll={false}
            className={`${part} text-muted hover:text-ink`}
          >
            {name}
          </Link>
        ),
      )}
    </nav>
  );
}
