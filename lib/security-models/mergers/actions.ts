"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { mergeModel, unmergeModel } from "./commands";
import { mergerWords } from "./messages";

export async function joinModel(state: FormState, data: FormData) {
  return submit(mergeModel, mergerWords, state, data, ({ id }) => `/security-models/${id}/merge?saved=1`);
}

export async function separateModel(state: FormState, data: FormData) {
  return submit(unmergeModel, mergerWords, state, data, ({ id }) => `/security-models/${id}/merge?saved=1`);
}
