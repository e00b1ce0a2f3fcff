import { describe, expect, it } from "vitest";
import { idAt, withUpload } from "@/lib/core/upload";

const form = (bytes: number) => {
  const fields = new FormData();
  fields.set("id", "x");
  fields.append("file", new Blob([new Uint8Array(bytes)]), "ảnh chợ.jpg");
  return new Request("http://portal/", { method: "POST", body: fields });
};
const refusal = (request: Request, most = 1_000_000) =>
  withUpload(request, most, async () => "read").catch(
    (error) => error.details?.issues?.[0]?.code ?? error.code,
  );

/** A body without a length that goes on and on; tells how much of it was taken. */
function endless() {
  const taken = { bytes: 0 };
  const body = new ReadableStream({
    pull(controller) {
      taken.bytes += 100_000;
      controller.enqueue(new Uint8Array(100_000));
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  return {
    taken,
    request: new Request("http://portal/", { method: "POST", body, headers, duplex: "half" } as RequestInit),
  };
}

describe("an upload", () => {
  it("is read with its names", async () => {
    await withUpload(form(500_000), 1_000_000, async (fields) => {
      const file = fields.get("file") as File;
      expect([fields.get("id"), file.name, file.size]).toEqual(["x", "ảnh chợ.jpg", 500_000]);
    });
  });

  it("stops at the limit while it is read, whatever length was announced (413)", async () => {
    expect(await refusal(form(1_000_001))).toBe("too-large");
    const { request, taken } = endless();
    expect(await refusal(request)).toBe("too-large");
    expect(taken.bytes).toBeLessThan(2_000_000);
  });

  it("tells too many at once from one that is too large", async () => {
    const waits: (() => void)[] = [];
    const held = Array.from({ length: 3 }, () =>
      withUpload(form(50_000_000), 60_000_000, () => new Promise<void>((resolve) => waits.push(resolve))),
    );
    await expect.poll(() => waits.length).toBe(3);
    expect(await refusal(form(50_000_000), 60_000_000)).toBe("unavailable");
    for (const go of waits) go();
    await Promise.all(held);
    expect(await refusal(form(50_000_000), 60_000_000)).toBe("read");
  });

  it("refuses what is no form, or breaks off", async () => {
    expect(await refusal(new Request("http://portal/", { method: "POST", body: "x" }))).toBe("required");
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    expect(
      await refusal(new Request("http://portal/", { method: "POST", body: "--x\r\nhalf", headers })),
    ).toBe("torn");
  });

  it("gives every file of a form its own id, the same each time", () => {
    const id = "0b7c1d8e-4a55-4c8e-9b11-8f0a7c9d2e11";
    expect(idAt(id, 0)).toBe(id);
    expect(idAt(id, 1)).toBe(idAt(id, 1));
    expect(new Set([0, 1, 2, 3].map((at) => idAt(id, at))).size).toBe(4);
    expect(idAt(id, 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
