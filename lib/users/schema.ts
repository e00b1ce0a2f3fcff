import * as z from "zod";
import { one, type SearchParams } from "@/lib/core/context";
import { choice, clientId, text, together, unitId, version } from "@/lib/core/fields";
import { type Role, roles } from "@/lib/core/policy";
import { isWardRole } from "./rules";

export const userStatuses = ["active", "disabled"] as const;
export type UserStatus = (typeof userStatuses)[number];

/** What a person types to sign in: lower case, letters, digits and . _ - (the database holds the same rule). */
export const username = () =>
  text(40)
    .transform((value) => value.toLowerCase())
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, "username-shape"));

export const personName = () => text(100);

const post = {
  name: personName(),
  title: text(150).optional(),
  role: choice(roles),
  unitId: unitId().optional(),
};

/** Ward roles belong to a unit, the others to the city. */
function checkPlace({ role, unitId }: { role?: Role; unitId?: number }, context: z.core.$RefinementCtx) {
  if (!role || isWardRole(role) === (unitId !== undefined)) return;
  context.addIssue({
    code: "custom",
    path: ["unitId"],
    message: isWardRole(role) ? "unit-needed" : "unit-not-for-role",
  });
}

export const userCreate = z
  .object({ id: clientId(), username: username(), ...post })
  .superRefine(checkPlace, together);
export const userUpdate = z
  .object({ id: clientId(), version: version(), ...post })
  .superRefine(checkPlace, together);
/** Disabling and enabling: both need a reason. */
export const userStatusChange = z.object({ id: clientId(), version: version(), reason: text(500) });
export const userRef = z.object({ id: clientId() });

/** What the list of accounts can be narrowed to. */
export const userFilter = z.object({
  q: text(100).optional(),
  role: z.enum(roles).optional(),
  unit: unitId().optional(),
  status: z.enum(userStatuses).optional(),
  /** The last user name of the page before. */
  cursor: text(60).optional(),
});
export type UserFilter = z.output<typeof userFilter>;

/** The list's own parameters from a URL; what cannot be read is left out. */
export function readUserFilter(params: SearchParams): UserFilter {
  return Object.fromEntries(
    Object.entries(userFilter.shape).flatMap(([name, field]) => {
      const read = field.safeParse(one(params[name]));
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
}
