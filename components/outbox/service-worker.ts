import { currentOwner } from "./database";
import { flush } from "./flush";

/*
 * The worker behind the field pages. It keeps one public page (the shell, fetched without cookies) with the files
 * it is made of, and nothing else: no page of anybody signed in ever lies in a cache (S36). A new shell is
 * fetched whole before the old one is let go, so that a new version of the portal never leaves a phone without one.
 */
type Extendable = Event & { waitUntil: (done: Promise<unknown>) => void };
type Worker = {
  location: Location;
  clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: {
    (name: "install" | "activate", run: (event: Extendable) => void): void;
    (name: "message", run: (event: Extendable & { data: unknown }) => void): void;
    (name: "sync", run: (event: Extendable & { tag: string }) => void): void;
    (
      name: "fetch",
      run: (
        event: Extendable & { request: Request; respondWith: (answer: Promise<Response>) => void },
      ) => void,
    ): void;
  };
};
// TypeScript's worker types cannot stand beside those of pages; these are the few that are used.
const worker = globalThis as unknown as Worker;

const shell = "/field";
const cachePrefix = "shell-";
/** Pages that the shell can stand in for at once when the line is slow. */
const fieldPages = ["/field", "/outreach-sessions/new"];
const patience = 2_500;

worker.addEventListener("install", (event) => {
  event.waitUntil(renew().then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event) => {
  if (event.data === "renew") event.waitUntil(renew().catch(() => undefined));
});
worker.addEventListener("sync", (event) => {
  if (event.tag === "portal-outbox") event.waitUntil(sendWaiting());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (isAsset(url.pathname)) event.respondWith(asset(request));
});

async function sendWaiting() {
  const owner = await currentOwner();
  const blocked = owner && (await flush(owner));
  if (blocked === "network" || blocked === "server") throw new Error(blocked); // the browser tries again later
}

async function page(request: Request, url: URL): Promise<Response> {
  const network = fetch(request);
  const kept = await cachedShell();
  if (!kept) return network;
  const slow = fieldPages.includes(url.pathname)
    ? new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience))
    : new Promise<never>(() => undefined);
  try {
    return (await Promise.race([network, slow])) ?? kept;
  } catch {
    return kept;
  } finally {
    network.catch(() => undefined);
  }
}

const isAsset = (path: string) => path.startsWith("/_next/static/") || path.startsWith("/icon");

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function shells(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix));
  return names.sort((a, b) => Number(b.slice(cachePrefix.length)) - Number(a.slice(cachePrefix.length)));
}

async function cachedShell(): Promise<Response | undefined> {
  for (const name of await shells()) {
    const found = await (await caches.open(name)).match(shell);
    if (found) return found;
  }
  return undefined;
}

/** Fetches the shell and all it needs; only a whole one takes the place of the one before. */
async function renew() {
  const fetched = await fetch(shell, { credentials: "omit", cache: "no-store" });
  if (!fetched.ok) throw new Error(`the shell answers ${fetched.status}`);
  const html = await fetched.clone().text();
  const files = filesOf(html);
  const [newest] = await shells();
  const before = newest ? await (await (await caches.open(newest)).match(shell))?.text() : undefined;
  if (before !== undefined && sameFiles(filesOf(before), files)) return;
  const name = `${cachePrefix}${Date.now()}`;
  const cache = await caches.open(name);
  try {
    const deeper = await Promise.all(files.map((file) => store(cache, file)));
    await Promise.all(deeper.flat().map((file) => store(cache, file)));
    await cache.put(shell, fetched);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  // The one before stays for pages that are still open with it.
  for (const old of (await shells()).slice(2)) await caches.delete(old);
}

/** Stores a file; a style sheet's fonts come with it. */
async function store(cache: Cache, file: string): Promise<string[]> {
  const response = await fetch(file, { credentials: "omit" });
  if (!response.ok) throw new Error(`${file} answers ${response.status}`);
  const text = file.endsWith(".css") ? await response.clone().text() : "";
  await cache.put(file, response);
  return [...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)]
    .map((match) => new URL(match[1] ?? "", new URL(file, worker.location.origin)))
    .filter((url) => url.origin === worker.location.origin)
    .map((url) => url.pathname);
}

const filesOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2)/g)].map((match) => match[0])),
];

const sameFiles = (a: string[], b: string[]) => a.length === b.length && a.every((file) => b.includes(file));
