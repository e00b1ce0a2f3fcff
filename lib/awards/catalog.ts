import type { AwardForm, RecipientKind } from "@/prisma/client/enums";

/** Forms of award in the order of the law: Luật Thi đua, khen thưởng 06/2022/QH15, Điều 9, khoản 1–7. */
export const awardForms = [
  "order",
  "medal",
  "state_honour",
  "state_prize",
  "commemorative_medal",
  "diploma",
  "merit_certificate",
] as const satisfies readonly AwardForm[];

/** What a ward's police sees most comes first in forms and filters. */
export const commonFirst = awardForms.toReversed();

export const recipientKinds = [
  "individual",
  "collective",
  "household",
] as const satisfies readonly RecipientKind[];

export const states = ["in_force", "revoked", "all"] as const;
export type AwardState = (typeof states)[number];
