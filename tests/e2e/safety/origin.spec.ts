import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { tick } from "../page";
import { as, cookieName, enter, lend, makeAccount, makePerson, ownAddress, signedIn } from "./as";
import { count, one, rows } from "./facts";
import { read, specs, submitAs, unheard } from "./forms";
import { portal, send, Visitor } from "./wire";

const { path, button, values, found } = specs.session;

/** Refusals that came from an address of the test's own. */
const refusalsFrom = (address: string, action = "origin") =>
  count("SELECT FROM audit_event WHERE action = $1 AND outcome = 'refused' AND address = $2", [
    action,
    address,
  ]);

const foreign: [name: string, headers: Record<string, string | undefined>][] = [
  ["no origin", { origin: undefined }],
  ["another site", { origin: "https://evil.example" }],
  ["another port", { origin: `http://${portal.hostname}:1` }],
  ["the name as a prefix", { origin: `${portal.origin}.evil.example` }],
  ["the name as a suffix", { origin: `http://evil-${portal.host}` }],
  ["an opaque origin", { origin: "null" }],
  ["an opaque origin of another site", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["a sister site", { origin: undefined, "sec-fetch-site": "same-site" }],
  ["another site, told by the browser", { origin: undefined, "sec-fetch-site": "cross-site" }],
  [
    "another site that claims to be ours",
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  ],
  [
    "another site behind a forged host",
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  ],
  ["another site with a forged pass", { origin: "https://evil.example", "x-portal-path": "/sign-in" }],
  ["no origin but a referrer", { origin: undefined, referer: `${portal.origin}${path}` }],
];

test("a real submission, replayed: only our own origin stores it, and the others are on record (S24)", async ({
  context,
  page,
}) => {
  const officer = await as("ward_officer");
  await lend(context, officer);
  const words = unheard();
  // A browser that keeps nothing posts the form itself, as one without scripts does.
  await page.addInitScript("indexedDB.open = () => { throw new DOMException('blocked', 'SecurityError'); };");
  await page.goto(path);
  await page.getByLabel("Địa điểm").fill(words);
  await page.getByLabel("Ngày", { exact: true }).fill("1999-09-09");
  await page
    .getByLabel("Đơn vị", { exact: true })
    .last()
    .selectOption(String((await values(words)).unitId));
  await tick(page, "Phòng, chống ma túy");
  await page.getByRole("textbox", { name: "Số lượt dự" }).fill("35");
  const caught = new Promise<{ headers: Record<string, string>; body: Buffer }>((resolve) => {
    page.route(`**${path}`, async (route) => {
      const request = route.request();
      if (request.method() !== "POST") return route.continue();
      resolve({ headers: await request.allHeaders(), body: request.postDataBuffer() ?? Buffer.alloc(0) });
      return route.abort();
    });
  });
  await page.getByRole("button", { name: button }).click();
  const { headers, body } = await caught;
  expect(headers["next-action"]).toMatch(/^[0-9a-f]{40,}$/);
  expect(body.toString()).toContain(words);

  const address = ownAddress();
  const sent = {
    accept: headers.accept,
    "content-type": headers["content-type"],
    "next-action": headers["next-action"],
    "next-router-state-tree": headers["next-router-state-tree"],
    cookie: `${cookieName}=${officer.cookies.get(cookieName)}`,
  };
  const replay = (more: Record<string, string | undefined>, from = address) =>
    send(path, { method: "POST", headers: { ...sent, ...more }, body, from });
  for (const [name, more] of foreign) {
    const answer = await replay(more);
    expect(answer.status, name).toBe(403);
    expect(answer.headers["cache-control"], name).toContain("no-store");
    expect(answer.body, name).toBe("Yêu cầu không đến từ trang của cổng. Mở lại trang và thử lại");
  }
  expect(await found(words)).toBe(0);
  expect(await refusalsFrom(address)).toBe(foreign.length);

  const own = await replay({ origin: portal.origin });
  expect(await found(words), own.body.slice(0, 500)).toBe(1);
  // The same again, by origin or by what the browser says: one record (R3).
  await replay({ origin: portal.origin });
  await replay({ origin: undefined, "sec-fetch-site": "same-origin" });
  expect(await found(words)).toBe(1);
});

test("the form of a page without scripts is held to the same", async () => {
  const officer = new Visitor(ownAddress());
  officer.cookies.set(cookieName, (await as("ward_officer")).cookies.get(cookieName) ?? "");
  const form = await officer.form(path, button);
  const words = unheard();
  for (const [name, more] of foreign)
    expect((await officer.post(form, await values(words), more)).status, name).toBe(403);
  expect(await found(words)).toBe(0);
  expect(await refusalsFrom(officer.from ?? "")).toBe(foreign.length);
  // A browser posts "null" from a page that asks for no referrer, and says beside it that it is the same site.
  const plain = await officer.post(form, await values(words), {
    origin: "null",
    "sec-fetch-site": "same-origin",
  });
  expect(plain.status).toBe(303);
  expect(await found(words)).toBe(1);
});

test("signing in, signing out and choosing a language from another site do nothing", async () => {
  const person = await makePerson();
  const evil = { origin: "https://evil.example" };
  const visitor = await signedIn(person);
  const out = await visitor.form("/account", "Đăng xuất");
  expect((await visitor.post(out, {}, evil)).status).toBe(403);
  expect((await visitor.send("/account")).status).toBe(200);
  const language = await visitor.form("/account", "English");
  const chosen = await visitor.post(language, { locale: "en" }, evil);
  expect(chosen.status).toBe(403);
  expect(chosen.headers["set-cookie"]).toBeUndefined();
  const stranger = new Visitor();
  const door = await stranger.form("/sign-in", "Đăng nhập");
  const entered = await stranger.post(door, { ...person, id: undefined }, evil);
  expect(entered.status).toBe(403);
  expect(stranger.cookies.has(cookieName)).toBe(false);
});

test("no method but reading gets in from elsewhere, whatever the address", async () => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    for (const where of ["/", "/users", "/api/health", "/api/refused", "/nowhere"]) {
      const { status } = await send(where, {
        method,
        headers: { origin: "https://evil.example", "content-length": "0" },
      });
      expect(status, `${method} ${where}`).toBe(403);
    }
});

