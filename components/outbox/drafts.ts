import { database, keyOf, told, writeFor } from "./database";
import { seal, unseal } from "./seal";
import { countsOf } from "./store";

/** The open form as it stands, so that a crash loses nothing; one of a kind. */
export async function keepDraft(owner: string, form: string, values: Record<string, string[]>) {
  const sealed = await seal(await keyOf(owner), values);
  const write = await writeFor(owner, "drafts");
  await write.objectStore("drafts").put({ owner, form, savedAt: Date.now(), sealed });
  await write.done;
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
  const write = await writeFor(owner, "books");
  await write.objectStore("books").put({ owner, at: Date.now(), sealed });
  await write.done;
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
  const { waiting, refused, photos } = await countsOf(owner);
  const write = db.transaction(["parcels", "drafts", "books", "keys", "state"], "readwrite");
  await write.objectStore("state").delete("owner");
  await write.objectStore("books").delete(owner);
  for (const key of await write.objectStore("drafts").getAllKeys())
    if (key[0] === owner) await write.objectStore("drafts").delete(key);
  for (const parcel of await write.objectStore("parcels").index("owner").getAll(owner))
    if (parcel.state === "sent" && photos === 0) await write.objectStore("parcels").delete(parcel.item);
  if (waiting + refused + photos === 0) await write.objectStore("keys").delete(owner);
  await write.done;
  told();
}
