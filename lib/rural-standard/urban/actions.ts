"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { recognizeUrban, revokeUrban } from "./commands";
import { urbanWords } from "./messages";

const dossier = ({ ref = "" }: { ref?: string }) => `/rural-standard/urban/${ref}?saved=1`;

export async function recognizeWard(state: FormState, data: FormData) {
  return submit(recognizeUrban, urbanWords, state, data, dossier);
}

export async function takeWardBack(state: FormState, data: FormData) {
  return submit(revokeUrban, urbanWords, state, data, dossier);
}
