import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { closeLimiters } from "@/lib/core/limits";
import { hashPassword } from "@/lib/core/passwords";
import { confirmPassword, endSession, hashSecret, signIn } from "@/lib/core/sign-in";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
const right = "bốn con vịt xiêm bơi qua sông";
const wrong = "năm con vịt xiêm bơi qua sông";

/** Somebody who can sign in, each from an address of their own. */
async function somebody(more: { disabled?: boolean; expires?: string } = {}) {
  const actor = await db.actor("city_officer");
  await db.owner.query("INSERT INTO user_password (user_id, hash, expires_at) VALUES ($1, $2, $3)", [
    actor.userId,
    await hashPassword(right),
    more.expires ?? null,
  ]);
  if (more.disabled)
    await db.owner.query("UPDATE app_user SET disabled_at = now() WHERE id = $1", [actor.userId]);
  return { ...actor, address: randomUUID() };
}
const from = (address: string = randomUUID()) => ({ address, agent: "Firefox" });
const answer = (attempt: Promise<string>) =>
  attempt.then(
    () => "in",
    (error) => (error instanceof AppError ? (error.details.issues?.[0]?.code ?? error.code) : String(error)),
  );
const holder = async (secret: string) =>
  (await db.owner.query("SELECT username, must_change FROM app_session($1)", [hashSecret(secret)])).rows[0];

describe("the door", () => {
  it("opens to the right password, in any case of the name, and keeps only the secret's hash (S12)", async () => {
    const user = await somebody();
    const secrets = [
      await signIn(user.username, right, from()),
      await signIn(` ${user.username.toUpperCase()} `, right.normalize("NFD"), from()),
    ];
    expect(new Set(secrets).size).toBe(2);
    expect(await holder(secrets[0] as string)).toEqual({ username: user.username, must_change: false });
    const { rows } = await db.owner.query("SELECT token_hash FROM user_session WHERE user_id = $1", [
      user.userId,
    ]);
    expect(JSON.stringify(rows)).not.toContain(secrets[0]);
    expect((await db.audit("sign-in"))[0]).toMatchObject({ outcome: "done", subject_id: user.username });
  });

  it("says the same of an unknown name, a wrong password, a disabled and an expired account (S10)", async () => {
    const [known, disabled, expired] = [
      await somebody(),
      await somebody({ disabled: true }),
      await somebody({ expires: "2026-01-01" }),
    ];
    expect(await answer(signIn("khong.co.ai", right, from()))).toBe("sign-in-wrong");
    expect(await answer(signIn(known.username, wrong, from()))).toBe("sign-in-wrong");
    expect(await answer(signIn(disabled.username, right, from()))).toBe("sign-in-wrong");
    expect(await answer(signIn(expired.username, right, from()))).toBe("sign-in-wrong");
    expect((await db.audit("sign-in")).slice(0, 4).map(({ outcome }) => outcome)).toEqual(
      Array(4).fill("refused"),
    );
  });

  it("works as hard over an unknown name as over a wrong password (S10)", async () => {
    const users = [];
    for (let n = 0; n < 12; n++) users.push(await somebody());
    // Processor time of this process, most of it the hash: a busy machine does not make it longer.
    const work = async (name: string) => {
      const start = process.cpuUsage();
      await answer(signIn(name, wrong, from()));
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (const { username } of users) {
      times.known.push(await work(username));
      times.unknown.push(await work(`khong.${username}`));
    }
    // The lower quartile: what else the process did meanwhile only makes single tries heavier.
    const quartile = (list: number[]) => list.sort((a, b) => a - b)[3] as number;
    const ratio = quartile(times.unknown) / quartile(times.known);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });

  it("holds out against names that are no text", async () => {
    for (const name of [
      "\0",
      "\ud800",
      "a\0b",
      "x".repeat(100_000),
      "'; DROP TABLE app_user; --",
      "%",
      "\n\n",
    ])
      expect(await answer(signIn(name, wrong, from())), JSON.stringify(name.slice(0, 20))).toBe(
        "sign-in-wrong",
      );
    expect(await answer(signIn("ai.do", "\0".repeat(50_000), from()))).toBe("sign-in-wrong");
  });

  it("asks for a new password after a one-time one", async () => {
    const user = await somebody({ expires: new Date(Date.now() + 3_600_000).toISOString() });
    expect(await holder(await signIn(user.username, right, from()))).toMatchObject({ must_change: true });
  });
});

describe("the lock (S4)", () => {
  it("closes an account after five failures, to the right password too, and outlasts a restart", async () => {
    const user = await somebody();
    for (let n = 0; n < 5; n++)
      expect(await answer(signIn(user.username, wrong, from()))).toBe("sign-in-wrong");
    expect(await answer(signIn(user.username, right, from()))).toBe("too-many");
    await closeLimiters();
    expect(await answer(signIn(user.username, right, from()))).toBe("too-many");
    expect(await answer(confirmPassword(user, right).then(String))).toBe("too-many");
    await db.owner.query("UPDATE rate_limit SET expire = 1 WHERE key LIKE '%' || $1", [user.username]);
    expect(await answer(signIn(user.username, right, from()))).toBe("in");
  });

  it("closes to an unknown name the same way", async () => {
    for (let n = 0; n < 5; n++) await answer(signIn("ai.cung.duoc", wrong, from()));
    expect(await answer(signIn("ai.cung.duoc", wrong, from()))).toBe("too-many");
  });

  it("lets at most five of fifty tries at once be checked", async () => {
    const user = await somebody();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => answer(signIn(user.username, wrong, from()))),
    );
    expect(answers.filter((said) => said === "sign-in-wrong").length).toBeLessThanOrEqual(5);
    expect(answers.filter((said) => said === "too-many").length).toBeGreaterThanOrEqual(45);
  });

  it("forgets the failures once the right password came", async () => {
    const user = await somebody();
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await answer(signIn(user.username, wrong, from()));
      expect(await answer(signIn(user.username, right, from()))).toBe("in");
    }
  });

  it("closes an address that fails on one name after another", async () => {
    const address = randomUUID();
    const said: string[] = [];
    for (let n = 0; n < 28; n++) said.push(await answer(signIn(`ten.thu.${n}`, wrong, from(address))));
    expect(said.slice(0, 25)).toEqual(Array(25).fill("sign-in-wrong"));
    expect(said.at(-1)).toBe("too-many");
    expect(await answer(signIn((await somebody()).username, right, from(address)))).toBe("too-many");
  });

  it("does not take a shift that signs in at once from one address for guessing", async () => {
    const [address, users] = [randomUUID(), [] as { username: string }[]];
    for (let n = 0; n < 30; n++) users.push(await somebody());
    const said = await Promise.all(
      users.map(({ username }) => answer(signIn(username, right, from(address)))),
    );
    expect(said).toEqual(Array(30).fill("in"));
  });
});

