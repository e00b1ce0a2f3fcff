import { createHash, randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { changePassword, endSession, setUp, signInWith } from "@/lib/account/commands";
import { getAccount, isSetupOpen } from "@/lib/account/queries";
import type { Actor } from "@/lib/core/access";
import type { AppError } from "@/lib/core/errors";
import { hashPassword } from "@/lib/core/passwords";
import { hashSecret, signIn } from "@/lib/core/sign-in";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const old = "bốn con vịt xiêm bơi qua sông";
const fresh = "năm con vịt xiêm bơi qua sông";

const from = () => ({ address: randomUUID(), agent: "Firefox" });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ code, details }: AppError) => ({ code, ...details.issues?.[0] }),
  );
const isOpen = async (secret: string) =>
  (await db.owner.query("SELECT FROM app_session($1)", [hashSecret(secret)])).rowCount === 1;
const typed = (more: object = {}) => ({
  currentPassword: old,
  newPassword: fresh,
  newPasswordAgain: fresh,
  ...more,
});

/** Somebody signed in, with a second session elsewhere. */
async function signedIn(expires?: string): Promise<{ actor: Actor; here: string; elsewhere: string }> {
  const somebody = await db.actor("ward_officer", "31510");
  await db.owner.query("INSERT INTO user_password (user_id, hash, expires_at) VALUES ($1, $2, $3)", [
    somebody.userId,
    await hashPassword(old),
    expires ?? null,
  ]);
  const [here, elsewhere] = [
    await signIn(somebody.username, old, from()),
    await signIn(somebody.username, old, from()),
  ];
  const [row] = (
    await db.owner.query("SELECT session_id, must_change FROM app_session($1)", [hashSecret(here)])
  ).rows;
  return {
    actor: {
      ...somebody,
      sessionId: row.session_id,
      mustChangePassword: row.must_change,
      address: randomUUID(),
    },
    here,
    elsewhere,
  };
}

// Before anybody exists: the link works only then.
describe("the first administrator (S5)", () => {
  const token = "lien-ket-mot-lan";
  const link = (value: string) => createHash("sha256").update(value).digest();
  const person = (more: object = {}) => ({
    token,
    username: "quantri",
    name: "Lê Văn Quản",
    password: old,
    passwordAgain: old,
    ...more,
  });

  beforeAll(async () => {
    await db.owner.query(
      "INSERT INTO setup_link (token_hash, expires_at) VALUES ($1, now() + interval '1 day'), ($2, now() - interval '1 minute')",
      [link(token), link("qua-han")],
    );
  });

  it("is refused with an unknown or old link, a weak password, two passwords", async () => {
    expect([await isSetupOpen(token), await isSetupOpen("khac"), await isSetupOpen("qua-han")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await refusal(setUp(person({ token: "khac" }), from()))).toMatchObject({ code: "denied" });
    expect(await refusal(setUp(person({ token: "qua-han" }), from()))).toMatchObject({ code: "denied" });
    expect(
      await refusal(
        setUp(
          person({ password: "quantri quantri quantri", passwordAgain: "quantri quantri quantri" }),
          from(),
        ),
      ),
    ).toMatchObject({ field: "password", code: "guessable" });
    expect(await refusal(setUp(person({ passwordAgain: fresh }), from()))).toMatchObject({
      field: "passwordAgain",
      code: "not-same",
    });
    expect((await db.owner.query("SELECT FROM app_user")).rowCount).toBe(0);
    expect(await isSetupOpen(token)).toBe(true);
  });

  it("is made once, also when the link is used ten times at once", async () => {
    const said = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => setUp(person({ username: `quantri${n}` }), from())),
    );
    const [secret] = said.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(said.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await isOpen(secret as string)).toBe(true);
    expect((await db.owner.query("SELECT role::text FROM app_user")).rows).toEqual([
      { role: "administrator" },
    ]);
    expect((await db.audit("set-up")).filter(({ outcome }) => outcome === "done")).toHaveLength(1);
    expect(await isSetupOpen(token)).toBe(false);
  });
});

