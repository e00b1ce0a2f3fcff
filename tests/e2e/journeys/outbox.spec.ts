import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, phone, signIn, test } from "../as";
import {
  age,
  fill,
  keptText,
  openForm,
  parcels,
  prepared,
  records,
  save,
  saveOffline,
  storedTimes,
} from "../device";
import { figure, ready, sideways, unfold, unique } from "../page";
import { makePerson } from "../safety/as";
import { one, ownCode, rows } from "../safety/facts";

const form = "/outreach-sessions/new";
/** A phone of its own on which somebody has signed in and that could do without network. */
async function deviceOf(browser: Browser, { username, password }: { username: string; password: string }) {
  const context = await browser.newContext({ ...phone });
  const page = await context.newPage();
  await page.goto(form);
  await signIn(page, username, password);
  await page.waitForURL(`**${form}`);
  await prepared(page);
  return { context, page };
}

const onRecord = (page: Page) => expect(page).toHaveURL(/\/outreach-sessions\/[0-9a-f-]{36}\?saved=1/);
const place = (name: string) => `${name} ${unique()}`;
const stored = (name: string) =>
  rows<{ id: string; attendance: number; version: number; deleted: boolean }>(
    "SELECT id, attendance, version, deleted_at IS NOT NULL AS deleted FROM outreach_session WHERE place = $1 ORDER BY created_at",
    [name],
  );
const sync = "**/api/sync/v1";

test("an ordinary session takes one screen and few taps (U5)", async ({ openAs }) => {
  const page = await openAs("phuloi", form, phone);
  // The officer's last session, whatever else was logged before, is a gathering.
  await fill(page, { place: place("Chợ"), day: "2026-03-20" });
  await save(page).click();
  await onRecord(page);
  await openForm(page);
  let taps = 1; // "Ghi nhận", which opened this page
  const tap = async (locator: ReturnType<Page["locator"]>) => {
    await locator.tap();
    taps += 1;
  };
  // Place, channel, presenters and day stand there already: a topic, how many came, and save.
  await expect(page.getByLabel("Địa điểm")).not.toHaveValue("");
  await tap(page.locator("label:has(input[name=topics])").first());
  await tap(page.getByLabel("Số lượt dự", { exact: true }));
  await page.keyboard.type("45");
  taps += 2;
  await page.getByLabel("Địa điểm").fill(place("Chợ"));
  await tap(save(page));
  await onRecord(page);
  expect(taps).toBeLessThanOrEqual(12);
});

test("three days without network: logged, listed, reopened, sent in order when it is back (R6)", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  await page.context().setOffline(true);
  const places = [place("Nhà văn hóa khóm 7"), place("Chùa Som Rong"), place("Chợ Bông Sen")];
  await saveOffline(page, { place: places[0] as string, day: "2026-03-01" });
  await expect(page.getByText("Đã lưu trên máy này")).toBeVisible();
  expect(await sideways(page)).toBe(0);

  // The form opens without network, from its own address, prefilled as ever.
  for (const name of places.slice(1)) {
    await openForm(page);
    await expect(page.getByText("Không có mạng").first()).toBeVisible();
    await expect(page.getByLabel("Hình thức", { exact: true })).not.toHaveValue("");
    await saveOffline(page, { place: name, day: "2026-03-02" });
  }
  await expect(parcels(page, "waiting")).toHaveCount(3);

  // Any other page says what it needs, and nothing is lost on the way.
  await page.goto("/security-models");
  await expect(page.getByRole("button", { name: /Hộp chờ gửi \(3\)/ })).toBeVisible();
  await age(page, 4);
  await page.goto("/field?view=outbox");
  await expect(page.getByText("3 cuộc chờ quá 3 ngày")).toBeVisible();

  await page.context().setOffline(false);
  await page.getByRole("button", { name: /Hộp chờ gửi/ }).click();
  await expect(parcels(page, "sent")).toHaveCount(3);
  await expect(parcels(page, "waiting")).toHaveCount(0);
  const created = [];
  for (const name of places) {
    const [row, ...more] = await rows<{ at: string }>(
      "SELECT created_at::text AS at FROM outreach_session WHERE place = $1",
      [name],
    );
    expect(more).toEqual([]);
    created.push(row?.at);
  }
  expect(created).toEqual([...created].sort());
  await parcels(page, "sent").first().getByRole("link", { name: "Mở" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Chợ Bông Sen|Chùa|Nhà văn hóa/);
});

