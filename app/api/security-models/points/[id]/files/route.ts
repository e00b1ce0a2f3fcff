import { receiveFiles } from "@/lib/core/attachment-routes";
import { addPointFile } from "@/lib/security-models/points/files/commands";
import { pointFileWords } from "@/lib/security-models/points/files/messages";

type Context = { params: Promise<{ id: string }> };

/** Photos and files of a model's point. */
export async function POST(request: Request, { params }: Context) {
  const { id: pointId } = await params;
  return receiveFiles(request, {
    permission: addPointFile.permission,
    words: pointFileWords,
    record: `/security-models/points/${encodeURIComponent(pointId)}`,
    add: (actor, file) => addPointFile(actor, { ...file, pointId }),
  });
}
