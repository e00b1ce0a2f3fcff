"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { keepView, removeView } from "./commands";
import { savedViewWords } from "./messages";
import { backTo, keptAt } from "./rules";

export async function saveView(state: FormState, data: FormData) {
  return submit(keepView, savedViewWords, state, data, (_, input) => keptAt(input));
}

export async function dropView(state: FormState, data: FormData) {
  return submit(removeView, savedViewWords, state, data, ({ list }, input) => backTo(list, input));
}
