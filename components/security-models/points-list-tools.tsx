import { Columns3, Download, ListChecks } from "lucide-react";
import Link from "next/link";
import { GetForm } from "@/components/forms/get-form";
import { Button } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { type ListColumn, listColumns } from "@/lib/security-models/points/list/catalog";
import { listWords } from "@/lib/security-models/points/list/messages";
import { ColumnBoxes } from "./points-list-columns";

type Props = {
  path: string;
  /** What is looked at, as parameters of the address. */
  view: Record<string, string | undefined>;
  columns: readonly ListColumn[];
  mayChange: boolean;
  total: number;
  locale: Locale;
};

const tool =
  "inline-flex min-h-11 items-center gap-2 rounded-md px-3 text-sm text-green hover:bg-green-soft lg:min-h-8 [&>svg]:size-4";

/** What is done with the whole of what is found: its columns, its sheet, a change of all of it. */
export function PointsListTools({ path, view, columns, mayChange, total, locale }: Props) {
  const words = listWords[locale];
  return (
    <div className="mb-3 -ml-3 flex flex-wrap items-center gap-1 print:hidden">
      <Menu
        id="columns"
        large
        label={words.columnsTitle}
        trigger={
          <>
            <Columns3 aria-hidden />
            {words.columnsTitle}
          </>
        }
        className={tool}
      >
        <ColumnForm {...{ path, view, columns, locale }} />
      </Menu>
      {total > 0 && (
        <a href={href("/api/security-models/points/export", view)} download className={tool}>
          <Download aria-hidden />
          {words.export}
        </a>
      )}
      {mayChange && total > 0 && (
        <Link href={href(`${path}/bulk`, view)} prefetch={false} className={tool}>
          <ListChecks aria-hidden />
          {words.bulk}
        </Link>
      )}
    </div>
  );
}

function ColumnForm({ path, view, columns, locale }: Pick<Props, "path" | "view" | "columns" | "locale">) {
  const words = listWords[locale];
  const { cols: _, ...kept } = view;
  return (
    <GetForm action={path}>
      {Object.entries(kept).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} readOnly />,
      )}
      <ColumnBoxes
        key={columns.join()}
        label={words.columnsTitle}
        columns={listColumns.map((column) => [column, words.columns[column], columns.includes(column)])}
      />
      <p className="py-2 text-xs text-muted">{words.columnsHint}</p>
      <Button type="submit" variant="primary">
        {words.applyColumns}
      </Button>
    </GetForm>
  );
}
