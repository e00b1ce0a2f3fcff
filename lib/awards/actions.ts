"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createAward, revokeAward, updateAward } from "./commands";
import { awardsWords } from "./messages";

export async function recordAward(state: FormState, data: FormData) {
  return submit(createAward, awardsWords, state, data, ({ id }) => `/awards/${id}?saved=1`);
}

export async function changeAward(state: FormState, data: FormData) {
  return submit(updateAward, awardsWords, state, data, ({ id }) => `/awards/${id}?saved=1`);
}

export async function takeBackAward(state: FormState, data: FormData) {
  return submit(revokeAward, awardsWords, state, data, ({ id }) => `/awards/${id}?saved=1`);
}
