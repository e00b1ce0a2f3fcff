"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { setTarget } from "./commands";
import { progressWords } from "./messages";

export async function enterTarget(state: FormState, data: FormData) {
  return submit(
    setTarget,
    progressWords,
    state,
    data,
    ({ base = "former" }) => `/rural-standard/progress?base=${base}&saved=1#targets`,
  );
}
