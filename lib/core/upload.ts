import { createHash } from "node:crypto";
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
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new AppError("too-large");
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw invalid("file", "required");
  const share = { bytes: 0 };
  try {
    const body = await readAll(request, most, share);
    const fields = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => {
      throw invalid("file", "torn");
    });
    return await use(fields);
  } finally {
    held -= share.bytes;
  }
}

async function readAll(request: Request, most: number, share: { bytes: number }) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  // A line that breaks off while it sends is a sender's fault, not ours.
  const stream = request.body as ReadableStream<Uint8Array<ArrayBuffer>> | null;
  const reader = stream?.getReader();
  for (;;) {
    const next = await reader?.read().catch(() => {
      throw invalid("file", "torn");
    });
    if (!next || next.done) return new Blob(parts);
    share.bytes += next.value.length;
    held += next.value.length;
    if (share.bytes > most || held > mostHeld) {
      await reader?.cancel().catch(() => undefined);
      throw new AppError(share.bytes > most ? "too-large" : "unavailable");
    }
    parts.push(next.value);
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
