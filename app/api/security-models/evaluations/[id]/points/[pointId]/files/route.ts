import { receiveFiles } from "@/lib/core/attachment-routes";
import { addEvaluationFile } from "@/lib/security-models/evaluations/files/commands";
import { evaluationFileWords } from "@/lib/security-models/evaluations/files/messages";

type Context = { params: Promise<{ id: string; pointId: string }> };

/** Photos and files of a point's score sheet. */
export async function POST(request: Request, { params }: Context) {
  const { id: campaignId, pointId } = await params;
  return receiveFiles(request, {
    permission: addEvaluationFile.permission,
    words: evaluationFileWords,
    record: `/security-models/evaluations/${encodeURIComponent(campaignId)}/points/${encodeURIComponent(pointId)}`,
    add: (actor, file) => addEvaluationFile(actor, { ...file, campaignId, pointId }),
  });
}
