"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createIndicator, retireIndicator, updateIndicator } from "./commands";
import { indicatorWords } from "./messages";

const listOf = ({ modelId }: { modelId: string }) => `/security-models/${modelId}/indicators?saved=1`;

export async function defineIndicator(state: FormState, data: FormData) {
  return submit(createIndicator, indicatorWords, state, data, listOf);
}

export async function changeIndicator(state: FormState, data: FormData) {
  return submit(updateIndicator, indicatorWords, state, data, listOf);
}

export async function stopIndicator(state: FormState, data: FormData) {
  return submit(retireIndicator, indicatorWords, state, data, listOf);
}
