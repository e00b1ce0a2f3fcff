import type { Blocked, ParcelTold } from "@/lib/outbox/rules";
import { type Content, currentOwner, type Photo } from "./database";
import { flush, post } from "./flush";
import { drop, keep, parcelsOf } from "./store";

export { clockOffset, currentOwner, onChange, setClockOffset, setCurrentOwner } from "./database";
export { bookOf, draftOf, dropDraft, keepBook, keepDraft, wipe } from "./drafts";
export * from "./rescue";
export { countsOf, drop, keep, parcelsOf } from "./store";
export { flush, post };

export type Submitted =
  | { kind: "stored"; href: string }
  | { kind: "refused"; told: ParcelTold }
  | { kind: "waiting"; why: Blocked }
  /** Nothing could be kept on this device: full, blocked, or nobody's yet. */
  | { kind: "unkept" };

/** How long a form waits for an answer before it says that it is kept and goes on. */
const patience = 8_000;

/**
 * Saves what was typed on the device first, then sends it. What is refused goes back to its form and off the
 * device; what finds no network waits.
 */
export async function submit(content: Content, photos: readonly Photo[], quick = true): Promise<Submitted> {
  let owner: string | undefined;
  try {
    owner = await currentOwner();
    if (!owner) return { kind: "unkept" };
    const start = performance.now();
    await keep(owner, content, photos);
    performance.measure("outbox save", { start });
  } catch {
    return { kind: "unkept" };
  }
  askToStay();
  const why = (await flush(owner, AbortSignal.timeout(quick ? patience : 60_000))) ?? "server";
  const [parcel] = (await parcelsOf(owner)).filter(({ item }) => item === content.item);
  if (parcel?.state === "sent" && parcel.href) return { kind: "stored", href: parcel.href };
  if (parcel?.state === "refused" && parcel.content?.told) {
    const { told } = parcel.content;
    // Its photos stay with the form that is still open.
    await drop(content.item);
    return { kind: "refused", told };
  }
  return { kind: "waiting", why };
}

/** Asks the browser not to clear this device's storage by itself, and to send when the network is back. */
function askToStay() {
  void navigator.storage?.persist?.().catch(() => undefined);
  void navigator.serviceWorker?.ready
    .then((registration) =>
      (registration as { sync?: { register: (tag: string) => Promise<void> } }).sync?.register(
        "portal-outbox",
      ),
    )
    .catch(() => undefined);
}
