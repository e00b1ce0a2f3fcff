import { may } from "@/lib/core/access";
import { dataHeaders, sentence, tell } from "@/lib/core/answers";
import { auditRefusal } from "@/lib/core/audit";
import { AppError } from "@/lib/core/errors";
import { href } from "@/lib/core/href";
import { countUse } from "@/lib/core/limits";
import { currentLocale, requireSameOrigin } from "@/lib/core/request";
import { actionActor, clientAddress } from "@/lib/core/session";
import { turns } from "@/lib/core/turns";
import { withUpload } from "@/lib/core/upload";
import { uploadBoundaries } from "@/lib/units/map/boundaries/commands";
import { boundaryWords } from "@/lib/units/map/boundaries/messages";
import { mostUpload } from "@/lib/units/map/boundaries/schema";

const perHour = { points: 30, duration: 3_600 };
const page = "/map/boundaries";
// A file is taken apart in memory: one at a time, the rest in line.
const turn = turns(1);

/**
 * Takes a file of official boundaries: from a plain form, which is sent on to what was found in it or back with the
 * reason, or from a program, which is answered with a status.
 */
export async function POST(request: Request) {
  const locale = await currentLocale();
  const isForm = !/application\/json/.test(request.headers.get("accept") ?? "");
  const typed: Record<string, string | undefined> = {};
  try {
    await requireSameOrigin();
    const actor = await actionActor();
    // Who may not is refused before the file is read.
    if (!may(actor, uploadBoundaries.permission)) await uploadBoundaries(actor, {});
    await countUse("boundaries", actor.userId, perHour);
    const { id } = await withUpload(request, mostUpload, async (fields) => {
      for (const name of ["id", "source", "property"]) typed[name] = textOf(fields.get(name));
      const file = fields.get("file");
      const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
      return turn(() => uploadBoundaries(actor, { ...typed, file: content }));
    });
    return isForm ? seeOther(`${page}/${id}?done=uploaded`) : Response.json({ id }, { headers: dataHeaders });
  } catch (error) {
    const { status, code, message } = tell(error, uploadBoundaries.permission, boundaryWords, locale);
    if (code === "origin")
      await auditRefusal({ role: "system", address: await clientAddress() }, uploadBoundaries.permission, {
        reason: code,
      });
    if (isForm && code === "signed-out") return seeOther(href("/sign-in", { next: page }));
    if (isForm && error instanceof AppError && ["invalid", "too-large", "too-many"].includes(error.code)) {
      const [issue] = error.details.issues ?? [];
      const { source, property } = typed;
      return seeOther(
        href(page, { refused: issue?.code ?? error.code, field: issue?.field, source, property }),
      );
    }
    return isForm
      ? sentence(status, message)
      : Response.json({ code, message }, { status, headers: dataHeaders });
  }
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === "string" && value ? value : undefined);

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { ...dataHeaders, location } });
