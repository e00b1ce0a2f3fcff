"use client";

import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { MoreFields } from "@/components/forms/more-fields";
import { TextField } from "@/components/forms/text-field";
import type { Locale } from "@/lib/core/locale";
import { type ChangeKind, type Row, rows, unitTypes } from "@/lib/units/changes/catalog";
import { changeWords } from "@/lib/units/changes/messages";
import { unitTypeWords } from "@/lib/units/messages";

type Props = { kind: ChangeKind; labels: Record<string, string>; locale: Locale };

/** What the units will be afterwards: named where they are new, only their size where they go on. */
export function NewUnitFields({ kind, labels, locale }: Props) {
  const words = changeWords[locale];
  if (kind === "transfer" || kind === "dissolve")
    return (
      <>
        <Sizes row="1" title={words.receiverAfter} labels={labels} locale={locale} />
        {kind === "transfer" && <Sizes row="2" title={words.giverAfter} labels={labels} locale={locale} />}
      </>
    );
  if (kind !== "split")
    return (
      <>
        <FieldGroup title={words.newGroup[kind]}>
          <Names row="1" kind={kind} labels={labels} locale={locale} />
        </FieldGroup>
        <Sizes row="1" title={words.sizes} labels={labels} locale={locale} />
      </>
    );
  return (
    <>
      {(["1", "2"] as const).map((row) => (
        <SplitRow key={row} row={row} labels={labels} locale={locale} />
      ))}
      <MoreFields summary={words.moreRows} hint={words.moreRowsHint} names={["name3", "name4"]} open={false}>
        {(["3", "4"] as const).map((row) => (
          <SplitRow key={row} row={row} labels={labels} locale={locale} />
        ))}
      </MoreFields>
      <RadioField
        name="main"
        label={labels.main ?? ""}
        hint={words.mainHint}
        options={rows.map((row) => ({ value: row, label: words.mainOf(Number(row)) }))}
        inline
        locale={locale}
      />
    </>
  );
}

function SplitRow({ row, labels, locale }: Omit<Props, "kind"> & { row: Row }) {
  const words = changeWords[locale];
  const plain = Object.fromEntries(
    ["name", "type", "code", "share", "area", "population", "point"].map((field) => [
      `${field}${row}`,
      labels[`${field}1`] ?? "",
    ]),
  );
  return (
    <FieldGroup title={words.rowTitle(Number(row))}>
      <Names row={row} kind="split" labels={plain} locale={locale} />
      <TextField
        name={`share${row}`}
        label={plain[`share${row}`] ?? ""}
        hint={words.shareHint}
        inputMode="decimal"
        optional
        locale={locale}
      />
      <Sizes row={row} title={words.sizes} labels={plain} locale={locale} />
    </FieldGroup>
  );
}

function Names({ row, kind, labels, locale }: Props & { row: Row }) {
  const words = changeWords[locale];
  const keeps = kind === "rename" || kind === "retype";
  const further = Number(row) > 2;
  return (
    <>
      <TextField
        name={`name${row}`}
        label={labels[`name${row}`] ?? ""}
        hint={words.nameHint}
        optional={kind === "retype" || further}
        locale={locale}
      />
      {kind !== "rename" && (
        <SelectField
          name={`type${row}`}
          label={labels[`type${row}`] ?? ""}
          options={unitTypes.map((value) => ({ value, label: unitTypeWords[locale][value] }))}
          optional={further}
          locale={locale}
        />
      )}
      <TextField
        name={`code${row}`}
        label={labels[`code${row}`] ?? ""}
        hint={keeps ? words.codeKeepHint : kind === "split" ? words.codeSplitHint : words.codeHint}
        inputMode="numeric"
        optional={keeps || kind === "split"}
        locale={locale}
      />
    </>
  );
}

function Sizes({ row, title, labels, locale }: Omit<Props, "kind"> & { row: Row; title: string }) {
  const words = changeWords[locale];
  const names = [`area${row}`, `population${row}`, `point${row}`];
  return (
    <MoreFields summary={title} hint={words.sizesHint} names={names} open={false}>
      <FieldRow>
        <TextField
          name={`area${row}`}
          label={`${labels[`area${row}`] ?? ""} (km²)`}
          inputMode="decimal"
          optional
          locale={locale}
        />
        <TextField
          name={`population${row}`}
          label={`${labels[`population${row}`] ?? ""} (${words.people})`}
          inputMode="numeric"
          optional
          locale={locale}
        />
      </FieldRow>
      <TextField
        name={`point${row}`}
        label={labels[`point${row}`] ?? ""}
        hint={words.pointHint}
        optional
        locale={locale}
      />
    </MoreFields>
  );
}
