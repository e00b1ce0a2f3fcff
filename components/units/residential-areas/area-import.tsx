"use client";

import { SelectField } from "@/components/forms/choice-fields";
import { FormContext } from "@/components/forms/form-context";
import { FormSummary } from "@/components/forms/form-summary";
import { DateField, TextAreaField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { Notice } from "@/components/ui/alert";
import { buttonStyle } from "@/components/ui/button-style";
import { TextLink } from "@/components/ui/link";
import { unitFormOptions } from "@/components/units/unit-options";
import { type Day, firstDay } from "@/lib/core/days";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { UnitOption } from "@/lib/units/queries";
import { workAreaList } from "@/lib/units/residential-areas/actions";
import { areaWords } from "@/lib/units/residential-areas/messages";
import type { AreaListState, Imported } from "@/lib/units/residential-areas/schema";
import { AreaFile } from "./area-file";
import { AreaPreviewForm } from "./area-preview";

type Props = { units: UnitOption[]; unitId?: number; listHref: string; day: Day; locale: Locale };

const prefix = "list-";

/** A list is pasted or chosen, read line by line, and stored as far as it is right; works without scripts. */
export function AreaImport({ units, unitId, listHref, day, locale }: Props) {
  const words = areaWords[locale];
  const [answer, send, pending] = useCommand(workAreaList, locale);
  const { found, imported, ...state } = answer as AreaListState;
  const one = units.length === 1;
  return (
    <div className="space-y-8">
      {imported && <Stored {...{ imported, listHref, locale }} />}
      <form action={send} noValidate aria-busy={pending} className="max-w-3xl space-y-5">
        <FormSummary {...{ state, prefix, locale }} labels={words.fields} />
        <FormContext value={{ state, prefix }}>
          <TextAreaField
            name="text"
            label={words.fields.text ?? ""}
            hint={one ? words.textHintOwn : words.textHint}
            rows={8}
            locale={locale}
          />
          <AreaFile key={state.attempt} errors={state.errors.file ?? []} locale={locale} />
          <div className="grid gap-5 sm:grid-cols-2">
            <DateField
              name="day"
              label={words.fields.day ?? ""}
              hint={words.dayHint}
              defaultValue={day}
              min={firstDay}
              max={day}
              locale={locale}
            />
            {!one && (
              <SelectField
                name="unitId"
                label={words.fields.unitId ?? ""}
                hint={words.unitHint}
                options={unitFormOptions(units, locale)}
                defaultValue={unitId}
                optional
                locale={locale}
              />
            )}
          </div>
        </FormContext>
        <button type="submit" aria-disabled={pending} className={buttonStyle({ variant: "primary" })}>
          {pending ? words.reading : words.read}
        </button>
      </form>
      {found && (
        <AreaPreviewForm key={state.attempt} {...{ found, send, pending, locale }} list={state.values} />
      )}
    </div>
  );
}

function Stored({ imported, listHref, locale }: { imported: Imported; listHref: string; locale: Locale }) {
  const words = areaWords[locale];
  const { stored, left } = imported;
  return (
    <div role="status">
      <Notice title={words.stored(formatNumber(stored, locale))}>
        {left > 0 && <p>{words.leftLines(formatNumber(left, locale))}</p>}
        <TextLink href={listHref}>{words.seeList}</TextLink>
      </Notice>
    </div>
  );
}
