import {
  type Blocked,
  batchSize,
  blockedBy,
  clockAhead,
  firstBatch,
  isForgotten,
  type ParcelAnswer,
  protocol,
} from "@/lib/outbox/rules";
import { type Content, type Outgoing, type Settled, setClockOffset } from "./database";
import { forgetReceipts, photoRefused, photoSent, readyPhotos, settle, waitingOf } from "./store";

/** A request that hangs is given up: the same parcels can be sent again at no risk. */
const patience = 30_000;

/**
 * Sends what waits, oldest first, twenty at a time, then the photos of what is stored. One tab or worker at a
 * time; the others wait their turn and find nothing left. Returns why it stopped, or undefined when all was sent.
 */
export async function flush(owner: string, signal?: AbortSignal): Promise<Blocked | undefined> {
  const { locks } = navigator;
  if (!locks) return send(owner, signal);
  try {
    return await locks.request("portal-outbox", { signal }, () => send(owner, signal));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return "network";
    throw error;
  }
}

async function send(owner: string, signal?: AbortSignal): Promise<Blocked | undefined> {
  let most: number = batchSize;
  for (;;) {
    const queue = await waitingOf(owner, most);
    if (queue.length === 0) break;
    const parcels = firstBatch(queue, (parcel) => JSON.stringify(parcel.values).length);
    const answers = await post(owner, parcels, signal);
    if (answers === "unreadable") {
      // One of them cannot be read: found by sending them one by one, and set aside for its owner.
      if (parcels.length === 1) await settle(owner, parcels.map(unreadable));
      most = 1;
      continue;
    }
    if (typeof answers === "string") return answers;
    const settled: Settled[] = parcels.flatMap((content) => {
      const answer = answers.find(({ item }) => item === content.item);
      return answer ? [{ content, answer }] : [];
    });
    if (settled.length === 0) return "server";
    await settle(owner, settled);
  }
  const blocked = await sendPhotos(owner, signal);
  if (!blocked) await forgetReceipts(owner, (sentAt) => isForgotten(sentAt, Date.now()));
  return blocked;
}

const unreadable = (content: Outgoing): Settled => ({
  content,
  answer: {
    item: content.item,
    stored: false,
    code: "malformed",
    told: { status: "error", errors: {}, unreadable: true },
  },
});

/** One request; the answers in the order of the parcels, or why nothing was taken. */
export async function post(
  owner: string,
  parcels: readonly Content[],
  signal?: AbortSignal,
): Promise<ParcelAnswer[] | Blocked | "unreadable"> {
  const body = JSON.stringify({
    version: protocol,
    owner,
    parcels: parcels.map(({ item, command, values }) => ({ item, command, values })),
  });
  try {
    const response = await fetch("/api/sync/v1", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal: patient(signal),
    });
    if (!response.ok) return blockedBy(response.status);
    const { answers, now } = (await response.json()) as { answers: ParcelAnswer[]; now: number };
    // A device that keeps nothing has its answers all the same.
    await setClockOffset(clockAhead(Date.now(), now)).catch(() => undefined);
    return answers;
  } catch {
    return "network"; // no answer, or half of one: nothing is known, everything stays and is sent again
  }
}

async function sendPhotos(owner: string, signal?: AbortSignal): Promise<Blocked | undefined> {
  for (const { href, photos } of await readyPhotos(owner))
    for (const photo of photos) {
      const body = new FormData();
      body.set("id", photo.id);
      body.set("file", new File([photo.blob], photo.name, { type: photo.blob.type }));
      try {
        const response = await fetch(`/api${href}/files`, {
          method: "POST",
          headers: { accept: "application/json" },
          body,
          signal: patient(signal),
        });
        if (response.ok) await photoSent(photo.id);
        else if (response.status === 401 || response.status === 429 || response.status >= 500)
          return response.status === 401 ? "signed-out" : "server";
        else
          await photoRefused(owner, photo, ((await response.json()) as { message?: string }).message ?? "");
      } catch {
        return "network";
      }
    }
  return undefined;
}

/** Ends with the caller's signal or when patience does; written out for phones older than AbortSignal.any. */
function patient(signal: AbortSignal | undefined): AbortSignal {
  const own = new AbortController();
  const end = () => own.abort();
  setTimeout(end, patience);
  if (signal?.aborted) end();
  else signal?.addEventListener("abort", end, { once: true });
  return own.signal;
}
