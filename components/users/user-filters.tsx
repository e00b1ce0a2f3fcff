import { FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { roles } from "@/lib/core/policy";
import { roleWords, userStatusWords, usersWords } from "@/lib/users/messages";
import type { UnitChoice } from "@/lib/users/queries";
import { type UserFilter, userStatuses } from "@/lib/users/schema";
import { unitChoiceOptions } from "./unit-choice-options";

type Props = { filter: UserFilter; units: UnitChoice[]; locale: Locale };

export function UserFilters({ filter, units, locale }: Props) {
  const words = usersWords[locale];
  const { q, role, status } = filter;
  const unit = filter.unit === undefined ? undefined : String(filter.unit);
  const shown = { q, role, unit, status };
  const labels: Record<keyof typeof shown, string | undefined> = {
    q: q && `“${q}”`,
    role: role && roleWords[locale][role],
    unit: unit && (units.find(({ id }) => String(id) === unit)?.name ?? words.fields.unitId),
    status: status && userStatusWords[locale][status],
  };
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: href("/users", { ...shown, [name]: undefined }) }] : [],
  );
  return (
    <div className="mb-4">
      <FilterForm
        action="/users"
        locale={locale}
        clearHref={chips.length > 0 ? "/users" : undefined}
        chips={chips}
      >
        <FilterText name="q" label={words.search} value={q} />
        <FilterSelect
          name="role"
          label={words.fields.role}
          value={role}
          all={words.all}
          options={roles.map((value) => ({ value, label: roleWords[locale][value] }))}
        />
        <FilterSelect
          name="unit"
          label={words.fields.unitId}
          value={unit}
          all={words.all}
          options={unitChoiceOptions(units)}
        />
        <FilterSelect
          name="status"
          label={words.status}
          value={status}
          all={words.all}
          options={userStatuses.map((value) => ({ value, label: userStatusWords[locale][value] }))}
        />
      </FilterForm>
    </div>
  );
}
