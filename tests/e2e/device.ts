import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./as";
import { ready } from "./page";

/** Until the device could do without network: the worker with its page, and what the form offers its people. */
export async function prepared(page: Page, people = 1): Promise<void> {
  const shell = () =>
    page.evaluate(async () => {
      const [name] = await caches.keys();
      if (!navigator.serviceWorker.controller || !name) return false;
      return (await (await caches.open(name)).match("/field")) !== undefined;
    });
  await expect.poll(shell, { timeout: 30_000 }).toBe(true);
  await expect.poll(async () => (await records(page, "books")).length).toBe(people);
}

/** What stands in a store of the device's own database; sealed parts are bytes. */
export const records = <T = unknown>(page: Page, store: string): Promise<T[]> =>
  page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open("portal");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => resolve(opening.result);
    });
    if (!db.objectStoreNames.contains(name)) {
      db.close();
      return [];
    }
    const found = await new Promise<unknown[]>((resolve) => {
      const reading = db.transaction(name).objectStore(name).getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    db.close();
    return JSON.parse(JSON.stringify(found));
  }, store) as Promise<T[]>;

/** Makes everything that waits so many days older. */
export const age = (page: Page, days: number): Promise<void> =>
  page.evaluate(async (ms) => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("portal");
      opening.onsuccess = () => resolve(opening.result);
    });
    const write = db.transaction("parcels", "readwrite");
    const reading = write.objectStore("parcels").getAll();
    reading.onsuccess = () => {
      for (const parcel of reading.result)
        write.objectStore("parcels").put({ ...parcel, savedAt: parcel.savedAt - ms });
    };
    await new Promise((resolve) => {
      write.oncomplete = resolve;
    });
    db.close();
  }, days * 86_400_000);

type Typed = { place: string; day?: string; attendance?: string };

/** Fills in what the shortest session needs; the day is one that no other test writes on. */
export async function fill(page: Page, { place, day, attendance = "30" }: Typed): Promise<void> {
  await ready(page);
  if (day) await page.getByLabel("Ngày", { exact: true }).fill(day);
  await page.getByLabel("Địa điểm").fill(place);
  // The form opens with the channel of the last session.
  await page.getByLabel("Hình thức", { exact: true }).selectOption("meeting");
  const topic = page.locator("label", { hasText: "Lừa đảo qua mạng" });
  if (!(await topic.getByRole("checkbox").isChecked())) await topic.click();
  await page.getByLabel("Số lượt dự", { exact: true }).fill(attendance);
}

export const save = (page: Page) => page.getByRole("button", { name: /^Lưu (cuộc tuyên truyền|thay đổi)$/ });

/** The outbox's lines in one state. */
export const parcels = (page: Page, state?: "waiting" | "refused" | "sent") =>
  page.locator(state ? `[data-state="${state}"]` : "[data-state]");

/** Saves without network: the session is kept, and its page says so. */
export async function saveOffline(page: Page, typed: Typed): Promise<void> {
  await fill(page, typed);
  await save(page).click();
  await page.waitForURL(/\/field\?kept=/);
  await expect(parcels(page, "waiting").filter({ hasText: typed.place })).toBeVisible();
}

export const openForm = async (page: Page) => {
  await page.goto("/outreach-sessions/new");
  await ready(page);
};

/** Everything the browser keeps, as text: caches' addresses and bodies, and the device's own database. */
export const keptText = (page: Page): Promise<{ caches: string[]; html: string; database: string }> =>
  page.evaluate(async () => {
    const found: string[] = [];
    let html = "";
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(new URL(request.url).pathname);
        const response = await cache.match(request);
        if (response?.headers.get("content-type")?.includes("html")) html += await response.text();
      }
    }
    const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
    let database = "";
    for (const name of names) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of db.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve) => {
          const reading = db.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
        });
        // Bytes as the letters they would be: what is sealed reads as noise.
        const text = JSON.stringify(values, (_, value) =>
          value instanceof ArrayBuffer || ArrayBuffer.isView(value)
            ? new TextDecoder().decode(value as ArrayBuffer)
            : value,
        );
        database += `${store}: ${text}\n`;
      }
      db.close();
    }
    return { caches: found, html, database };
  });

/** How often a place is stored. */
export async function storedTimes(context: BrowserContext, place: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`/outreach-sessions?from=2025-07-01&to=2026-12-31&q=${encodeURIComponent(place)}`);
  const times = await page.locator("main table tbody tr").filter({ hasText: place }).count();
  await page.close();
  return times;
}
