import { createHash } from "node:crypto";

/** The same id for the same thing in every demo: a UUID made from the hash of its name (RFC 9562, version 8). */
export function demoId(kind: string, ...name: (string | number)[]): string {
  const hash = createHash("sha256")
    .update([kind, ...name].join("|"))
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A decision that nobody ever signed: MH stands for "minh họa". */
export function demoDocument(number: number, kind: "QĐ" | "TTr" | "BB" = "QĐ"): string {
  return `${String(number).padStart(2, "0")}/${kind}-MH`;
}
