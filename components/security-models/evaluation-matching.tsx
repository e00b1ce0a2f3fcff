"use client";

import { FormBody } from "@/components/forms/form-body";
import { useCommand } from "@/components/forms/use-command";
import { buttonStyle } from "@/components/ui/button-style";
import { formatNumber } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { evaluationWords } from "@/lib/security-models/evaluations/messages";
import { acceptMatching } from "@/lib/security-models/evaluations/sheets/actions";

type Props = { campaignId: string; count: number; unit?: string; q?: string; locale: Locale };

const prefix = "matching-";

/** Confirms at once what agrees with its scores, after saying how many that are; another number in the end is refused. */
export function EvaluationMatching({ campaignId, count, unit, q, locale }: Props) {
  const words = evaluationWords[locale];
  const [state, send, pending] = useCommand(acceptMatching, locale);
  const number = formatNumber(count, locale);
  const label = words.bulk(number);
  const hidden = { expected: String(count), ...(unit && { unit }), ...(q && { q }) };
  return (
    <details open={state.status === "idle" ? undefined : true} className="mb-4 print:hidden">
      <summary className={`${buttonStyle({ size: "small" })} list-none`}>{label}</summary>
      <FormBody
        state={state}
        send={send}
        pending={pending}
        prefix={prefix}
        id={campaignId}
        hidden={hidden}
        title={label}
        submitLabel={label}
        bar="plain"
        labels={words.fields}
        locale={locale}
        className="mt-4 space-y-4 border-l-2 border-green pl-4"
      >
        <p id={`field-${prefix}expected`}>
          {words.bulkConsequence(number, unit || q ? words.bulkScope.filtered : words.bulkScope.all)}
        </p>
      </FormBody>
    </details>
  );
}
