import * as z from "zod";
import { choice, clientId, text } from "@/lib/core/fields";
import { longestView, savedListKeys } from "./catalog";

export const viewKeep = z.object({
  id: clientId(),
  list: choice(savedListKeys),
  name: text(60).transform((value) => value.replace(/\s+/g, " ")),
  /** The address looked at, or the part of it behind the "?". */
  view: text(longestView),
});

export const viewRemove = z.object({
  id: clientId(),
  /** Where the reader stays: the view of the list looked at meanwhile. */
  view: text(longestView).optional(),
});
