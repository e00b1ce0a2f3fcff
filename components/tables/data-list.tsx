import Link from "next/link";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/layout/empty-state";
import { cn } from "@/components/ui/cn";
import type { Locale } from "@/lib/core/locale";

export type Column<T> = {
  key: string;
  label: string;
  numeric?: boolean;
  /** The column that names the row; it carries the row's link. One per list. */
  primary?: boolean;
  hideOnPhone?: boolean;
  render: (row: T) => ReactNode;
};

type DataListProps<T> = {
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  rowHref?: (row: T) => string;
  empty: { title: string; detail?: string; action?: ReactNode };
  caption: string;
  locale: Locale;
};

/** A table where there is room, items of two lines where there is not: one set of elements, told apart by CSS. */
export function DataList<T>({ columns, rows, rowKey, rowHref, empty, caption }: DataListProps<T>) {
  if (rows.length === 0) return <EmptyState {...empty} />;
  return (
    <div className="@container">
      <table className="block w-full text-sm @2xl:table @2xl:border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={cn(
                  "top-(--sticky-top) z-2 bg-paper py-2 pr-4 text-left align-bottom text-xs font-medium text-muted shadow-[inset_0_-1px_var(--edge)] last:pr-0 @2xl:sticky",
                  column.numeric && "text-right",
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {/* A dot stands before each small fact; those at a line's start fall outside and are clipped. */}
        <tbody className="block overflow-x-clip border-t @2xl:table-row-group @2xl:overflow-visible @2xl:border-t-0">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="relative -ml-4 flex flex-wrap border-b py-2.5 hover:bg-green-soft @2xl:ml-0 @2xl:table-row @2xl:py-0"
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} href={column.primary ? rowHref?.(row) : undefined}>
                  {column.render(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = {
  column: Pick<Column<never>, "label" | "numeric" | "primary" | "hideOnPhone">;
  href?: string;
  children: ReactNode;
};

function Cell({ column, href, children }: CellProps) {
  const { label, numeric, primary, hideOnPhone } = column;
  return (
    <td
      className={cn(
        "py-0 pr-0 pl-4 align-baseline @2xl:py-2.5 @2xl:pr-4 @2xl:pl-0 @2xl:last:pr-0",
        primary
          ? "order-first w-full text-base @2xl:w-auto @2xl:text-sm"
          : "relative text-muted before:absolute before:left-1.5 before:content-['·'] @2xl:static @2xl:text-ink @2xl:before:hidden",
        numeric && "numeral @2xl:text-right",
        hideOnPhone && "hidden @2xl:table-cell",
      )}
    >
      {numeric && <span className="@2xl:hidden">{label} </span>}
      {href === undefined ? (
        children
      ) : (
        <Link
          href={href}
          prefetch={false}
          className="font-medium text-ink after:absolute after:inset-0 hover:text-green"
        >
          {children}
        </Link>
      )}
    </td>
  );
}
