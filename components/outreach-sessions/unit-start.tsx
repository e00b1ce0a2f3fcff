import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { unitFormOptions } from "@/components/units/unit-options";
import type { Locale } from "@/lib/core/locale";
import { outreachWords } from "@/lib/outreach-sessions/messages";
import type { SessionBook } from "@/lib/outreach-sessions/queries";

type Props = {
  book: Pick<SessionBook, "units" | "pointsByUnit">;
  chosen?: number;
  /** What else the form starts from. */
  from?: string;
  locale: Locale;
};

/**
 * Without scripts a form cannot ask for the points of the unit chosen in it: whoever reaches the whole city chooses
 * the unit here first, and the form opens with its points.
 */
export function UnitStart({ book, chosen, from, locale }: Props) {
  const words = outreachWords[locale];
  if (!book.pointsByUnit) return null;
  return (
    <form
      action="/outreach-sessions/new"
      className="no-script-only mb-5 flex max-w-160 flex-wrap items-end gap-3"
    >
      {from && <input type="hidden" name="from" value={from} readOnly />}
      <div className="min-w-0 grow space-y-1">
        <label htmlFor="unit-start" className="block text-sm">
          {words.pointsOf}
        </label>
        <Select
          id="unit-start"
          name="unit"
          options={unitFormOptions(book.units, locale)}
          defaultValue={chosen}
        />
      </div>
      <Button type="submit">{words.showPoints}</Button>
    </form>
  );
}
