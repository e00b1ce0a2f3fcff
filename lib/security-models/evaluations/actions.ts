"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { changeCampaign, closeCampaign, openCampaign, reopenCampaign } from "./commands";
import { evaluationWords } from "./messages";

const record = ({ id }: { id: string }) => `/security-models/evaluations/${id}?saved=1`;

export async function startCampaign(state: FormState, data: FormData) {
  return submit(openCampaign, evaluationWords, state, data, record);
}

export async function amendCampaign(state: FormState, data: FormData) {
  return submit(changeCampaign, evaluationWords, state, data, record);
}

export async function endCampaign(state: FormState, data: FormData) {
  return submit(closeCampaign, evaluationWords, state, data, record);
}

export async function resumeCampaign(state: FormState, data: FormData) {
  return submit(reopenCampaign, evaluationWords, state, data, record);
}
