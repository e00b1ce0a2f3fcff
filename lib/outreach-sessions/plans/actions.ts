"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { cancelPlan, createPlan, updatePlan } from "./commands";
import { planWords } from "./messages";

export async function enterPlan(state: FormState, data: FormData) {
  return submit(createPlan, planWords, state, data, ({ id }) => `/outreach-sessions/plans/${id}?saved=1`);
}

export async function changePlan(state: FormState, data: FormData) {
  return submit(updatePlan, planWords, state, data, ({ id }) => `/outreach-sessions/plans/${id}?saved=1`);
}

export async function callOffPlan(state: FormState, data: FormData) {
  return submit(cancelPlan, planWords, state, data, ({ id }) => `/outreach-sessions/plans/${id}?cancelled=1`);
}
