"use server";

import { ask } from "@/lib/core/action";
import type { FormState } from "@/lib/core/form-state";
import { pasteWords } from "./messages";
import { type PastedReading, proposeSessions } from "./queries";
import { pastedReport } from "./schema";

export async function readPasted(
  state: FormState & { found?: PastedReading },
  data: FormData,
): Promise<FormState & { found?: PastedReading }> {
  return ask(proposeSessions, pastedReport, pasteWords, state, data);
}
