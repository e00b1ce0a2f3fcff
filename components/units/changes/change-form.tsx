"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { FormBody } from "@/components/forms/form-body";
import { DateField, TextAreaField, TextField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import type { Locale } from "@/lib/core/locale";
import { type ChangeFormState, sendChange } from "@/lib/units/changes/actions";
import type { ChangeKind } from "@/lib/units/changes/catalog";
import { changeKindWords, changeWords, fieldLabels } from "@/lib/units/changes/messages";
import type { ChangeOption } from "@/lib/units/changes/queries";
import { NewUnitFields } from "./new-unit-fields";
import { TouchedUnitFields } from "./touched-unit-fields";

// Comes with the answer that it shows, not with the empty form; without a boundary of its own the form stands until then.
const ChangeCheck = dynamic(() => import("./change-check").then((module) => module.ChangeCheck));

type Props = { id: string; kind: ChangeKind; units: ChangeOption[]; locale: Locale };

/** A change of units: filled in, shown once more with all it touches, then carried out. Works without scripts. */
export function ChangeForm({ id, kind, units, locale }: Props) {
  const [answer, send, pending] = useCommand(sendChange, locale);
  const { found, ...state } = answer as ChangeFormState;
  const words = changeWords[locale];
  const labels = fieldLabels(kind, locale);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (found) heading.current?.focus();
  }, [found]);
  const common = { state, send, pending, prefix: "", id, labels, locale } as const;

  if (found)
    return (
      <FormBody
        {...common}
        hidden={{ step: "send" }}
        title={words.checkTitle}
        submitLabel={words.confirm}
        className="max-w-4xl!"
      >
        <Typed values={state.values} />
        <h2 ref={heading} tabIndex={-1} className="scroll-mt-20 text-lg font-semibold">
          {words.checkTitle}
        </h2>
        <p className="text-muted">{words.checkLead}</p>
        <ChangeCheck
          change={{
            kind,
            effectiveOn: one(state.values.effectiveOn),
            decisionNumber: one(state.values.decisionNumber),
            decisionDate: one(state.values.decisionDate),
            clause: one(state.values.clause),
            note: one(state.values.note),
          }}
          told={found}
          state={found.state}
          locale={locale}
        />
      </FormBody>
    );
  return (
    <FormBody
      {...common}
      hidden={{ kind }}
      title={changeKindWords[locale][kind]}
      submitLabel={words.check}
      cancelHref="/units/changes"
    >
      {kind !== "create" && <TouchedUnitFields kind={kind} units={units} labels={labels} locale={locale} />}
      <NewUnitFields kind={kind} labels={labels} locale={locale} />
      <FieldGroup title={words.decisionGroup}>
        <FieldRow>
          <TextField name="decisionNumber" label={labels.decisionNumber ?? ""} locale={locale} />
          <DateField name="decisionDate" label={labels.decisionDate ?? ""} locale={locale} />
        </FieldRow>
        <TextField name="clause" label={labels.clause ?? ""} optional locale={locale} />
        <DateField
          name="effectiveOn"
          label={labels.effectiveOn ?? ""}
          hint={words.effectiveHint}
          locale={locale}
        />
        <TextAreaField name="note" label={labels.note ?? ""} rows={2} optional locale={locale} />
      </FieldGroup>
    </FormBody>
  );
}

/** What was typed, to be sent again from the check page. */
function Typed({ values }: { values: Record<string, string[]> }) {
  const apart = ["id", "step", "mend"];
  return Object.entries(values).flatMap(([name, typed]) =>
    apart.includes(name)
      ? []
      : typed.map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} readOnly />
        )),
  );
}

const one = (values: string[] | undefined): string => values?.[0] ?? "";
