"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createPoint, deletePoint, resizePoint, updatePoint } from "./commands";
import { pointWords } from "./messages";

const record = ({ id }: { id: string }) => `/security-models/points/${id}?saved=1`;

export async function enterPoint(state: FormState, data: FormData) {
  return submit(createPoint, pointWords, state, data, record);
}

export async function changePoint(state: FormState, data: FormData) {
  return submit(updatePoint, pointWords, state, data, record);
}

export async function setPointSize(state: FormState, data: FormData) {
  return submit(resizePoint, pointWords, state, data, record);
}

export async function takeOutPoint(state: FormState, data: FormData) {
  return submit(deletePoint, pointWords, state, data, ({ modelId }) => `/security-models/${modelId}?saved=1`);
}
