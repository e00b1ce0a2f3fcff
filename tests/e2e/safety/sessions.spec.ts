import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { keptText } from "../device";
import { as, cookieName, enter, makeAccount, makePerson, ownAddress, type Person, signedIn } from "./as";
import { one, otherCode, ownCode, rows } from "./facts";
import { read } from "./forms";
import { Visitor } from "./wire";

/** Somebody else with the same cookie. */
function copyOf(visitor: Visitor): Visitor {
  const copy = new Visitor(ownAddress());
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  return copy;
}

/** A stolen cookie opens nothing more: no page, no payload, no write. */
async function expectDead(copy: Visitor) {
  const page = await copy.send("/account");
  expect([page.status, page.location]).toEqual([307, "/sign-in?next=%2Faccount"]);
  expect((await copy.payload("/outreach-sessions")).body).not.toContain("data-figure");
}

/** An act of the administrator on an account, through its page. */
async function administer(person: Person, button: string, changes: Record<string, string> = {}) {
  const administrator = await as("administrator");
  const form = await administrator.form(`/users/${person.id}`, button);
  return administrator.post(form, changes);
}

test("a copied cookie dies with signing out (S13)", async () => {
  const person = await makePerson();
  const visitor = await signedIn(person);
  const copy = copyOf(visitor);
  expect((await copy.send("/account")).status).toBe(200);
  const answer = await visitor.post(await visitor.form("/account", "Đăng xuất"));
  expect([answer.status, answer.location]).toEqual([303, "/sign-in"]);
  expect(visitor.cookies.has(cookieName)).toBe(false);
  await expectDead(copy);
});

test("a copied cookie dies when the administrator disables the account, and the account stays shut", async () => {
  const person = await makePerson("ward_officer", ownCode);
  const visitor = await signedIn(person);
  const form = await visitor.form("/outreach-sessions/new", "Lưu cuộc tuyên truyền");
  expect((await administer(person, "Khóa tài khoản", { reason: "thử khóa" })).status).toBe(303);
  await expectDead(visitor);
  // A form opened before is kept with its text, but stores nothing.
  const late = await visitor.post(form, {
    place: `muộn ${randomUUID()}`,
    topics: ["drugs"],
    attendance: "5",
  });
  expect([200, 303, 307]).toContain(late.status);
  expect(await rows("SELECT FROM outreach_session WHERE created_by_id = $1", [person.id])).toEqual([]);
  const again = new Visitor(ownAddress());
  const told = read(await enter(again, person.username, person.password), "/sign-in", "Đăng nhập");
  expect(told.text).toContain("Tên đăng nhập hoặc mật khẩu chưa đúng");
  expect(again.cookies.has(cookieName)).toBe(false);
  expect((await administer(person, "Mở lại tài khoản", { reason: "thử mở" })).status).toBe(303);
  await expectDead(visitor);
  expect((await signedIn(person)).cookies.has(cookieName)).toBe(true);
});

test("changing the password ends every other session, and keeps one's own", async () => {
  const person = await makePerson();
  const [visitor, elsewhere] = [await signedIn(person), await signedIn(person)];
  const fresh = `câu mới hẳn ${randomUUID()}`;
  const form = await visitor.form("/account/password", "Đổi mật khẩu");
  await visitor.post(form, { currentPassword: person.password, newPassword: fresh, newPasswordAgain: fresh });
  await expectDead(elsewhere);
  expect((await visitor.send("/account")).status).toBe(200);
  const old = new Visitor(ownAddress());
  await enter(old, person.username, person.password);
  expect(old.cookies.has(cookieName)).toBe(false);
});

test("a new one-time password ends every session and the old password", async () => {
  const person = await makePerson();
  const visitor = await signedIn(person);
  const { body } = await administer(person, "Cấp mật khẩu một lần");
  const password = /[a-z]{6}(?:-[a-z]{6}){4}/.exec(body)?.[0] ?? "";
  expect(password).not.toBe("");
  await expectDead(visitor);
  const old = new Visitor(ownAddress());
  await enter(old, person.username, person.password);
  expect(old.cookies.has(cookieName)).toBe(false);
  // The new one opens nothing but the way to change it.
  const held = await signedIn({ ...person, password });
  for (const path of ["/", "/outreach-sessions", "/account", "/users", "/nowhere"]) {
    const answer = await held.send(path);
    expect([answer.status, answer.location], path).toEqual(
      path === "/nowhere" ? [404, ""] : [307, "/account/password"],
    );
    expect((await held.payload(path)).body, path).not.toContain("data-figure");
  }
});

