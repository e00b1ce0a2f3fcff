"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { decideStep, reverseStep, takeStep } from "./commands";
import { stepWords } from "./messages";

const record = (_: unknown, input: Record<string, unknown>) =>
  `/security-models/points/${input.pointId}?saved=1`;

export async function advancePoint(state: FormState, data: FormData) {
  return submit(takeStep, stepWords, state, data, record);
}

export async function decidePoint(state: FormState, data: FormData) {
  return submit(decideStep, stepWords, state, data, record);
}

export async function takeStepBack(state: FormState, data: FormData) {
  return submit(reverseStep, stepWords, state, data, record);
}
