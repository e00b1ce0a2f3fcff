"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { removeEvaluationFile } from "./commands";
import { evaluationFileWords } from "./messages";

export async function takeEvaluationFileAway(state: FormState, data: FormData) {
  return submit(
    removeEvaluationFile,
    evaluationFileWords,
    state,
    data,
    ({ campaignId, pointId }) =>
      `/security-models/evaluations/${campaignId}/points/${pointId}?file=removed#files`,
  );
}
