import { serveFile } from "@/lib/core/attachment-routes";
import { releaseHeld } from "@/lib/outreach-sessions/files/commands";
import { fileWords } from "@/lib/outreach-sessions/files/messages";
import { readFile } from "@/lib/outreach-sessions/files/queries";

type Context = { params: Promise<{ fileId: string }> };

/** The bytes of a session's photo or document, for whoever may read the session. */
export async function GET(request: Request, { params }: Context) {
  const { fileId: id } = await params;
  return serveFile(request, {
    permission: readFile.permission,
    words: fileWords,
    read: (actor) => readFile(actor, { id }),
    release: (address) => releaseHeld(id, address),
  });
}
