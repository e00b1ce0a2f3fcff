import sharp from "sharp";
import { describe, expect, it } from "vitest";

// Made before the module under test closes every other loader.
const noise = await sharp({
  create: {
    width: 4_000,
    height: 3_000,
    channels: 3,
    background: "#777",
    noise: { type: "gaussian", mean: 128, sigma: 60 },
  },
})
  .jpeg({ quality: 95 })
  .toBuffer();
const half = (left: string, right: string) =>
  sharp({ create: { width: 400, height: 200, channels: 3, background: left } }).composite([
    { input: { create: { width: 200, height: 200, channels: 3, background: right } }, left: 200, top: 0 },
  ]);
const exif = {
  IFD0: { Make: "MAY-ANH-RIENG", Copyright: "Ai do" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "10/1 2/1 0/1",
    GPSLongitudeRef: "E",
    GPSLongitude: "105/1 47/1 0/1",
  },
};
const { makePhoto, makeThumb, photoBytes, photoSide } = await import("@/lib/core/photos");

const refusal = (content: Uint8Array) =>
  makePhoto(content).then(
    () => "made",
    (error) => error.details?.issues?.[0]?.code ?? String(error),
  );
const head = (content: Uint8Array) => sharp(content).metadata();

/** A PNG that says how large it is and holds next to nothing. */
function hollowPng(width: number, height: number): Buffer {
  const png = Buffer.from(
    "89504e470d0a1a0a0000000d494844520000000000000000080200000000000000000000004944415400000000",
    "hex",
  );
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc(png.subarray(12, 29)), 29);
  return png;
}
const crc = (bytes: Uint8Array) => {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
};

describe("a photo made anew", () => {
  it("carries none of what came along: place, camera, profile, comments", async () => {
    const sent = await half("red", "blue").withExif(exif).withIccProfile("p3").jpeg().toBuffer();
    expect((await head(sent)).exif).toBeDefined();
    expect(sent.includes("MAY-ANH-RIENG")).toBe(true);
    const { content } = await makePhoto(
      Buffer.concat([sent, Buffer.from("<script>alert(1)</script>PK\x03\x04")]),
    );
    const made = await head(content);
    expect([made.format, made.exif, made.icc, made.xmp, made.iptc, made.comments]).toEqual([
      "jpeg",
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    for (const trace of ["MAY-ANH-RIENG", "Ai do", "<script>", "GPS"])
      expect(Buffer.from(content).includes(trace), trace).toBe(false);
  });

  it("stands upright, as the camera was held", async () => {
    // Orientation 6: turn clockwise; what lay left comes to the top.
    const sent = await half("#ff0000", "#0000ff").withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { content, width, height } = await makePhoto(sent);
    expect([width, height]).toEqual([200, 400]);
    expect((await head(content)).orientation).toBeUndefined();
    const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ];
    expect(at(100, 50)[0]).toBeGreaterThan(200);
    expect(at(100, 350)[2]).toBeGreaterThan(200);
  });

  it("is at most 1600 px and 300 kB, however noisy", async () => {
    const { content, width, height } = await makePhoto(noise);
    expect(content.length).toBeLessThanOrEqual(photoBytes);
    expect(Math.max(width, height)).toBeLessThanOrEqual(photoSide);
    expect(width / height).toBeCloseTo(4 / 3, 2);
    expect(await head(content)).toMatchObject({ width, height });
  });

  it("is made of PNG and WebP too, see-through parts white, and never larger than it was", async () => {
    const clear = sharp({
      create: { width: 60, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    for (const sent of [
      await clear.clone().png().toBuffer(),
      await clear.clone().webp({ lossless: true }).toBuffer(),
    ]) {
      const made = await makePhoto(sent);
      expect(made).toMatchObject({ width: 60, height: 40 });
      const { data } = await sharp(made.content).raw().toBuffer({ resolveWithObject: true });
      expect(Math.min(...data)).toBeGreaterThan(250);
    }
    const grey = await sharp({ create: { width: 30, height: 30, channels: 3, background: "#888" } })
      .greyscale()
      .png()
      .toBuffer();
    expect((await makePhoto(grey)).width).toBe(30);
    expect((await head(await makeThumb(noise.subarray()))).width).toBe(320);
  });

  it("refuses a bomb by its head, at once (S33)", async () => {
    const before = process.memoryUsage().rss;
    expect(await refusal(hollowPng(30_000, 30_000))).toBe("too-many-pixels");
    expect(await refusal(hollowPng(2_000_000_000, 2))).not.toBe("made");
    const wide = await sharp({ create: { width: 16_000, height: 4_000, channels: 3, background: "red" } })
      .jpeg()
      .toBuffer();
    expect(await refusal(wide)).toBe("too-many-pixels");
    const progressive = await sharp({
      create: { width: 7_000, height: 5_000, channels: 3, background: "red" },
    })
      .jpeg({ progressive: true })
      .toBuffer();
    expect(await refusal(progressive)).toBe("too-many-pixels");
    // Unpacked, the first alone would be 2.7 GB.
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
  });

  it("refuses what is torn, or no picture at all", async () => {
    expect(await refusal(Buffer.from("\xff\xd8\xff\xe0 nothing behind", "latin1"))).toBe("damaged");
    expect(await refusal(hollowPng(10, 10))).toBe("damaged");
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBe(
      "damaged",
    );
    expect(await refusal(noise.subarray(0, noise.length / 3))).toBe("damaged");
  });
});
