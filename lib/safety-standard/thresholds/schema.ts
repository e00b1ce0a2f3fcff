import * as z from "zod";
import { choice, clientId, day, text, whole } from "@/lib/core/fields";
import { thresholdKeys } from "../simulator/rules";

export const thresholdAdd = z.object({
  id: clientId(),
  key: choice(thresholdKeys),
  /** From a day on, which may come yet: a circular is known before it is in force. */
  validFrom: day({ future: true }),
  value: whole(0, 1000),
  citation: text(300),
});
export const thresholdWithdraw = z.object({ id: clientId(), reason: text(500) });
