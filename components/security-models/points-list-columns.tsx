"use client";

import { Checkbox } from "@/components/ui/checkbox";

/** Name, words and whether it is shown. */
type ColumnBox = [column: string, label: string, shown: boolean];

/** The columns there are, a box each; made where they are shown, since they stand in every page of the list. */
export function ColumnBoxes({ label, columns }: { label: string; columns: ColumnBox[] }) {
  return (
    <fieldset>
      <legend className="pb-2 text-sm font-medium">{label}</legend>
      <div className="grid grid-cols-2 gap-x-4">
        {columns.map(([column, words, shown]) => (
          <label
            key={column}
            htmlFor={`column-${column}`}
            className="flex min-h-11 items-center gap-2.5 text-sm lg:min-h-8"
          >
            <Checkbox id={`column-${column}`} name="cols" value={column} defaultChecked={shown} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
