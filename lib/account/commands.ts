import { randomUUID } from "node:crypto";
import type { Actor, System } from "@/lib/core/access";
import { auditRefusal, writeAudit } from "@/lib/core/audit";
import { type Command, command, parse } from "@/lib/core/command";
import { withActor } from "@/lib/core/db";
import { AppError, invalid } from "@/lib/core/errors";
import { hashPassword, passwordFault } from "@/lib/core/passwords";
import { confirmPassword, hashSecret, signIn } from "@/lib/core/sign-in";
import { sql } from "@/lib/core/sql";
import { isSetupOpen } from "./queries";
import { credentials, firstAdministrator, passwordChange, sessionRef } from "./schema";

const storePassword = command({
  permission: "account.change-password",
  domain: "users",
  input: passwordChange,
  run: async (tx, { newPassword }, scope) => {
    const hash = await hashPassword(newPassword);
    await tx.$executeRaw(
      sql`UPDATE user_password SET hash = ${hash}, expires_at = NULL, changed_at = now() WHERE user_id = ${scope.userId}::uuid`,
    );
    const ended = await tx.$executeRaw(sql`
      UPDATE user_session SET ended_at = now() WHERE user_id = ${scope.userId}::uuid AND id <> ${scope.sessionId}::uuid AND ended_at IS NULL`);
    return {
      result: { ended, forced: scope.mustChangePassword },
      audit: { subjectId: scope.userId, after: { ended } },
    };
  },
});

/**
 * Changes one's own password and ends one's other sessions. The present password is asked first (S3), outside
 * the transaction: the check is counted, slow, and its failure must stay on record.
 */
export const changePassword: Command<typeof passwordChange, { ended: number; forced: boolean }> =
  Object.assign(
    async (actor: Actor, raw: unknown) => {
      const { currentPassword, newPassword } = parse(passwordChange, raw);
      const fault = passwordFault(newPassword, [actor.username, actor.name, actor.unitName ?? ""]);
      if (fault) throw invalid("newPassword", fault);
      if (newPassword === currentPassword) throw invalid("newPassword", "same-as-before");
      if (!(await confirmPassword(actor, currentPassword))) throw invalid("currentPassword", "current-wrong");
      return storePassword(actor, raw);
    },
    { permission: storePassword.permission, input: storePassword.input } satisfies Pick<
      Command,
      "permission" | "input"
    >,
  );

export const endSession = command({
  permission: "account.end-session",
  domain: "users",
  input: sessionRef,
  run: async (tx, { id }, scope) => {
    const ended = await tx.$executeRaw(sql`
      UPDATE user_session SET ended_at = now() WHERE id = ${id}::uuid AND user_id = ${scope.userId}::uuid AND ended_at IS NULL`);
    if (ended === 0) throw new AppError("not-found");
    return { result: { id }, audit: { subjectId: scope.userId, after: { sessionId: id } } };
  },
});

export type From = { address: string; agent: string };

/** Opens a session for a user name and a password; returns its secret for the cookie. */
export async function signInWith(raw: unknown, from: From): Promise<string> {
  const { username, password } = parse(credentials, raw);
  return signIn(username, password, from);
}

/** Makes the first administrator by the one-time link, and signs them in; link and account stand or fall together (S5). */
export async function setUp(raw: unknown, from: From): Promise<string> {
  const { token, username, name, password } = parse(firstAdministrator, raw);
  const fault = passwordFault(password, [username, name]);
  if (fault) throw invalid("password", fault);
  const system: System = { role: "system", address: from.address };
  if (!(await isSetupOpen(token))) {
    await auditRefusal(system, "set-up");
    throw new AppError("denied");
  }
  const [id, hash] = [randomUUID(), await hashPassword(password)];
  await withActor(system, async (tx) => {
    const [row] = await tx.$queryRaw<{ used: boolean }[]>(
      sql`SELECT app_use_setup_link(${hashSecret(token)}) AS used`,
    );
    if (!row?.used) throw new AppError("denied");
    await tx.$executeRaw(
      sql`INSERT INTO app_user (id, username, name, role) VALUES (${id}::uuid, ${username}, ${name}, 'administrator')`,
    );
    await tx.$executeRaw(sql`INSERT INTO user_password (user_id, hash) VALUES (${id}::uuid, ${hash})`);
    await writeAudit(tx, system, "set-up", {
      subjectId: id,
      after: { username, name, role: "administrator" },
    });
  });
  return signIn(username, password, from);
}
