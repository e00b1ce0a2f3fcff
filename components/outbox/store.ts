import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Parcel, ParcelAnswer, ParcelTold } from "@/lib/outbox/rules";
import { type Sealed, seal, unseal, unsealBytes } from "./seal";

/** What is known of a parcel without its key: enough to count, order and send. */
export type StoredParcel = {
  item: string;
  owner: string;
  state: "waiting" | "refused" | "sent";
  savedAt: number;
  /** Raised by every mending, so that an answer to an earlier edition does not settle a later one. */
  edition: number;
  sentAt?: number;
  /** Where the stored record is, once sent. */
  href?: string;
  /** What was typed and, once refused, why; gone when sent. */
  sealed?: Sealed;
};
type StoredPhoto = {
  id: string;
  item: string;
  owner: string;
  position: number;
  state: "waiting" | "refused";
  sealed: Sealed;
};
type StoredDraft = { owner: string; form: string; savedAt: number; sealed: Sealed };

/** A parcel opened by its owner. */
export type Content = Parcel & { record: string; told?: ParcelTold };
export type Outgoing = Content & { edition: number };
export type Settled = { content: Outgoing; answer: ParcelAnswer };
export type Photo = { id: string; item: string; name: string; blob: Blob; refused?: string };
export type OpenParcel = Omit<StoredParcel, "sealed"> & { content?: Content; photos: Photo[] };

interface Schema extends DBSchema {
  keys: { key: string; value: { owner: string; key: CryptoKey } };
  parcels: { key: string; value: StoredParcel; indexes: { owner: string } };
  photos: { key: string; value: StoredPhoto; indexes: { item: string; owner: string } };
  drafts: { key: [string, string]; value: StoredDraft };
  books: { key: string; value: { owner: string; at: number; sealed: Sealed } };
  state: { key: string; value: { key: string; value: string | number } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** The device's own database. A later version adds to it; nothing that waits is ever dropped by an upgrade. */
function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("portal", 1, {
    upgrade(db) {
      db.createObjectStore("keys", { keyPath: "owner" });
      db.createObjectStore("parcels", { keyPath: "item" }).createIndex("owner", "owner");
      const photos = db.createObjectStore("photos", { keyPath: "id" });
      photos.createIndex("item", "item");
      photos.createIndex("owner", "owner");
      db.createObjectStore("drafts", { keyPath: ["owner", "form"] });
      db.createObjectStore("books", { keyPath: "owner" });
      db.createObjectStore("state", { keyPath: "key" });
    },
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = undefined;
    },
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** The owner's key: made here, never leaving the browser, not readable even by this code. */
async function keyOf(owner: string): Promise<CryptoKey> {
  const db = await database();
  const known = await db.get("keys", owner);
  if (known) return known.key;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  // Another tab may have been faster: its key stands.
  const write = db.transaction("keys", "readwrite");
  const first = await write.store.get(owner);
  if (!first) await write.store.put({ owner, key });
  await write.done;
  return first?.key ?? key;
}

const changes = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("portal-outbox");

/** Tells every tab, this one too, that what waits is another now. */
export function told() {
  changes?.postMessage("changed");
  globalThis.dispatchEvent?.(new Event("portal-outbox"));
}

/** Runs on every change, in whichever tab it was made. */
export function onChange(run: () => void): () => void {
  changes?.addEventListener("message", run);
  globalThis.addEventListener("portal-outbox", run);
  return () => {
    changes?.removeEventListener("message", run);
    globalThis.removeEventListener("portal-outbox", run);
  };
}

/** Who uses this device now; undefined until somebody signed in on it. */
export async function currentOwner(): Promise<string | undefined> {
  const row = await (await database()).get("state", "owner");
  return row?.value as string | undefined;
}

export async function setCurrentOwner(owner: string | undefined) {
  const db = await database();
  if (owner) await db.put("state", { key: "owner", value: owner });
  else await db.delete("state", "owner");
}

/** How far this device's clock is ahead of the server's, in ms. */
export async function clockOffset(): Promise<number> {
  return Number((await (await database()).get("state", "clock"))?.value ?? 0);
}

export async function setClockOffset(ahead: number) {
  await (await database()).put("state", { key: "clock", value: ahead });
}

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
  const write = (await database()).transaction(["parcels", "photos"], "readwrite");
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
  return opened.sort((a, b) => a.savedAt - b.savedAt);
}

/** A parcel's photos that are not sent yet. */
export async function photosOf(owner: string, item: string): Promise<Photo[]> {
  const key = await keyOf(owner);
  const stored = await (await database()).getAllFromIndex("photos", "item", item);
  const photos = await Promise.all(
    stored
      .sort((a, b) => a.position - b.position)
      .map(async ({ id, state, sealed }) => {
        const { name, refused } = await unseal<{ name: string; refused?: string }>(key, sealed);
        const bytes = await unsealBytes(key, sealed);
        return {
          id,
          item,
          name,
          refused: state === "refused" ? (refused ?? "") : undefined,
          blob: new Blob([bytes], { type: "image/jpeg" }),
        };
      }),
  );
  return photos;
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
  const next = parcels
    .filter(({ state, sealed }) => state === "waiting" && sealed)
    .sort((a, b) => a.savedAt - b.savedAt)
    .slice(0, most);
  return Promise.all(
    next.map(async ({ sealed, edition }) => ({ ...(await unseal<Content>(key, sealed as Sealed)), edition })),
  );
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

export async function dropPhoto(id: string) {
  await photoSent(id);
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

/** The open form as it stands, so that a crash loses nothing; one of a kind. */
export async function keepDraft(owner: string, form: string, values: Record<string, string[]>) {
  const sealed = await seal(await keyOf(owner), values);
  await (await database()).put("drafts", { owner, form, savedAt: Date.now(), sealed });
}

export async function draftOf(owner: string, form: string): Promise<Record<string, string[]> | undefined> {
  const stored = await (await database()).get("drafts", [owner, form]);
  return stored && unseal<Record<string, string[]>>(await keyOf(owner), stored.sealed).catch(() => undefined);
}

export async function dropDraft(owner: string, form: string) {
  await (await database()).delete("drafts", [owner, form]);
}

/** What the session form offers this owner, kept for days without network. */
export async function keepBook(owner: string, book: unknown) {
  const sealed = await seal(await keyOf(owner), book);
  await (await database()).put("books", { owner, at: Date.now(), sealed });
}

export async function bookOf<T>(owner: string): Promise<{ at: number; book: T } | undefined> {
  const stored = await (await database()).get("books", owner);
  const book = stored && (await unseal<T>(await keyOf(owner), stored.sealed).catch(() => undefined));
  return stored && book ? { at: stored.at, book } : undefined;
}

/**
 * At sign-out: everything of the owner leaves the device but what was not sent, which stays sealed for the
 * owner's return. Without anything unsent the key goes too, and what was sealed with it can never be read again.
 */
export async function wipe(owner: string) {
  const db = await database();
  await setCurrentOwner(undefined);
  const { waiting, refused, photos } = await countsOf(owner);
  const write = db.transaction(["parcels", "drafts", "books", "keys"], "readwrite");
  await write.objectStore("books").delete(owner);
  for (const key of await write.objectStore("drafts").getAllKeys())
    if (key[0] === owner) await write.objectStore("drafts").delete(key);
  for (const parcel of await write.objectStore("parcels").index("owner").getAll(owner))
    if (parcel.state === "sent" && photos === 0) await write.objectStore("parcels").delete(parcel.item);
  if (waiting + refused + photos === 0) await write.objectStore("keys").delete(owner);
  await write.done;
  told();
}
