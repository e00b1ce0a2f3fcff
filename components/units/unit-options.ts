import type { Option } from "@/components/ui/select";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { unitsWords } from "@/lib/units/messages";
import { isDissolved, unitRef } from "@/lib/units/rules";

type Unit = {
  id: number;
  code: string;
  fullName: string;
  validFrom: string | null;
  validTo: string | null;
  district: string | null;
};

/** Units to choose in a view, by their URL name; dissolved ones under the district they had. */
export const unitViewOptions = (units: readonly Unit[], locale: Locale): Option[] =>
  units.map((unit) => ({ value: unitRef(unit), label: unit.fullName, group: groupOf(unit, locale) }));

/** Units to choose in a form, by id; the same name of another time is told apart by its last day (T5). */
export const unitFormOptions = (units: readonly Unit[], locale: Locale): Option[] =>
  units.map((unit) => ({
    value: String(unit.id),
    label:
      unit.validTo === null || !isDissolved(unit)
        ? unit.fullName
        : `${unit.fullName} (${unitsWords[locale].until} ${formatDate(unit.validTo)})`,
    group: groupOf(unit, locale),
  }));

function groupOf(unit: Unit, locale: Locale): string {
  const words = unitsWords[locale];
  return isDissolved(unit) ? (unit.district ?? words.dissolved) : words.inForce;
}
