"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { formWords } from "@/components/layout/words";
import type { FormState } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/locale";
import { fieldId } from "./form-context";

type SummaryProps = { state: FormState; prefix: string; labels: Record<string, string>; locale: Locale };

/** What went wrong, first in the form and focused: the errors, the look-alikes, or what another person changed. */
export function FormSummary({ state, prefix, labels, locale }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const { attempt, status } = state;
  useEffect(() => {
    if (attempt > 0 && status !== "idle") box.current?.focus();
  }, [attempt, status]);
  if (status === "idle") return null;

  const words = formWords[locale];
  const tone = status === "done" ? "border-green" : status === "error" ? "border-red" : "border-ochre";
  const title = {
    error: words.summary,
    warning: words.similar,
    conflict: words.conflict,
    overtaken: words.overtaken,
    done: words.saved,
  }[status];
  return (
    <div
      ref={box}
      tabIndex={-1}
      data-form-status={status}
      className={`scroll-mt-20 border-2 bg-surface p-4 sm:p-5 ${tone}`}
    >
      <div role={status === "done" ? "status" : "alert"} className="space-y-3 text-sm">
        <h2 className="text-lg font-semibold">{title}</h2>
        {state.message && <p>{state.message}</p>}
        {status === "error" && <ErrorLinks {...{ state, prefix, labels }} />}
        {status === "error" && <Similar state={state} />}
        {status === "warning" && <Similar state={state} help={words.similarHelp(words.saveAnyway)} />}
        {status === "overtaken" && <p>{words.overtakenHelp}</p>}
        {status === "conflict" && <Differing state={state} locale={locale} />}
      </div>
    </div>
  );
}

function ErrorLinks({ state, prefix, labels }: Omit<SummaryProps, "locale">) {
  const errors = Object.entries(state.errors);
  if (errors.length === 0) return null;
  return (
    <ul className="space-y-1">
      {errors.map(([name, sentences]) => (
        <li key={name}>
          <a
            href={`#${fieldId(name, prefix)}`}
            className="inline-flex min-h-11 items-center py-1 font-medium text-red lg:min-h-0 underline underline-offset-3"
          >
            {withLabel(labels[name], sentences.join(" "))}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** "Ngày: nhập dạng …", but not "Ngày: Ngày phải …". */
function withLabel(label: string | undefined, sentence: string): string {
  if (!label || sentence.toLowerCase().startsWith(label.toLowerCase())) return sentence;
  return `${label}: ${sentence}`;
}

/** Records to look at, each with its page: what looks alike, or what stands in the way. */
function Similar({ state, help }: { state: FormState; help?: string }) {
  if (!state.similar?.length) return null;
  return (
    <>
      <ul className="divide-y border-y">
        {state.similar.map((item) => (
          <li key={item.href} className="py-2">
            <a
              href={item.href}
              target="_blank"
              rel="noreferrer"
              className="font-medium text-green underline underline-offset-3"
            >
              {item.label}
            </a>
            <span className="block text-muted">{item.detail}</span>
          </li>
        ))}
      </ul>
      {help !== undefined && <p>{help}</p>}
    </>
  );
}

function Differing({ state, locale }: { state: FormState; locale: Locale }) {
  const words = formWords[locale];
  return (
    <>
      <p>{words.conflictHelp}</p>
      <table className="w-full text-left">
        <thead className="text-xs text-muted">
          <tr>
            {[words.field, words.theirs, words.yours].map((heading) => (
              <th key={heading} scope="col" className="border-b border-edge py-1.5 pr-3 font-medium">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {state.differing?.map((row) => (
            <tr key={row.field} className="border-b align-baseline">
              <th scope="row" className="py-1.5 pr-3 font-normal text-muted">
                {row.label}
              </th>
              <DifferingCell>{row.theirs || words.empty}</DifferingCell>
              <DifferingCell>{row.yours || words.empty}</DifferingCell>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const DifferingCell = ({ children }: { children: ReactNode }) => <td className="py-1.5 pr-3">{children}</td>;
