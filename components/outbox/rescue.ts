import { type Parcel, sendable } from "@/lib/outbox/rules";
import type { Content, Photo } from "./database";
import { keep, parcelsOf } from "./store";

type RescueFile = {
  portal: "outbox";
  version: 1;
  owner: string;
  savedAt: string;
  parcels: (Content & { photos: { id: string; name: string; data: string }[] })[];
};

/** Everything that is not sent, as a file for another device of the same owner. */
export async function rescueFile(owner: string): Promise<File> {
  const parcels = [];
  for (const { content, photos } of await parcelsOf(owner))
    if (content) parcels.push({ ...content, photos: await Promise.all(photos.map(asText)) });
  const file: RescueFile = {
    portal: "outbox",
    version: 1,
    owner,
    savedAt: new Date().toISOString(),
    parcels,
  };
  const name = `cuộc chưa gửi ${file.savedAt.slice(0, 10)}.json`;
  return new File([JSON.stringify(file)], name, { type: "application/json" });
}

/** Takes a rescue file in: what is on the device already, waiting or sent, is left as it is. Returns how many came. */
export async function takeRescueFile(owner: string, file: File): Promise<number | "other" | "broken"> {
  const read = await parse(file);
  if (!read) return "broken";
  if (read.owner !== owner) return "other";
  const known = new Set((await parcelsOf(owner)).map(({ item }) => item));
  const fresh = read.parcels.filter(({ item }) => !known.has(item));
  for (const { photos, ...content } of fresh)
    await keep(owner, content, await Promise.all(photos.map((photo) => asPhoto(content.item, photo))));
  return fresh.length;
}

async function parse(file: File): Promise<RescueFile | undefined> {
  try {
    const read = JSON.parse(await file.text()) as RescueFile;
    const sound = read.portal === "outbox" && read.version === 1 && Array.isArray(read.parcels);
    return sound && read.parcels.every(isParcel) ? read : undefined;
  } catch {
    return undefined;
  }
}

const isParcel = ({ item, command, values }: Parcel) =>
  typeof item === "string" && sendable.includes(command) && typeof values === "object" && values !== null;

async function asText({ id, name, blob }: Photo) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let data = "";
  for (let at = 0; at < bytes.length; at += 8192)
    data += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { id, name, data: btoa(data) };
}

function asPhoto(item: string, { id, name, data }: { id: string; name: string; data: string }): Photo {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return { id, item, name, blob: new Blob([bytes], { type: "image/jpeg" }) };
}