test("the administrator's other ways end sessions too: all of them, another role, another unit", async () => {
  const acts: [button: string, changes: Record<string, string>, edit: boolean][] = [
    ["Kết thúc mọi phiên", {}, false],
    ["Lưu thay đổi", { role: "ward_chief" }, true],
    [
      "Lưu thay đổi",
      {
        unitId: String(
          (await one<{ id: number }>("SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL", [otherCode]))
            .id,
        ),
      },
      true,
    ],
  ];
  const administrator = await as("administrator");
  for (const [button, changes, edit] of acts) {
    const person = await makePerson("ward_officer", ownCode);
    const visitor = await signedIn(person);
    const path = edit ? `/users/${person.id}/edit` : `/users/${person.id}`;
    const answer = await administrator.post(await administrator.form(path, button), changes);
    expect(answer.status).toBe(303);
    await expectDead(visitor);
  }
});

test("one's own other session can be ended, somebody else's cannot (S14)", async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const [here, there, foreign] = [await signedIn(person), await signedIn(person), await signedIn(other)];
  const form = await here.form("/account", "Kết thúc phiên");
  const { id } = await one<{ id: string }>(
    "SELECT id FROM user_session WHERE user_id = $1 AND ended_at IS NULL LIMIT 1",
    [other.id],
  );
  const refused = await here.post(form, { id });
  expect(refused.body).toContain("Phiên này đã kết thúc từ trước");
  expect((await foreign.send("/account")).status).toBe(200);
  await here.post(form);
  await expectDead(there);
  expect((await here.send("/account")).status).toBe(200);
});

test("each sign-in makes a session of its own, and ends the one it replaces (S12)", async () => {
  const person = await makePerson();
  const visitor = await signedIn(person);
  const first = copyOf(visitor);
  const sessions = () =>
    rows<{ id: string; ended_at: Date | null; token_hash: Buffer }>(
      "SELECT id, ended_at, token_hash FROM user_session WHERE user_id = $1 ORDER BY created_at",
      [person.id],
    );
  const before = await sessions();
  // Whoever is signed in sees no door, so the door's form was opened before.
  const stranger = new Visitor();
  const door = await stranger.form("/sign-in", "Đăng nhập");
  const answer = await visitor.post(door, { ...person, id: undefined });
  expect(answer.status).toBe(303);
  const after = await sessions();
  expect(after.length).toBe(before.length + 1);
  expect(visitor.cookies.get(cookieName)).not.toBe(first.cookies.get(cookieName));
  expect(new Set(after.map(({ token_hash }) => token_hash.toString("hex"))).size).toBe(after.length);
  await expectDead(first);
  expect((await visitor.send("/account")).status).toBe(200);
});

test("a session that somebody chose beforehand is not taken (fixation)", async () => {
  const [person, attacker] = [await makePerson(), await makePerson()];
  const planted = await signedIn(attacker);
  const victim = copyOf(planted);
  const door = await new Visitor().form("/sign-in", "Đăng nhập");
  await victim.post(door, { ...person, id: undefined });
  expect((await victim.send("/account")).body).toContain(person.username);
  await expectDead(planted);
});

test("a cookie that was touched, cut or made up is a stranger's", async () => {
  const person = await makePerson();
  const visitor = await signedIn(person);
  const cookie = visitor.cookies.get(cookieName) ?? "";
  const parts = cookie.split(".");
  const flip = (text: string) => text.replace(/^./, (first) => (first === "A" ? "B" : "A"));
  const bad = [
    "",
    "x",
    cookie.slice(0, -1),
    `${cookie}x`,
    ...parts.map((_, at) => parts.map((part, index) => (index === at ? flip(part) || "x" : part)).join(".")),
    parts.slice(1).join("."),
    Buffer.from(JSON.stringify({ session: "x" })).toString("base64url"),
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"session":"x"}').toString("base64url")}.`,
    person.id,
    "a".repeat(8_000),
    "%00",
    "../../etc/passwd",
  ];
  for (const value of bad) {
    const thief = new Visitor();
    thief.cookies.set(cookieName, value);
    const answer = await thief.send("/account");
    expect([answer.status, answer.location], value.slice(0, 40)).toEqual([307, "/sign-in?next=%2Faccount"]);
  }
  // Other names a library might listen to open nothing either.
  for (const name of [
    "next-auth.session-token",
    "__Secure-next-auth.session-token",
    "portal.session",
    "__host-portal.session",
  ]) {
    const thief = new Visitor();
    thief.cookies.set(name, cookie);
    expect((await thief.send("/account")).status, name).toBe(307);
  }
  expect((await visitor.send("/account")).status).toBe(200);
});

test("what is stored of a session cannot be used as one", async () => {
  const person = await makePerson();
  await signedIn(person);
  const { token_hash: hash, id } = await one<{ token_hash: Buffer; id: string }>(
    "SELECT token_hash, id FROM user_session WHERE user_id = $1 ORDER BY created_at DESC LIMIT 1",
    [person.id],
  );
  for (const value of [hash.toString("hex"), hash.toString("base64url"), id]) {
    const thief = new Visitor();
    thief.cookies.set(cookieName, value);
    expect((await thief.send("/account")).status).toBe(307);
  }
});

