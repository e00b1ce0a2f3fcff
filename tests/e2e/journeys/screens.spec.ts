import { expect, phone, test } from "../as";
import { ready, rows, sideways } from "../page";

test("the units of another day are one touch or one move of the slider away", async ({ openAs }) => {
  const page = await openAs("lanhdao", "/units");
  const count = page.getByRole("heading", { level: 1 });
  await expect(count).toContainText("103 đơn vị");
  await expect(rows(page, "Địa bàn")).toHaveCount(50);
  await page.getByRole("link", { name: "01/01/2025" }).click();
  await expect(count).toContainText("263 đơn vị");
  await expect(page.getByText("50 trong 263 dòng")).toBeVisible();
  // From the day before the arrangement one month on, by the keyboard.
  await page.goto("/units?asOf=2025-06-30&q=phu+loi");
  await expect(page.getByText("Không có đơn vị nào khớp")).toBeVisible();
  await ready(page);
  await page.getByRole("slider", { name: "Xem tại ngày" }).press("ArrowRight");
  await expect(page).toHaveURL(/asOf=2025-07-31/);
  await expect(page).toHaveURL(/q=phu/);
  await expect(rows(page, "Địa bàn")).toHaveText([/Phường Phú Lợi/]);
});

test("on a phone the raised button leaves a form's buttons free, and tabs open at the one shown", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", "/outreach-sessions/plans/new", phone);
  const raised = await page.locator(".log-raised").boundingBox();
  const save = await page.locator(".save-bar").boundingBox();
  expect((save?.y ?? 0) + (save?.height ?? 0)).toBeLessThanOrEqual(raised?.y ?? 0);
  await page.goto("/security-models/radar");
  await expect(page.getByRole("link", { name: "Rà soát", exact: true })).toBeInViewport({ ratio: 0.9 });
  expect(await sideways(page)).toBe(0);
});

test("on paper stand no ways about the page and no empty forms", async ({ openAs }) => {
  const page = await openAs("canbo", "/safety-standard/31510?year=2026");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Toàn dân bảo vệ ANTQ Cần Thơ", { exact: true })).toBeVisible();
  await expect(page.getByText("Đến nội dung chính")).toBeHidden();
  await expect(page.locator("main form").filter({ visible: true })).toHaveCount(0);
  await expect(rows(page, "Khu dân cư").first()).toBeVisible();
});

test("the file box of boundaries speaks the reader's language", async ({ openAs }) => {
  const page = await openAs("quantri", "/map/boundaries");
  await expect(page.getByText("Chưa chọn tệp")).toBeVisible();
  await ready(page);
  await page.getByLabel("Tệp GeoJSON").setInputFiles({
    name: "ranh-gioi.geojson",
    mimeType: "application/geo+json",
    buffer: Buffer.from("{}"),
  });
  await expect(page.getByText("ranh-gioi.geojson")).toBeVisible();
});
