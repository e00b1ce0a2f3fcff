// P7, P8, P9: the field form and its outbox in a real browser, on slow lines and a slow processor.
import { chromium } from "@playwright/test";
import { findBrowser } from "../lib/browser.mjs";
import { step } from "../lib/console.mjs";
import { slowLine } from "./slow-line.mjs";
import { quantile } from "./statistics.mjs";

const FORM = "/outreach-sessions/new";
const SECOND_GENERATION = { bitsPerSecond: 250_000, delay: 400 };
const ONE_MEGABIT = { bitsPerSecond: 1_000_000, delay: 50 };
const SLOW_PROCESSOR = 6;
const DRAFTS = 50;
const UNITS = 3_321;

async function phone(browser, origin, headers) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  const [name, value] = headers.cookie.split(/=(.*)/s);
  await context.addCookies([
    { name, value, domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" },
  ]);
  const page = await context.newPage();
  await page.goto(origin + FORM);
  return { context, page };
}

/** Until the device could do without network. */
async function prepared(page) {
  for (let tries = 0; tries < 600; tries += 1) {
    const ready = await page.evaluate(async () => {
      const [shell] = await caches.keys();
      if (!navigator.serviceWorker.controller || !shell) return false;
      if (!(await (await caches.open(shell)).match("/field"))) return false;
      const db = await new Promise((resolve) => {
        const opening = indexedDB.open("portal");
        opening.onsuccess = () => resolve(opening.result);
      });
      const books = await new Promise((resolve) => {
        const counting = db.transaction("books").objectStore("books").count();
        counting.onsuccess = () => resolve(counting.result);
      });
      db.close();
      return books > 0;
    });
    if (ready) return;
    await page.waitForTimeout(200);
  }
  throw new Error("The device did not get ready for use without network");
}

const usable = (page) =>
  page.waitForFunction(() => {
    const form = document.querySelector("input[name=place]")?.closest("form");
    return form && Object.keys(form).some((key) => key.startsWith("__reactProps"));
  });

/** P7: a phone that was here before opens the form over a second-generation line. */
async function repeatVisit(browser, portal, headers) {
  const line = await slowLine({ origin: portal.origin, ...SECOND_GENERATION });
  const { context, page } = await phone(browser, line.origin, headers);
  page.setDefaultTimeout(120_000);
  await prepared(page);
  const times = [];
  for (let visit = 0; visit < 5; visit += 1) {
    const again = await context.newPage();
    const begin = performance.now();
    await again.goto(line.origin + FORM, { waitUntil: "commit", timeout: 60_000 });
    await usable(again);
    times.push(performance.now() - begin);
    await again.close();
  }
  await context.close();
  line.close();
  return { p50: quantile(times, 0.5), most: Math.max(...times) };
}

/** The longest time from a key to the paint after it, while somebody types. */
async function typing(page, locator, text) {
  await page.evaluate(() => {
    globalThis.slowest = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (/^(keydown|keypress|keyup|input|beforeinput)$/.test(name)) globalThis.slowest.push(duration);
    }).observe({ type: "event", durationThreshold: 16 });
  });
  await locator.pressSequentially(text, { delay: 60 });
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, ...globalThis.slowest));
}

/** P8: typing with a sixth of a processor; the picker over as many units as the country has. */
async function slowTyping(browser, portal, headers) {
  const { context, page } = await phone(browser, portal.origin, headers);
  await prepared(page);
  const names = ["Ninh Kiều", "Phú Lợi", "An Bình", "Mỹ Khánh", "Tân An", "Vĩnh Thạnh", "Long Đức", "Hòa Tú"];
  const many = Array.from({ length: UNITS }, (_, at) => ({
    id: 100_000 + at,
    fullName: `Xã ${names[at % 8]} ${at}`,
  }));
  const answer = await (await context.request.get(`${portal.origin}/api/field/v1`)).json();
  await page.route("**/api/field/v1", (route) =>
    route.fulfill({ json: { ...answer, book: { ...answer.book, partners: many } } }),
  );
  await page.evaluate(() => {
    const opening = indexedDB.open("portal");
    return new Promise((resolve) => {
      opening.onsuccess = () => {
        const write = opening.result.transaction("books", "readwrite");
        write.objectStore("books").clear();
        write.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      };
    });
  });
  await page.reload();
  await prepared(page);
  await page.goto(`${portal.origin}/field`);
  await usable(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW_PROCESSOR });
  const text = await typing(page, page.locator("input[name=place]"), "Nhà văn hóa khóm 3, phường Phú Lợi");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.locator("summary", { hasText: "Thêm chi tiết" }).click();
  const picker = await typing(page, page.locator("#field-coUnitIds"), "vinh thanh 2029");
  await context.close();
  return { text, picker };
}

/** P9: how long saving takes on the device, and fifty drafts over one megabit. */
async function outbox(browser, portal, headers) {
  const line = await slowLine({ origin: portal.origin, ...ONE_MEGABIT });
  const { context, page } = await phone(browser, line.origin, headers);
  page.setDefaultTimeout(120_000);
  await prepared(page);
  await context.setOffline(true);
  const saves = [];
  for (let nth = 0; nth < 6; nth += 1) {
    await page.goto(`${line.origin}/field`);
    await usable(page);
    await page.locator("input[name=place]").fill(`Điểm đo ${nth} ${Math.random()}`);
    await page.locator("label:has(input[name=topics])").first().click();
    await page.locator("input[name=attendance]").fill("30");
    await page.evaluate(() => {
      const mark = performance.measure.bind(performance);
      performance.measure = (...given) => {
        const measured = mark(...given);
        sessionStorage.setItem(measured.name, String(measured.duration));
        return measured;
      };
    });
    await page.locator("form button[type=submit]").last().click();
    await page.waitForURL("**/field?kept=*");
    saves.push(Number(await page.evaluate(() => sessionStorage.getItem("outbox save"))));
  }
  // Forty-four more of the same, by the rescue file's own way in.
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Lưu tệp cứu hộ" }).click(),
  ]);
  const stream = await download.createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  const file = JSON.parse(Buffer.concat(parts).toString());
  const [first] = file.parcels;
  file.parcels = Array.from({ length: DRAFTS - saves.length }, (_, nth) => {
    const id = crypto.randomUUID();
    const place = `Điểm đo thêm ${nth} ${Math.random()}`;
    return {
      ...first,
      item: crypto.randomUUID(),
      record: id,
      values: { ...first.values, id: [id], place: [place] },
    };
  });
  await page.locator("input[type=file]").setInputFiles({
    name: "outbox.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await page.waitForFunction(
    (all) => document.querySelectorAll("[data-state=waiting]").length === all,
    DRAFTS,
  );
  const begin = performance.now();
  await context.setOffline(false);
  await page.waitForFunction((all) => document.querySelectorAll("[data-state=sent]").length === all, DRAFTS);
  const flushed = performance.now() - begin;
  await context.close();
  line.close();
  return { save: quantile(saves, 0.5), slowestSave: Math.max(...saves), flushed };
}

export async function measureField({ portal, headers }) {
  const { env, ...options } = await findBrowser();
  const browser = await chromium.launch({ ...options, env: { ...process.env, ...env } });
  try {
    return await step("The field form in a browser: slow line, slow processor, outbox", async () => ({
      visit: await repeatVisit(browser, portal, headers),
      typing: await slowTyping(browser, portal, headers),
      outbox: await outbox(browser, portal, headers),
    }));
  } finally {
    await browser.close();
  }
}