test("unknown user, wrong password, disabled account: the same words, status and length (S10)", async () => {
  const [person, disabled] = [await makePerson(), await makeAccount()];
  await administer(disabled, "Khóa tài khoản", { reason: "thử" });
  const tries: [username: string, password: string][] = [
    [`la.${randomUUID().slice(0, 8)}`, "một câu nào đó dài dài"],
    [person.username, "một câu nào đó dài dài"],
    [disabled.username, disabled.password],
    [disabled.username, "một câu nào đó dài dài"],
  ];
  const seen = new Set<string>();
  for (const [username, password] of tries) {
    const answer = await enter(new Visitor(ownAddress()), username, password);
    const told = read(answer, "/sign-in", "Đăng nhập");
    expect(answer.headers["set-cookie"]).toBeUndefined();
    seen.add(
      JSON.stringify([
        answer.status,
        told.errors,
        told.title,
        told.text.replaceAll(username, "…"),
        Object.keys(answer.headers).sort(),
      ]),
    );
  }
  expect([...seen]).toHaveLength(1);
});

test("an unknown user takes as long as a wrong password (S10)", async () => {
  const people = await Promise.all([makePerson(), makePerson(), makePerson()]);
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 12; round++) {
    const visitor = new Visitor(ownAddress());
    const form = await visitor.form("/sign-in", "Đăng nhập");
    const time = async (username: string) => {
      const start = performance.now();
      await visitor.post(form, { username, password: "một câu nào đó dài dài" });
      return performance.now() - start;
    };
    times.known.push(await time(people[round % 3]?.username ?? ""));
    times.unknown.push(await time(`la.${randomUUID().slice(0, 8)}`));
  }
  // The fastest is the one that nothing else on this machine slowed; without a hash it would be a third.
  const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
  expect(Math.min(known, unknown) / Math.max(known, unknown)).toBeGreaterThan(0.5);
});

/** The stores of the device's own database that hold anything of a person's. */
const filled = (database: string) =>
  database
    .split("\n")
    .filter((line) => line && !line.startsWith("state:") && !line.endsWith(": []"))
    .map((line) => line.slice(0, line.indexOf(":")));

test("after signing out, Back shows nothing, and the browser keeps nothing (S35, S36)", async ({ page }) => {
  const person = await makePerson("ward_officer", ownCode);
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(person.username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("link", { name: "Cuộc tuyên truyền" }).first().click();
  await expect(page.locator("main [data-figure]").first()).toBeVisible();
  await page.getByRole("button", { name: /^Tài khoản: / }).click();
  await page.locator("#account").getByRole("button", { name: "Đăng xuất" }).click();
  await page.waitForURL((url) => url.pathname === "/sign-in");
  await page.goBack();
  await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
  await expect(page.locator("[data-figure], main table")).toHaveCount(0);
  const kept = await page.evaluate(() => ({
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    cookies: document.cookie,
  }));
  expect(kept).toEqual({ stored: [], cookies: "" });
  // What stays is the field page, which is public, and a database with nothing in it.
  const { caches, html, database } = await keptText(page);
  expect(caches.filter((path) => path !== "/field" && !path.startsWith("/_next/static/"))).toEqual([]);
  expect(html).not.toContain(person.username);
  expect(filled(database)).toEqual([]);
  expect(database).not.toContain(person.id);
});

test("what arrives for somebody who signed out meanwhile is not kept (S36)", async ({ page }) => {
  const person = await makePerson("ward_officer", ownCode);
  // The answer with what the form offers waits until the device was cleared.
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = async (input, init) => {
      const answer = await real(input, init);
      if (!String(input).includes("/api/field/v1")) return answer;
      await new Promise((resolve) => window.addEventListener("late", resolve, { once: true }));
      document.title = "late";
      return answer;
    };
  });
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(person.username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  const asked = page.waitForResponse(/api\/field\/v1/);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await asked;
  // The device is cleared before the sign-out is sent; the answer arrives between the two.
  await page.route("**", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await page.evaluate(() => window.dispatchEvent(new Event("late")));
    await page.waitForFunction(() => document.title === "late");
    await page.waitForTimeout(500);
    await route.continue();
  });
  await page.getByRole("button", { name: /^Tài khoản: / }).click();
  await page.locator("#account").getByRole("button", { name: "Đăng xuất" }).click();
  await page.waitForURL((url) => url.pathname === "/sign-in");
  const { database } = await keptText(page);
  expect(filled(database)).toEqual([]);
  expect(database).not.toContain(person.id);
});
