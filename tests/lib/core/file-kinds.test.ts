import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { natureOf } from "@/lib/core/file-kinds";
import { officeDocument, zip } from "@/tests/zip";

const plain = sharp({ create: { width: 20, height: 10, channels: 3, background: "#0e5a3c" } });
const code = async (content: Uint8Array) => {
  const nature = await natureOf(content);
  return nature.accepted ? `${nature.accepted} ${nature.mediaType}` : nature.code;
};
const brand = (name: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${name}\0\0\0\0mif1${name}`),
    Buffer.alloc(400),
  ]);

describe("what a file is, by its bytes (S31)", () => {
  it("knows the three kinds of photos and the four of documents", async () => {
    expect(await code(await plain.clone().jpeg().toBuffer())).toBe("photo image/jpeg");
    expect(await code(await plain.clone().png().toBuffer())).toBe("photo image/png");
    expect(await code(await plain.clone().webp().toBuffer())).toBe("photo image/webp");
    expect(await code(Buffer.from("%PDF-1.7\n"))).toBe("document application/pdf");
    for (const kind of ["docx", "xlsx", "pptx"] as const)
      expect(await natureOf(officeDocument(kind))).toMatchObject({ accepted: "document", extension: kind });
  });

  it("refuses by name what else a phone or a desk sends", async () => {
    const cases: [Uint8Array, string][] = [
      [brand("heic"), "kind-heic"],
      [brand("mif1"), "kind-heic"],
      [brand("avif"), "kind-avif"],
      [await plain.clone().gif().toBuffer(), "kind-gif"],
      [await plain.clone().tiff().toBuffer(), "kind-tiff"],
      [Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "kind-svg"],
      [Buffer.from("\ufeff  <svg onload=alert(1)>"), "kind-svg"],
      [Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), "kind-html"],
      [Buffer.from("MZ\x90\0".padEnd(200, "\0"), "latin1"), "kind-program"],
      [Buffer.from("\x7fELF".padEnd(200, "\0"), "latin1"), "kind-program"],
      [Buffer.from("#!/bin/sh\nrm -rf /"), "kind-program"],
      [brand("isom"), "kind-video"],
      [zip([{ name: "a.txt", content: "a" }]), "kind-archive"],
      [Buffer.from("Rar!\x1a\x07\0".padEnd(100, "\0"), "latin1"), "kind-archive"],
      [Buffer.from("d0cf11e0a1b11ae1".padEnd(2_000, "0"), "hex"), "kind-old-office"],
      [Buffer.from("{\\rtf1 x}"), "kind-rtf"],
      [Buffer.from("chỉ là chữ"), "kind-unknown"],
      [new Uint8Array(0), "empty"],
    ];
    for (const [content, expected] of cases) expect(await code(content), expected).toBe(expected);
  });

  it("refuses macros wherever they hide", async () => {
    const hidden = [
      officeDocument("docx", [{ name: "word/vbaProject.bin", content: "x" }]),
      officeDocument("xlsx", [{ name: "xl\\VBAPROJECT.BIN", content: "x" }]),
      officeDocument("xlsx", [{ name: "xl/macrosheets/sheet1.xml", content: "x" }]),
      officeDocument(
        "pptx",
        [],
        '<Override PartName="/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
      ),
      officeDocument(
        "docx",
        [],
        '<Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
      ),
    ];
    for (const document of hidden) expect(await code(document)).toBe("kind-macro");
    // Spelt so that a search for the word misses it.
    expect(
      await code(
        officeDocument("docx", [], '<Default ContentType="application/vnd.ms-office.vba&#80;roject"/>'),
      ),
    ).toBe("damaged");
  });

  it("refuses archives that choke, quickly (S33)", async () => {
    const many = zip(Array.from({ length: 60_000 }, (_, at) => ({ name: `word/${at}.xml` })));
    const list = deflateSync(Buffer.alloc(50_000_000, "<Types>")).subarray(2, -4);
    const packed = zip([{ name: "[Content_Types].xml", content: list, claims: 100 }]);
    packed.writeUInt16LE(8, packed.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 10);
    const before = process.memoryUsage().arrayBuffers;
    const started = Date.now();
    expect(await code(many)).toBe("kind-bomb");
    expect(
      await code(zip([...Array.from({ length: 3 }, (_, at) => ({ name: `${at}`, claims: 2_000_000_000 }))])),
    ).toBe("kind-bomb");
    expect(await code(packed)).toBe("damaged");
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  });

  it("takes no archive with something before, after or instead of its directory", async () => {
    const document = officeDocument("docx");
    expect(await code(Buffer.concat([document, Buffer.from("<script>")]))).toBe("damaged");
    expect(await code(document.subarray(0, -30))).toBe("damaged");
    expect(await code(Buffer.from("PK"))).toBe("damaged");
    expect(await code(Buffer.concat([Buffer.from("PK"), Buffer.alloc(5_000_000, 0x50)]))).toBe("damaged");
    expect(await code(Buffer.concat([Buffer.from("GIF89a"), document]))).toBe("kind-gif");
    expect(await code(Buffer.concat([Buffer.from("PKjunk"), document]))).toBe("damaged");
  });
});
