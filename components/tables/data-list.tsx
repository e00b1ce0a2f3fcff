import type { ReactNode } from "react";
import { EmptyState } from "@/components/layout/empty-state";
import type { Locale } from "@/lib/core/locale";
import { type ListHead, ListTable } from "./list-table";

export type Column<T> = ListHead & { render: (row: T) => ReactNode };

type DataListProps<T> = {
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  rowHref?: (row: T) => string | undefined;
  empty: { title: string; detail?: string; action?: ReactNode };
  caption: string;
  locale: Locale;
};

/** A table where there is room, items of two lines where there is not: one set of elements, told apart by CSS. */
export function DataList<T>({ columns, rows, rowKey, rowHref, empty, caption }: DataListProps<T>) {
  if (rows.length === 0) return <EmptyState {...empty} />;
  return (
    <ListTable
      caption={caption}
      columns={columns.map(({ render: _, ...head }) => head)}
      rows={rows.map((row) => ({
        key: rowKey(row),
        href: rowHref?.(row),
        cells: columns.map(({ render }) => render(row)),
      }))}
    />
  );
}
