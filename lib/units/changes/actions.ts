"use server";

import { ask, submit } from "@/lib/core/action";
import { typedValues } from "@/lib/core/form-data";
import { type FormState, idleForm } from "@/lib/core/form-state";
import { makeChange, undoChange } from "./commands";
import { changeWords } from "./messages";
import { type CheckedChange, checkChange } from "./queries";
import { changeMake } from "./schema";

export type ChangeFormState = FormState & { found?: CheckedChange };

const record = ({ id }: { id: string }) => `/units/changes/${id}?saved=1`;

/** A change is checked, shown with all it touches, and carried out; or taken back to the form with what was typed. */
export async function sendChange(state: ChangeFormState, data: FormData): Promise<ChangeFormState> {
  if (data.has("mend"))
    return { ...idleForm, values: typedValues(data), attempt: (Number(state?.attempt) || 0) + 1 };
  return data.get("step") === "send"
    ? submit(makeChange, changeWords, state, data, record)
    : ask(checkChange, changeMake, changeWords, state, data);
}

export async function takeBackChange(state: FormState, data: FormData) {
  return submit(undoChange, changeWords, state, data, ({ id }) => `/units/changes/${id}`);
}
