import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { desk, expect, phone, signIn, test } from "../as";
import { ready, said, sideways, takeFindingBack, unique } from "../page";

const password = process.env.DEMO_PASSWORD ?? "";
const dossier = "/rural-standard/urban/31135";

const photo = () =>
  sharp({ create: { width: 2_000, height: 1_500, channels: 3, background: "#7a6" } })
    .withExif({ IFD0: { Make: "MAY-ANH-RIENG" } })
    .jpeg()
    .toBuffer();
const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
const pdf = (name: string) => file(name, "application/pdf", Buffer.from("%PDF-1.7\nx\n%%EOF"));
const svg = file("Bìa.pdf", "application/pdf", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));

/** The form of new findings, filled in up to its files. */
async function fill(page: Page): Promise<string> {
  const document = `${unique()}/BB-CAP`;
  await page.getByRole("checkbox", { name: /^2 / }).check();
  await page.getByRole("radio", { name: "Đạt", exact: true }).check();
  await page.getByLabel("Số văn bản").fill(document);
  await page.getByLabel("Ghi chú").fill(`Ghi chú ${document}`);
  return document;
}
const box = (page: Page) => page.getByLabel("Tệp căn cứ");
const save = (page: Page) => page.getByRole("button", { name: "Lưu đánh giá" }).click();
const files = (page: Page, document: string) =>
  page.getByRole("list", { name: new RegExp(`^Tệp của ${document}`) }).filter({ visible: true });

async function takeBack(page: Page, document: string) {
  await page.goto(dossier);
  await ready(page);
  await takeFindingBack(page, document);
}

test("a ward attaches minutes and a photo to a finding on a phone; the city opens them, another ward never does", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("ninhkieu", `${dossier.replace("/urban", "")}/findings/new`, phone);
  await ready(page);
  const document = await fill(page);
  // One choice after the other adds up; what the server refuses comes back by name, with all that was typed and chosen.
  await box(page).setInputFiles([pdf("Biên bản họp.pdf"), svg]);
  await box(page).setInputFiles(file("Hiện trường.jpg", "image/jpeg", await photo()));
  const chosen = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Bỏ / }) });
  await expect(chosen).toHaveCount(3);
  await save(page);
  await expect(said(page)).toContainText("“Bìa.pdf”: Hình SVG: lưu lại thành PNG hoặc JPEG rồi gửi");
  await expect(said(page)).not.toContainText("kiểm tra mạng");
  await expect(page.locator("#field-files-error")).toContainText("“Bìa.pdf”: Hình SVG");
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(page.getByLabel("Số văn bản")).toHaveValue(document);
  await expect(page.getByRole("checkbox", { name: /^2 / })).toBeChecked();
  await expect(chosen).toHaveCount(3);
  expect(await sideways(page)).toBe(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include("main").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.getByRole("button", { name: "Bỏ Bìa.pdf" }).click();
  await save(page);
  await expect(page.getByText("Đã lưu").first()).toBeVisible();

  // From the criterion to its files.
  await page.goto(dossier);
  const list = files(page, document).first();
  await expect(list.getByRole("link")).toHaveCount(2);
  await expect(list).toContainText(/Biên bản họp\.pdf 1 kB/);
  expect(await sideways(page)).toBe(0);
  const addresses: Record<string, string> = {};
  for (const name of ["Biên bản họp.pdf", "Hiện trường.jpg"])
    addresses[name] = (await list.getByRole("link", { name }).getAttribute("href")) ?? "";
  const city = await openAs("canbo", dossier);
  await city
    .getByRole("row")
    .filter({ has: city.getByRole("rowheader", { name: /^2(?![\d.])/ }) })
    .getByRole("link", { name: "2 tệp" })
    .filter({ visible: true })
    .first()
    .click();
  await expect(city).toHaveURL(/#files-/);
  await expect(files(city, document).first()).toBeInViewport();
  const downloading = city.waitForEvent("download");
  await files(city, document).first().getByRole("link", { name: "Biên bản họp.pdf" }).click();
  expect((await downloading).suggestedFilename()).toBe("Biên bản họp.pdf");
  const shown = await city.request.get(addresses["Hiện trường.jpg"] ?? "");
  expect(shown.headers()["content-type"]).toBe("image/jpeg");
  expect((await sharp(await shown.body()).metadata()).exif).toBeUndefined();
  const stranger = await openAs("phuloi");
  for (const address of Object.values(addresses))
    expect((await stranger.request.get(address)).status()).toBe(404);

  // Taken back, the finding no longer counts; its files stay with it in the history.
  await takeBack(page, document);
  await page.goto(dossier);
  await expect(files(page, document)).toHaveCount(0);
  await page.locator("summary", { hasText: "Lịch sử đánh giá" }).click();
  await expect(files(page, document).getByRole("link")).toHaveCount(2);
  expect((await page.request.get(addresses["Biên bản họp.pdf"] ?? "")).status()).toBe(200);
});

