"use client";

import { CheckboxField } from "@/components/forms/choice-fields";
import { FormBody } from "@/components/forms/form-body";
import { TextField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { Disclosure } from "@/components/ui/disclosure";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

type KeepTemplateProps = {
  action: FormAction;
  /** The template's own id, given before it is stored. */
  id: string;
  session: { id: string; title: string | null; place: string };
  words: { keep: string; keepHint: string; save: string };
  labels: Record<"name" | "keepPlace", string>;
  locale: Locale;
};

/** A session as the beginning of others like it; only a name is asked. */
export function KeepTemplate({ action, id, session, words, labels, locale }: KeepTemplateProps) {
  const [state, send, pending] = useCommand(action, locale);
  return (
    <div className="pt-8 print:hidden">
      <Disclosure summary={words.keep} open={state.status === "idle" ? undefined : true}>
        <FormBody
          {...{ id, state, send, pending, labels, locale }}
          prefix="template-"
          hidden={{ sessionId: session.id }}
          title={words.keep}
          submitLabel={words.save}
          bar="plain"
          className="space-y-4"
        >
          <p className="text-sm text-muted">{words.keepHint}</p>
          <TextField
            name="name"
            label={labels.name}
            defaultValue={(session.title ?? session.place).slice(0, 100)}
            locale={locale}
          />
          <CheckboxField
            name="keepPlace"
            label={labels.keepPlace}
            hint={session.title ? session.place : undefined}
            defaultChecked
            locale={locale}
          />
        </FormBody>
      </Disclosure>
    </div>
  );
}
