"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { addThreshold, withdrawThreshold } from "./commands";
import { thresholdWords } from "./messages";

const list = () => "/safety-standard/thresholds?saved=1";

export async function enterThreshold(state: FormState, data: FormData) {
  return submit(addThreshold, thresholdWords, state, data, list);
}

export async function takeBackThreshold(state: FormState, data: FormData) {
  return submit(withdrawThreshold, thresholdWords, state, data, list);
}
