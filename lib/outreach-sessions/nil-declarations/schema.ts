import * as z from "zod";
import { firstDay, today } from "@/lib/core/days";
import { clientId, text, together, unitId } from "@/lib/core/fields";
import { declaredSpan } from "./rules";

/** A named period ("2026-10", "r2026-q3", "r2026") or two days; it is over, or ends today. */
export const nilDeclare = z
  .object({
    id: clientId(),
    unitId: unitId(),
    period: z.string().max(20).optional(),
    from: z.string().max(10).optional(),
    to: z.string().max(10).optional(),
    note: text(500).optional(),
  })
  .superRefine((typed, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["period"], message });
    const span = declaredSpan(typed);
    if (!span) refuse("required");
    else if (span.from < firstDay) refuse(`too-early:${firstDay}`);
    else if (span.to > today()) refuse("not-over");
  }, together);

export const nilWithdraw = z.object({ id: clientId(), reason: text(500) });

/** What was logged in the days of a declaration, by what it counts as. */
export type Logged = { gatherings: number; broadcasts: number };