describe("signing in by the form", () => {
  it("asks for both fields and says no more than that something is wrong", async () => {
    expect(await refusal(signInWith({}, from()))).toMatchObject({ field: "username", code: "required" });
    expect(await refusal(signInWith({ username: "quantri", password: "x" }, from()))).toMatchObject({
      field: "password",
      code: "sign-in-wrong",
    });
  });
});

describe("changing one's own password", () => {
  it("asks for the present one, ends the other sessions and keeps this one (S3)", async () => {
    const { actor, here, elsewhere } = await signedIn();
    expect(
      await refusal(
        changePassword(
          actor,
          typed({
            currentPassword: fresh,
            newPassword: "sáu con vịt xiêm",
            newPasswordAgain: "sáu con vịt xiêm",
          }),
        ),
      ),
    ).toMatchObject({ field: "currentPassword", code: "current-wrong" });
    expect((await db.audit("account.change-password"))[0]).toMatchObject({
      outcome: "refused",
      user_name: actor.username,
    });
    expect(await changePassword(actor, typed())).toEqual({ ended: 1, forced: false });
    expect([await isOpen(here), await isOpen(elsewhere)]).toEqual([true, false]);
    expect(await refusal(signIn(actor.username, old, from()))).toMatchObject({ code: "sign-in-wrong" });
    expect(await isOpen(await signIn(actor.username, fresh, from()))).toBe(true);
    expect(JSON.stringify(await db.audit("account.change-password"))).not.toContain("vịt");
  });

  it("refuses a weak, unchanged or mistyped one before the present one is even looked at", async () => {
    const { actor } = await signedIn();
    const twice = (newPassword: string) => typed({ newPassword, newPasswordAgain: newPassword });
    expect(await refusal(changePassword(actor, twice("ngắn")))).toMatchObject({
      field: "newPassword",
      code: "too-short:15",
    });
    expect(await refusal(changePassword(actor, twice("Phường Phú Lợi 2026")))).toMatchObject({
      field: "newPassword",
      code: "guessable",
    });
    expect(await refusal(changePassword(actor, twice(old)))).toMatchObject({
      field: "newPassword",
      code: "same-as-before",
    });
    expect(await refusal(changePassword(actor, typed({ newPasswordAgain: old })))).toMatchObject({
      field: "newPasswordAgain",
      code: "not-same",
    });
    expect(await refusal(changePassword(actor, {}))).toMatchObject({
      field: "currentPassword",
      code: "required",
    });
  });

  it("makes a one-time password a lasting one (S8)", async () => {
    const { actor, here } = await signedIn(new Date(Date.now() + 3_600_000).toISOString());
    expect(actor.mustChangePassword).toBe(true);
    expect(await changePassword(actor, typed())).toEqual({ ended: 1, forced: true });
    expect(
      (await db.owner.query("SELECT must_change FROM app_session($1)", [hashSecret(here)])).rows,
    ).toEqual([{ must_change: false }]);
  });
});

describe("one's own sessions (S14)", () => {
  it("are listed, this one first, and can be ended one by one", async () => {
    const { actor, elsewhere } = await signedIn();
    const { sessions } = await getAccount(actor, {});
    expect(sessions.map(({ current }) => current)).toEqual([true, false]);
    expect(JSON.stringify(sessions)).not.toMatch(/token|hash/);
    await endSession(actor, { id: sessions[1]?.id });
    expect(await isOpen(elsewhere)).toBe(false);
    expect(await refusal(endSession(actor, { id: sessions[1]?.id }))).toMatchObject({ code: "not-found" });
  });

  it("are nobody else's", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    expect(await refusal(endSession(one.actor, { id: other.actor.sessionId }))).toMatchObject({
      code: "not-found",
    });
    expect(await isOpen(other.here)).toBe(true);
    const { sessions } = await getAccount(one.actor, {});
    expect(sessions.map(({ id }) => id)).not.toContain(other.actor.sessionId);
  });
});
