import { receiveFiles } from "@/lib/core/attachment-routes";
import { addFile } from "@/lib/outreach-sessions/files/commands";
import { fileWords } from "@/lib/outreach-sessions/files/messages";

type Context = { params: Promise<{ id: string }> };

/** Photos and files of a session. */
export async function POST(request: Request, { params }: Context) {
  const { id: sessionId } = await params;
  return receiveFiles(request, {
    permission: addFile.permission,
    words: fileWords,
    record: `/outreach-sessions/${encodeURIComponent(sessionId)}`,
    add: (actor, file) => addFile(actor, { ...file, sessionId }),
  });
}
