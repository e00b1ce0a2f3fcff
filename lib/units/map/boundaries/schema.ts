import * as z from "zod";
import { clientId, text, version } from "@/lib/core/fields";

/** The greatest file, in bytes; the parts of a form around it come on top. */
export const mostBytes = 16_000_000;
export const mostUpload = mostBytes + 200_000;

/** A property of GeoJSON features that holds units' codes. */
const property = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N} _.-]{1,60}$/u, "unknown-choice");

/** A file of official boundaries; `property` only where it cannot be told which one holds the codes. */
export const boundaryUpload = z.object({
  id: clientId(),
  source: text(300),
  property: property.optional(),
  file: z.instanceof(Uint8Array).refine(({ length }) => length > 0, "required"),
});

export const boundaryActivate = z.object({ id: clientId(), version: version() });
export const boundaryRetire = z.object({ id: clientId(), version: version(), reason: text(500) });
