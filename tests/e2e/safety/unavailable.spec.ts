import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "@playwright/test";
import { encode } from "next-auth/jwt";

const secret = "a secret of this test alone, long enough for the portal to take";

/** A port nobody listens at. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}

test("while the database is away, pages answer 503 and say so, and nobody gets in (S39, R2)", async ({
  browser,
}) => {
  const [port, nothing] = [await freePort(), await freePort()];
  const server = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: {
      ...process.env,
      PORT: String(port),
      AUTH_SECRET: secret,
      APP_DATABASE_URL: `postgres://nobody:nothing@127.0.0.1:${nothing}/none`,
    },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  try {
    await once(server, "message");
    const token = await encode({ token: { session: "somebody" }, secret });
    const context = await browser.newContext({
      baseURL: `http://localhost:${port}`,
      extraHTTPHeaders: { cookie: `__Host-portal.session=${token}` },
    });
    const page = await context.newPage();
    for (const path of ["/", "/outreach-sessions", "/units", "/map"]) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(503);
      expect(answer?.headers()["retry-after"], path).toBe("10");
      await expect(page.getByRole("heading", { name: "Hệ thống tạm ngừng" }), path).toBeVisible();
    }
    // What needs no database still answers as ever.
    expect((await context.request.get("/no-such-page", { maxRedirects: 0 })).status()).not.toBe(500);
    expect((await context.request.get("/api/health")).status()).toBe(503);
    await context.close();
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
});
