import { serveFile } from "@/lib/core/attachment-routes";
import { releaseEvaluationFile } from "@/lib/security-models/evaluations/files/commands";
import { evaluationFileWords } from "@/lib/security-models/evaluations/files/messages";
import { readEvaluationFile } from "@/lib/security-models/evaluations/files/queries";

type Context = { params: Promise<{ id: string; pointId: string; fileId: string }> };

/** The bytes of a score sheet's photo or document, for whoever may read the sheet. */
export async function GET(request: Request, { params }: Context) {
  const { id: campaignId, pointId, fileId: id } = await params;
  return serveFile(request, {
    permission: readEvaluationFile.permission,
    words: evaluationFileWords,
    read: (actor) => readEvaluationFile(actor, { id, campaignId, pointId }),
    release: (address) => releaseEvaluationFile(id, address),
  });
}
