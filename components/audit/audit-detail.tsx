import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/link";
import { auditWords, reasonLabel } from "@/lib/audit/messages";
import type { AuditRow } from "@/lib/audit/queries";
import { type ChangedField, compareFields, subjectHref } from "@/lib/audit/rules";
import { formatNumber } from "@/lib/core/format";
import { href } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { roleWords } from "@/lib/users/messages";
import { fieldLabel, valueLabel } from "./field-labels";

type Props = { row: AuditRow; unitNames: Record<number, string>; locale: Locale };

/** What one event says: reason, from where, and the record before and after, field by field. */
export function AuditDetail({ row, unitNames, locale }: Props) {
  const words = auditWords[locale];
  const facts: [string, string | null][] = [
    [words.reason, row.reason && reasonLabel(row.reason, locale)],
    [words.role, row.role && roleWords[locale][row.role]],
    [words.address, row.address],
  ];
  const fields = compareFields(row.action, row.before, row.after);
  const changed = fields.filter((field) => field.changed);
  const unchanged = fields.filter((field) => !field.changed);
  const table = { action: row.action, unitNames, locale };
  return (
    <div className="space-y-3 pb-5 pl-6">
      <dl className="flex flex-wrap gap-x-8 gap-y-1">
        {facts.map(
          ([term, detail]) =>
            detail && (
              <div key={term} className="flex min-w-0 gap-2">
                <dt className="text-muted">{term}</dt>
                <dd className="min-w-0 break-words">{detail}</dd>
              </div>
            ),
        )}
      </dl>
      {changed.length > 0 && <Comparison {...table} fields={changed} />}
      {row.outcome === "refused" && <p className="text-muted">{words.noChange}</p>}
      {unchanged.length > 0 && (
        <Disclosure summary={words.unchanged(formatNumber(unchanged.length, locale))}>
          <Comparison {...table} fields={unchanged} />
        </Disclosure>
      )}
      <SubjectLinks row={row} locale={locale} />
    </div>
  );
}

type ComparisonProps = {
  action: string;
  fields: ChangedField[];
  unitNames: Record<number, string>;
  locale: Locale;
};

function Comparison({ fields, ...place }: ComparisonProps) {
  const { action, locale } = place;
  const words = auditWords[locale];
  return (
    <table className="w-full max-w-4xl table-fixed text-left">
      <thead className="text-xs text-muted">
        <tr>
          {[words.field, words.before, words.after].map((heading) => (
            <th key={heading} scope="col" className="border-b border-edge py-1.5 pr-3 font-medium">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, before, after, changed }) => (
          <tr key={field} className="border-b align-baseline">
            <th scope="row" className="py-1.5 pr-3 font-normal text-muted">
              {fieldLabel(action, field, locale) ?? <code className="text-xs">{field}</code>}
            </th>
            <td className="py-1.5 pr-3 break-words">{valueLabel({ ...place, field, value: before })}</td>
            <td className={`py-1.5 pr-3 break-words ${changed ? "font-medium" : ""}`}>
              {valueLabel({ ...place, field, value: after })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SubjectLinks({ row, locale }: Omit<Props, "unitNames">) {
  const words = auditWords[locale];
  const record = subjectHref(row.action, row.subjectId);
  if (!row.subjectId) return null;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1">
      {record && <TextLink href={record}>{words.open}</TextLink>}
      <TextLink href={href("/audit", { subject: row.subjectId })}>{words.sameSubject}</TextLink>
    </p>
  );
}
