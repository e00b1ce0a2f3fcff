import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { desk, expect, phone, signIn, test } from "../as";
import { figureValue, ready, rows, sideways, unique } from "../page";

const password = process.env.DEMO_PASSWORD ?? "";

/** A point that the ward proposes, open in the page. */
async function proposePoint(page: Page): Promise<string> {
  const site = `Khóm ${unique()}`;
  await ready(page);
  await page.getByLabel("Tình trạng", { exact: true }).selectOption({ label: "Đề xuất" });
  await page.getByLabel("Mô hình", { exact: true }).selectOption({ label: "Camera an ninh" });
  await page.getByLabel("Đơn vị").selectOption({ label: "Phường Ninh Kiều" });
  await page.getByLabel("Nơi chạy mô hình").fill(site);
  await page.getByLabel("Quyết định").fill("05/TTr-CAP");
  await page.getByRole("button", { name: "Lưu điểm mô hình" }).click();
  await page.waitForURL(/saved=1/);
  return site;
}

const photo = (background: string) =>
  sharp({ create: { width: 2_000, height: 1_500, channels: 3, background } })
    .withExif({ IFD0: { Make: "MAY-ANH-RIENG" } })
    .jpeg()
    .toBuffer();
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const program = file("cai-dat.pdf", "application/pdf", Buffer.from("MZ\x90\0", "latin1"));
const photos = (page: Page) => page.getByRole("list", { name: "Ảnh" }).getByRole("img");

test("a ward adds a photo of a point on a phone, sees it, removes it with a reason; another ward never does", async ({
  openAs,
}) => {
  const page = await openAs("ninhkieu", "/security-models/points/new", phone);
  await proposePoint(page);
  await ready(page);
  const files = page.locator("#files");
  await expect(files.getByText("Chưa có ảnh, tệp nào")).toBeVisible();
  await files
    .locator("input[type=file]")
    .first()
    .setInputFiles([file("Cổng khóm.jpg", "image/jpeg", await photo("#7a6")), program]);
  await expect(photos(page)).toHaveCount(1);
  await expect(files.getByText("Chương trình, tệp chạy không nhận")).toBeVisible();
  await photos(page).first().scrollIntoViewIfNeeded();
  await expect(async () =>
    expect(
      await photos(page)
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(0),
  ).toPass();
  expect(await sideways(page)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("#files").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  const address = (await photos(page).first().locator("xpath=ancestor::a").getAttribute("href")) ?? "";
  const whole = await (await page.request.get(address)).body();
  expect((await sharp(whole).metadata()).exif).toBeUndefined();
  const stranger = await openAs("phuloi");
  expect((await stranger.request.get(address)).status()).toBe(404);

  await page.getByRole("button", { name: "Gỡ Cổng khóm.jpg" }).click();
  const remove = page.getByRole("button", { name: "Gỡ tệp này" }).filter({ visible: true });
  await remove.click();
  await expect(page.getByRole("link", { name: "Nhập lý do" })).toBeVisible();
  await page.getByLabel("Lý do").filter({ visible: true }).fill("Chụp nhầm nơi");
  await remove.click();
  await expect(page.getByText("Đã gỡ tệp")).toBeVisible();
  await expect(photos(page)).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});

test("without scripts the same by one form, also when no reason was given", async ({ openAs, browser }) => {
  const scripted = await openAs("ninhkieu", "/security-models/points/new", desk);
  await proposePoint(scripted);
  const context = await browser.newContext({ ...desk, javaScriptEnabled: false });
  const page = await context.newPage();
  const path = new URL(scripted.url()).pathname;
  await page.goto(`/sign-in?next=${path}`);
  await signIn(page, "ninhkieu", password);
  await page
    .getByLabel("Chọn ảnh, tệp")
    .setInputFiles([file("a.jpg", "image/jpeg", await photo("#678")), program]);
  await page.getByRole("button", { name: "Gửi ảnh, tệp" }).click();
  await expect(page).toHaveURL(/added=1&refused=kind-program#files$/);
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(page.getByText("Chương trình, tệp chạy không nhận")).toBeVisible();
  await page.getByRole("button", { name: "Gỡ a.jpg" }).click();
  const remove = page.getByRole("button", { name: "Gỡ tệp này" }).filter({ visible: true });
  await remove.click();
  await expect(page.getByRole("link", { name: "Nhập lý do" })).toBeVisible();
  await page.getByLabel("Lý do").filter({ visible: true }).fill("Ảnh mờ");
  await remove.click();
  await expect(page).toHaveURL(/file=removed/);
  await expect(photos(page)).toHaveCount(0);
  await context.close();
});

test("the sessions of a point are told on its page, and the number opens them", async ({ openAs }) => {
  const page = await openAs("ninhkieu", "/security-models/points/new", desk);
  const site = await proposePoint(page);
  await page.locator("#sessions").getByRole("link", { name: "Ghi nhận cuộc tuyên truyền" }).click();
  await ready(page);
  await page.getByLabel("Ngày", { exact: true }).fill("2026-03-09");
  await page.getByLabel("Địa điểm").fill(`Nhà văn hóa ${site}`);
  await page.getByLabel("Hình thức", { exact: true }).selectOption("meeting");
  await page.getByLabel("Phòng, chống tội phạm", { exact: true }).check();
  await page.getByRole("textbox", { name: "Số lượt dự" }).fill("41");
  await page.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();
  await page.waitForURL(/saved=1/);
  await page.getByRole("link", { name: new RegExp(site) }).click();
  await page.waitForURL(/security-models\/points/);
  expect(await figureValue(page, "sessions.attendances")).toBe(41);
  await page.locator("#sessions").getByRole("link", { name: "Mở cả danh sách" }).click();
  await page.waitForURL(/outreach-sessions\?/);
  await expect(rows(page, "Cuộc tuyên truyền")).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Đang lọc" })).toContainText(site);
  expect(await figureValue(page, "sessions.attendances")).toBe(41);
});
