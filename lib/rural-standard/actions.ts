"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { recognizeCommune, revokeRecognition } from "./commands";
import { ruralWords } from "./messages";

export async function recognizeStep(state: FormState, data: FormData) {
  return submit(
    recognizeCommune,
    ruralWords,
    state,
    data,
    ({ ref = "" }) => `/rural-standard/${ref}?saved=1`,
  );
}

export async function takeBackStep(state: FormState, data: FormData) {
  return submit(
    revokeRecognition,
    ruralWords,
    state,
    data,
    ({ ref = "" }) => `/rural-standard/${ref}?saved=1`,
  );
}
