import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, phone, signIn, test } from "../as";
import { ready, sideways, unique } from "../page";

const password = process.env.DEMO_PASSWORD ?? "";

/** A new session of the ward, open in the page. */
async function logSession(page: Page) {
  await ready(page);
  await page.getByLabel("Ngày", { exact: true }).fill("2025-09-09");
  await page.getByLabel("Địa điểm").fill(`Chợ nổi ${unique()}`);
  await page.getByLabel("Hình thức", { exact: true }).selectOption({ label: "Tờ rơi (tờ)" });
  await page.getByLabel("Tín dụng đen").check();
  await page.getByRole("textbox", { name: "Số lượng phát, tờ, tin bài" }).fill("20");
  await page.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();
  await page.waitForURL(/saved=1/);
}

const noisy = (background: string) =>
  sharp({
    create: {
      width: 3_000,
      height: 2_000,
      channels: 3,
      background,
      noise: { type: "gaussian", mean: 128, sigma: 50 },
    },
  })
    .jpeg({ quality: 92 })
    .toBuffer();
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const pdf = file("Kế hoạch tuyên truyền.pdf", "application/pdf", Buffer.from("%PDF-1.7\nx\n%%EOF"));
const heic = file("IMG_0001.HEIC", "image/heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"));
const photos = (page: Page) => page.getByRole("list", { name: "Ảnh" }).getByRole("img");
const documents = (page: Page) => page.getByRole("list", { name: "Tài liệu" }).getByRole("listitem");

/** Whether each picture in sight was truly drawn. */
const drawn = (page: Page) =>
  photos(page).evaluateAll((all) => all.every((image) => (image as HTMLImageElement).naturalWidth > 0));

test("an officer adds photos and a document on a phone, sees them, removes one", async ({ openAs }) => {
  const page = await openAs("ninhkieu", "/outreach-sessions/new", phone);
  await logSession(page);
  await ready(page);
  const sizes: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/files"))
      sizes.push(request.postDataBuffer()?.length ?? 0);
  });
  const chosen = [
    file("Chợ sáng.jpg", "image/jpeg", await noisy("#777")),
    file("Chợ chiều.jpg", "image/jpeg", await noisy("#555")),
  ];
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([...chosen, pdf, heic]);

  await expect(photos(page)).toHaveCount(2);
  await expect(documents(page)).toHaveText([/Kế hoạch tuyên truyền\.pdf.*1 kB/]);
  await expect(page.getByText("Ảnh HEIC của iPhone: chọn “Tương thích nhất”")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Đã thêm 3 tệp" })).toBeVisible();
  await photos(page).last().scrollIntoViewIfNeeded();
  await expect(async () => expect(await drawn(page)).toBe(true)).toPass();
  await expect(photos(page).first()).toHaveAttribute("alt", "Chợ sáng.jpg");
  // Two photos of megabytes each went out as what the device made of them.
  expect(Math.max(...sizes)).toBeLessThan(310_000);
  expect(await sideways(page)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("#files").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  const address = await photos(page).first().locator("xpath=ancestor::a").getAttribute("href");
  const whole = await page.request.get(address ?? "");
  expect(whole.headers()["content-type"]).toBe("image/jpeg");
  expect((await sharp(await whole.body()).metadata()).exif).toBeUndefined();

  await page.getByRole("button", { name: "Gỡ Chợ sáng.jpg" }).click();
  await expect(page.getByText("Chợ sáng.jpg bị xóa hẳn, không lấy lại được")).toBeVisible();
  await page.getByRole("button", { name: "Gỡ tệp này" }).filter({ visible: true }).click();
  await expect(page.getByText("Đã gỡ tệp")).toBeVisible();
  await expect(photos(page)).toHaveCount(1);
  expect((await page.request.get(address ?? "")).status()).toBe(404);
});

test("a line that fails keeps the file, to be sent again and stored once", async ({ openAs }) => {
  const page = await openAs("ninhkieu", "/outreach-sessions/new", phone);
  await logSession(page);
  await ready(page);
  let cuts = 1;
  await page.route("**/files", async (route) => {
    if (cuts-- <= 0) return route.continue();
    await route.fetch();
    await route.abort(); // it arrived; the answer did not
  });
  await page.locator("input[type=file]").first().setInputFiles([pdf]);
  await expect(page.getByText("Chưa gửi được, kiểm tra mạng rồi gửi lại")).toBeVisible();
  await page.getByRole("button", { name: "Gửi lại" }).click();
  await expect(documents(page)).toHaveCount(1);
  await page.reload();
  await expect(documents(page)).toHaveCount(1);
});

test("without scripts the same by one form, and what is refused is said first", async ({
  openAs,
  browser,
}) => {
  const scripted = await openAs("ninhkieu", "/outreach-sessions/new", phone);
  await logSession(scripted);
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  const path = new URL(scripted.url()).pathname;
  await page.goto(`/sign-in?next=${path}`);
  await signIn(page, "ninhkieu", password);

  const input = page.getByLabel("Chọn ảnh, tệp");
  await page.getByRole("button", { name: "Gửi ảnh, tệp" }).click();
  await expect(page.getByText("Chọn ảnh hoặc tệp để gửi")).toBeVisible();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await input.setInputFiles([file("a.jpg", "image/jpeg", await noisy("#777")), pdf, heic]);
  await page.getByRole("button", { name: "Gửi ảnh, tệp" }).click();
  await expect(page).toHaveURL(/added=2&refused=kind-heic#files$/);
  await expect(page.getByText("Đã thêm 2 tệp")).toBeVisible();
  await expect(page.getByText("Ảnh HEIC của iPhone: chọn “Tương thích nhất”")).toBeVisible();
  await expect(photos(page)).toHaveCount(1);
  await expect(documents(page)).toHaveCount(1);
  await page.getByRole("button", { name: /^Gỡ Kế hoạch/ }).click();
  await page.getByRole("button", { name: "Gỡ tệp này" }).filter({ visible: true }).click();
  await expect(page).toHaveURL(/file=removed/);
  await expect(documents(page)).toHaveCount(0);
  await context.close();
});
