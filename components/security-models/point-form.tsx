import { RadioField, SelectField } from "@/components/forms/choice-fields";
import { CommandForm } from "@/components/forms/command-form";
import { FieldGroup, FieldRow } from "@/components/forms/field-group";
import { NumberField } from "@/components/forms/number-field";
import { DateField, TextField } from "@/components/forms/text-field";
import { unitFormOptions } from "@/components/units/unit-options";
import { type CodeItem, codeOptions } from "@/lib/core/code-labels";
import { firstDay, today } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { origins } from "@/lib/security-models/points/catalog";
import { originWords, pointWords, statusWords } from "@/lib/security-models/points/messages";
import type { ModelOption, NamedPoint, PointRecord } from "@/lib/security-models/points/queries";
import { writeCoordinates } from "@/lib/security-models/points/rules";
import type { UnitOption } from "@/lib/units/queries";
import type { PointStatus } from "@/prisma/client/enums";
import { UnitOnDay } from "./unit-on-day";

type Props = {
  action: FormAction;
  id: string;
  version?: number;
  values: Partial<PointRecord>;
  /** A new point names its model and begins in a state; one that stands keeps both. */
  models?: ModelOption[];
  /** The states it may begin in. */
  statuses?: readonly PointStatus[];
  /** What it can have been copied from. */
  originals: NamedPoint[];
  lists: Record<"site" | "force", CodeItem[]>;
  units: UnitOption[];
  title: string;
  submitLabel: string;
  cancelHref: string;
  locale: Locale;
};

/** The one form of a point, new or corrected: where it runs, what it copies, who answers for it, what it cost. */
export function PointForm({ values, models, statuses, originals, lists, units, locale, ...form }: Props) {
  const words = pointWords[locale];
  const { fields } = words;
  const options = unitFormOptions(units, locale).map((option, at) => ({
    ...option,
    validFrom: units[at]?.validFrom ?? null,
    validTo: units[at]?.validTo ?? null,
  }));
  return (
    <CommandForm {...form} locale={locale} labels={fields}>
      {models && (
        <FieldGroup title={words.start}>
          <SelectField
            name="status"
            label={fields.status}
            options={(statuses ?? []).map((value) => ({ value, label: statusWords[locale][value] }))}
            defaultValue={values.status}
            locale={locale}
          />
          <DateField
            name="startedOn"
            label={fields.startedOn}
            hint={words.startHint}
            min={firstDay}
            max={today()}
            locale={locale}
          />
          <TextField name="decision" label={fields.decision} hint={words.decisionHint} locale={locale} />
        </FieldGroup>
      )}
      <FieldGroup title={words.where}>
        {models && (
          <SelectField
            name="modelId"
            label={fields.modelId}
            options={models.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={values.modelId}
            locale={locale}
          />
        )}
        <UnitOnDay
          label={fields.unitId}
          hint={words.unitHint}
          misfit={words.unitMisfit}
          options={options}
          defaultValue={values.unitId}
          day={models ? undefined : (values.startedOn ?? today())}
          today={today()}
          locale={locale}
        />
        <TextField
          name="site"
          label={fields.site}
          hint={words.siteHint}
          defaultValue={values.site}
          locale={locale}
        />
        <SelectField
          name="siteKind"
          label={fields.siteKind}
          options={codeOptions(lists.site, locale)}
          defaultValue={values.siteKind}
          optional
          locale={locale}
        />
        <TextField
          name="address"
          label={fields.address}
          defaultValue={values.address}
          optional
          locale={locale}
        />
        <TextField
          name="coordinates"
          label={fields.coordinates}
          hint={words.coordinatesHint}
          defaultValue={writeCoordinates(values.latitude ?? null, values.longitude ?? null)}
          optional
          locale={locale}
        />
        <RadioField
          name="origin"
          label={fields.origin}
          options={origins.map((value) => ({ value, label: originWords[locale][value] }))}
          defaultValue={values.origin ?? "new"}
          inline
          locale={locale}
        />
        {(originals.length > 0 || values.copiedFromId) && (
          <SelectField
            name="copiedFromId"
            label={fields.copiedFromId}
            hint={words.originalHint}
            options={originals.map(({ id, site, unitName }) => ({
              value: id,
              label: site,
              group: unitName,
            }))}
            defaultValue={values.copiedFromId}
            optional
            locale={locale}
          />
        )}
      </FieldGroup>
      {models && (
        <FieldGroup title={words.size} hint={words.sizeHint}>
          <FieldRow>
            <NumberField name="teams" label={fields.teams} unit={words.teamUnit} optional locale={locale} />
            <NumberField
              name="members"
              label={fields.members}
              unit={words.memberUnit}
              optional
              locale={locale}
            />
          </FieldRow>
        </FieldGroup>
      )}
      <FieldGroup title={words.contact} hint={words.fundingHint}>
        <SelectField
          name="coreForce"
          label={fields.coreForce}
          hint={words.forceHint}
          options={codeOptions(lists.force, locale)}
          defaultValue={values.coreForce}
          optional
          locale={locale}
        />
        <TextField
          name="contactPost"
          label={fields.contactPost}
          hint={words.contactHint}
          defaultValue={values.contactPost}
          optional
          locale={locale}
        />
        <FieldRow>
          <NumberField
            name="budgetFunding"
            label={fields.budgetFunding}
            unit={words.fundingUnit}
            step={1_000_000}
            defaultValue={values.budgetFunding}
            optional
            locale={locale}
          />
          <NumberField
            name="socialFunding"
            label={fields.socialFunding}
            unit={words.fundingUnit}
            step={1_000_000}
            defaultValue={values.socialFunding}
            optional
            locale={locale}
          />
        </FieldRow>
      </FieldGroup>
    </CommandForm>
  );
}
