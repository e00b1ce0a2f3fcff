import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Actor, System } from "./access";
import { auditRefusal, writeAudit } from "./audit";
import { ask, withActor } from "./db";
import { AppError } from "./errors";
import { limiter, locked } from "./limits";
import { hashPassword, needsRehash, verifyPassword } from "./passwords";
import { sql } from "./sql";

type Credentials = {
  user_id: string;
  name: string;
  role: string;
  hash: string;
  expired: boolean;
  disabled: boolean;
};

// Five tries lock an account for 15 minutes. An address may fail more often, since a whole station
// can stand behind one; both counts live in the database and outlast a restart (S4).
const limits = { account: 5, address: 25 };
const minutes15 = 15 * 60;

const limiters = (): Record<keyof typeof limits, RateLimiterPostgres> => ({
  account: limiter("account", limits.account, minutes15, minutes15),
  address: limiter("address", limits.address, minutes15, minutes15),
});

/**
 * Checks a user name and password and opens a session; returns the session's secret for the cookie.
 * Unknown, wrong, disabled and expired all throw the same `invalid`; `too-many` when locked.
 */
export async function signIn(
  username: string,
  password: string,
  from: { address: string; agent: string },
): Promise<string> {
  const name = accountName(username);
  const system: System = { role: "system", address: from.address };
  await countTry(name, system, "sign-in");
  const [found] = await ask<Credentials>(sql`SELECT * FROM app_credentials(${name})`);
  const right = await verifyPassword(found?.hash, password.slice(0, 1_000));
  if (!found || !right || found.disabled || found.expired) {
    await countFailure(name, system, "sign-in");
    throw new AppError("invalid", { issues: [{ field: "password", code: "sign-in-wrong" }] });
  }
  await limiters().account.delete(name);
  return openSession(found, name, password, from, system);
}

/** True when the password is the actor's own (S3); counted with the tries at the door, `too-many` when locked. */
export async function confirmPassword(actor: Actor, password: string): Promise<boolean> {
  await countTry(actor.username, actor, "account.change-password");
  const [found] = await ask<Credentials>(sql`SELECT * FROM app_credentials(${actor.username})`);
  const right = await verifyPassword(found?.hash, password.slice(0, 1_000));
  if (right) await limiters().account.delete(actor.username);
  else await countFailure(actor.username, actor, "account.change-password");
  return right;
}

// What Postgres cannot hold as text (NUL, half characters) is no part of any user name.
const accountName = (typed: string) =>
  typed
    .toWellFormed()
    .replace(/\p{Cc}/gu, "")
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .slice(0, 60);

/**
 * An account's tries are counted before the check, so that fifty at once get five checks, not fifty. An address
 * is only looked up: a whole shift signing in through one at the same moment must not count as guessing.
 */
async function countTry(name: string, who: Actor | System, action: string) {
  const { account, address } = limiters();
  const failed = await address.get(who.address || "unknown");
  const allowed =
    (failed?.consumedPoints ?? 0) <= limits.address && (await account.consume(name).catch(locked));
  if (allowed) return;
  await auditRefusal(who, action, { subjectId: name, reason: "too-many" });
  throw new AppError("too-many");
}

async function countFailure(name: string, who: Actor | System, action: string) {
  await limiters()
    .address.consume(who.address || "unknown")
    .catch(locked);
  await auditRefusal(who, action, { subjectId: name });
}

async function openSession(
  found: Credentials,
  name: string,
  password: string,
  from: { address: string; agent: string },
  system: System,
) {
  const secret = randomBytes(32).toString("base64url");
  const rehashed = needsRehash(found.hash) ? await hashPassword(password) : undefined;
  await withActor(system, async (tx) => {
    await tx.$executeRaw(sql`
      INSERT INTO user_session (id, token_hash, user_id, address, agent)
      VALUES (${randomUUID()}::uuid, ${hashSecret(secret)}, ${found.user_id}::uuid, ${from.address}, ${from.agent.slice(0, 200)})`);
    if (rehashed)
      await tx.$executeRaw(
        sql`UPDATE user_password SET hash = ${rehashed} WHERE user_id = ${found.user_id}::uuid`,
      );
    await writeAudit(tx, system, "sign-in", { subjectId: name });
  });
  return secret;
}

/** Ends the session of a cookie's secret; its copies die with it, on every instance (S13). */
export async function endSession(secret: string, actor: { username: string; address: string }) {
  const system: System = { role: "system", address: actor.address };
  await withActor(system, async (tx) => {
    await tx.$executeRaw(
      sql`UPDATE user_session SET ended_at = now() WHERE token_hash = ${hashSecret(secret)} AND ended_at IS NULL`,
    );
    await writeAudit(tx, system, "sign-out", { subjectId: actor.username });
  });
}

/** Only the hash is stored: who reads the table cannot sign in with it (S12). */
export const hashSecret = (secret: string) => createHash("sha256").update(secret).digest();
