import type { Actor } from "./access";
import { countUse } from "./limits";
import { sheetText } from "./sheet-text";

/** More lists than anybody reads in an hour: each costs a moment of the whole server's time (S40). */
const perHour = { points: 120, duration: 3_600 };

/**
 * A form whose table may come as a file: what the file holds stands in the box `text` afterwards, as if it had been
 * pasted, so that it is shown and can be mended. Why a file could not be read is the value of `file`. Throws `too-many`.
 */
export async function withSheetText(actor: Actor, data: FormData): Promise<FormData> {
  const file = data.getAll("file").find((value) => value instanceof File && value.size > 0);
  data.delete("file");
  if (!(file instanceof File)) return data;
  await countUse("sheet", actor.userId, perHour);
  const read = await sheetText(new Uint8Array(await file.arrayBuffer()));
  if ("text" in read) data.set("text", read.text);
  else data.set("file", read.fault);
  return data;
}
