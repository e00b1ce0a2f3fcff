import type { ReactNode } from "react";

export type TimelineItem = { key?: string; at: string; who: string; what: ReactNode; detail?: ReactNode };

/** What happened to a record, newest first as given: when, who, what. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="border-l pl-4 text-sm">
      {items.map((item) => (
        <li key={item.key ?? `${item.at} ${item.who}`} className="relative pb-4 last:pb-0">
          <span
            aria-hidden
            className="absolute top-1.5 -left-[21px] size-2.5 rounded-full border-2 border-paper bg-edge"
          />
          <p>{item.what}</p>
          <p className="text-xs text-muted">
            <span className="numeral">{item.at}</span> · {item.who}
          </p>
          {item.detail !== undefined && <div className="pt-1 text-muted">{item.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
