"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createTemplate, removeTemplate } from "./commands";
import { templateWords } from "./messages";

export async function keepTemplate(state: FormState, data: FormData) {
  return submit(createTemplate, templateWords, state, data, () => "/outreach-sessions/templates?saved=1");
}

export async function dropTemplate(state: FormState, data: FormData) {
  return submit(removeTemplate, templateWords, state, data, () => "/outreach-sessions/templates?removed=1");
}
