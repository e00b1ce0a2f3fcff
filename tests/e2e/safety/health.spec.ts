import { expect, test } from "@playwright/test";
import { as } from "./as";
import { send } from "./wire";

test("health answers anybody, briefly, and is never kept", async () => {
  const answer = await send("/api/health");
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({ status: "ok" });
  expect(Object.keys(JSON.parse(answer.body)).sort()).toEqual(["status", "version"]);
  expect(answer.headers["cache-control"]).toContain("no-store");
  expect(answer.headers["content-type"]).toContain("application/json");
  expect(answer.headers["set-cookie"]).toBeUndefined();
});

test("health says the same whoever asks and whatever cookie they bring", async () => {
  const [officer, stranger] = [await as("ward_officer"), await send("/api/health")];
  expect((await officer.send("/api/health")).body).toBe(stranger.body);
  const torn = await send("/api/health", { headers: { cookie: "__Host-portal.session=torn" } });
  expect(torn.body).toBe(stranger.body);
});

test("health answers HEAD, and nothing that writes", async () => {
  expect((await send("/api/health", { method: "HEAD" })).status).toBe(200);
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const { status } = await send("/api/health", {
      method,
      headers: { origin: "https://evil.example", "content-length": "0" },
    });
    expect(status, method).toBe(403);
  }
});
