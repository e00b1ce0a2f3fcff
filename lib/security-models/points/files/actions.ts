"use server";

import { submit } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { removePointFile } from "./commands";
import { pointFileWords } from "./messages";

export async function takePointFileAway(state: FormState, data: FormData) {
  return submit(
    removePointFile,
    pointFileWords,
    state,
    data,
    ({ pointId }) => `/security-models/points/${pointId}?file=removed#files`,
  );
}
