"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { formWords } from "@/components/layout/words";
import { typedValues } from "@/lib/core/form-data";
import { type FormState, idleForm } from "@/lib/core/form-state";
import { FormBody, type FormBodyProps } from "./form-body";
import { shrinkPhoto } from "./shrink-photo";

type UploadFormProps = Omit<FormBodyProps, "state" | "send" | "pending" | "prefix" | "address"> & {
  /** The route that takes the form, files and all. */
  address: string;
  /** The form as it came back to a browser without scripts. */
  initial?: FormState;
};

/** A command whose files travel with it. Works without scripts; on failure keeps every typed value, with them the files too. */
export function UploadForm({ address, initial = idleForm, ...rest }: UploadFormProps) {
  const router = useRouter();
  const { unsent } = formWords[rest.locale];
  const [state, send, pending] = useActionState(async (before: FormState, data: FormData) => {
    const answer = await post(address, await shrunk(data)).catch(() => undefined);
    if (answer?.location) {
      // What the browser kept of pages was true before.
      router.refresh();
      router.push(answer.location);
      return before;
    }
    const told: Omit<FormState, "values" | "attempt"> = answer?.state ?? {
      status: "error",
      errors: {},
      message: unsent,
    };
    return { ...told, values: typedValues(data), attempt: before.attempt + 1 };
  }, initial);
  return <FormBody {...rest} {...{ state, send, pending, address }} prefix="" />;
}

type Answer = { location?: string; state?: FormState };

async function post(address: string, body: FormData): Promise<Answer> {
  const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
  return (await answer.json()) as Answer;
}

/** The form with its pictures made small; what the browser cannot read goes as it is, and the server says what it is. */
async function shrunk(data: FormData): Promise<FormData> {
  const sent = new FormData();
  for (const [name, value] of data.entries()) {
    if (typeof value === "string") sent.append(name, value);
    else if (value.type.startsWith("image/"))
      sent.append(name, await shrinkPhoto(value).catch(() => value), value.name);
    else sent.append(name, value);
  }
  return sent;
}
