import { dataHeaders, sentence, tell } from "@/lib/core/answers";
import { AppError } from "@/lib/core/errors";
import { makeThumb } from "@/lib/core/photos";
import { currentLocale } from "@/lib/core/request";
import { actionActor } from "@/lib/core/session";
import { releaseHeld } from "@/lib/outreach-sessions/files/commands";
import { fileWords } from "@/lib/outreach-sessions/files/messages";
import { readFile } from "@/lib/outreach-sessions/files/queries";

type Context = { params: Promise<{ fileId: string }> };

/** The bytes of a photo or document, for whoever may read its session; a photo also as `?size=thumb`. */
export async function GET(request: Request, { params }: Context) {
  const [{ fileId: id }, locale] = [await params, await currentLocale()];
  try {
    const actor = await actionActor();
    let file = await readFile(actor, { id });
    if (file.scan === "held") {
      await releaseHeld(id, actor.address);
      file = await readFile(actor, { id });
    }
    if (!file.content) return sentence(423, `${fileWords[locale].held}. ${fileWords[locale].heldHint}`);
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
    const { status, message } = tell(
      unknown ? new AppError("not-found") : error,
      readFile.permission,
      fileWords,
      locale,
    );
    return sentence(status, message);
  }
}

/** RFC 6266: the name without accents for old readers, the true one as RFC 5987 writes it. */
function disposition(how: "inline" | "attachment", name: string) {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
