"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { formWords } from "@/components/layout/words";
import { Label } from "@/components/ui/label";
import type { Locale } from "@/lib/core/locale";

/** What every field takes. A field without `optional` is one that must be filled. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  locale: Locale;
  className?: string;
};

type FrameProps = Omit<FieldProps, "name"> & { id: string; errors: readonly string[]; children: ReactNode };

/** Label above, hint and error between it and the box, the error's words the same as in the summary. */
export function Field({ id, label, hint, optional, errors, locale, className, children }: FrameProps) {
  return (
    <div className={clsx("space-y-1.5", errors.length > 0 && "border-l-2 border-red pl-3", className)}>
      <Label htmlFor={id}>
        {label}
        {optional && <OptionalMark locale={locale} />}
      </Label>
      <HintAndErrors id={id} hint={hint} errors={errors} />
      {children}
    </div>
  );
}

/** The same frame for several boxes under one question. */
export function FieldsetField({
  id,
  label,
  hint,
  optional,
  errors,
  locale,
  className,
  children,
}: FrameProps) {
  return (
    <fieldset
      aria-describedby={describedBy(id, hint, errors)}
      className={clsx("min-w-0 space-y-1.5", errors.length > 0 && "border-l-2 border-red pl-3", className)}
    >
      <legend className="text-sm font-medium">
        {label}
        {optional && <OptionalMark locale={locale} />}
      </legend>
      <HintAndErrors id={id} hint={hint} errors={errors} />
      {children}
    </fieldset>
  );
}

export function describedBy(id: string, hint: string | undefined, errors: readonly string[], unit?: string) {
  const ids = [hint && `${id}-hint`, errors.length > 0 && `${id}-error`, unit && `${id}-unit`].filter(
    Boolean,
  );
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function OptionalMark({ locale }: { locale: Locale }) {
  return <span className="font-normal text-muted"> {formWords[locale].optional}</span>;
}

export function HintAndErrors({
  id,
  hint,
  errors,
}: {
  id: string;
  hint?: string;
  errors: readonly string[];
}) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="text-sm font-medium text-red">
          {errors.join(" ")}
        </p>
      )}
    </>
  );
}
