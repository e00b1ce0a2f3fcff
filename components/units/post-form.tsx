"use client";

import { FieldRow } from "@/components/forms/field-group";
import { FormBody } from "@/components/forms/form-body";
import { DateField, TextField } from "@/components/forms/text-field";
import { useCommand } from "@/components/forms/use-command";
import { buttonStyle } from "@/components/ui/button-style";
import type { Day } from "@/lib/core/days";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";

type Shared = {
  action: FormAction;
  id: string;
  labels: Record<string, string>;
  /** What opens and sends it. */
  title: string;
  first?: Day;
  last: Day;
  locale: Locale;
};

/** A post and who holds it, as on the document; opened on wish. */
export function NewPostForm({ unitId, hint, ...props }: Shared & { unitId: number; hint: string }) {
  const { labels, first, last, locale } = props;
  return (
    <Folded {...props} prefix="post-" hidden={{ unitId: String(unitId) }}>
      <FieldRow>
        <TextField name="title" label={labels.title ?? ""} hint={hint} locale={locale} />
        <TextField name="holder" label={labels.holder ?? ""} optional locale={locale} />
      </FieldRow>
      <FieldRow>
        <DateField name="since" label={labels.since ?? ""} min={first} max={last} locale={locale} />
        <DateField name="until" label={labels.until ?? ""} min={first} max={last} optional locale={locale} />
      </FieldRow>
      <TextField name="source" label={labels.source ?? ""} optional locale={locale} />
    </Folded>
  );
}

/** The last day of a post. */
export function EndPostForm(props: Shared & { version: number }) {
  const { labels, first, last, locale } = props;
  return (
    <Folded {...props} prefix={`${props.id}-`}>
      <DateField
        name="until"
        label={labels.until ?? ""}
        min={first}
        max={last}
        defaultValue={last}
        locale={locale}
      />
    </Folded>
  );
}

type FoldedProps = Shared & {
  prefix: string;
  version?: number;
  hidden?: Record<string, string>;
  children: React.ReactNode;
};

function Folded({ action, id, labels, title, prefix, version, hidden, locale, children }: FoldedProps) {
  const [state, send, pending] = useCommand(action, locale);
  return (
    <details open={state.status === "idle" ? undefined : true} className="group/post print:hidden">
      <summary className={`${buttonStyle({ size: "small" })} list-none group-open/post:mb-4`}>
        {title}
      </summary>
      <FormBody
        {...{ state, send, pending, prefix, id, version, hidden, title, labels, locale }}
        submitLabel={title}
        bar="plain"
        className="space-y-4 border-l-2 border-edge pl-4"
      >
        {children}
      </FormBody>
    </details>
  );
}
