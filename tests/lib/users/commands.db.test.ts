import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import type { AppError } from "@/lib/core/errors";
import { hashSecret, signIn } from "@/lib/core/sign-in";
import {
  createUser,
  disableUser,
  enableUser,
  endUserSessions,
  resetPassword,
  updateUser,
} from "@/lib/users/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let administrator: Actor;
let phuLoi: number;

beforeAll(async () => {
  administrator = await db.actor("administrator");
  phuLoi = await db.unit("31510");
});

const typed = (more: object = {}) => ({
  id: randomUUID(),
  username: `an.${randomUUID().slice(0, 8)}`,
  name: "Trần Văn An",
  title: "Đội trưởng",
  role: "ward_officer",
  unitId: phuLoi,
  ...more,
});
const stored = async (id: string) =>
  (await db.owner.query("SELECT * FROM app_user WHERE id = $1", [id])).rows[0];
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ code, details }: AppError) => ({ code, ...details.issues?.[0], ...details }),
  );
const from = () => ({ address: randomUUID(), agent: "Firefox" });
const isOpen = async (secret: string) =>
  (await db.owner.query("SELECT FROM app_session($1)", [hashSecret(secret)])).rowCount === 1;

/** An account with its one-time password and a session opened by it. */
async function somebody(more: object = {}) {
  const input = typed(more);
  const { password = "" } = await createUser(administrator, input);
  return { ...input, password, secret: await signIn(input.username, password, from()) };
}

describe("a new account", () => {
  it("is stored with a one-time password for 24 hours that stands nowhere but in the answer (S8)", async () => {
    const input = typed();
    const { password } = await createUser(administrator, input);
    expect(password).toMatch(/^[a-z]{6}(-[a-z]{6}){4}$/);
    expect(await stored(input.id)).toMatchObject({
      username: input.username,
      name: "Trần Văn An",
      role: "ward_officer",
      unit_id: phuLoi,
      version: 1,
    });
    const [kept] = (
      await db.owner.query("SELECT hash, expires_at - now() AS left FROM user_password WHERE user_id = $1", [
        input.id,
      ])
    ).rows;
    expect(kept.hash).toMatch(/^\$argon2id/);
    expect(kept.left.hours).toBe(23);
    const [event] = await db.audit("users.create");
    expect(event).toMatchObject({
      subject_id: input.id,
      user_name: administrator.username,
      before: null,
      after: { username: input.username, role: "ward_officer" },
    });
    expect(JSON.stringify(event)).not.toContain(password);
  });

  it("is one account however often it is sent, and the password is told once (R3, R4)", async () => {
    const input = typed();
    const answers = await Promise.all(Array.from({ length: 8 }, () => createUser(administrator, input)));
    expect(answers.filter(({ password }) => password)).toHaveLength(1);
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await refusal(createUser(administrator, { ...input, name: "Người khác" }))).toMatchObject({
      code: "repeated",
    });
  });

  it("has a user name of its own and a unit that is in force", async () => {
    const { username } = await somebody();
    expect(
      await refusal(createUser(administrator, typed({ username: username.toUpperCase() }))),
    ).toMatchObject({ field: "username", code: "taken" });
    const dissolved = await db.unit("31312", "2025-06-30");
    expect(await refusal(createUser(administrator, typed({ unitId: dissolved })))).toMatchObject({
      field: "unitId",
      code: "unit-not-in-force",
    });
    expect(await refusal(createUser(administrator, typed({ unitId: 2_000_000_000 })))).toMatchObject({
      field: "unitId",
      code: "unit-not-in-force",
    });
  });

  it("is made by administrators only", async () => {
    for (const role of ["city_officer", "leader"] as const)
      expect(await refusal(createUser(await db.actor(role), typed()))).toMatchObject({ code: "denied" });
    expect(await refusal(createUser(await db.actor("ward_chief", "31510"), typed()))).toMatchObject({
      code: "denied",
    });
    expect((await db.audit("users.create"))[0]).toMatchObject({ outcome: "refused" });
  });
});