test("the shell counts what waits on every page, and a plan to leave is asked about", async ({ browser }) => {
  const person = await makePerson("ward_officer", ownCode);
  const { context, page } = await deviceOf(browser, person);
  const name = place("Sân đình");
  await context.setOffline(true);
  await saveOffline(page, { place: name, day: "2026-03-03" });
  // The line is back for pages, not yet for the outbox.
  await page.route(sync, (route) => route.abort());
  await context.route(sync, (route) => route.abort());
  await context.setOffline(false);
  await page.goto("/outreach-sessions");
  await expect(page.getByRole("link", { name: "1 chờ gửi" })).toBeVisible();

  await page.getByRole("button", { name: /Tài khoản/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Còn 1 cuộc chưa gửi" })).toBeVisible();
  await page.getByRole("button", { name: "Ở lại" }).click();
  expect((await keptText(page)).database).not.toContain(name);

  await page.unroute(sync);
  await context.unroute(sync);
  await page.goto("/field?view=outbox");
  await expect(parcels(page, "sent")).toHaveCount(1);
  await page.goto("/outreach-sessions");
  await page.getByRole("button", { name: /Tài khoản/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.waitForURL("**/sign-in");
  // Nothing of theirs stays: no key, no drafts, no book, nobody named.
  const { database } = await keptText(page);
  for (const store of ["keys", "parcels", "photos", "drafts", "books"])
    expect(database).toContain(`${store}: []`);
  await context.close();
});

test("an answer that is lost after the server stored it makes one row (R3)", async ({ openAs }) => {
  const page = await openAs("phuloi", form, { ...phone, serviceWorkers: "block" });
  const name = place("Trường tiểu học");
  let lost = 0;
  await page.route(sync, async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await fill(page, { place: name, day: "2026-03-04" });
  await save(page).click();
  await page.waitForURL(/\/field\?kept=/);
  // The next page sends the same again by itself.
  await expect(parcels(page, "sent")).toHaveCount(1);
  expect(lost).toBeGreaterThan(1);
  expect(await stored(name)).toHaveLength(1);
});

test("an answer cut in the middle, and a line slower than patience, make one row", async ({ openAs }) => {
  test.slow();
  const page = await openAs("phuloi", form, { ...phone, serviceWorkers: "block" });
  const name = place("Nhà thông tin");
  let asked = 0;
  await page.route(sync, async (route) => {
    asked += 1;
    if (asked === 1) {
      const answer = await route.fetch();
      return route.fulfill({
        status: 200,
        contentType: "application/json",
        body: (await answer.text()).slice(0, 40),
      });
    }
    if (asked === 2) return; // never answered: the page gives it up by itself
    return route.continue();
  });
  await fill(page, { place: name, day: "2026-03-05" });
  await save(page).click();
  await page.waitForURL(/\/field\?kept=/);
  // The second try hangs; a reader who does not wait loses nothing.
  await expect.poll(() => asked).toBe(2);
  await page.reload();
  await expect(parcels(page, "sent")).toHaveCount(1);
  expect(await stored(name)).toHaveLength(1);
});

test("two tabs that send at the same moment make one row each (R4)", async ({ openAs }) => {
  const first = await openAs("phuloi", form, phone);
  await prepared(first);
  const second = await first.context().newPage();
  const names = [place("Khóm 1"), place("Khóm 2")];
  await first.context().setOffline(true);
  await saveOffline(first, { place: names[0] as string, day: "2026-03-06" });
  await second.goto(form);
  await saveOffline(second, { place: names[1] as string, day: "2026-03-06" });
  await first.context().setOffline(false);
  // Both hear that the line is back, and both send.
  await expect(parcels(first, "sent")).toHaveCount(2);
  await expect(parcels(second, "sent")).toHaveCount(2);
  for (const name of names) expect(await stored(name)).toHaveLength(1);
});

test("what the server refuses comes back with the reason at its field, is mended and sent", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const name = place("Chợ Mùa Xuân");
  await page.context().setOffline(true);
  await saveOffline(page, { place: name, day: "2026-03-07", attendance: "rất đông" });
  await page.context().setOffline(false);
  const refused = parcels(page, "refused").filter({ hasText: name });
  await expect(refused).toContainText("Số lượt dự phải là số, ví dụ 35");
  await refused.getByRole("button", { name: "Sửa" }).click();
  await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
  await expect(page.getByLabel("Địa điểm")).toHaveValue(name);
  await expect(page.getByLabel("Số lượt dự", { exact: true })).toHaveValue("rất đông");
  await page.getByLabel("Số lượt dự", { exact: true }).fill("120");
  await save(page).click();
  await onRecord(page);
  expect(await stored(name)).toMatchObject([{ attendance: 120 }]);
});

test("what no server can read is set aside with its reason, and holds up nothing behind it", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const [long, endless, good] = [place("Ghi chú dài"), place("Ghi chú vô tận"), place("Sau đó")];
  await page.context().setOffline(true);
  for (const [name, note] of [
    [long, "x".repeat(30_000)],
    [endless, "x".repeat(90_000)],
    [good, ""],
  ] as const) {
    await openForm(page);
    await fill(page, { place: name, day: "2026-03-18" });
    await (await unfold(page.getByRole("textbox", { name: "Ghi chú", includeHidden: true }))).fill(note);
    // Ninety thousand signs in each of many boxes: more than a request may hold.
    if (name === endless)
      await page.evaluate(() => {
        const form = document.querySelector("input[name=place]")?.closest("form");
        for (let nth = 0; nth < 12; nth += 1) {
          const box = document.createElement("input");
          Object.assign(box, { type: "hidden", name: `more${nth}`, value: "x".repeat(90_000) });
          form?.append(box);
        }
      });
    await save(page).click();
    await page.waitForURL(/\/field\?kept=/);
    await expect(parcels(page, "waiting").filter({ hasText: name })).toBeVisible();
  }
  await page.context().setOffline(false);
  await expect(parcels(page, "refused").filter({ hasText: long })).toContainText("dài quá 2.000 ký tự");
  await expect(parcels(page, "refused").filter({ hasText: endless })).toContainText("Máy chủ không đọc được");
  await expect(parcels(page, "sent")).toHaveCount(1);
  expect(await stored(good)).toHaveLength(1);
});

test("a look-alike is decided by the officer, after the days without network", async ({ openAs }) => {
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const name = place("Đình thần");
  await fill(page, { place: name, day: "2026-03-08" });
  await save(page).click();
  await onRecord(page);
  await openForm(page);
  await page.context().setOffline(true);
  await saveOffline(page, { place: name, day: "2026-03-08", attendance: "80" });
  await page.context().setOffline(false);
  const refused = parcels(page, "refused").filter({ hasText: name });
  await expect(refused).toContainText("gần giống");
  await refused.getByRole("button", { name: "Sửa" }).click();
  await expect(page.getByRole("heading", { name: "Có thể đã có rồi" })).toBeVisible();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.getByRole("button", { name: "Vẫn lưu" }).click();
  await onRecord(page);
  expect((await stored(name)).map(({ attendance }) => attendance)).toEqual([30, 80]);
});

test("what was deleted on the server meanwhile is not brought back by a change made offline (R7)", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const name = place("Bến phà");
  await fill(page, { place: name, day: "2026-03-09" });
  await save(page).click();
  await onRecord(page);
  await page.getByRole("link", { name: "Sửa", exact: true }).click();
  await ready(page);
  await page.getByLabel("Số lượt dự", { exact: true }).fill("99");
  const chief = await openAs("chihuy.phuloi", new URL(page.url()).pathname.replace("/edit", ""));
  await ready(chief);
  await chief.locator("summary", { hasText: "Xóa cuộc này" }).click();
  await chief.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm");
  await chief.getByRole("button", { name: "Xóa cuộc này" }).click();
  await expect(chief.getByText("Đã xóa cuộc tuyên truyền")).toBeVisible();

  await page.context().setOffline(true);
  await save(page).click();
  await page.waitForURL(/\/field\?kept=/);
  await page.context().setOffline(false);
  await expect(parcels(page, "refused").filter({ hasText: name })).toContainText("đã bị xóa hoặc");
  expect(await stored(name)).toMatchObject([{ attendance: 30, deleted: true }]);
});

test("a sign-in that ran out, and another person on the device, never send or see what waits (R8)", async ({
  browser,
}) => {
  test.slow();
  const owner = await makePerson("ward_officer", ownCode);
  const other = await makePerson("ward_officer", ownCode);
  const { context, page } = await deviceOf(browser, owner);
  const name = place("Khu công nghiệp");
  await context.setOffline(true);
  await saveOffline(page, { place: name, day: "2026-03-10" });
  await rows("UPDATE user_session SET ended_at = now() WHERE user_id = $1", [owner.id]);
  await context.setOffline(false);
  // The first sending, which nobody asked for, tells it; the network is not to blame.
  await expect(page.getByText("Phiên làm việc đã hết")).toBeVisible();
  await expect(page.getByText(/khi có mạng/)).toHaveCount(0);
  await expect(parcels(page, "waiting")).toHaveCount(1);

  // Whoever else signs in here comes back to a page that shows nothing of the owner's.
  await page.getByRole("link", { name: "Đăng nhập lại" }).click();
  await page.waitForURL(/\/sign-in\?next=/);
  await signIn(page, other.username, other.password);
  await page.waitForURL(/\/field\?kept=/);
  await expect(page.getByText("Tài khoản khác đang đăng nhập trên máy này")).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await page.goto(form);
  await prepared(page, 2);
  await page.goto("/field?view=outbox");
  await expect(page.getByText("Không có gì chờ gửi")).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  expect(await stored(name)).toHaveLength(0);

  await page.goto("/outreach-sessions");
  await page.getByRole("button", { name: /Tài khoản/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.waitForURL("**/sign-in");
  await signIn(page, owner.username, owner.password);
  await expect.poll(async () => (await stored(name)).length).toBe(1);
  const row = await one<{ by: string }>("SELECT created_by_id AS by FROM outreach_session WHERE place = $1", [
    name,
  ]);
  expect(row.by).toBe(owner.id);
  await context.close();
});

test("a sign-in that ran out while typing is told as that; signing in again comes back and sends (U13, R8)", async ({
  browser,
}) => {
  const person = await makePerson("ward_officer", ownCode);
  const { context, page } = await deviceOf(browser, person);
  const name = place("Bến tàu");
  await fill(page, { place: name, day: "2026-03-19" });
  await rows("UPDATE user_session SET ended_at = now() WHERE user_id = $1", [person.id]);
  await save(page).click();
  await page.waitForURL(/\/field\?kept=/);
  await expect(page.getByText("Phiên làm việc đã hết")).toBeVisible();
  await expect(page.getByText(/khi có mạng/)).toHaveCount(0);
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: "Đăng nhập lại" }).click();
  await page.waitForURL(/\/sign-in\?next=/);
  await signIn(page, person.username, person.password);
  await page.waitForURL(/\/field\?kept=/);
  await expect(parcels(page, "sent")).toHaveCount(1);
  await expect(page.getByText("Phiên làm việc đã hết")).toHaveCount(0);
  expect(await stored(name)).toHaveLength(1);
  await context.close();
});

test("a rescue file carries the outbox to another device, without doubles; a stranger's is refused", async ({
  browser,
  openAs,
}) => {
  test.slow();
  const owner = await makePerson("ward_officer", ownCode);
  const open = async () => (await deviceOf(browser, owner)).page;
  const first = await open();
  const names = [place("Chợ nổi"), place("Bến xe")];
  await first.context().setOffline(true);
  for (const name of names) {
    await openForm(first);
    await saveOffline(first, { place: name, day: "2026-03-11" });
  }
  const [download] = await Promise.all([
    first.waitForEvent("download"),
    first.getByRole("button", { name: "Lưu tệp cứu hộ" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^cuộc chưa gửi \d{4}-\d{2}-\d{2}\.json$/);
  const file = {
    name: "cuu-ho.json",
    mimeType: "application/json",
    buffer: await readFile(await download.path()),
  };

  const second = await open();
  await second.goto("/field?view=outbox");
  const opener = second.locator("input[type=file]");
  await opener.setInputFiles(file);
  await expect(second.getByText("Đã lấy 2 cuộc từ tệp")).toBeVisible();
  await opener.setInputFiles(file);
  await expect(second.getByText("không có cuộc nào mới")).toBeVisible();
  await opener.setInputFiles({ ...file, buffer: Buffer.from("{}") });
  await expect(second.getByText("không đọc được")).toBeVisible();
  await second.getByRole("button", { name: "Gửi ngay" }).click();
  await expect(parcels(second, "sent")).toHaveCount(2);

  // The first device finds its network again and sends the same two.
  await first.context().setOffline(false);
  await expect(parcels(first, "sent")).toHaveCount(2);
  for (const name of names) expect(await stored(name)).toHaveLength(1);

  const stranger = await openAs("ninhkieu", form, phone);
  await prepared(stranger);
  await stranger.goto("/field?view=outbox");
  await stranger.locator("input[type=file]").setInputFiles(file);
  await expect(stranger.getByText("của tài khoản khác")).toBeVisible();
  for (const page of [first, second]) await page.context().close();
});

test("fifty drafts with five photos arrive once, in order, while connections are cut under them (R6)", async ({
  browser,
}) => {
  test.slow();
  const owner = await makePerson("ward_officer", "31150");
  const { context, page } = await deviceOf(browser, owner);
  const { id: unitId } = await one<{ id: number }>(
    "SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL",
    ["31150"],
  );
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#0e5a3c" } })
    .jpeg()
    .toBuffer();
  const mark = unique();
  const drafts = Array.from({ length: 50 }, (_, nth) => {
    const record = randomUUID();
    const values = {
      id: [record],
      unitId: [String(unitId)],
      heldOn: ["2026-03-16"],
      place: [`${randomUUID().slice(0, 13)} ${mark}`],
      channel: ["meeting"],
      topics: ["drugs"],
      attendance: [String(nth + 1)],
    };
    const photos =
      nth % 10 ? [] : [{ id: randomUUID(), name: `ảnh ${nth}.jpg`, data: photo.toString("base64") }];
    return { item: randomUUID(), command: "outreach-sessions.create", record, values, photos };
  });
  const file = {
    portal: "outbox",
    version: 1,
    owner: owner.id,
    savedAt: new Date().toISOString(),
    parcels: drafts,
  };
  await page.goto("/field?view=outbox");
  await page.locator("input[type=file]").setInputFiles({
    name: "cuu-ho.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(parcels(page, "waiting")).toHaveCount(50);

  // What a server that dies in the middle looks like from the phone: the batch under way loses its connection.
  const cut = async () => {
    const until = Date.now() + 5_000;
    while (Date.now() < until) {
      const killed = await rows(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND objid = $1 AND granted",
        [unitId],
      );
      if (killed.length > 0) return 1;
    }
    return 0;
  };
  const send = page.getByRole("button", { name: "Gửi ngay" });
  const waiting = () => parcels(page, "waiting").count();
  let cuts = 0;
  for (let times = 0; times < 5 && (await waiting()) > 0; times += 1) {
    const hit = cut();
    await send.click();
    cuts += await hit;
    await expect.poll(async () => (await send.isVisible()) || (await waiting()) === 0).toBe(true);
  }
  expect(cuts).toBeGreaterThan(0);
  await expect(async () => {
    if (await send.isVisible()) await send.click({ timeout: 2_000 }).catch(() => undefined);
    expect(await parcels(page, "sent").count()).toBe(50);
    await expect(page.getByText(/ảnh chờ gửi/)).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });

  const told = await rows<{ attendance: number }>(
    `SELECT s.attendance FROM outreach_session s JOIN audit_event a ON a.subject_id = s.id::text AND a.action = 'outreach-sessions.create' AND a.outcome = 'done'
      WHERE s.place LIKE $1 ORDER BY a.id`,
    [`%${mark}`],
  );
  expect(told.map(({ attendance }) => attendance)).toEqual(drafts.map((_, nth) => nth + 1));
  const files = await rows(
    "SELECT f.id FROM attached_file f JOIN outreach_session s ON s.id = f.session_id WHERE s.place LIKE $1",
    [`%${mark}`],
  );
  expect(files).toHaveLength(5);
  await context.close();
});

test("photos chosen without network follow their session (S31)", async ({ openAs }) => {
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const name = place("Sân vận động");
  const big = await sharp({
    create: {
      width: 2400,
      height: 1800,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 30 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
  await page.context().setOffline(true);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "ảnh chụp.jpg", mimeType: "image/jpeg", buffer: big },
      { name: "tệp hỏng.jpg", mimeType: "image/jpeg", buffer: Buffer.from("not a picture") },
    ]);
  await expect(page.getByText("tệp hỏng.jpg").first()).toBeVisible();
  await expect(page.getByRole("img", { name: "ảnh chụp.jpg" })).toBeVisible();
  await saveOffline(page, { place: name, day: "2026-03-17" });
  await expect(page.getByText("1 ảnh chờ gửi")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("1 ảnh chờ gửi")).toHaveCount(0);
  await page.goto("/field?view=outbox");
  const found = await rows<{ bytes: number; width: number }>(
    "SELECT f.bytes, f.width FROM attached_file f JOIN outreach_session s ON s.id = f.session_id WHERE s.place = $1",
    [name],
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.bytes).toBeLessThanOrEqual(300_000);
  expect(found[0]?.width).toBe(1600);
});

test("a crash loses nothing that was typed; leaving on purpose lets it go", async ({ openAs }) => {
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const name = place("Trạm y tế");
  await fill(page, { place: name, attendance: "61" });
  await page.locator("summary", { hasText: "Thêm chi tiết" }).click();
  const before = Date.now();
  await page.getByLabel("Người trình bày").fill("Phó Trưởng Công an phường");
  // Written down soon after the last key.
  const rested = async () => {
    const [draft] = await records<{ savedAt: number }>(page, "drafts");
    return draft && draft.savedAt >= before ? Date.now() - draft.savedAt : 0;
  };
  await expect.poll(rested).toBeGreaterThan(1_500);
  const context = page.context();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto(form);
  await expect(again.getByText("Đã lấy lại phần đang nhập")).toBeVisible();
  await expect(again.getByLabel("Địa điểm")).toHaveValue(name);
  await expect(again.getByLabel("Số lượt dự", { exact: true })).toHaveValue("61");
  await expect(again.getByLabel("Người trình bày")).toHaveValue("Phó Trưởng Công an phường");
  await expect(again.locator("label", { hasText: "Lừa đảo qua mạng" }).getByRole("checkbox")).toBeChecked();
  await expect(again).toHaveTitle(/^Ghi nhận/);
  await save(again).click();
  await onRecord(again);
  await again.goto(form);
  await ready(again);
  await expect(again.getByText("Đã lấy lại phần đang nhập")).toHaveCount(0);
});

test("storage that is full or blocked: saved directly with network, said plainly without (R9)", async ({
  openAs,
}) => {
  for (const broken of [
    "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    "indexedDB.open = () => { throw new DOMException('blocked', 'SecurityError'); };",
  ]) {
    const page = await openAs("phuloi", "/account", { ...phone, serviceWorkers: "block" });
    await page.addInitScript(broken);
    await page.goto(form);
    const name = place("Cầu Quay");
    await fill(page, { place: name, day: "2026-03-12" });
    await page.context().setOffline(true);
    await save(page).click();
    await expect(page.getByText(/^Chưa lưu: máy hết chỗ/)).toBeVisible();
    await expect(page.getByLabel("Địa điểm")).toHaveValue(name);
    await page.context().setOffline(false);
    await save(page).click();
    await onRecord(page);
    expect(await stored(name)).toHaveLength(1);
  }
});

test("a clock that is a day ahead: the field page knows the server's day, a wrong one comes back in words", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", "/account", phone);
  await page.clock.install({ time: Date.now() + 86_400_000 });
  await page.goto(form);
  await prepared(page);
  await page.context().setOffline(true);
  await openForm(page);
  await expect(page.getByText("Giờ của máy lệch so với máy chủ")).toBeVisible();
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  await expect(page.getByLabel("Ngày", { exact: true })).toHaveValue(today);
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  const name = place("Ngã năm");
  await fill(page, { place: name, day: tomorrow });
  await save(page).click();
  await page.waitForURL(/\/field\?kept=/);
  await page.context().setOffline(false);
  await page.clock.runFor(1_000);
  const refused = parcels(page, "refused").filter({ hasText: name });
  await expect(refused).toContainText("Ngày này chưa tới");
  await refused.getByRole("button", { name: "Bỏ" }).waitFor();
});

test("a new version takes the place of the page only when it is whole, and keeps what waits", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const name = place("Cồn Ấu");
  await page.context().setOffline(true);
  await saveOffline(page, { place: name, day: "2026-03-13" });
  // As if the portal had been built anew since: the page that is kept names other files than today's.
  const shells = () => page.evaluate(async () => (await caches.keys()).length);
  await page.evaluate(async () => {
    const [now] = await caches.keys();
    const kept = await (await caches.open(now ?? "")).match("/field");
    const old = await caches.open(`shell-${Date.now()}`);
    const html = (await kept?.text())?.replace(
      "</head>",
      '<script src="/_next/static/chunks/of-yesterday.js"></script></head>',
    );
    await old.put("/field", new Response(html, { headers: kept?.headers }));
  });
  const renew = () => page.evaluate(() => navigator.serviceWorker.controller?.postMessage("renew"));
  const before = await shells();
  await renew(); // without network: nothing changes
  await openForm(page);
  expect(await shells()).toBe(before);

  // The outbox waits still while the new page comes.
  await page.context().route(sync, (route) => route.abort());
  await page.route(sync, (route) => route.abort());
  await page.context().setOffline(false);
  await renew();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const [newest] = (await caches.keys()).sort().reverse();
        return (await (await (await caches.open(newest ?? "")).match("/field"))?.text())?.includes(
          "of-yesterday",
        );
      }),
    )
    .toBe(false);
  expect(await shells()).toBe(2);
  await page.context().unroute(sync);
  await page.unroute(sync);
  await page.goto("/field?view=outbox");
  await expect(parcels(page).filter({ hasText: name }).or(parcels(page, "sent"))).toHaveCount(1);
  await expect(parcels(page, "sent")).toHaveCount(1);
  expect(await stored(name)).toHaveLength(1);
});

test("caches hold one public page and its files; the database only sealed drafts (S36)", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", form, phone);
  await prepared(page);
  const name = place("Bệnh viện");
  await page.context().setOffline(true);
  await saveOffline(page, { place: name, day: "2026-03-14" });
  await page.context().setOffline(false);
  await expect(parcels(page, "sent")).toHaveCount(1);
  for (const path of ["/", "/outreach-sessions", "/security-models", "/awards", "/units", "/account"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto(form);
  await fill(page, { place: `${name} nữa` });
  const { caches, html, database } = await keptText(page);
  expect(caches.filter((path) => path !== "/field" && !path.startsWith("/_next/static/"))).toEqual([]);
  expect(caches).toContain("/field");
  for (const secret of ["Phú Lợi", "phuloi", name, "Cán bộ"]) {
    expect(html).not.toContain(secret);
    expect(database).not.toContain(secret);
  }
  expect(database).toMatch(/keys: \[\{"owner":"[0-9a-f-]{36}","key":\{\}\}\]/);
  // The key itself cannot be taken out of the browser.
  const taken = await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("portal");
      opening.onsuccess = () => resolve(opening.result);
    });
    const [row] = await new Promise<{ key: CryptoKey }[]>((resolve) => {
      const reading = db.transaction("keys").objectStore("keys").getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    db.close();
    return crypto.subtle.exportKey("raw", row?.key as CryptoKey).then(
      () => "taken",
      (error: Error) => error.name,
    );
  });
  expect(taken).toBe("InvalidAccessError");
});

test("a phone can put it on its home screen", async ({ openAs }) => {
  const page = await openAs("phuloi", form, phone);
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await page.request.get(href ?? "")).json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: form, lang: "vi" });
  for (const { src, type } of manifest.icons as { src: string; type: string }[]) {
    const answer = await page.request.get(src);
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, type]);
  }
});

test("a leader's device keeps no book and logs nothing", async ({ openAs }) => {
  const page = await openAs("lanhdao", "/outreach-sessions", phone);
  await expect(figure(page, "sessions.count")).toBeVisible();
  await page.goto("/field");
  await expect(page.getByRole("heading", { name: "Máy này chưa sẵn sàng ghi ngoại tuyến" })).toBeVisible();
});

test("stored once in the list as well", async ({ openAs }) => {
  const page = await openAs("phuloi", form, phone);
  const name = place("Công viên");
  await fill(page, { place: name, day: "2026-03-15" });
  await save(page).click();
  await onRecord(page);
  expect(await storedTimes(page.context(), name)).toBe(1);
});
