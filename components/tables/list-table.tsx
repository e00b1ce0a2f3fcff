"use client";

import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type ListHead = {
  key: string;
  label: string;
  numeric?: boolean;
  /** The column that names the row; it carries the row's link. One per list. */
  primary?: boolean;
  hideOnPhone?: boolean;
  /** Short words and days that stay on one line. */
  nowrap?: boolean;
  /** Where its heading leads: the list in this column's order. `order` when it is the one shown. */
  sort?: { href: string; order?: "ascending" | "descending" };
};
export type ListRow = { key: string; href?: string; cells: ReactNode[] };

type ListTableProps = { caption: string; columns: ListHead[]; rows: ListRow[] };

/**
 * The elements of a list, made where they are shown: what travels with a page is each row's own words and not fifty
 * times the same cells.
 */
export function ListTable({ caption, columns, rows }: ListTableProps) {
  const classes = columns.map(cellClass);
  return (
    <div className="@container">
      <table className="block w-full text-sm @2xl:table @2xl:border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only @2xl:not-sr-only @2xl:table-header-group">
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        {/* A dot stands before each small fact; those at a line's start fall outside and are clipped. */}
        <tbody className="block overflow-x-clip border-t @2xl:table-row-group @2xl:overflow-visible @2xl:border-t-0">
          {rows.map(({ key, href, cells }) => (
            <tr key={key} className="list-row">
              {columns.map(({ key: name, label, numeric, primary }, at) => (
                <td key={name} className={classes[at]}>
                  {numeric && <span className="@2xl:hidden">{label} </span>}
                  {primary && href !== undefined ? (
                    <Link href={href} prefetch={false} className="list-link">
                      {cells[at]}
                    </Link>
                  ) : (
                    cells[at]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cellClass = ({ numeric, primary, hideOnPhone, nowrap }: ListHead) =>
  clsx(
    "list-cell",
    primary ? "list-name" : "list-fact",
    numeric && "list-number",
    nowrap && "whitespace-nowrap",
    hideOnPhone && "list-wide",
  );

const arrows = { ascending: "↑", descending: "↓" };

function Head({ column: { label, numeric, sort } }: { column: ListHead }) {
  return (
    <th
      scope="col"
      aria-sort={sort?.order}
      className={numeric ? "list-head text-right" : "list-head text-left"}
    >
      {sort ? (
        <>
          <span className="@2xl:hidden">{label}</span>
          <Link href={sort.href} prefetch={false} scroll={false} className="list-sort">
            {label}
            {sort.order && <span aria-hidden> {arrows[sort.order]}</span>}
          </Link>
        </>
      ) : (
        label
      )}
    </th>
  );
}