test("without scripts the same by one form, which comes back with all that was typed", async ({
  browser,
  openAs,
}) => {
  const context = await browser.newContext({ ...desk, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/sign-in?next=${dossier.replace("/urban", "")}/findings/new`);
  await signIn(page, "ninhkieu", password);
  const document = await fill(page);
  await box(page).setInputFiles([pdf("a.pdf"), svg]);
  await save(page);
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(said(page)).toContainText("“Bìa.pdf”: Hình SVG");
  await expect(page.locator("#field-files-error")).toContainText("“Bìa.pdf”: Hình SVG");
  await expect(page.getByText("Chọn lại tệp rồi lưu")).toBeVisible();
  await expect(page.getByLabel("Số văn bản")).toHaveValue(document);
  await expect(page.getByLabel("Ghi chú")).toHaveValue(`Ghi chú ${document}`);
  await expect(page.getByRole("checkbox", { name: /^2 / })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Đạt", exact: true })).toBeChecked();
  await box(page).setInputFiles(pdf("a.pdf"));
  await save(page);
  await expect(page).toHaveURL(/saved=1/);
  await page.goto(dossier);
  await expect(files(page, document).first().getByRole("link")).toHaveText(/a\.pdf/);
  await context.close();
  await takeBack(await openAs("ninhkieu"), document);
});

test("a ward adds a file to a score sheet it has sent, and the city opens it", async ({ openAs }) => {
  const page = await openAs("ninhkieu", "/security-models/evaluations");
  await page.getByRole("main").locator("a[href*='/security-models/evaluations/']").first().click();
  await page.waitForURL(/evaluations\/[0-9a-f-]{36}/);
  await page.goto(`${new URL(page.url()).pathname}?state=proposed`);
  await page.getByRole("main").locator("a[href*='/points/']").first().click();
  await page.waitForURL(/\/points\/[0-9a-f-]{36}$/);
  await ready(page);
  const name = `Minh chứng ${unique()}.pdf`;
  const section = page.locator("#files");
  await section.locator("input[type=file]").first().setInputFiles(pdf(name));
  await expect(section.getByRole("link", { name })).toBeVisible();
  const city = await openAs("canbo", new URL(page.url()).pathname);
  const address = (await city.getByRole("link", { name }).getAttribute("href")) ?? "";
  expect((await city.request.get(address)).status()).toBe(200);
  expect((await (await openAs("phuloi")).request.get(address)).status()).toBe(404);
  await page.getByRole("button", { name: `Gỡ ${name}` }).click();
  const remove = page.getByRole("button", { name: "Gỡ tệp này" }).filter({ visible: true });
  await page.getByLabel("Lý do").filter({ visible: true }).fill("Gửi thử");
  await remove.click();
  await expect(page.getByText("Đã gỡ tệp")).toBeVisible();
});
