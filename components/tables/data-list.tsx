import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/layout/empty-state";
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
                className={column.numeric ? "list-head text-right" : "list-head"}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {/* A dot stands before each small fact; those at a line's start fall outside and are clipped. */}
        <tbody className="block overflow-x-clip border-t @2xl:table-row-group @2xl:overflow-visible @2xl:border-t-0">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="list-row">
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
      className={clsx(
        "list-cell",
        primary ? "list-name" : "list-fact",
        numeric && "list-number",
        hideOnPhone && "list-wide",
      )}
    >
      {numeric && <span className="@2xl:hidden">{label} </span>}
      {href === undefined ? (
        children
      ) : (
        <Link href={href} prefetch={false} className="list-link">
          {children}
        </Link>
      )}
    </td>
  );
}
