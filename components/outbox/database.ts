import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from "idb";
import type { Parcel, ParcelAnswer, ParcelTold } from "@/lib/outbox/rules";
import type { Sealed } from "./seal";

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
export type StoredPhoto = {
  id: string;
  item: string;
  owner: string;
  position: number;
  state: "waiting" | "refused";
  sealed: Sealed;
};
export type StoredDraft = { owner: string; form: string; savedAt: number; sealed: Sealed };

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
export function database(): Promise<IDBPDatabase<Schema>> {
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

/** Whoever it is for is no longer the one who uses this device. */
export class NotTheirs extends Error {}

/**
 * A write of something kept for its owner, all or nothing, and only while the owner uses this device: what was
 * under way at sign-out (a fetched book, a draft about to rest) is not written after the device was cleared.
 */
export async function writeFor<Name extends StoreNames<Schema>>(owner: string, ...stores: Name[]) {
  const write = (await database()).transaction<(Name | "state")[], "readwrite">(
    [...stores, "state"],
    "readwrite",
  );
  const current = await write.objectStore("state").get("owner");
  if (current?.value !== owner) {
    write.abort();
    await write.done.catch(() => undefined);
    throw new NotTheirs();
  }
  return write;
}

/** The owner's key: made here, never leaving the browser, not readable even by this code. */
export async function keyOf(owner: string): Promise<CryptoKey> {
  const db = await database();
  const known = await db.get("keys", owner);
  if (known) return known.key;
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  // Another tab may have been faster: its key stands.
  const write = await writeFor(owner, "keys");
  const keys = write.objectStore("keys");
  const first = await keys.get(owner);
  if (!first) await keys.put({ owner, key });
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

export async function setCurrentOwner(owner: string) {
  await (await database()).put("state", { key: "owner", value: owner });
}

/** How far this device's clock is ahead of the server's, in ms. */
export async function clockOffset(): Promise<number> {
  return Number((await (await database()).get("state", "clock"))?.value ?? 0);
}

export async function setClockOffset(ahead: number) {
  await (await database()).put("state", { key: "clock", value: ahead });
}
