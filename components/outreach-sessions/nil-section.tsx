import { SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { ReasonForm } from "@/components/forms/confirm-form";
import { TextField } from "@/components/forms/text-field";
import { Section } from "@/components/layout/section";
import { Notice } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/link";
import type { Context } from "@/lib/core/context";
import { formatDate } from "@/lib/core/format";
import { contextParams } from "@/lib/core/href";
import type { Locale } from "@/lib/core/locale";
import { periodLabel } from "@/lib/core/periods";
import { declareNothing, takeBackNil } from "@/lib/outreach-sessions/nil-declarations/actions";
import { nilWords } from "@/lib/outreach-sessions/nil-declarations/messages";
import type { NilDeclarationRow } from "@/lib/outreach-sessions/nil-declarations/queries";
import type { Totals } from "@/lib/outreach-sessions/totals/queries";
import { rowsOf } from "./compared-list";
import { NilPeriod } from "./nil-period";
import { declaredOn } from "./totals-units";

type Props = {
  totals: Totals & { may: { declare: boolean; withdraw: boolean } };
  context: Context;
  /** For a form that was not sent yet. */
  id: string;
  locale: Locale;
};

/** What the units in view declared for the period, and the form for what is neither logged nor declared (T17). */
export function NilSection({ totals, context, id, locale }: Props) {
  // The whole city's declarations stand in its table of units.
  if (totals.joint === null) return null;
  const { declarations, silent, may } = totals;
  const asks = may.declare && silent.length > 0;
  if (declarations.length === 0 && !asks) return null;
  const view = new URLSearchParams(contextParams(context)).toString();
  return (
    <Section title={declarations.length > 0 ? nilWords[locale].standing : nilWords[locale].title}>
      {declarations.map((declaration) => (
        <Declaration key={declaration.id} {...{ declaration, view, locale }} mayWithdraw={may.withdraw} />
      ))}
      {asks && <DeclareForm {...{ silent, context, view, id, locale }} />}
    </Section>
  );
}

type DeclarationProps = {
  declaration: NilDeclarationRow;
  view: string;
  mayWithdraw: boolean;
  locale: Locale;
};

function Declaration({ declaration, view, mayWithdraw, locale }: DeclarationProps) {
  const words = nilWords[locale];
  const { id, unitName, from, to, note, declaredBy, declaredAt, logged } = declaration;
  return (
    <div className="space-y-3 border-t pt-3 text-sm">
      <p>
        <span className="font-medium">{unitName}</span>, {formatDate(from)}–{formatDate(to)},{" "}
        {words.by(declaredBy, declaredOn(declaredAt))}
        {note && <span className="block text-muted">{note}</span>}
      </p>
      {logged.gatherings + logged.broadcasts > 0 && (
        <Notice tone="attention">{words.contradicted(declaredOn(declaredAt), logged)}</Notice>
      )}
      {mayWithdraw && (
        <ReasonForm
          action={takeBackNil}
          id={id}
          hidden={{ view }}
          title={words.withdraw}
          consequence={words.consequence(unitName, from, to)}
          openLabel={words.withdraw}
          submitLabel={words.withdraw}
          locale={locale}
        />
      )}
    </div>
  );
}

type FormProps = { silent: Totals["silent"]; context: Context; view: string; id: string; locale: Locale };

function DeclareForm({ silent, context, view, id, locale }: FormProps) {
  const words = nilWords[locale];
  const { period } = context;
  const [only] = silent.length === 1 ? silent : [];
  const named: Record<string, string> = period.key
    ? { period: period.key }
    : { from: period.from, to: period.to };
  return (
    <div className="print:hidden">
      <CommandForm
        action={declareNothing}
        id={id}
        title={words.title}
        submitLabel={words.submit}
        labels={words.fields}
        hidden={{ view, ...named, ...(only && { unitId: String(only.id) }) }}
        bar="plain"
        locale={locale}
        className="space-y-4"
      >
        <p className="text-sm text-muted">{words.lead}</p>
        <NilPeriod label={words.fields.period}>
          {periodLabel(period, locale)}
          {period.key && ` (${formatDate(period.from)}–${formatDate(period.to)})`}
          {only && `, ${only.name}`}.{" "}
          <TextLink href={rowsOf(context)} className="inline-block py-2 lg:py-0">
            {words.rows}
          </TextLink>
        </NilPeriod>
        {!only && (
          <SelectField
            name="unitId"
            label={words.fields.unitId}
            options={silent.map((unit) => ({ value: String(unit.id), label: unit.name }))}
            locale={locale}
          />
        )}
        <TextField name="note" label={words.fields.note} optional locale={locale} />
      </CommandForm>
    </div>
  );
}
