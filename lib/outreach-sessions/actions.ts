"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createSession, deleteSession, updateSession } from "./commands";
import { outreachWords } from "./messages";

export async function logSession(state: FormState, data: FormData) {
  return submit(createSession, outreachWords, state, data, ({ id }) => `/outreach-sessions/${id}?saved=1`);
}

export async function changeSession(state: FormState, data: FormData) {
  return submit(updateSession, outreachWords, state, data, ({ id }) => `/outreach-sessions/${id}?saved=1`);
}

export async function removeSession(state: FormState, data: FormData) {
  return submit(deleteSession, outreachWords, state, data, () => "/outreach-sessions?removed=1");
}
