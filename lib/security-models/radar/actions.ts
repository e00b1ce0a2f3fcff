"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { configureRadar } from "./commands";
import { radarWords } from "./messages";

export async function setStaleMonths(state: FormState, data: FormData) {
  return submit(configureRadar, radarWords, state, data, () => "/security-models/radar?saved=1");
}
