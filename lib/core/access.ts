import { AppError } from "./errors";
import { grantOf, type Permission, type Role } from "./policy";

/** Somebody signed in, as the session row says at this very request. */
export type Actor = {
  userId: string;
  sessionId: string;
  username: string;
  name: string;
  title: string;
  role: Role;
  unitId: number | null;
  unitName: string | null;
  unitCode: string | null;
  /** Own unit and the units whose rows it carries on. */
  line: readonly number[];
  mustChangePassword: boolean;
  address: string;
};

/** The portal itself, for what happens before anybody is known: sign-in, set-up, refusals. */
export type System = { role: "system"; address: string };

/** An actor with the units one permission lets them touch. */
export type Scope = Actor & { reach: "all" | readonly number[] };

/** The unit ids an actor may touch with a permission; throws `denied` when none at all. */
export function reach(actor: Actor, permission: Permission): "all" | readonly number[] {
  const grant =
    actor.mustChangePassword && !permission.startsWith("account.")
      ? undefined
      : grantOf(actor.role, permission);
  if (!grant) throw new AppError("denied");
  return grant === "all" ? "all" : actor.line;
}

/** True when the unit lies in the reach; a row without a unit belongs to the city. */
export function reaches(scope: Pick<Scope, "reach">, unitId: number | null): boolean {
  return scope.reach === "all" || (unitId !== null && scope.reach.includes(unitId));
}

/** True when the actor may use the permission at all; for showing or hiding an entrance. */
export function may(actor: Actor, permission: Permission): boolean {
  return grantOf(actor.role, permission) !== undefined;
}
