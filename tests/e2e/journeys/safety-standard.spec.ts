import type { Page } from "@playwright/test";
import { expect, phone, signIn, test } from "../as";
import { figureValue, filterBy, ready, rows, said, sideways, unique } from "../page";

const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
const today = zone.format(Date.now());
const year = today.slice(0, 4);
const phuLoi = "/safety-standard/31510?year=2026";
const condition = (page: Page, name: string) => page.locator(`main [data-condition="${name}"]`);
const state = (page: Page) => page.locator("main header");

test("Phú Lợi lacks two areas in 2026; supposing two more it lacks none", async ({ openAs }) => {
  const page = await openAs("phuloi", phuLoi, phone);
  await expect(page.locator("[data-verdict=failing]")).toContainText("Còn thiếu 2 khu dân cư");
  await expect(condition(page, "recognized.area")).toContainText("18 trong 25 (từ 70 %)");
  await expect(condition(page, "recognized.area")).toContainText("16 trong 25 (64 %)");
  await expect(condition(page, "discipline")).toHaveAttribute("data-state", "unknown");
  expect(await sideways(page)).toBe(0);
  await ready(page);
  await page.getByText("Thử giả định").tap();
  await page.getByLabel("Thêm khu dân cư được công nhận").fill("1");
  await page.getByRole("button", { name: "Tính lại" }).tap();
  await expect(page).toHaveURL(/addArea=1/);
  await expect(condition(page, "recognized.area")).toContainText("còn thiếu 1 khu dân cư");
  await page.getByLabel("Thêm khu dân cư được công nhận").fill("2");
  await page.getByRole("button", { name: "Tính lại" }).tap();
  await expect(page).toHaveURL(/addArea=2/);
  await expect(condition(page, "recognized.area")).toHaveAttribute("data-state", "met");
  await expect(page.locator("[data-verdict=unknown]")).toContainText("Chưa đủ số liệu để kết luận");
  await page.getByRole("link", { name: "Bỏ giả định" }).tap();
  await expect(page.locator("[data-verdict=failing]")).toBeVisible();
});

test("the units of a year are found by name and verdict; what stands above them stays", async ({
  openAs,
}) => {
  const page = await openAs("canbo", "/safety-standard?year=2026", phone);
  const units = rows(page, "Theo đơn vị");
  await expect(units).toHaveCount(50);
  const areas = await figureValue(page, "safety.registered.area");
  await page.getByRole("link", { name: "Trang sau" }).tap();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.getByText("50 trong 103 dòng")).toBeVisible();
  await filterBy(page, "Tìm đơn vị", "phu loi");
  await expect(units).toHaveText([/Phường Phú Lợi.*Chưa đủ/]);
  expect(await figureValue(page, "safety.registered.area")).toBe(areas);
  await page.goto("/safety-standard?year=2026&verdict=met&q=phu+loi");
  await expect(page.getByText("Không có đơn vị nào khớp")).toBeVisible();
  expect(await sideways(page)).toBe(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the supposition is a plain form", async ({ page }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(phuLoi)}`);
    await signIn(page, "phuloi", process.env.DEMO_PASSWORD ?? "");
    await page.goto(phuLoi);
    await page.getByText("Thử giả định").click();
    await page.getByLabel("Thêm khu dân cư được công nhận").fill("2");
    await page.getByRole("button", { name: "Tính lại" }).click();
    await expect(condition(page, "recognized.area")).toHaveAttribute("data-state", "met");
  });
});

