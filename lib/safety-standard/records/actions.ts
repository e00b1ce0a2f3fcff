"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import {
  proposeRecords,
  recognizeCommunes,
  recognizeRecords,
  refuseCommune,
  refuseRecord,
  registerSubjects,
  revokeCommune,
  revokeRecord,
  scoreRecord,
  withdrawRecord,
} from "./commands";
import { recordWords } from "./messages";
import { registeredPath } from "./schema";

const record = ({ id }: { id: string }) => `/safety-standard/records/${id}?saved=1`;

export async function registerForSafety(state: FormState, data: FormData) {
  return submit(registerSubjects, recordWords, state, data, (result: { ref?: string; year?: number }) =>
    registeredPath(result, Object.fromEntries(data)),
  );
}

export async function scoreSafety(state: FormState, data: FormData) {
  return submit(scoreRecord, recordWords, state, data, record);
}

export async function proposeForSafety(state: FormState, data: FormData) {
  return submit(proposeRecords, recordWords, state, data, record);
}

export async function recognizeSafety(state: FormState, data: FormData) {
  return submit(recognizeRecords, recordWords, state, data, record);
}

export async function recognizeSafeCommune(state: FormState, data: FormData) {
  return submit(recognizeCommunes, recordWords, state, data, record);
}

export async function refuseSafety(state: FormState, data: FormData) {
  return submit(refuseRecord, recordWords, state, data, record);
}

export async function refuseSafeCommune(state: FormState, data: FormData) {
  return submit(refuseCommune, recordWords, state, data, record);
}

export async function revokeSafety(state: FormState, data: FormData) {
  return submit(revokeRecord, recordWords, state, data, record);
}

export async function revokeSafeCommune(state: FormState, data: FormData) {
  return submit(revokeCommune, recordWords, state, data, record);
}

export async function withdrawSafety(state: FormState, data: FormData) {
  return submit(withdrawRecord, recordWords, state, data, record);
}
