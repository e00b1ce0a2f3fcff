import * as z from "zod";
import { clientId, together } from "@/lib/core/fields";
import { personName, username } from "@/lib/users/schema";

/** A password as typed: never trimmed, any characters; how long it must be is the password rules' to say. */
const secret = () =>
  z
    .string({ error: "required" })
    .min(1, "required")
    .max(1_000, "too-long:128")
    .refine((value) => value.isWellFormed() && !value.includes("\0"), "bad-characters");

/** At the door only emptiness is a fault of its own; everything else is "wrong". */
export const credentials = z.object({
  username: z.string({ error: "required" }).min(1, "required"),
  password: z.string({ error: "required" }).min(1, "required"),
});

/** The second entry repeats the first. */
const repeats =
  (first: string, again: string) => (typed: Record<string, unknown>, context: z.core.$RefinementCtx) => {
    if (typed[first] && typed[again] && typed[first] !== typed[again])
      context.addIssue({ code: "custom", path: [again], message: "not-same" });
  };

export const passwordChange = z
  .object({ currentPassword: secret(), newPassword: secret(), newPasswordAgain: secret() })
  .superRefine(repeats("newPassword", "newPasswordAgain"), together);

export const firstAdministrator = z
  .object({
    token: z.string({ error: "required" }).max(100, "required"),
    username: username(),
    name: personName(),
    password: secret(),
    passwordAgain: secret(),
  })
  .superRefine(repeats("password", "passwordAgain"), together);

export const sessionRef = z.object({ id: clientId() });
