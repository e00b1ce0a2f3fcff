import type { Actor } from "./access";
import { dataHeaders, disposition, sentence, tell } from "./answers";
import type { withBytes } from "./attached-files";
import { attachmentWords } from "./attachment-words";
import { mostUpload } from "./attachments";
import { auditRefusal } from "./audit";
import { AppError, invalid } from "./errors";
import { href } from "./href";
import { countUse, uploadsPerHour } from "./limits";
import { makeThumb } from "./photos";
import type { Permission } from "./policy";
import type { FormWords } from "./refusal";
import { currentLocale, requireSameOrigin } from "./request";
import { actionActor, clientAddress } from "./session";
import { pictureTurn } from "./turns";
import { idAt, withUpload } from "./upload";

type Sent = { id: string; name: string; content: Uint8Array };
type Upload = {
  permission: Permission;
  words: FormWords;
  /** The path of the record's page; a form without scripts is sent back there. */
  record: string;
  add: (actor: Actor, file: Sent) => Promise<{ id: string }>;
};

/** Photos and files of a record: from a form without scripts, which is sent back to the record, or one by one from scripts. */
export async function receiveFiles(request: Request, upload: Upload): Promise<Response> {
  const { permission, words, record } = upload;
  const locale = await currentLocale();
  const scripted = /application\/json/.test(request.headers.get("accept") ?? "");
  try {
    await requireSameOrigin();
    const actor = await actionActor();
    const outcome = await withUpload(request, mostUpload, (fields) => addAll(actor, fields, upload));
    const [refused] = outcome.refused;
    if (!scripted) return back(record, outcome.added.length, outcome.refused);
    if (refused) throw refused;
    return Response.json({ id: outcome.added[0] }, { headers: dataHeaders });
  } catch (error) {
    const { status, code, message } = tell(error, permission, words, locale);
    if (code === "origin")
      await auditRefusal({ role: "system", address: await clientAddress() }, permission, { reason: code });
    if (scripted) return Response.json({ code, message }, { status, headers: dataHeaders });
    if (code === "signed-out") return seeOther(href("/sign-in", { next: record }));
    return ["too-large", "too-many", "unavailable", "invalid"].includes((error as AppError).code)
      ? back(record, 0, [error as AppError])
      : sentence(status, message);
  }
}

/** Each file by itself: what one is refused for does not hold up the others. */
async function addAll(actor: Actor, fields: FormData, { add }: Upload) {
  const files = fields
    .getAll("file")
    .filter((file): file is File => file instanceof File && file.name !== "");
  const outcome = { added: [] as string[], refused: [] as AppError[] };
  for (const [at, file] of files.entries()) {
    try {
      await countUse("upload", actor.userId, uploadsPerHour);
      const content = new Uint8Array(await file.arrayBuffer());
      const sent = { id: idAt(fields.get("id"), at), name: file.name, content };
      outcome.added.push((await pictureTurn(() => add(actor, sent))).id);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      outcome.refused.push(error);
    }
  }
  if (files.length === 0) throw invalid("file", "required");
  return outcome;
}

function back(record: string, added: number, refused: readonly AppError[]) {
  const codes = refused.map(({ code, details }) => details.issues?.[0]?.code.split(":")[0] ?? code);
  const params = { added: String(added || ""), refused: [...new Set(codes)].join(",") };
  return seeOther(`${href(record, params)}#files`);
}

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { ...dataHeaders, location } });

type Serving = {
  permission: Permission;
  words: FormWords;
  read: (actor: Actor) => ReturnType<typeof withBytes>;
  /** Asks the scanner again about a file it has not seen. */
  release: (address: string) => Promise<void>;
};

/** The bytes of a photo or document, for whoever may read its record; a photo also as `?size=thumb`. */
export async function serveFile(
  request: Request,
  { permission, words, read, release }: Serving,
): Promise<Response> {
  const locale = await currentLocale();
  try {
    const actor = await actionActor();
    let file = await read(actor);
    if (file.scan === "held") {
      await release(actor.address);
      file = await read(actor);
    }
    const { held, heldHint } = attachmentWords[locale];
    if (!file.content) return sentence(423, `${held}. ${heldHint}`);
    const small = file.kind === "photo" && new URL(request.url).searchParams.get("size") === "thumb";
    const content = small ? await makeThumb(file.content) : file.content;
    return new Response(content as Uint8Array<ArrayBuffer>, {
      headers: {
        ...dataHeaders,
        "content-type": file.mediaType,
        "content-length": String(content.length),
        "content-disposition": disposition(file.kind === "photo" ? "inline" : "attachment", file.name),
      },
    });
  } catch (error) {
    const unknown = error instanceof AppError && error.code === "invalid";
    const { status, message } = tell(unknown ? new AppError("not-found") : error, permission, words, locale);
    return sentence(status, message);
  }
}
