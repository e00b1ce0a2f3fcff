import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { type Account, accounts, as, cookieName, lend } from "./as";
import { ownCode, records } from "./facts";
import { type Answer, portal, send, sendBytes, Visitor } from "./wire";

/** The directives of a policy by name. */
function policyOf({ headers }: Answer): Map<string, string[]> {
  const parts = String(headers["content-security-policy"]).split(";");
  return new Map(parts.map((part) => part.trim().split(/\s+/)).map(([name = "", ...rest]) => [name, rest]));
}

async function pages(): Promise<[who: Account | "anonymous", path: string, status: number][]> {
  const { session, user } = await records();
  return [
    ["anonymous", "/sign-in", 200],
    ["anonymous", "/users", 307],
    ["anonymous", "/setup/x", 200],
    ["anonymous", "/nowhere", 404],
    ["ward_officer", "/", 200],
    ["ward_officer", "/outreach-sessions/new", 200],
    ["ward_officer", `/outreach-sessions/${session.own.id}`, 200],
    ["ward_officer", "/users", 403],
    ["ward_officer", `/outreach-sessions/${session.other.id}`, 404],
    ["administrator", `/users/${user.id}`, 200],
    ["administrator", "/audit", 200],
  ];
}

test("every page carries the headers of S27 and S35, whatever its status", async () => {
  for (const [who, path, status] of await pages()) {
    const visitor = who === "anonymous" ? new Visitor() : await as(who);
    const answer = await visitor.send(path);
    expect(answer.status, path).toBe(status);
    expect(answer.headers, path).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": expect.stringContaining("no-store"),
      "strict-transport-security": expect.stringMatching(/max-age=\d{8,}/),
    });
    expect(answer.headers["x-powered-by"], path).toBeUndefined();
    expect(answer.headers.server, path).toBeUndefined();
    expect(answer.headers["access-control-allow-origin"], path).toBeUndefined();
    const policy = policyOf(answer);
    for (const name of ["object-src", "base-uri", "frame-ancestors"])
      expect(policy.get(name), `${path} ${name}`).toEqual(["'none'"]);
    expect(policy.get("form-action"), path).toEqual(["'self'"]);
    const scripts = policy.get("script-src") ?? [];
    expect(scripts, path).toContain("'strict-dynamic'");
    expect(scripts.join(" "), path).toMatch(/'nonce-[\w+/=]{20,}'/);
    expect(scripts.join(" "), path).not.toMatch(/unsafe|https?:|\*|data:/);
  }
});

test("the nonce is new every time, and every script and style of the page carries it", async () => {
  const officer = await as("ward_officer");
  const seen = new Set<string>();
  for (const path of ["/", "/", "/outreach-sessions", "/sign-in?x"]) {
    const answer = await officer.send(path);
    const nonce = /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1] ?? "";
    expect(seen.has(nonce)).toBe(false);
    seen.add(nonce);
    const tags = answer.body.match(/<(script|style)\b[^>]*>/g) ?? [];
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(answer.body).not.toMatch(/\son[a-z]+="|javascript:/);
  }
});