describe("the present password, asked again (S3)", () => {
  it("is counted with the tries at the door", async () => {
    const user = await somebody();
    expect(await confirmPassword(user, right)).toBe(true);
    for (let n = 0; n < 5; n++) expect(await confirmPassword(user, wrong)).toBe(false);
    expect(await answer(signIn(user.username, right, from()))).toBe("too-many");
    expect((await db.audit("account.change-password"))[0]).toMatchObject({
      outcome: "refused",
      user_name: user.username,
    });
  });
});

describe("signing out (S13)", () => {
  it("ends the session whoever holds a copy of its cookie", async () => {
    const user = await somebody();
    const secret = await signIn(user.username, right, from());
    expect(await holder(secret)).toBeDefined();
    await endSession(secret, user);
    expect(await holder(secret)).toBeUndefined();
    expect((await db.audit("sign-out"))[0]).toMatchObject({ subject_id: user.username });
  });

  it("happens by itself after 60 idle minutes and after 12 hours (S15)", async () => {
    const user = await somebody();
    const age = (secret: string, column: "last_seen_at" | "created_at", span: string) =>
      db.owner.query(`UPDATE user_session SET ${column} = now() - $2::interval WHERE token_hash = $1`, [
        hashSecret(secret),
        span,
      ]);
    const [idle, old] = [
      await signIn(user.username, right, from()),
      await signIn(user.username, right, from()),
    ];
    await age(idle, "last_seen_at", "61 minutes");
    await age(old, "created_at", "12 hours 1 minute");
    expect(await holder(idle)).toBeUndefined();
    expect(await holder(old)).toBeUndefined();
  });
});
