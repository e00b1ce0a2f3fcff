"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { removeFile } from "./commands";
import { fileWords } from "./messages";

export async function takeFileAway(state: FormState, data: FormData) {
  return submit(
    removeFile,
    fileWords,
    state,
    data,
    ({ sessionId }) => `/outreach-sessions/${sessionId}?file=removed#files`,
  );
}
