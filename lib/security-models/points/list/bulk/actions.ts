"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { changePoints } from "./commands";
import { bulkWords } from "./messages";
import { changedAt } from "./rules";

export async function changeTogether(state: FormState, data: FormData) {
  return submit(changePoints, bulkWords, state, data, ({ count }, input) => changedAt(input.view, count));
}
