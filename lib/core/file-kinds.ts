import { inflateRawSync } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";

/** What a file is by its bytes, never by its name or by what the sender says (S31). */
export type FileNature =
  | { accepted: "photo"; mediaType: "image/jpeg" | "image/png" | "image/webp" }
  | { accepted: "document"; mediaType: string; extension: string }
  | { accepted: false; code: string };

const refuse = (code: string): FileNature => ({ accepted: false, code });

export async function natureOf(content: Uint8Array): Promise<FileNature> {
  if (content.length === 0) return refuse("empty");
  if (startsWith(content, [0xff, 0xd8, 0xff])) return { accepted: "photo", mediaType: "image/jpeg" };
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { accepted: "photo", mediaType: "image/png" };
  if (latin(content, 0, 4) === "RIFF" && latin(content, 8, 12) === "WEBP")
    return { accepted: "photo", mediaType: "image/webp" };
  if (latin(content, 0, 5) === "%PDF-")
    return { accepted: "document", mediaType: "application/pdf", extension: "pdf" };
  if (latin(content, 0, 2) === "PK") return officeOf(content);
  return refuse(await nameOf(content));
}

/** What a refused file is called, so that its sender knows what to do; from its first bytes only. */
async function nameOf(content: Uint8Array): Promise<string> {
  const head = content.slice(0, 4_096);
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  const { ext = "", mime = "" } = known ?? {};
  if (/^hei[cf]/.test(ext) || /image\/hei[cf]/.test(mime)) return "kind-heic";
  if (ext in refusedKinds) return refusedKinds[ext] ?? "kind-unknown";
  if (/^(video|audio)\//.test(mime)) return "kind-video";
  const text = latin(head, 0, 1_024)
    .replace(/^(\u00ef\u00bb\u00bf)?\s*/, "")
    .toLowerCase();
  if (/<svg[\s>]/.test(text)) return "kind-svg";
  if (/^<(!doctype html|html|head|body|script|iframe|!--)/.test(text)) return "kind-html";
  if (text.startsWith("#!")) return "kind-program";
  return "kind-unknown";
}

const refusedKinds: Record<string, string> = {
  avif: "kind-avif",
  gif: "kind-gif",
  tif: "kind-tiff",
  tiff: "kind-tiff",
  bmp: "kind-bmp",
  exe: "kind-program",
  elf: "kind-program",
  macho: "kind-program",
  msi: "kind-program",
  cfb: "kind-old-office",
  rtf: "kind-rtf",
  rar: "kind-archive",
  "7z": "kind-archive",
  gz: "kind-archive",
  bz2: "kind-archive",
  xz: "kind-archive",
  zst: "kind-archive",
  tar: "kind-archive",
};

const offices = [
  ["docx", "wordprocessingml.document"],
  ["xlsx", "spreadsheetml.sheet"],
  ["pptx", "presentationml.presentation"],
] as const;

/** More than any report holds; past it a file is meant to choke whoever opens it (S33). */
const mostEntries = 5_000;
const mostUnpacked = 300_000_000;
const mostContentTypes = 1_000_000;

/** Word, Excel and PowerPoint documents without macros; read from the archive's directory, nothing is unpacked but one list. */
function officeOf(content: Uint8Array): FileNature {
  const entries = directoryOf(content);
  if (!entries) return refuse("damaged");
  if (entries === "too-much") return refuse("kind-bomb");
  const list = entries.find(({ name }) => name === "[Content_Types].xml");
  if (!list) return refuse("kind-archive");
  const types = unpack(content, list);
  // Written so that a plain search could miss something: no office program writes it so.
  if (types === undefined || /&#|<!|\0/.test(types)) return refuse("damaged");
  const all = `${types}\n${entries.map(({ name }) => name).join("\n")}`;
  if (/vbaproject|vbadata|macroenabled|macrosheet/i.test(all)) return refuse("kind-macro");
  const office = offices.find(([, type]) => types.includes(`officedocument.${type}.main+xml`));
  if (!office) return refuse("kind-archive");
  const [extension, type] = office;
  return {
    accepted: "document",
    extension,
    mediaType: `application/vnd.openxmlformats-officedocument.${type}`,
  };
}

type Entry = { name: string; method: number; packed: number; at: number };

/** The entries that an archive's directory names; undefined when it is not a whole archive from its first byte. */
function directoryOf(content: Uint8Array): Entry[] | "too-much" | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  // 0xffff stands where the true numbers are in the 64-bit form, which no document of this size needs.
  if (count > mostEntries || at === 0xffffffff) return "too-much";
  const entries: Entry[] = [];
  let unpacked = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: new TextDecoder().decode(content.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/"),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    unpacked += view.getUint32(at + 24, true);
    if (unpacked > mostUnpacked) return "too-much";
    at += 46 + nameLength + extra + comment;
  }
  return at === end && entries.some((entry) => entry.at === 0) ? entries : undefined;
}

/** Where the record stands that ends an archive; after it only its own comment. */
function endOfDirectory(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (
      view.getUint32(at, true) === 0x06054b50 &&
      at + 22 + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  return undefined;
}

/** A part of a document that `natureOf` accepted, as text; undefined when there is none, or it unpacks to more than `most` bytes. */
export function partOf(content: Uint8Array, name: string, most: number): string | undefined {
  const entries = directoryOf(content);
  const entry = Array.isArray(entries) ? entries.find((part) => part.name === name) : undefined;
  return entry && unpack(content, entry, most);
}

function unpack(
  content: Uint8Array,
  { at, packed, method }: Entry,
  most = mostContentTypes,
): string | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (at + 30 > content.length || view.getUint32(at, true) !== 0x04034b50) return undefined;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const bytes = content.subarray(from, from + packed);
  if (method !== 0 && method !== 8) return undefined;
  try {
    if (method === 0 && bytes.length > most) return undefined;
    const text = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: most });
    return new TextDecoder("utf-8", { fatal: true }).decode(text);
  } catch {
    return undefined;
  }
}

const startsWith = (content: Uint8Array, bytes: number[]) => bytes.every((byte, at) => content[at] === byte);
const latin = (content: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...content.subarray(from, to));
