"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { confirmFindings, withdrawFinding } from "./commands";
import { findingWords } from "./messages";

const dossier = ({ path = "/rural-standard" }: { path?: string }) => path;

export async function approveFindings(state: FormState, data: FormData) {
  return submit(confirmFindings, findingWords, state, data, dossier);
}

export async function takeFindingBack(state: FormState, data: FormData) {
  return submit(withdrawFinding, findingWords, state, data, dossier);
}
