"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { createSubject, endSubject, removeSubject, renameSubject } from "./commands";
import { subjectWords } from "./messages";

const record = ({ id }: { id: string }) => `/safety-standard/subjects/${id}?saved=1`;

export async function addSubject(state: FormState, data: FormData) {
  return submit(createSubject, subjectWords, state, data, record);
}

export async function giveSubjectName(state: FormState, data: FormData) {
  return submit(renameSubject, subjectWords, state, data, record);
}

export async function closeSubject(state: FormState, data: FormData) {
  return submit(endSubject, subjectWords, state, data, record);
}

export async function deleteSubject(state: FormState, data: FormData) {
  return submit(removeSubject, subjectWords, state, data, () => "/safety-standard/subjects?removed=1");
}
