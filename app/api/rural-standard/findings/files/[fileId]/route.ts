import { serveFile } from "@/lib/core/attachment-routes";
import { releaseFindingFile } from "@/lib/rural-standard/findings/files/commands";
import { readFindingFile } from "@/lib/rural-standard/findings/files/queries";
import { findingWords } from "@/lib/rural-standard/findings/messages";

type Context = { params: Promise<{ fileId: string }> };

/** The bytes of a file that findings rest on, for whoever may read them. */
export async function GET(request: Request, { params }: Context) {
  const { fileId: id } = await params;
  return serveFile(request, {
    permission: readFindingFile.permission,
    words: findingWords,
    read: (actor) => readFindingFile(actor, { id }),
    release: (address) => releaseFindingFile(id, address),
  });
}