test("a ward lists a school, registers and scores it; the city recognises it and takes that back", async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const name = `Trường THCS thử ${unique()}`;
  const ward = await openAs("ninhkieu", "/safety-standard/subjects/new", phone);
  await ready(ward);
  await ward.getByRole("radio", { name: "Cơ sở giáo dục" }).check();
  await ward.getByLabel("Tên", { exact: true }).fill(name);
  await ward.getByRole("button", { name: "Lưu vào danh sách" }).tap();
  await expect(ward.getByRole("heading", { level: 1 })).toHaveText(name);
  const subject = new URL(ward.url()).pathname;

  // Registered with whoever else is still open, all others unticked.
  await ward.goto(`/safety-standard/31135/register?year=${year}`);
  await ready(ward);
  for (const box of await ward.getByRole("checkbox", { checked: true }).all()) await box.uncheck();
  await ward.getByRole("button", { name: "Đăng ký các mục đã chọn" }).tap();
  await expect(said(ward)).toContainText("Chọn ít nhất một mục");
  await ward.getByRole("checkbox", { name }).check();
  await ward.getByRole("button", { name: "Đăng ký các mục đã chọn" }).tap();
  await expect(ward).toHaveURL(/saved=1/);
  await rows(ward, "Cơ sở giáo dục").getByRole("link", { name }).tap();
  await expect(state(ward)).toContainText("Đã đăng ký");
  const record = new URL(ward.url()).pathname;
  expect(await sideways(ward)).toBe(0);

  await ready(ward);
  await ward.getByRole("textbox", { name: "Điểm tự chấm" }).fill("120");
  await ward.getByRole("radio", { name: "Tự đánh giá đạt" }).check();
  await ward.getByRole("button", { name: "Lưu tự chấm điểm" }).tap();
  await expect(said(ward)).toContainText("Điểm tự chấm không quá 100");
  await expect(ward.getByRole("textbox", { name: "Điểm tự chấm" })).toHaveValue("120");
  await ward.getByRole("textbox", { name: "Điểm tự chấm" }).fill("92");
  await ward.getByRole("button", { name: "Lưu tự chấm điểm" }).tap();
  await expect(state(ward)).toContainText("Đã tự chấm");
  await ready(ward);
  await ward.getByRole("button", { name: "Lưu đề nghị" }).tap();
  await expect(state(ward)).toContainText("Đã đề nghị");
  await expect(ward.getByText("Chờ Chủ tịch UBND phường, xã quyết định")).toBeVisible();

  const overview = `/safety-standard?year=${year}&unit=31135`;
  const city = await openAs("canbo", overview);
  const before = await figureValue(city, "safety.recognized.school");
  await city.goto(record);
  await ready(city);
  await city.getByRole("button", { name: "Lưu công nhận" }).click();
  await expect(said(city)).toContainText("Nhập số quyết định");
  await city.getByLabel("Số quyết định").first().fill("125/QĐ-UBND");
  await city.getByLabel("Ngày quyết định").first().fill(today);
  await city.getByRole("button", { name: "Lưu công nhận" }).click();
  await expect(state(city)).toContainText("Đã công nhận");
  await city.goto(overview);
  expect(await figureValue(city, "safety.recognized.school")).toBe(before + 1);

  // Back to its rows, and the recognition was a mistake.
  await city.locator('main [data-figure="safety.recognized.school"]').first().click();
  await expect(city).toHaveURL(/kind=school.*standing=recognized|standing=recognized.*kind=school/);
  await rows(city, "Danh sách theo năm").getByRole("link", { name }).click();
  await expect(state(city)).toContainText("Đã công nhận");
  await ready(city);
  await city.getByText("Thu hồi công nhận", { exact: true }).click();
  await city.getByRole("button", { name: "Thu hồi công nhận này" }).click();
  await expect(said(city)).toContainText("lý do");
  await city.getByLabel("Lý do").fill("Thử nghiệm, ghi nhầm");
  await city.getByRole("button", { name: "Thu hồi công nhận này" }).click();
  await expect(state(city)).toContainText("Đã thu hồi");
  await expect(city.getByRole("listitem").filter({ hasText: "125/QĐ-UBND" })).toBeVisible();
  await city.goto(overview);
  expect(await figureValue(city, "safety.recognized.school")).toBe(before);

  await ward.goto(subject);
  await ready(ward);
  await ward.getByText("Kết thúc", { exact: true }).tap();
  await ward.getByLabel("Lý do").fill("Thử nghiệm");
  await ward.getByRole("button", { name: "Kết thúc mục này" }).tap();
  await expect(ward.getByText("Thử nghiệm")).toBeVisible();
});
