import { createHash } from "node:crypto";
import { readBody } from "./body";
import { AppError, invalid } from "./errors";

/** Bytes of unfinished uploads this process holds at most; past it senders are told to come back. */
const mostHeld = 160_000_000;
let held = 0;

/**
 * The fields of a form with files, read with a hard limit while they arrive, held only while `use` runs.
 * Throws AppError: too-large, unavailable (too many at once), invalid.
 */
export async function withUpload<T>(
  request: Request,
  most: number,
  use: (fields: FormData) => Promise<T>,
): Promise<T> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw invalid("file", "required");
  let share = 0;
  try {
    const parts = await readBody(request, most, (bytes) => {
      share += bytes;
      held += bytes;
      if (held > mostHeld) throw new AppError("unavailable");
    });
    const fields = await new Response(new Blob(parts), { headers: { "content-type": type } })
      .formData()
      .catch(() => {
        throw invalid("file", "torn");
      });
    return await use(fields);
  } finally {
    held -= share;
  }
}

/** The id of the file at a place of one form: the form's own for the first, and always the same ones for the rest. */
export function idAt(formId: FormDataEntryValue | null, at: number): string {
  if (typeof formId !== "string" || at === 0) return String(formId ?? "").toLowerCase();
  const hash = createHash("sha256").update(`${formId}:${at}`).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
