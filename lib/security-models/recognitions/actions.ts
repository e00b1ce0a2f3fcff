"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { grantModelRecognition, revokeModelRecognition } from "./commands";
import { recognitionSectionWords } from "./messages";

export async function recordRecognition(state: FormState, data: FormData) {
  return submit(grantModelRecognition, recognitionSectionWords, state, data, listOf);
}

export async function takeBackRecognition(state: FormState, data: FormData) {
  return submit(revokeModelRecognition, recognitionSectionWords, state, data, listOf);
}

const listOf = ({ modelId, pointId }: { modelId?: string; pointId?: string | null }) =>
  `/security-models/${modelId}/recognitions?${pointId ? `point=${pointId}&` : ""}saved=1`;
