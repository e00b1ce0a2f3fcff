import { receiveForm } from "@/lib/core/form-routes";
import { recordFindings } from "@/lib/rural-standard/findings/commands";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import { newFindingsPath } from "@/lib/rural-standard/findings/schema";

/** Findings with the files they rest on. */
export async function POST(request: Request) {
  return receiveForm(request, {
    command: recordFindings,
    words: findingWords,
    page: newFindingsPath,
    next: ({ path = "/rural-standard" }) => path,
  });
}
