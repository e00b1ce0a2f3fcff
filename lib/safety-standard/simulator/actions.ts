"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { recordDiscipline } from "./commands";
import { simulatorWords } from "./messages";

export async function enterDiscipline(state: FormState, data: FormData) {
  return submit(
    recordDiscipline,
    simulatorWords,
    state,
    data,
    ({ ref, year }) => `/safety-standard/${ref}?year=${year}&saved=1`,
  );
}
