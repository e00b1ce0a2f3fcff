import * as z from "zod";
import { mostFiles } from "./attachments";
import { one, type SearchParams } from "./context";
import { clientId } from "./fields";

// A Buffer becomes a list of numbers where it is written down; the plain view of the same bytes does not.
const content = z
  .instanceof(Uint8Array, { error: "required" })
  .transform((bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));

/** What is sent of a file, whatever record it is for. */
export const sentFile = {
  id: clientId(),
  /** As the sender's device calls it; cleaned before it is kept. */
  name: z.string().max(1_000, "too-long:1000").default(""),
  content,
};

/** Files that come with a form of their record: no more than one may hold of all kinds. */
export const sentFiles = () =>
  z
    .array(z.object(sentFile))
    .max(mostFiles.photo + mostFiles.document, "documents-full")
    .default([]);

/** What came of the last form without scripts, as its address tells: codes only, whose words stand on the page. */
export type FilesTold = { added: number; refused: string[]; removed: boolean };

export function readTold(params: SearchParams): FilesTold {
  const added = Number(one(params.added) ?? 0);
  const refused = (one(params.refused) ?? "").split(",").filter((code) => /^[a-z-]{1,30}$/.test(code));
  return {
    added: Number.isInteger(added) && added > 0 && added < 100 ? added : 0,
    refused: [...new Set(refused)].slice(0, 10),
    removed: one(params.file) === "removed",
  };
}
