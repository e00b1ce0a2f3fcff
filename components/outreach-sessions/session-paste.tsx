"use client";

import { SelectField } from "@/components/forms/choice-fields";
import { FormContext } from "@/components/forms/form-context";
import { FormSummary } from "@/components/forms/form-summary";
import { DateField, TextAreaField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { EmptyState } from "@/components/layout/empty-state";
import { buttonStyle } from "@/components/ui/button-style";
import { unitFormOptions } from "@/components/units/unit-options";
import { type Day, firstDay } from "@/lib/core/days";
import type { FormState } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { readPasted } from "@/lib/outreach-sessions/paste/actions";
import { pasteWords } from "@/lib/outreach-sessions/paste/messages";
import type { PastedReading } from "@/lib/outreach-sessions/paste/queries";
import type { SessionBook } from "@/lib/outreach-sessions/queries";
import { SessionPasteReading } from "./session-paste-reading";

type SessionPasteProps = { book: SessionBook; unitId?: number; day: Day; locale: Locale };

const prefix = "paste-";

/** A report is pasted, read on the server, and shown again with what it seems to say; works without scripts. */
export function SessionPaste({ book, unitId, day, locale }: SessionPasteProps) {
  const words = pasteWords[locale];
  const [answer, send, pending] = useCommand(readPasted, locale);
  const { found, ...state } = answer as FormState & { found?: PastedReading };
  return (
    <>
      <form action={send} noValidate aria-busy={pending} className="max-w-3xl space-y-5">
        <FormSummary {...{ state, prefix, locale }} labels={words.fields} />
        <FormContext value={{ state, prefix }}>
          <TextAreaField name="text" label={words.text} hint={words.textHint} rows={8} locale={locale} />
          <div className="grid gap-5 sm:grid-cols-2">
            <DateField
              name="day"
              label={words.day}
              hint={words.dayHint}
              defaultValue={day}
              min={firstDay}
              max={day}
              locale={locale}
            />
            {book.units.length > 1 && (
              <SelectField
                name="unit"
                label={words.unit}
                hint={words.unitHint}
                options={unitFormOptions(book.units, locale)}
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
      {found &&
        (found.proposals.length > 0 ? (
          <SessionPasteReading key={state.attempt} {...{ found, book, day, locale }} />
        ) : (
          <div className="mt-8">
            <EmptyState title={words.none} detail={words.noneHint} />
          </div>
        ))}
    </>
  );
}
