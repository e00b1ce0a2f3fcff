import * as z from "zod";
import { sentFile } from "@/lib/core/attachment-input";
import { clientId, text } from "@/lib/core/fields";

export const fileAdd = z.object({ ...sentFile, sessionId: z.uuid({ error: "unknown-choice" }) });
export const fileRemove = z.object({ id: clientId(), reason: text(500).optional() });
