import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { scan } from "@/lib/core/scanner";

const eicar = Buffer.from("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
let server: Server | undefined;

/** A clamd that puts the chunks together and answers as told. */
async function clamd(answer: (content: Buffer, socket: Socket) => void): Promise<string> {
  server = createServer((socket) => {
    let heard = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (part) => {
      heard = Buffer.concat([heard, part]);
      const content = unpack(heard);
      if (content) answer(content, socket);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function unpack(heard: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = heard.indexOf("zINSTREAM\0") + 10;
  while (at + 4 <= heard.length) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

afterEach(() => server?.close());

describe("the malware scanner (S34)", () => {
  it("gets every byte, and its word is taken", async () => {
    let heard: Buffer = Buffer.alloc(0);
    const address = await clamd((content, socket) => {
      heard = content;
      socket.end(content.includes("EICAR") ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0");
    });
    const long = Buffer.alloc(200_000, "abc");
    expect(await scan(long, address)).toBe("clean");
    expect(heard.equals(long)).toBe(true);
    expect(await scan(eicar, address)).toBe("infected");
  });

  it("holds a file when it is down, hangs, hangs up, or says what is neither", async () => {
    expect(await scan(eicar, "127.0.0.1:1")).toBe("held");
    const silent = await clamd(() => undefined);
    const started = Date.now();
    expect(await scan(eicar, silent, 300)).toBe("held");
    expect(Date.now() - started).toBeLessThan(2_000);
    server?.close();
    for (const answer of [
      "",
      "INSTREAM size limit exceeded. ERROR\0",
      "stream: OKAY\0",
      "stream: OK FOUND? ERROR\0",
    ]) {
      const address = await clamd((_, socket) => socket.end(answer));
      expect(await scan(eicar, address, 500), answer).toBe("held");
      server?.close();
    }
  });

  it("is not asked where there is none", async () => {
    process.env.APP_DATABASE_URL ??= "postgres://nowhere";
    process.env.AUTH_SECRET ??= "0".repeat(64);
    expect(await scan(eicar)).toBe("unscanned");
  });
});
