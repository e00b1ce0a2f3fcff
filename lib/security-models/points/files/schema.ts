import * as z from "zod";
import { sentFile } from "@/lib/core/attachment-input";
import { clientId, text } from "@/lib/core/fields";

export const pointFileAdd = z.object({ ...sentFile, pointId: z.uuid({ error: "unknown-choice" }) });
export const pointFileRemove = z.object({ id: clientId(), reason: text(500) });