test("a policy or nonce that the client sends is not taken over", async () => {
  const headers = { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'" };
  const answer = await send("/sign-in", { headers });
  expect(answer.body).not.toContain('nonce="mine"');
  expect(String(answer.headers["content-security-policy"])).not.toContain("mine");
});

test("answers that are no pages are not kept either", async () => {
  const officer = await as("ward_officer");
  const payload = await officer.payload("/outreach-sessions");
  expect(payload.status).toBe(200);
  expect(payload.headers["cache-control"]).toContain("no-store");
  const form = await officer.form("/outreach-sessions/new", "Lưu cuộc tuyên truyền");
  const failed = await officer.post(form, { place: "" });
  expect(failed.status).toBe(200);
  expect(failed.headers["cache-control"]).toContain("no-store");
  expect(failed.headers["x-content-type-options"]).toBe("nosniff");
});

test("what builds the pages may be kept, is typed and not guessed at", async () => {
  const { body } = await send("/sign-in");
  const files = [...new Set(body.match(/\/_next\/static\/[^"\\]+\.(js|css)/g))].slice(0, 4);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const answer = await send(file);
    expect(answer.status, file).toBe(200);
    expect(answer.headers["content-type"], file).toMatch(file.endsWith("css") ? "text/css" : "javascript");
    expect(answer.headers["set-cookie"], file).toBeUndefined();
  }
  const map = await send(`${files.find((file) => file.endsWith("js"))}.map`);
  expect(map.status).toBe(404);
});

test("the session's cookie is the host's own, secure, and out of scripts' reach (S16)", async () => {
  const visitor = new Visitor();
  const form = await visitor.form("/sign-in", "Đăng nhập");
  const answer = await visitor.post(form, {
    username: accounts.leader,
    password: process.env.DEMO_PASSWORD ?? "",
  });
  const lines = answer.headers["set-cookie"] ?? [];
  const line = lines.find((text) => text.startsWith(`${cookieName}=`)) ?? "";
  const flags = line.split(";").map((part) => part.trim().toLowerCase());
  expect(cookieName).toMatch(/^__Host-/);
  for (const flag of ["secure", "httponly", "samesite=lax", "path=/"]) expect(flags).toContain(flag);
  expect(flags.some((flag) => flag.startsWith("domain"))).toBe(false);
  expect(flags).toContain("max-age=43200");
  expect(answer.headers["cache-control"]).toContain("no-store");
  expect(answer.location).not.toContain(accounts.leader);
});

for (const line of ["TRACE / HTTP/1.1", "TRACK / HTTP/1.1", "CONNECT evil.example:443 HTTP/1.1"])
  test(`${line.split(" ")[0]} is refused on the wire (S39)`, async () => {
    const answer = await sendBytes(`${line}\r\nHost: ${portal.host}\r\nCookie: a=b\r\n\r\n`);
    expect(answer).toContain(" 405 ");
  });

test("a broken request is told so without a word about the server", async () => {
  const answer = await sendBytes("GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n");
  expect(answer).toContain(" 400 ");
});

test("two lengths in one request are refused: nothing is smuggled behind it", async () => {
  const answer = await sendBytes(
    `POST /sign-in HTTP/1.1\r\nHost: ${portal.host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/health HTTP/1.1\r\nHost: ${portal.host}\r\n\r\n`,
  );
  expect(answer).toContain(" 400 ");
});

/** Collects what the browser says against the policy or against hydration. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

const isAlive = (page: Page) =>
  page.waitForFunction(() => {
    const form = document.querySelector("form, main a[href]");
    return form !== null && Object.keys(form).some((key) => key.startsWith("__reactFiber"));
  });

test("pages come to life under the policy, with nothing blocked", async ({ context, page }) => {
  const { session } = await records();
  const heard = listen(page);
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto("/sign-in");
  await isAlive(page);
  await page.getByLabel("Hiện ký tự đã gõ").click();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveAttribute("type", "text");
  await lend(context, await as("administrator"));
  for (const path of [
    "/",
    "/outreach-sessions",
    `/outreach-sessions/${session.own.id}`,
    "/security-models",
    "/awards",
    "/rural-standard",
    "/units",
    `/units/${ownCode}`,
    "/users/new",
    "/audit",
    "/policy",
    "/account",
  ]) {
    await page.goto(path);
    await isAlive(page);
  }
  expect(heard).toEqual([]);
});

test("a script that got into a page would not run", async ({ page }) => {
  await page.goto("/sign-in");
  const ran = await page.evaluate(async () => {
    const flags = window as typeof window & { ran?: string[] };
    flags.ran = [];
    document.body.insertAdjacentHTML(
      "beforeend",
      `<img src=x onerror="window.ran.push('handler')"><iframe srcdoc="<script>parent.ran.push('frame')</script>"></iframe>
       <base href="https://evil.example/"><a id="evil" href="javascript:window.ran.push('link')">x</a>`,
    );
    document.getElementById("evil")?.click();
    const image = new Image();
    await new Promise((resolve) => {
      image.onerror = resolve;
      image.src = "/nowhere.png";
    });
    return { ran: flags.ran, base: document.baseURI };
  });
  expect(ran.ran).toEqual([]);
  expect(ran.base.startsWith(portal.origin)).toBe(true);
});

test("the portal cannot be framed", async ({ page }) => {
  const stranger = createServer((_, response) =>
    response
      .setHeader("content-type", "text/html")
      .end(`<iframe name="framed" src="${portal.origin}/sign-in"></iframe>`),
  );
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  try {
    const heard = listen(page);
    await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
    await expect(() => expect(heard.join()).toMatch(/frame-ancestors|X-Frame-Options/)).toPass({
      timeout: 10_000,
    });
    expect(await page.frameLocator("[name=framed]").locator("form").count()).toBe(0);
  } finally {
    stranger.close();
  }
});
