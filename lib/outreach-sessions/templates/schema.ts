import * as z from "zod";
import { choice, choices, clientId, codes, text, tick, together } from "@/lib/core/fields";
import { channels, languages } from "../catalog";

/** A template from a stored session by its id, or from what was typed. */
export const templateCreate = z
  .object({
    id: clientId(),
    name: text(100),
    sessionId: z.uuid({ error: "unknown-choice" }).optional(),
    /** Of a stored session: whether its place goes along. */
    keepPlace: tick(),
    place: text(200).optional(),
    channel: choice(channels).optional(),
    topics: codes({ required: false }),
    audiences: codes({ required: false }),
    languages: choices(languages).default([]),
    presenters: text(300).optional(),
  })
  .superRefine(({ sessionId, channel, topics }, context) => {
    if (sessionId !== undefined) return;
    if (channel === undefined) context.addIssue({ code: "custom", path: ["channel"], message: "required" });
    if (!topics?.length) context.addIssue({ code: "custom", path: ["topics"], message: "required" });
  }, together);

export const templateRemove = z.object({ id: clientId(), reason: text(500) });
