import * as z from "zod";
import { may, type Scope } from "@/lib/core/access";
import { today } from "@/lib/core/days";
import type { Tx } from "@/lib/core/db";
import { AppError } from "@/lib/core/errors";
import { cutPage, pageSize } from "@/lib/core/paging";
import type { Role } from "@/lib/core/policy";
import { query } from "@/lib/core/query";
import { empty, holdsWords, join, type Sql, sql } from "@/lib/core/sql";
import { inForceOn } from "@/lib/units/queries";
import { policyByDomain, shortAgent } from "./rules";
import { type UserFilter, userFilter, userRef } from "./schema";

export type UserRow = {
  id: string;
  username: string;
  name: string;
  title: string;
  role: Role;
  unitName: string | null;
  disabled: boolean;
  /** The last request of any session; null = never signed in. */
  seenAt: string | null;
};

/** A page of accounts by user name, with how many there are in all. */
export const listUsers = query({
  permission: "users.list",
  input: userFilter,
  run: async (tx, filter, scope) => {
    const where = narrowed(filter);
    const [count] = await tx.$queryRaw<{ total: number }[]>(
      sql`SELECT count(*)::int AS total FROM app_user u WHERE ${where}`,
    );
    const found = await tx.$queryRaw<(Omit<UserRow, "seenAt"> & { seenAt: Date | null })[]>(sql`
      SELECT u.id, u.username, u.name, u.title, u.role::text AS role, n.full_name AS "unitName", u.disabled_at IS NOT NULL AS disabled,
             (SELECT max(s.last_seen_at) FROM user_session s WHERE s.user_id = u.id) AS "seenAt"
        FROM app_user u LEFT JOIN unit n ON n.id = app_carrier(u.unit_id, app_today())
       WHERE ${where} ${filter.cursor ? sql`AND u.username > ${filter.cursor}` : empty}
       ORDER BY u.username LIMIT ${pageSize + 1}`);
    const rows = found.map((row): UserRow => ({ ...row, seenAt: row.seenAt?.toISOString() ?? null }));
    return {
      ...cutPage(rows, (row) => row.username),
      total: count?.total ?? 0,
      units: await unitsInForce(tx),
      may: { create: may(scope, "users.create") },
    };
  },
});

function narrowed({ q, role, unit, status }: UserFilter): Sql {
  const parts = [sql`true`];
  if (q) parts.push(holdsWords(sql`app_fold(u.name || ' ' || u.username || ' ' || u.title)`, q));
  if (role) parts.push(sql`u.role = ${role}::role`);
  if (unit) parts.push(sql`u.unit_id = ANY (app_line(${unit}::int))`);
  if (status) parts.push(status === "disabled" ? sql`u.disabled_at IS NOT NULL` : sql`u.disabled_at IS NULL`);
  return join(parts, " AND ");
}

export type UnitChoice = { id: number; name: string; area: string };

/** The units an account can be placed in: those in force today, by former province. */
const unitsInForce = (tx: Tx) =>
  tx.$queryRaw<UnitChoice[]>(sql`
    SELECT id, full_name AS name, coalesce(former_area, '') AS area FROM unit
     WHERE ${inForceOn(today(), sql`unit`)}
     ORDER BY area, full_name COLLATE "vi-x-icu"`);

/** What the form of a new account offers. */
export const newUser = query({
  permission: "users.create",
  input: z.object({}),
  run: async (tx) => ({ units: await unitsInForce(tx) }),
});

/** True when a unit is in force today; accounts are placed only there. */
export async function isUnitInForce(tx: Tx, unitId: number): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>(sql`
    SELECT FROM unit WHERE id = ${unitId} AND ${inForceOn(today(), sql`unit`)}`);
  return found.length > 0;
}

export type SessionRow = { id: string; address: string; agent: string; since: string; seenAt: string };

/** The sessions of a user that still open a page: not ended, idle under 60 minutes, younger than 12 hours (S15). */
export async function openSessions(tx: Tx, userId: string): Promise<SessionRow[]> {
  const rows = await tx.$queryRaw<
    { id: string; address: string; agent: string; since: Date; seenAt: Date }[]
  >(sql`
    SELECT id, address, agent, created_at AS since, last_seen_at AS "seenAt" FROM user_session
     WHERE user_id = ${userId}::uuid AND ended_at IS NULL
       AND last_seen_at > now() - interval '60 minutes' AND created_at > now() - interval '12 hours'
     ORDER BY last_seen_at DESC, id LIMIT 50`);
  return rows.map((row) => ({
    ...row,
    agent: shortAgent(row.agent),
    since: row.since.toISOString(),
    seenAt: row.seenAt.toISOString(),
  }));
}

/** One account with its open sessions, what happened to it, and what the reader may do with it. */
export const getUser = query({
  permission: "users.read",
  input: userRef,
  run: async (tx, { id }, scope) => {
    const user = await findUser(tx, id);
    if (!user) throw new AppError("not-found");
    return {
      ...user,
      sessions: await openSessions(tx, id),
      history: await historyOf(tx, id),
      units: await unitsInForce(tx),
      may: mayOn(user, scope),
    };
  },
});
export type UserRecord = Awaited<ReturnType<typeof getUser>>;

/** The stored account; shared with the commands, which compare against it. */
export async function findUser(tx: Tx, id: string) {
  const user = await tx.user.findUnique({
    where: { id },
    select: {
      id: true,
      username: true,
      name: true,
      title: true,
      role: true,
      unitId: true,
      disabledAt: true,
      createdAt: true,
      version: true,
      sessions: { select: { createdAt: true }, orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
  if (!user) return undefined;
  const { sessions, disabledAt, createdAt, ...row } = user;
  // The unit the account serves today: the one that carries on the unit it was entered for.
  const [unit] = await tx.$queryRaw<{ id: number; fullName: string }[]>(
    sql`SELECT id, full_name AS "fullName" FROM unit WHERE id = app_carrier(${row.unitId}::int, app_today())`,
  );
  return {
    ...row,
    unitId: unit?.id ?? null,
    unitName: unit?.fullName ?? null,
    disabled: disabledAt !== null,
    disabledAt: disabledAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    signedInAt: sessions[0]?.createdAt.toISOString() ?? null,
  };
}

/** One's own account is changed on the account page, or by another administrator. */
function mayOn(user: { id: string; disabled: boolean }, scope: Scope) {
  const other = user.id !== scope.userId;
  return {
    update: true,
    disable: other && !user.disabled,
    enable: other && user.disabled,
    resetPassword: other && !user.disabled,
    endSessions: other,
  };
}

async function historyOf(tx: Tx, id: string) {
  const rows = await tx.auditEvent.findMany({
    where: { subjectId: id, outcome: "done" },
    select: { id: true, at: true, userName: true, action: true, after: true, reason: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 20,
  });
  return rows.map(({ id, at, ...row }) => ({ ...row, id: String(id), at: at.toISOString() }));
}

/** The policy table as it is in force in this build. */
export const getPolicy = query({
  permission: "policy.read",
  input: z.object({}),
  run: async () => policyByDomain(),
});
