"use client";

import { RadioField } from "@/components/forms/choice-fields";
import { FormBody } from "@/components/forms/form-body";
import { DateField, TextField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { buttonStyle } from "@/components/ui/button-style";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

type Props = {
  action: FormAction;
  id: string;
  version: number;
  words: { end: string; confirmEnd: string; consequence: string; endedHint: string };
  labels: Record<"endedOn" | "endKind" | "endDecision", string>;
  kinds: { value: string; label: string }[];
  min: string;
  max: string;
  locale: Locale;
};

/** Ending a point is an act with a day, a kind and a decision; what it does is said before it is done. */
export function EndPointForm({ action, words, labels, kinds, min, max, locale, ...form }: Props) {
  const [state, send, pending] = useCommand(action, locale);
  return (
    <details open={state.status === "idle" ? undefined : true} className="group/end print:hidden">
      <summary
        className={`${buttonStyle({ size: "small" })} list-none text-red hover:border-red hover:text-red group-open/end:mb-4`}
      >
        {words.end}
      </summary>
      <div className="max-w-160 border-l-2 border-red pl-4">
        <FormBody
          {...{ ...form, state, send, pending, labels, locale }}
          prefix="end-"
          title={words.end}
          submitLabel={words.confirmEnd}
          bar="plain"
          danger
          className="space-y-4"
        >
          <p>{words.consequence}</p>
          <DateField
            name="endedOn"
            label={labels.endedOn}
            hint={words.endedHint}
            min={min}
            max={max}
            locale={locale}
          />
          <RadioField name="endKind" label={labels.endKind} options={kinds} inline locale={locale} />
          <TextField name="endDecision" label={labels.endDecision} locale={locale} />
        </FormBody>
      </div>
    </details>
  );
}
