import {
  type Content,
  database,
  keyOf,
  type OpenParcel,
  type Outgoing,
  type Photo,
  type Settled,
  told,
  writeFor,
} from "./database";
import { type Sealed, seal, unseal, unsealBytes } from "./seal";

/** Saves a parcel and its photos, or the same one anew; the order is that of first saving. */
export async function keep(owner: string, content: Content, photos: readonly Photo[] = []) {
  const key = await keyOf(owner);
  const { told: _, ...fresh } = content;
  const sealed = await seal(key, fresh);
  const sealedPhotos = await Promise.all(
    photos.map(async (photo, position) => ({
      id: photo.id,
      item: content.item,
      owner,
      position,
      state: "waiting" as const,
      sealed: await seal(key, { name: photo.name }, await photo.blob.arrayBuffer()),
    })),
  );
  const write = await writeFor(owner, "parcels", "photos");
  const before = await write.objectStore("parcels").get(content.item);
  await write.objectStore("parcels").put({
    item: content.item,
    owner,
    state: "waiting",
    savedAt: before?.savedAt ?? Date.now(),
    edition: (before?.edition ?? 0) + 1,
    sealed,
  });
  const kept = new Set(photos.map(({ id }) => id));
  for (const id of await write.objectStore("photos").index("item").getAllKeys(content.item))
    if (!kept.has(id)) await write.objectStore("photos").delete(id);
  for (const photo of sealedPhotos) await write.objectStore("photos").put(photo);
  await write.done;
  told();
}

/** Everything of an owner on this device, oldest first; what cannot be opened is still counted. */
export async function parcelsOf(owner: string): Promise<OpenParcel[]> {
  const db = await database();
  const key = await keyOf(owner);
  const stored = await db.getAllFromIndex("parcels", "owner", owner);
  const opened = await Promise.all(
    stored.map(async ({ sealed, ...parcel }) => ({
      ...parcel,
      content: sealed && (await unseal<Content>(key, sealed).catch(() => undefined)),
      photos: await photosOf(owner, parcel.item),
    })),
  );
  return opened.sort(bySaving);
}

const bySaving = (a: { savedAt: number }, b: { savedAt: number }) => a.savedAt - b.savedAt;

/** A parcel's photos that are not sent yet. */
export async function photosOf(owner: string, item: string): Promise<Photo[]> {
  const key = await keyOf(owner);
  const stored = await (await database()).getAllFromIndex("photos", "item", item);
  const opened: Photo[] = [];
  for (const { id, state, sealed } of stored.sort((a, b) => a.position - b.position)) {
    const told = await unseal<{ name: string; refused?: string }>(key, sealed).catch(() => undefined);
    if (!told) continue;
    const blob = new Blob([await unsealBytes(key, sealed)], { type: "image/jpeg" });
    opened.push({
      id,
      item,
      name: told.name,
      refused: state === "refused" ? (told.refused ?? "") : undefined,
      blob,
    });
  }
  return opened;
}

/** How much waits, without opening anything. */
export async function countsOf(owner: string) {
  const db = await database();
  const parcels = await db.getAllFromIndex("parcels", "owner", owner);
  const photos = await db.getAllFromIndex("photos", "owner", owner);
  const waiting = parcels.filter(({ state }) => state === "waiting");
  return {
    waiting: waiting.length,
    refused: parcels.filter(({ state }) => state === "refused").length,
    photos: photos.filter(({ state }) => state === "waiting").length,
    oldest: waiting.length ? Math.min(...waiting.map(({ savedAt }) => savedAt)) : undefined,
  };
}

/** The next parcels to send, oldest first. */
export async function waitingOf(owner: string, most: number): Promise<Outgoing[]> {
  const key = await keyOf(owner);
  const parcels = await (await database()).getAllFromIndex("parcels", "owner", owner);
  const opened: Outgoing[] = [];
  for (const { sealed, edition } of parcels.filter(({ state }) => state === "waiting").sort(bySaving)) {
    // Sealed with a key that is gone: it stands in the list, and in nobody's way.
    const content = sealed && (await unseal<Content>(key, sealed).catch(() => undefined));
    if (content) opened.push({ ...content, edition });
    if (opened.length === most) break;
  }
  return opened;
}

/** What became of parcels that were sent: a receipt without content, or the reason with it. One write for all. */
export async function settle(owner: string, settled: readonly Settled[]) {
  const key = await keyOf(owner);
  const refusals = new Map<string, Sealed>();
  for (const { content, answer } of settled) {
    const { edition: _, ...kept } = content;
    if (!answer.stored) refusals.set(content.item, await seal(key, { ...kept, told: answer.told }));
  }
  const write = (await database()).transaction("parcels", "readwrite");
  for (const { content, answer } of settled) {
    const before = await write.store.get(content.item);
    // Mended or dropped while its earlier edition was under way: the later one stays as it is.
    if (before?.state !== "waiting" || before.edition !== content.edition) continue;
    const { sealed: _, ...receipt } = before;
    await write.store.put(
      answer.stored
        ? { ...receipt, state: "sent", sentAt: Date.now(), href: answer.href }
        : { ...before, state: "refused", sealed: refusals.get(content.item) },
    );
  }
  await write.done;
  told();
}

/** Photos whose session is stored, so that they can be sent. */
export async function readyPhotos(owner: string): Promise<{ item: string; href: string; photos: Photo[] }[]> {
  const db = await database();
  const waiting = (await db.getAllFromIndex("photos", "owner", owner)).filter(
    ({ state }) => state === "waiting",
  );
  const ready = [];
  for (const item of new Set(waiting.map((photo) => photo.item))) {
    const parcel = await db.get("parcels", item);
    if (parcel?.state === "sent" && parcel.href)
      ready.push({
        item,
        href: parcel.href,
        photos: (await photosOf(owner, item)).filter(({ refused }) => refused === undefined),
      });
  }
  return ready;
}

export async function photoSent(id: string) {
  await (await database()).delete("photos", id);
  told();
}

export async function photoRefused(owner: string, photo: Photo, why: string) {
  const db = await database();
  const stored = await db.get("photos", photo.id);
  if (!stored) return;
  const sealed = await seal(
    await keyOf(owner),
    { name: photo.name, refused: why },
    await photo.blob.arrayBuffer(),
  );
  await db.put("photos", { ...stored, state: "refused", sealed });
  told();
}

/** Takes a parcel and its photos off the device, at its owner's wish. */
export async function drop(item: string) {
  const write = (await database()).transaction(["parcels", "photos"], "readwrite");
  await write.objectStore("parcels").delete(item);
  for (const id of await write.objectStore("photos").index("item").getAllKeys(item))
    await write.objectStore("photos").delete(id);
  await write.done;
  told();
}

/** Forgets receipts older than a day. */
export async function forgetReceipts(owner: string, isOld: (sentAt: number) => boolean) {
  const db = await database();
  for (const parcel of await db.getAllFromIndex("parcels", "owner", owner)) {
    const waits = await db.countFromIndex("photos", "item", parcel.item);
    if (parcel.state === "sent" && waits === 0 && isOld(parcel.sentAt ?? 0))
      await db.delete("parcels", parcel.item);
  }
}
