"use client";

import { SelectField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { TextField } from "@/components/forms/text-field";
import { UnitPicker } from "@/components/forms/unit-picker";
import { today } from "@/lib/core/days";
import { formatDate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { ChangeKind } from "@/lib/units/changes/catalog";
import { changeWords } from "@/lib/units/changes/messages";
import type { ChangeOption } from "@/lib/units/changes/queries";

type Props = {
  kind: Exclude<ChangeKind, "create">;
  units: ChangeOption[];
  labels: Record<string, string>;
  locale: Locale;
};

/** The units a change is about: which end, give and receive. */
export function TouchedUnitFields({ kind, units, labels, locale }: Props) {
  const words = changeWords[locale];
  const named = units.map((unit) => ({ id: unit.id, fullName: nameOf(unit, locale) }));
  const select = (name: "unitId" | "toUnitId", hint?: string) => (
    <SelectField
      name={name}
      label={labels[name] ?? ""}
      hint={hint}
      options={named.map(({ id, fullName }) => ({ value: String(id), label: fullName }))}
      locale={locale}
    />
  );
  const several = (name: "unitIds" | "partUnitIds", hint: string) => (
    <UnitPicker
      name={name}
      label={labels[name] ?? ""}
      hint={hint}
      units={named}
      optional={name === "partUnitIds"}
      locale={locale}
    />
  );
  const share = (
    <TextField
      name="share1"
      label={labels.share1 ?? ""}
      hint={words.shareHint}
      inputMode="decimal"
      optional
      locale={locale}
    />
  );
  return (
    <FieldGroup title={words.unitsGroup}>
      {kind === "merge" ? (
        <>
          {several("unitIds", words.mergeHint)}
          {several("partUnitIds", words.partGiversHint)}
          {share}
        </>
      ) : (
        select("unitId")
      )}
      {kind === "transfer" && (
        <>
          {select("toUnitId")}
          {share}
        </>
      )}
      {kind === "dissolve" && (
        <>
          {select("toUnitId", words.mainReceiverHint)}
          {several("partUnitIds", words.partReceiversHint)}
        </>
      )}
    </FieldGroup>
  );
}

/** A name alone does not tell a unit: its code does, and its first day while that is still to come. */
function nameOf({ code, fullName, validFrom }: ChangeOption, locale: Locale): string {
  const ahead = validFrom !== null && validFrom > today();
  return `${fullName} (${code}${ahead ? `, ${changeWords[locale].begunFrom(formatDate(validFrom))}` : ""})`;
}
