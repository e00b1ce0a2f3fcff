import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import type { Tx } from "@/lib/core/db";
import { bucketStorage } from "@/lib/core/storage";

let server: Server | undefined;
type Heard = { method: string; url: string; signed: string; body: Buffer };

/** A bucket on this machine; `answer` may take over. */
async function bucket(
  answer?: (request: IncomingMessage, response: ServerResponse) => void,
  patience?: number,
) {
  const objects = new Map<string, Buffer>();
  const heard: Heard[] = [];
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const [method, url] = [request.method ?? "", request.url ?? ""];
    heard.push({ method, url, signed: String(request.headers.authorization), body: Buffer.concat(parts) });
    if (answer) return answer(request, response);
    if (method === "PUT") objects.set(url, Buffer.concat(parts));
    if (method === "DELETE") objects.delete(url);
    const found = objects.get(url);
    if (method === "GET") return response.writeHead(found ? 200 : 404).end(found);
    response.writeHead(method === "DELETE" ? 204 : 200).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tep/`;
  return { heard, storage: bucketStorage({ url, region: "hcm", key: "KHOA", secret: "bi mat" }, patience) };
}

// A bucket has no use for the transaction.
const tx = undefined as unknown as Tx;
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "answered",
    (error) => error.code,
  );

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe("files in an S3-compatible bucket", () => {
  it("are put, read and taken away, each request signed", async () => {
    const { storage, heard } = await bucket();
    const content = new Uint8Array(400_000).fill(7);
    await storage.put(tx, "a-1", content);
    expect(Buffer.from((await storage.get(tx, "a-1")) ?? []).equals(Buffer.from(content))).toBe(true);
    await storage.remove(tx, "a-1");
    expect(await storage.get(tx, "a-1")).toBeUndefined();
    await storage.remove(tx, "a-1");
    expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "PUT /tep/a-1",
      "GET /tep/a-1",
      "DELETE /tep/a-1",
      "GET /tep/a-1",
      "DELETE /tep/a-1",
    ]);
    for (const { signed } of heard)
      expect(signed).toMatch(
        /^AWS4-HMAC-SHA256 Credential=KHOA\/\d{8}\/hcm\/s3\/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$/,
      );
  });

  it("says unavailable when the bucket fails, refuses, redirects or is missing", async () => {
    for (const status of [500, 503, 403, 302]) {
      const { storage } = await bucket((_, response) =>
        response.writeHead(status, { location: "http://127.0.0.1:1/" }).end(),
      );
      expect(await refusal(storage.put(tx, "a", new Uint8Array(1))), `${status}`).toBe("unavailable");
      expect(await refusal(storage.get(tx, "a")), `${status}`).toBe("unavailable");
      expect(await refusal(storage.remove(tx, "a")), `${status}`).toBe("unavailable");
      server?.close();
    }
    const { storage } = await bucket((_, response) => response.writeHead(404).end());
    expect(await refusal(storage.put(tx, "a", new Uint8Array(1)))).toBe("unavailable");
    const nobody = bucketStorage({ url: "http://127.0.0.1:1/tep", region: "x", key: "x", secret: "x" });
    expect(await refusal(nobody.get(tx, "a"))).toBe("unavailable");
  });

  it("waits no longer than its patience, also for bytes that stop coming", async () => {
    const { storage } = await bucket(() => undefined, 300);
    const started = Date.now();
    expect(await refusal(storage.get(tx, "a"))).toBe("unavailable");
    const half = await bucket(
      (_, response) => response.writeHead(200, { "content-length": "10" }).write("12345"),
      300,
    );
    expect(await refusal(half.storage.get(tx, "a"))).toBe("unavailable");
    expect(Date.now() - started).toBeLessThan(3_000);
  });
});
