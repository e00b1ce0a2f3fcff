"use server";

import { ask, submit } from "@/lib/core/action";
import { typedValues } from "@/lib/core/form-data";
import { type FormState, idleForm } from "@/lib/core/form-state";
import { evaluationWords } from "../messages";
import { evaluationPropose } from "../schema";
import { confirmEvaluation, confirmMatching, proposeEvaluation, returnEvaluation } from "./commands";
import { type CheckedSheet, checkProposal } from "./queries";

export type SheetState = FormState & { found?: CheckedSheet };

const record = ({ campaignId, pointId }: { campaignId: string; pointId: string }) =>
  `/security-models/evaluations/${campaignId}/points/${pointId}?saved=1`;
// The answer to a sheet sent twice tells its id only.
const asked = (_: unknown, { campaignId, pointId }: Record<string, unknown>) =>
  record({ campaignId: String(campaignId), pointId: String(pointId) });

/** The sheet is checked, shown once more, and sent; or taken back to the form with what was typed. */
export async function sendSheet(state: SheetState, data: FormData): Promise<SheetState> {
  if (data.has("mend"))
    return { ...idleForm, values: typedValues(data), attempt: (Number(state?.attempt) || 0) + 1 };
  return data.get("step") === "send"
    ? submit(proposeEvaluation, evaluationWords, state, data, asked)
    : ask(checkProposal, evaluationPropose, evaluationWords, state, data);
}

export async function acceptSheet(state: FormState, data: FormData) {
  return submit(confirmEvaluation, evaluationWords, state, data, record);
}

export async function sendSheetBack(state: FormState, data: FormData) {
  return submit(returnEvaluation, evaluationWords, state, data, record);
}

export async function acceptMatching(state: FormState, data: FormData) {
  return submit(
    confirmMatching,
    evaluationWords,
    state,
    data,
    ({ id, count }) => `/security-models/evaluations/${id}?confirmed=${count}`,
  );
}
