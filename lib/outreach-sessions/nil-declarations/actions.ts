"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { declareNil, withdrawNil } from "./commands";
import { nilWords } from "./messages";
import { totalsPath } from "./rules";

export async function declareNothing(state: FormState, data: FormData) {
  return submit(declareNil, nilWords, state, data, () => totalsPath(data.get("view"), "declared"));
}

export async function takeBackNil(state: FormState, data: FormData) {
  return submit(withdrawNil, nilWords, state, data, () => totalsPath(data.get("view"), "withdrawn"));
}
