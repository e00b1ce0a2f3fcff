import { SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { FieldRow } from "@/components/forms/field-group";
import { DateField, TextField } from "@/components/forms/text-field";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import { StatusDot } from "@/components/ui/status-dot";
import { today } from "@/lib/core/days";
import { formatDate, formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { safetyWords } from "@/lib/safety-standard/messages";
import { thresholdKeys } from "@/lib/safety-standard/simulator/rules";
import { enterThreshold, takeBackThreshold } from "@/lib/safety-standard/thresholds/actions";
import { thresholdWords } from "@/lib/safety-standard/thresholds/messages";
import type { listThresholds, ThresholdRow } from "@/lib/safety-standard/thresholds/queries";

type Found = Awaited<ReturnType<typeof listThresholds>>;
type Props = { found: Found; id: string; saved: boolean; locale: Locale };

/** What the law asks of a ward or commune, by condition and day, and where a new text is entered. */
export function ThresholdsView({ found, id, saved, locale }: Props) {
  const words = thresholdWords[locale];
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        back={<TextLink href="/safety-standard">{safetyWords[locale].title}</TextLink>}
      />
      {saved && <Notice title={words.saved} className="mb-6" />}
      <div className="space-y-10">
        {thresholdKeys.map((key) => (
          <Section key={key} title={words.keys[key]}>
            <ol className="border-t">
              {found.rows
                .filter((row) => row.key === key)
                .map((row) => (
                  <Entry key={row.id} row={row} locale={locale} />
                ))}
            </ol>
          </Section>
        ))}
        {found.may.add && (
          <Section title={words.add} finding={words.addLead}>
            <AddForm id={id} locale={locale} />
          </Section>
        )}
      </div>
    </>
  );
}

function Entry({ row, locale }: { row: ThresholdRow; locale: Locale }) {
  const words = thresholdWords[locale];
  return (
    <li className="space-y-2 border-b py-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <span className="numeral text-base font-semibold">{formatNumber(row.value, locale)}</span>
        <span>
          {words.from} {formatDate(row.validFrom)}
        </span>
        <Standing row={row} locale={locale} />
      </p>
      <p className="text-muted">
        {words.citation}: {row.citation}
      </p>
      {row.mayWithdraw && (
        <ReasonForm
          action={takeBackThreshold}
          id={row.id}
          title={words.withdraw}
          consequence={words.withdrawConsequence(words.keys[row.key], formatDate(row.validFrom))}
          openLabel={words.withdraw}
          submitLabel={words.withdrawNow}
          labels={words.fields}
          locale={locale}
        />
      )}
    </li>
  );
}

function Standing({ row, locale }: { row: ThresholdRow; locale: Locale }) {
  const words = thresholdWords[locale];
  if (row.withdrawnReason !== null)
    return <StatusDot tone="muted">{words.withdrawn(row.withdrawnReason)}</StatusDot>;
  if (row.inForce) return <StatusDot tone="good">{words.inForce}</StatusDot>;
  return <StatusDot tone="muted">{row.validFrom > today() ? words.later : words.before}</StatusDot>;
}

function AddForm({ id, locale }: { id: string; locale: Locale }) {
  const words = thresholdWords[locale];
  const { fields } = words;
  return (
    <CommandForm
      action={enterThreshold}
      id={id}
      title={words.add}
      submitLabel={words.save}
      labels={fields}
      bar="plain"
      locale={locale}
    >
      <SelectField
        name="key"
        label={fields.key}
        options={thresholdKeys.map((value) => ({ value, label: words.keys[value] }))}
        locale={locale}
      />
      <FieldRow>
        <TextField name="value" label={fields.value} inputMode="numeric" locale={locale} />
        <DateField name="validFrom" label={fields.validFrom} locale={locale} />
      </FieldRow>
      <TextField name="citation" label={fields.citation} locale={locale} />
    </CommandForm>
  );
}