test("a page is not readable from another site, nor its answers", async () => {
  for (const method of ["GET", "OPTIONS", "HEAD"]) {
    const answer = await send("/sign-in", {
      method,
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});

test("x-middleware-subrequest skips neither headers nor guards (S25)", async () => {
  const names = ["middleware", "src/middleware", "proxy", "src/proxy", "pages/_middleware"];
  for (const name of names)
    for (const value of [name, Array(5).fill(name).join(":")]) {
      const headers = {
        "x-middleware-subrequest": value,
        "x-middleware-next": "1",
        "x-middleware-rewrite": "/users",
      };
      const page = await send("/users", { headers });
      expect(page.status, value).toBe(307);
      expect(page.headers["content-security-policy"], value).toContain("frame-ancestors 'none'");
      const written = await send("/sign-in", {
        method: "POST",
        headers: { ...headers, origin: "https://evil.example", "content-length": "0" },
      });
      expect(written.status, value).toBe(403);
    }
});

test("headers that only our own code may set are taken from nobody", async () => {
  const held = await makeAccount("leader");
  const visitor = await signedIn(held);
  const forged = {
    "x-portal-path": "/account/password",
    "x-portal-address": "9.9.9.9",
    "x-invoke-path": "/account/password",
    "x-invoke-query": "{}",
    "x-matched-path": "/account/password",
    "x-now-route-matches": "1=x",
    "x-rewrite-url": "/account/password",
    "x-original-url": "/account/password",
    "x-http-method-override": "DELETE",
    "x-nextjs-data": "1",
    "x-prerender-revalidate": "1",
    "x-real-ip": "9.9.9.9",
    forwarded: "for=9.9.9.9;host=evil.example",
    via: "evil",
  };
  const answer = await visitor.send("/", { headers: forged });
  expect([answer.status, answer.location]).toEqual([307, "/account/password"]);
  const stranger = await send("/users", { headers: forged });
  expect(stranger.status).toBe(307);
  expect(stranger.body).not.toContain("data-figure");
  // What their session row keeps is where the server saw them.
  const kept = await rows<{ address: string }>("SELECT address FROM user_session WHERE user_id = $1", [
    held.id,
  ]);
  expect(kept.map(({ address }) => address)).not.toContain("9.9.9.9");
});

test("redirects never lead to the host that a client names", async () => {
  for (const headers of [
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { forwarded: "host=evil.example" },
    { host: "evil.example" },
  ] as Record<string, string>[]) {
    const { status, headers: got } = await send("/users?x=1", { headers });
    expect(status).toBe(307);
    expect(got.location).toMatch(/^\/sign-in\?next=/);
  }
});

test("forged addresses do not evade the lock of an account (S4, S25)", async () => {
  const person = await makePerson();
  const visitor = new Visitor(ownAddress());
  const form = await visitor.form("/sign-in", "Đăng nhập");
  const attempt = async (password: string, hop: number) => {
    const forged = {
      "x-forwarded-for": `10.0.0.${hop}`,
      "x-real-ip": `10.0.1.${hop}`,
      forwarded: `for=10.0.2.${hop}`,
    };
    return read(
      await visitor.post(form, { username: person.username, password }, forged),
      "/sign-in",
      "Đăng nhập",
    );
  };
  for (let hop = 1; hop <= 5; hop++)
    expect((await attempt(`sai lần thứ ${hop} rồi`, hop)).text).toContain("chưa đúng");
  const locked = await attempt(person.password, 99);
  expect(locked.text).toContain("Đợi 15 phút");
  expect(visitor.cookies.has(cookieName)).toBe(false);
  // From elsewhere, in other letters, with spaces: the same account.
  for (const username of [person.username.toUpperCase(), ` ${person.username} `]) {
    const other = new Visitor(ownAddress());
    await enter(other, username, person.password);
    expect(other.cookies.has(cookieName), username).toBe(false);
  }
  const addresses = await rows<{ address: string }>(
    "SELECT DISTINCT address FROM audit_event WHERE action = 'sign-in' AND outcome = 'refused' AND subject_id = $1",
    [person.username],
  );
  expect(addresses.some(({ address }) => address.startsWith("10."))).toBe(false);
});

test("fifty guesses at once get five checks (S4)", async () => {
  const person = await makePerson();
  const visitor = new Visitor(ownAddress());
  const form = await visitor.form("/sign-in", "Đăng nhập");
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, at) => {
      const answer = await visitor.post(form, {
        username: person.username,
        password: `đoán lần thứ ${at} này`,
      });
      return read(answer, "/sign-in", "Đăng nhập").text;
    }),
  );
  expect(answers.filter((text) => text.includes("chưa đúng")).length).toBeLessThanOrEqual(5);
  expect(answers.filter((text) => text.includes("Đợi 15 phút")).length).toBeGreaterThanOrEqual(45);
});

