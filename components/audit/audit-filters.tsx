import { FilterDate, FilterSelect, FilterText } from "@/components/forms/filter-fields";
import { FilterForm } from "@/components/forms/filter-form";
import type { Option } from "@/components/ui/select";
import { actionWords, auditWords, outcomeWords } from "@/lib/audit/messages";
import { type AuditFilter, auditActions, auditOutcomes, doorActions } from "@/lib/audit/schema";
import { formatDate } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { domainLabel } from "@/lib/users/messages";

export function AuditFilters({ filter, locale }: { filter: AuditFilter; locale: Locale }) {
  const words = auditWords[locale];
  const { cursor: _, ...shown } = filter;
  const labels: Record<keyof typeof shown, string | undefined> = {
    from: shown.from && `${words.from} ${formatDate(shown.from)}`,
    to: shown.to && `${words.to} ${formatDate(shown.to)}`,
    user: shown.user,
    action: shown.action && actionWords[locale][shown.action],
    outcome: shown.outcome && outcomeWords[locale][shown.outcome],
    subject: shown.subject && `${words.subject} ${shown.subject.slice(0, 8)}`,
  };
  const chips = Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: href("/audit", { ...shown, [name]: undefined }) }] : [],
  );
  return (
    <div className="mb-4">
      <FilterForm
        action="/audit"
        locale={locale}
        hidden={{ subject: shown.subject }}
        clearHref={chips.length > 0 ? "/audit" : undefined}
        chips={chips}
      >
        <FilterDate name="from" label={words.from} value={shown.from} />
        <FilterDate name="to" label={words.to} value={shown.to} />
        <FilterText name="user" label={words.user} value={shown.user} />
        <FilterSelect
          name="action"
          label={words.action}
          value={shown.action}
          all={words.all}
          options={actionOptions(locale)}
        />
        <FilterSelect
          name="outcome"
          label={words.outcome}
          value={shown.outcome}
          all={words.all}
          options={auditOutcomes.map((value) => ({ value, label: outcomeWords[locale][value] }))}
        />
      </FilterForm>
    </div>
  );
}

/** The doors first, then the permissions under their domains; reading is not recorded, only refused. */
function actionOptions(locale: Locale): Option[] {
  const doors: readonly string[] = doorActions;
  const ordered = [
    ...auditActions.filter((action) => doors.includes(action)),
    ...auditActions.filter((action) => !doors.includes(action)),
  ];
  return ordered.map((value) => ({
    value,
    label: actionWords[locale][value],
    group: doors.includes(value) ? undefined : domainLabel(value.slice(0, value.indexOf(".")), locale),
  }));
}
