import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import type { Actor } from "./access";
import { ask } from "./db";
import { env } from "./env";
import { AppError } from "./errors";
import type { Role } from "./policy";
import { endSession, hashSecret } from "./sign-in";
import { sql } from "./sql";

const cookieName = "__Host-portal.session";
const hours12 = 12 * 60 * 60;

type SessionRow = {
  session_id: string;
  user_id: string;
  username: string;
  name: string;
  title: string;
  role: Role;
  unit_id: number | null;
  unit_name: string | null;
  unit_code: string | null;
  line: number[];
  must_change: boolean;
};

/**
 * Who asks, or undefined. The cookie only carries the secret of a session row; role, unit and validity are
 * read from the database at every request, so that disabling or moving somebody takes effect at once.
 */
export const currentActor = cache(async (): Promise<Actor | undefined> => {
  const secret = await sessionSecret();
  if (!secret) return undefined;
  const [row] = await ask<SessionRow>(sql`
      SELECT session_id, user_id, username, name, title, role::text, unit_id, unit_name, unit_code, line, must_change FROM app_session(${hashSecret(secret)})`);
  if (!row) return undefined;
  return {
    userId: row.user_id,
    sessionId: row.session_id,
    username: row.username,
    name: row.name,
    title: row.title,
    role: row.role,
    unitId: row.unit_id,
    unitName: row.unit_name,
    unitCode: row.unit_code,
    line: row.line,
    mustChangePassword: row.must_change,
    address: await clientAddress(),
  };
});

/** The actor of a page; sends a stranger to sign in and back, and a one-time password to be changed. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  const path = (await headers()).get("x-portal-path") ?? "/";
  if (!actor) redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  if (actor.mustChangePassword && !path.startsWith("/account/password")) redirect("/account/password");
  return actor;
}

/** The actor of an action or a route; throws `signed-out` for a stranger. */
export async function actionActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new AppError("signed-out");
  return actor;
}

/** Sets the cookie of a session just opened: encrypted, this host only, out of scripts' reach (S16). */
export async function keepSession(secret: string) {
  const token = await encode({ token: { session: secret }, secret: env().AUTH_SECRET, maxAge: hours12 });
  (await cookies()).set(cookieName, token, {
    httpOnly: true,
    secure: true,
    sameSite: "lax",
    path: "/",
    maxAge: hours12,
  });
}

/** Ends the session here and everywhere its cookie was copied to. */
export async function leave() {
  const [secret, actor] = [await sessionSecret(), await currentActor()];
  if (secret && actor) await endSession(secret, actor);
  (await cookies()).delete({ name: cookieName, path: "/", secure: true });
}

async function sessionSecret(): Promise<string | undefined> {
  const token = (await cookies()).get(cookieName)?.value;
  if (!token) return undefined;
  // A cookie that does not decrypt is a stranger's, not a fault.
  const claims = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null);
  return typeof claims?.session === "string" ? claims.session : undefined;
}

/** The address the server saw, never one that the client claims (S25). */
export async function clientAddress(): Promise<string> {
  return (await headers()).get("x-portal-address") ?? "";
}
