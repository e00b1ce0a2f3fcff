import * as z from "zod";
import { sentFile } from "@/lib/core/attachment-input";
import { clientId, text } from "@/lib/core/fields";

const sheet = {
  campaignId: z.uuid({ error: "unknown-choice" }),
  pointId: z.uuid({ error: "unknown-choice" }),
};

export const evaluationFileAdd = z.object({ ...sentFile, ...sheet });
export const evaluationFileRemove = z.object({ id: clientId(), reason: text(500) });
export const evaluationFileRead = z.object({ id: z.uuid(), ...sheet });