describe("a change", () => {
  it("keeps the sessions when only the name or post was corrected", async () => {
    const user = await somebody();
    await updateUser(administrator, { ...user, version: 1, name: "Trần Văn Ân", title: undefined });
    expect(await stored(user.id)).toMatchObject({ name: "Trần Văn Ân", title: "", version: 2 });
    expect(await isOpen(user.secret)).toBe(true);
    expect((await db.audit("users.update"))[0]).toMatchObject({
      before: { name: "Trần Văn An", title: "Đội trưởng" },
      after: { name: "Trần Văn Ân", title: "" },
    });
  });

  it("ends the sessions when the role or the unit moved (S13)", async () => {
    const [promoted, moved] = [await somebody(), await somebody()];
    await updateUser(administrator, { ...promoted, version: 1, role: "ward_chief" });
    await updateUser(administrator, { ...moved, version: 1, unitId: await db.unit("31135") });
    expect(await isOpen(promoted.secret)).toBe(false);
    expect(await isOpen(moved.secret)).toBe(false);
  });

  it("of an older edition is told what differs, with names and not numbers (R5)", async () => {
    const user = await somebody();
    await updateUser(administrator, { ...user, version: 1, title: "Phó Trưởng" });
    const refused = await refusal(
      updateUser(administrator, { ...user, version: 1, unitId: await db.unit("31135") }),
    );
    expect(refused).toMatchObject({ code: "conflict", version: 2 });
    expect(refused?.differing).toEqual([
      { field: "title", theirs: "Phó Trưởng", yours: "Đội trưởng" },
      { field: "unitId", theirs: "Phường Phú Lợi", yours: "Phường Ninh Kiều" },
    ]);
    expect(await stored(user.id)).toMatchObject({ version: 2, unit_id: phuLoi });
  });

  it("of a role is not one's own to make", async () => {
    const self = { id: administrator.userId, version: 1, name: "Quản trị" };
    expect(await refusal(updateUser(administrator, { ...self, role: "leader" }))).toMatchObject({
      field: "role",
      code: "own-account",
    });
    await updateUser(administrator, { ...self, role: "administrator", title: "Quản trị hệ thống" });
    expect(await stored(administrator.userId)).toMatchObject({
      title: "Quản trị hệ thống",
      role: "administrator",
    });
  });

  it("of nobody is not found", async () => {
    expect(await refusal(updateUser(administrator, { ...typed(), version: 1 }))).toMatchObject({
      code: "not-found",
    });
  });
});

describe("disabling", () => {
  it("needs a reason, ends the sessions and shuts the door; enabling opens it again", async () => {
    const user = await somebody();
    expect(await refusal(disableUser(administrator, { id: user.id, version: 1, reason: " " }))).toMatchObject(
      { field: "reason", code: "required" },
    );
    await disableUser(administrator, { id: user.id, version: 1, reason: "Chuyển công tác" });
    expect(await isOpen(user.secret)).toBe(false);
    expect(await refusal(signIn(user.username, user.password, from()))).toMatchObject({
      code: "sign-in-wrong",
    });
    expect((await db.audit("users.disable"))[0]).toMatchObject({
      subject_id: user.id,
      before: { disabled: false },
      after: { disabled: true },
      reason: "Chuyển công tác",
    });
    await enableUser(administrator, { id: user.id, version: 2, reason: "Về lại đơn vị" });
    expect(await isOpen(user.secret)).toBe(false);
    expect(await isOpen(await signIn(user.username, user.password, from()))).toBe(true);
  });

  it("is not for oneself, and leaves one administrator when two disable each other at once", async () => {
    expect(
      await refusal(disableUser(administrator, { id: administrator.userId, version: 2, reason: "x" })),
    ).toMatchObject({ code: "own-account" });
    await db.owner.query(
      "UPDATE app_user SET disabled_at = now() WHERE role = 'administrator' AND id <> $1",
      [administrator.userId],
    );
    const other = await db.actor("administrator");
    const version = async ({ userId }: Actor) => (await stored(userId)).version;
    const [one, two] = [
      disableUser(administrator, { id: other.userId, version: await version(other), reason: "x" }),
      disableUser(other, { id: administrator.userId, version: await version(administrator), reason: "x" }),
    ];
    const said = [await refusal(one), await refusal(two)];
    expect(said.filter(Boolean)).toHaveLength(1);
    expect(said.find(Boolean)).toMatchObject({ code: "last-administrator" });
    await db.owner.query("UPDATE app_user SET disabled_at = NULL WHERE id = $1", [administrator.userId]);
  });
});

describe("a new one-time password", () => {
  it("ends the old one and every session, and is not for oneself", async () => {
    const user = await somebody();
    const { password, username } = await resetPassword(administrator, { id: user.id });
    expect(username).toBe(user.username);
    expect(await isOpen(user.secret)).toBe(false);
    expect(await refusal(signIn(user.username, user.password, from()))).toMatchObject({
      code: "sign-in-wrong",
    });
    expect(await isOpen(await signIn(user.username, password, from()))).toBe(true);
    expect(JSON.stringify((await db.audit("users.reset-password"))[0])).not.toContain(password);
    expect(await refusal(resetPassword(administrator, { id: administrator.userId }))).toMatchObject({
      code: "own-account",
    });
    expect(await refusal(resetPassword(administrator, { id: randomUUID() }))).toMatchObject({
      code: "not-found",
    });
  });
});

describe("ending somebody's sessions", () => {
  it("ends all of them and nobody else's (S14)", async () => {
    const [user, other] = [await somebody(), await somebody()];
    const second = await signIn(user.username, user.password, from());
    expect(await endUserSessions(administrator, { id: user.id })).toMatchObject({ ended: 2 });
    expect([await isOpen(user.secret), await isOpen(second), await isOpen(other.secret)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
