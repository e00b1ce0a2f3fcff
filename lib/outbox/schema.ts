import * as z from "zod";
import { batchSize, protocol, sendable } from "./rules";

/** As much as a form sends of one field; what is too long for its field is told there, not here. */
const value = z.string().max(100_000);

/** What a device sends: so many parcels of one owner, in the order they were saved. */
export const syncRequest = z.object({
  version: z.literal(protocol),
  owner: z.uuid(),
  parcels: z
    .array(
      z.object({
        item: z.uuid(),
        command: z.enum(sendable),
        values: z.record(z.string().max(60), z.array(value).max(400)),
      }),
    )
    .min(1)
    .max(batchSize),
});
