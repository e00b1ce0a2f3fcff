import type { Scope } from "@/lib/core/access";
import { command } from "@/lib/core/command";
import type { Tx } from "@/lib/core/db";
import { AppError, differing, invalid } from "@/lib/core/errors";
import { hashPassword, randomPassword } from "@/lib/core/passwords";
import type { Role } from "@/lib/core/policy";
import { sql } from "@/lib/core/sql";
import { findUser, isUnitInForce } from "./queries";
import { changeFault, endsSessions } from "./rules";
import { userCreate, userRef, userStatusChange, userUpdate } from "./schema";

/** Makes an account; its one-time password is in the first answer only, a repeat carries none. */
export const createUser = command({
  permission: "users.create",
  domain: "users",
  input: userCreate,
  creates: true,
  run: async (
    tx,
    { id, username, ...post },
  ): Promise<{ result: { id: string; username?: string; password?: string }; audit: object }> => {
    if (post.unitId && !(await isUnitInForce(tx, post.unitId))) throw invalid("unitId", "unit-not-in-force");
    if (await tx.user.findUnique({ where: { username }, select: { id: true } }))
      throw invalid("username", "taken");
    const stored = storedPost(post);
    await tx.user.create({ data: { id, username, ...stored }, select: { id: true } });
    const password = await issuePassword(tx, id);
    return {
      result: { id, username, password },
      audit: { subjectId: id, unitId: stored.unitId, after: { username, ...stored } },
    };
  },
});

/** Changes name, post, role or unit; a new role or unit ends the user's sessions (S13). */
export const updateUser = command({
  permission: "users.update",
  domain: "users",
  input: userUpdate,
  run: async (tx, { id, version, ...post }, scope) => {
    const user = await lockUser(tx, id);
    const before = storedPost(user);
    const after = storedPost(post);
    if (user.version !== version)
      throw new AppError("conflict", {
        differing: differing(await readable(tx, before), await readable(tx, after)),
        version: user.version,
      });
    if (after.unitId && after.unitId !== before.unitId && !(await isUnitInForce(tx, after.unitId)))
      throw invalid("unitId", "unit-not-in-force");
    await refuseLockOut(tx, scope, user, { role: after.role, disabled: user.disabled });
    await tx.user.update({ where: { id }, data: { ...after, version: version + 1 }, select: { id: true } });
    if (endsSessions(before, after)) await endSessionsOf(tx, id);
    return { result: { id }, audit: { subjectId: id, unitId: after.unitId, before, after } };
  },
});

export const disableUser = command({
  permission: "users.disable",
  domain: "users",
  input: userStatusChange,
  run: (tx, input, scope) => changeStatus(tx, input, scope, true),
});

export const enableUser = command({
  permission: "users.enable",
  domain: "users",
  input: userStatusChange,
  run: (tx, input, scope) => changeStatus(tx, input, scope, false),
});

async function changeStatus(
  tx: Tx,
  { id, version, reason }: { id: string; version: number; reason: string },
  scope: Scope,
  disabled: boolean,
) {
  const user = await lockUser(tx, id);
  if (user.version !== version)
    throw new AppError("conflict", {
      differing: differing({ disabled: user.disabled }, { disabled }),
      version: user.version,
    });
  await refuseLockOut(tx, scope, user, { role: user.role, disabled });
  await tx.user.update({
    where: { id },
    data: { disabledAt: disabled ? new Date() : null, version: version + 1 },
    select: { id: true },
  });
  if (disabled) await endSessionsOf(tx, id);
  return {
    result: { id },
    audit: {
      subjectId: id,
      unitId: user.unitId,
      before: { disabled: user.disabled },
      after: { disabled },
      reason,
    },
  };
}

/** Issues a new one-time password, good for 24 hours and to be changed at the first sign-in (S8). */
export const resetPassword = command({
  permission: "users.reset-password",
  domain: "users",
  input: userRef,
  run: async (tx, { id }, scope) => {
    const user = await lockUser(tx, id);
    if (id === scope.userId) throw invalid("id", "own-account");
    const password = await issuePassword(tx, id);
    const ended = await endSessionsOf(tx, id);
    return {
      result: { username: user.username, password },
      audit: { subjectId: id, unitId: user.unitId, after: { ended } },
    };
  },
});

export const endUserSessions = command({
  permission: "users.end-sessions",
  domain: "users",
  input: userRef,
  run: async (tx, { id }, scope) => {
    const user = await lockUser(tx, id);
    if (id === scope.userId) throw invalid("id", "own-account");
    const ended = await endSessionsOf(tx, id);
    return { result: { id, ended }, audit: { subjectId: id, unitId: user.unitId, after: { ended } } };
  },
});

/**
 * The account, held with every administrator's until the end of the transaction: of two administrators who
 * disable each other at once, the second finds nobody left.
 */
async function lockUser(tx: Tx, id: string) {
  await tx.$queryRaw(sql`
    SELECT FROM app_user WHERE id = ${id}::uuid OR (role = 'administrator' AND disabled_at IS NULL) ORDER BY id FOR NO KEY UPDATE`);
  const user = await findUser(tx, id);
  if (!user) throw new AppError("not-found");
  return user;
}

/** An edition whose unit is told by name, as people compare it. */
async function readable(tx: Tx, { unitId, ...edition }: ReturnType<typeof storedPost>) {
  const unit =
    unitId === null ? null : await tx.unit.findUnique({ where: { id: unitId }, select: { fullName: true } });
  return { ...edition, unitId: unit?.fullName ?? null };
}

type Standing = { role: Role; disabled: boolean };

async function refuseLockOut(tx: Tx, scope: Scope, user: Standing & { id: string }, after: Standing) {
  const otherAdministrators = await tx.user.count({
    where: { role: "administrator", disabledAt: null, id: { not: user.id } },
  });
  const fault = changeFault({
    actorId: scope.userId,
    userId: user.id,
    before: user,
    after,
    otherAdministrators,
  });
  if (fault) throw invalid("role", fault);
}

async function issuePassword(tx: Tx, userId: string): Promise<string> {
  const password = randomPassword();
  const hash = await hashPassword(password);
  // "excluded" would have to be read, and the application's role may read no hash.
  await tx.$executeRaw(sql`
    INSERT INTO user_password (user_id, hash, expires_at) VALUES (${userId}::uuid, ${hash}, now() + interval '24 hours')
    ON CONFLICT (user_id) DO UPDATE SET hash = ${hash}, expires_at = now() + interval '24 hours', changed_at = now()`);
  return password;
}

const endSessionsOf = (tx: Tx, userId: string): Promise<number> =>
  tx.$executeRaw(
    sql`UPDATE user_session SET ended_at = now() WHERE user_id = ${userId}::uuid AND ended_at IS NULL`,
  );

function storedPost({
  name,
  title,
  role,
  unitId,
}: {
  name: string;
  title?: string | undefined;
  role: Role;
  unitId?: number | null | undefined;
}) {
  return { name, title: title ?? "", role, unitId: unitId ?? null };
}
