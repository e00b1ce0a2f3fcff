import * as z from "zod";
import { clientId, text } from "@/lib/core/fields";

// A Buffer becomes a list of numbers where it is written down; the plain view of the same bytes does not.
const content = z
  .instanceof(Uint8Array, { error: "required" })
  .transform((bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));

export const fileAdd = z.object({
  id: clientId(),
  sessionId: z.uuid({ error: "unknown-choice" }),
  /** As the sender's device calls it; cleaned before it is kept. */
  name: z.string().max(1_000, "too-long:1000").default(""),
  content,
});
export const fileRemove = z.object({ id: clientId(), reason: text(500).optional() });