test("one address that guesses at many accounts is held, whatever it forwards, and only it", async () => {
  const person = await makePerson();
  const guesser = new Visitor(ownAddress());
  const form = await guesser.form("/sign-in", "Đăng nhập");
  for (let batch = 0; batch < 7; batch++)
    await Promise.all(
      [1, 2, 3, 4].map((at) =>
        guesser.post(
          form,
          { username: `nguoi.${randomUUID().slice(0, 8)}`, password: "một câu đoán mò" },
          { "x-forwarded-for": `10.${batch}.${at}.1` },
        ),
      ),
    );
  await guesser.post(form, { ...person, id: undefined }, { "x-forwarded-for": "10.9.9.9" });
  expect(guesser.cookies.has(cookieName)).toBe(false);
  expect((await signedIn(person, ownAddress())).cookies.has(cookieName)).toBe(true);
});

test("an action's name with junk for its arguments does nothing", async () => {
  const officer = await as("ward_officer");
  const form = await officer.form(path, button);
  const id = /"id":"([0-9a-f]+)"/.exec(form.fields.map(([, value]) => value).join())?.[1] ?? "";
  const before = await count("SELECT FROM audit_event WHERE user_name = 'phuloi' AND outcome = 'done'");
  const junk: [action: string, body: string][] = [
    ["x", "[]"],
    ["0".repeat(42), "[]"],
    [`${id}x`, "[]"],
    ["__proto__", "[]"],
    ["constructor", "[]"],
    [id, "[]"],
    [id, "{"],
    [id, '["$K1"]'],
    [id, '["$1:__proto__:constructor:constructor"]'],
    [id, '[{"then":"$1:__proto__:then"},"$B1337"]'],
    [id, '[{"status":"resolved_model","then":"$F1"}]'],
    [id, "[".repeat(20_000)],
  ];
  for (const [action, body] of junk)
    for (const type of ["text/plain;charset=UTF-8", "multipart/form-data; boundary=x"]) {
      const answer = await officer.send(path, {
        method: "POST",
        headers: { origin: portal.origin, "next-action": action, "content-type": type },
        body,
      });
      expect(answer.body, `${action.slice(0, 9)} ${body.slice(0, 30)}`).not.toMatch(
        /at .*\.js:\d|node_modules|ECONN/,
      );
      expect(answer.headers.location).toBeUndefined();
    }
  expect((await send("/api/health")).status).toBe(200);
  expect(
    await count("SELECT FROM audit_event WHERE user_name = 'phuloi' AND outcome = 'done'"),
  ).toBeGreaterThanOrEqual(before);
  expect(
    await one("SELECT 1 AS there FROM app_user WHERE username = 'phuloi' AND disabled_at IS NULL"),
  ).toEqual({ there: 1 });
});

test("a state that the browser made up goes no further than its own page", async () => {
  const officer = await as("ward_officer");
  const form = await officer.form(path, button);
  const words = unheard();
  const key = form.fields.find(([name]) => name.endsWith(":1"))?.[0] ?? "";
  for (const state of [
    '[{"attempt":"9e99","message":"<b>x</b>","errors":{"place":["<img src=x onerror=alert(1)>"]}}]',
    "[null]",
    "[]",
    "[{}]",
    '["x"]',
    '[{"attempt":-5}]',
  ]) {
    const answer = await officer.post(form, { ...(await values(words)), place: "", [key]: state });
    expect(answer.status, state).toBeLessThanOrEqual(500);
    expect(answer.body, state).not.toContain("<img src=x");
  }
  expect(await found(words)).toBe(0);
  const told = await submitAs(officer, specs.session, words);
  expect(told.answer.status).toBe(303);
});
