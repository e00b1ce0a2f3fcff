"use client";

import { FieldRow } from "@/components/forms/field-group";
import { FormBody } from "@/components/forms/form-body";
import { NumberField } from "@/components/forms/number-field";
import { DateField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { buttonStyle } from "@/components/ui/button-style";
import type { Day } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

type Props = {
  action: FormAction;
  pointId: string;
  teams: number | null;
  members: number | null;
  first: Day;
  last: Day;
  words: { resize: string; saveSize: string; resizeHint: string; teamUnit: string; memberUnit: string };
  labels: { effectiveOn: string; teams: string; members: string };
  locale: Locale;
};

/** Teams and members from a day on, opened on wish; it begins with the figures that hold now. */
export function PointSizeForm({
  action,
  pointId,
  teams,
  members,
  first,
  last,
  words,
  labels,
  locale,
}: Props) {
  const [state, send, pending] = useCommand(action, locale);
  return (
    <details open={state.status === "idle" ? undefined : true} className="group/size print:hidden">
      <summary className={`${buttonStyle({ size: "small" })} list-none group-open/size:mb-4`}>
        {words.resize}
      </summary>
      <FormBody
        state={state}
        send={send}
        pending={pending}
        prefix="size-"
        id={pointId}
        title={words.resize}
        submitLabel={words.saveSize}
        labels={labels}
        bar="plain"
        className="border-l-2 border-edge pl-4"
        locale={locale}
      >
        <DateField
          name="effectiveOn"
          label={labels.effectiveOn}
          hint={words.resizeHint}
          min={first}
          max={last}
          defaultValue={last}
          locale={locale}
        />
        <FieldRow>
          <NumberField
            name="teams"
            label={labels.teams}
            unit={words.teamUnit}
            defaultValue={teams}
            optional
            locale={locale}
          />
          <NumberField
            name="members"
            label={labels.members}
            unit={words.memberUnit}
            defaultValue={members}
            optional
            locale={locale}
          />
        </FieldRow>
      </FormBody>
    </details>
  );
}
