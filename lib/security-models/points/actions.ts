"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createPoint, endPoint, updatePoint } from "./commands";
import { pointWords } from "./messages";

export async function enterPoint(state: FormState, data: FormData) {
  return submit(createPoint, pointWords, state, data, ({ id }) => `/security-models/points/${id}?saved=1`);
}

export async function changePoint(state: FormState, data: FormData) {
  return submit(updatePoint, pointWords, state, data, ({ id }) => `/security-models/points/${id}?saved=1`);
}

export async function closePoint(state: FormState, data: FormData) {
  return submit(endPoint, pointWords, state, data, ({ id }) => `/security-models/points/${id}?saved=1`);
}
