import { serveFile } from "@/lib/core/attachment-routes";
import { releasePointFile } from "@/lib/security-models/points/files/commands";
import { pointFileWords } from "@/lib/security-models/points/files/messages";
import { readPointFile } from "@/lib/security-models/points/files/queries";

type Context = { params: Promise<{ id: string; fileId: string }> };

/** The bytes of a point's photo or document, for whoever may read the point. */
export async function GET(request: Request, { params }: Context) {
  const { id: pointId, fileId: id } = await params;
  return serveFile(request, {
    permission: readPointFile.permission,
    words: pointFileWords,
    read: (actor) => readPointFile(actor, { id, pointId }),
    release: (address) => releasePointFile(id, address),
  });
}
