"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createModel, deleteModel, updateModel } from "./commands";
import { modelWords } from "./messages";

export async function registerModel(state: FormState, data: FormData) {
  return submit(createModel, modelWords, state, data, ({ id }) => `/security-models/${id}?saved=1`);
}

export async function changeModel(state: FormState, data: FormData) {
  return submit(updateModel, modelWords, state, data, ({ id }) => `/security-models/${id}?saved=1`);
}

export async function removeModel(state: FormState, data: FormData) {
  return submit(deleteModel, modelWords, state, data, () => "/security-models?removed=1");
}
