import type { Option } from "@/components/ui/select";
import type { UnitChoice } from "@/lib/users/queries";

/** The units in force today under their former province. */
export const unitChoiceOptions = (units: readonly UnitChoice[]): Option[] =>
  units.map(({ id, name, area }) => ({ value: String(id), label: name, group: area || undefined }));
