import type { Actor } from "@/lib/core/access";
import { dataHeaders, sentence, tell } from "@/lib/core/answers";
import { auditRefusal } from "@/lib/core/audit";
import { href } from "@/lib/core/context";
import { AppError, invalid } from "@/lib/core/errors";
import { countUse } from "@/lib/core/limits";
import { currentLocale, requireSameOrigin } from "@/lib/core/request";
import { actionActor, clientAddress } from "@/lib/core/session";
import { turns } from "@/lib/core/turns";
import { idAt, withUpload } from "@/lib/core/upload";
import { addFile } from "@/lib/outreach-sessions/files/commands";
import { fileWords } from "@/lib/outreach-sessions/files/messages";
import { mostUpload } from "@/lib/outreach-sessions/files/rules";

type Context = { params: Promise<{ id: string }> };

const perHour = { points: 300, duration: 3_600 };
// Pictures are taken apart in memory, and a connection waits meanwhile: two at a time, the rest in line.
const turn = turns(2);

/** Photos and files of a session: from a form without scripts, which is sent back to the record, or one by one from scripts. */
export async function POST(request: Request, { params }: Context) {
  const [{ id: sessionId }, locale] = [await params, await currentLocale()];
  const scripted = /application\/json/.test(request.headers.get("accept") ?? "");
  try {
    await requireSameOrigin();
    const actor = await actionActor();
    const outcome = await withUpload(request, mostUpload, (fields) => addAll(actor, sessionId, fields));
    const [refused] = outcome.refused;
    if (!scripted) return back(sessionId, outcome.added.length, outcome.refused);
    if (refused) throw refused;
    return Response.json({ id: outcome.added[0] }, { headers: dataHeaders });
  } catch (error) {
    const { status, code, message } = tell(error, addFile.permission, fileWords, locale);
    if (code === "origin")
      await auditRefusal({ role: "system", address: await clientAddress() }, addFile.permission, {
        reason: code,
      });
    if (scripted) return Response.json({ code, message }, { status, headers: dataHeaders });
    if (code === "signed-out") return seeOther(href("/sign-in", { next: `/outreach-sessions/${sessionId}` }));
    return ["too-large", "too-many", "unavailable", "invalid"].includes((error as AppError).code)
      ? back(sessionId, 0, [error as AppError])
      : sentence(status, message);
  }
}

/** Each file by itself: what one is refused for does not hold up the others. */
async function addAll(actor: Actor, sessionId: string, fields: FormData) {
  const files = fields
    .getAll("file")
    .filter((file): file is File => file instanceof File && file.name !== "");
  const outcome = { added: [] as string[], refused: [] as AppError[] };
  for (const [at, file] of files.entries()) {
    try {
      await countUse("upload", actor.userId, perHour);
      const content = new Uint8Array(await file.arrayBuffer());
      const input = { id: idAt(fields.get("id"), at), sessionId, name: file.name, content };
      outcome.added.push((await turn(() => addFile(actor, input))).id);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      outcome.refused.push(error);
    }
  }
  if (files.length === 0) throw invalid("file", "required");
  return outcome;
}

function back(sessionId: string, added: number, refused: readonly AppError[]) {
  const codes = refused.map(({ code, details }) => details.issues?.[0]?.code.split(":")[0] ?? code);
  const params = { added: String(added || ""), refused: [...new Set(codes)].join(",") };
  return seeOther(`${href(`/outreach-sessions/${encodeURIComponent(sessionId)}`, params)}#files`);
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { ...dataHeaders, location } });
