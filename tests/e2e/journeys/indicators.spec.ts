import type { Page } from "@playwright/test";
import { desk, expect, phone, test } from "../as";
import { figure, figureValue, ready, said, sideways, unique } from "../page";

const lightModel = "Tuyến đường an ninh trật tự, sáng - xanh - sạch - đẹp";

/** The grid of a model by its name, as its own choice of models offers it. */
async function gridOf(page: Page, model: string, period?: string) {
  const value = await page
    .getByLabel("Mô hình", { exact: true })
    .locator("option", { hasText: model })
    .getAttribute("value");
  await page.goto(`/security-models/readings?model=${value}${period ? `&period=${period}` : ""}`);
  return value as string;
}

/** The city defines an indicator of the test's own on a model that runs in Phú Lợi; no deployment follows. */
async function define(openAs: (account: "canbo", path: string) => Promise<Page>, name: string) {
  const page = await openAs("canbo", `/security-models?q=${encodeURIComponent("tuyen duong an ninh")}`);
  await page.getByRole("link", { name: lightModel }).first().click();
  await page.waitForURL(/\/security-models\/[0-9a-f-]{36}/);
  const model = new URL(page.url()).pathname.split("/").at(-1) as string;
  await page.goto(`/security-models/${model}/indicators`);
  await page.getByRole("link", { name: "Thêm chỉ số" }).first().click();
  await ready(page);
  await page.getByLabel("Tên chỉ số").fill(name);
  await page.getByLabel("Đơn vị tính").fill("bóng");
  await page.getByLabel("Lớn nhất").fill("mười");
  await page.getByRole("button", { name: "Lưu chỉ số" }).click();
  await expect(said(page)).toContainText("Lớn nhất phải là số, ví dụ 1.250 hoặc 12,5");
  await expect(page.getByLabel("Tên chỉ số")).toHaveValue(name);
  await page.getByLabel("Lớn nhất").fill("5.000");
  await page.getByRole("button", { name: "Lưu chỉ số" }).click();
  await expect(page.getByText("Đã lưu chỉ số")).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("0 đến 5.000");
  return model;
}

const boxes = (page: Page, name: string) =>
  page.getByRole("textbox", { name: new RegExp(`^${name} \\(bóng\\)`) });
const cellOf = (page: Page, name: string, nth: number) =>
  page
    .locator("td[data-state]")
    .filter({ has: boxes(page, name) })
    .nth(nth);
const states = (page: Page, name: string) =>
  page
    .locator("td")
    .filter({ has: boxes(page, name) })
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-state")));
/** The total of the indicator on the page. */
const total = (page: Page, name: string) =>
  page.locator("main .group\\/figure").filter({ hasText: name }).locator('[data-figure="indicators.total"]');

test("an indicator that the city defines is filled in by a ward with the keyboard; its total follows", async ({
  openAs,
}) => {
  test.slow();
  const name = `Số bóng đèn ${unique()}`;
  const model = await define(openAs, name);
  const page = await openAs("phuloi", `/security-models/readings?model=${model}`, desk);
  await ready(page);
  await expect(page.getByText(/^Còn thiếu [\d.]+ số liệu bắt buộc/)).toBeVisible();
  const mine = boxes(page, name);
  expect(await mine.count()).toBeGreaterThanOrEqual(3);

  await mine.first().focus();
  await page.keyboard.type("1250");
  await page.keyboard.press("Enter");
  await expect(mine.nth(1)).toBeFocused();
  await page.keyboard.type("5001");
  await page.keyboard.press("ArrowDown");
  await expect(mine.nth(2)).toBeFocused();
  await page.keyboard.type("35");
  await page.keyboard.press("ArrowUp");
  await expect(mine.nth(1)).toBeFocused();
  // One is refused and says why; those beside it are kept.
  await expect(mine.nth(1)).toHaveAccessibleDescription(/Nhập từ 0 đến 5\.000/);
  await expect(mine.nth(1)).toHaveAttribute("aria-invalid", "true");
  await expect(mine.first()).toHaveValue("1.250");
  await expect
    .poll(async () => (await states(page, name)).slice(0, 3))
    .toEqual(["saved", "refused", "saved"]);
  await expect(total(page, name)).toHaveAttribute("data-value", "1285");

  await page.keyboard.press("Escape");
  await expect(mine.nth(1)).toHaveValue("");
  await page.keyboard.type("15");
  await page.keyboard.press("Control+s");
  await expect.poll(async () => (await states(page, name)).slice(0, 3)).toEqual(["saved", "saved", "saved"]);
  await expect(total(page, name)).toHaveAttribute("data-value", "1300");

  await page.reload();
  await expect(mine.first()).toHaveValue("1.250");
  const trend = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name, exact: true }) })
    .last();
  await trend.locator("summary").click();
  await expect(trend.getByRole("row").last()).toContainText("1.300");

  const leader = await openAs("lanhdao", `/security-models/readings?model=${model}`, desk);
  await expect(total(leader, name)).toHaveAttribute("data-value", "1300");
  await expect(leader.getByRole("button", { name: "Lưu số liệu" })).toHaveCount(0);
  await expect(boxes(leader, name).first()).toHaveAttribute("readonly");
});

test("on a phone without network figures wait, are sent when it is back, and last period's can be copied", async ({
  openAs,
}) => {
  test.slow();
  const name = `Số bóng đèn ${unique()}`;
  const model = await define(openAs, name);
  const page = await openAs("phuloi", `/security-models/readings?model=${model}`, phone);
  await ready(page);
  expect(await sideways(page)).toBe(0);
  const mine = boxes(page, name);
  await mine.first().tap();
  await page.context().setOffline(true);
  await mine.first().fill("24");
  await mine.nth(1).tap();
  await expect(page.getByText(/Chưa gửi được, máy chủ không trả lời/)).toBeVisible();
  await expect(cellOf(page, name, 0)).toHaveAttribute("data-state", "waiting");
  await page.context().setOffline(false);
  await expect(cellOf(page, name, 0)).toHaveAttribute("data-state", "saved");
  await expect(page.getByText(/Chưa gửi được/)).toHaveCount(0);

  // The running period begins with what stood before.
  const running = await page
    .getByLabel("Kỳ", { exact: true })
    .locator("option", { hasText: "đang diễn ra" })
    .first()
    .getAttribute("value");
  await page.goto(`/security-models/readings?model=${model}&period=${running}`);
  await ready(page);
  await expect(mine.first()).toHaveValue("");
  await expect(mine.first()).toHaveAccessibleDescription(/kỳ trước 24/);
  await page.getByRole("button", { name: "Lấy số kỳ trước" }).tap();
  await expect(mine.first()).toHaveValue("24");
  await expect(cellOf(page, name, 0)).toHaveAttribute("data-state", "saved");
  expect(await sideways(page)).toBe(0);
});

test("a locked period cannot be typed into until the city unlocks it; the form works without scripts", async ({
  openAs,
}) => {
  test.slow();
  const name = `Số bóng đèn ${unique()}`;
  const model = await define(openAs, name);
  const path = `/security-models/readings?model=${model}&period=2026-q1`;
  const ward = await openAs("phuloi", path, { ...desk, javaScriptEnabled: false });
  await boxes(ward, name).first().fill("7");
  await boxes(ward, name).nth(1).fill("bảy");
  await ward.getByRole("button", { name: "Lưu số liệu" }).click();
  await expect(said(ward).first()).toContainText("1 ô cần sửa");
  await expect(boxes(ward, name).nth(1)).toHaveValue("bảy");
  await expect(boxes(ward, name).nth(1)).toHaveAccessibleDescription(/Nhập số/);
  await expect(boxes(ward, name).first()).toHaveValue("7");
  await boxes(ward, name).nth(1).fill("8");
  await ward.getByRole("button", { name: "Lưu số liệu" }).click();
  await expect(ward.getByText(/^Đã lưu \d+ số liệu$/)).toBeVisible();
  await expect(boxes(ward, name).nth(1)).toHaveValue("8");

  const city = await openAs("canbo", path, desk);
  await ready(city);
  await city.locator("summary", { hasText: "Khóa kỳ này" }).click();
  await city.getByRole("button", { name: "Khóa kỳ này" }).click();
  await expect(city.getByText("Đã khóa kỳ này")).toBeVisible();

  await ward.reload();
  await expect(ward.getByText("Đã khóa kỳ này")).toBeVisible();
  await expect(boxes(ward, name).first()).toHaveAttribute("readonly");
  expect((await states(ward, name))[0]).toBe("locked");
  await expect(ward.getByRole("button", { name: "Lưu số liệu" })).toHaveCount(0);

  await city.locator("summary", { hasText: "Mở khóa kỳ này" }).click();
  await city.getByRole("textbox", { name: "Lý do" }).fill("Đơn vị báo nhầm");
  await city.getByRole("button", { name: "Mở khóa kỳ này" }).click();
  await expect(city.getByText("Đã mở khóa kỳ")).toBeVisible();
  await ward.reload();
  await expect(boxes(ward, name).first()).not.toHaveAttribute("readonly");
});

test("Camera an ninh has its lenses read point by point, and the dashboard says how many", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/security-models/readings", desk);
  await gridOf(page, "Camera an ninh");
  const lenses = page.getByRole("heading", { name: /^Camera an ninh, Quý/ });
  await expect(lenses).toBeVisible();
  expect(await figureValue(page, "indicators.total")).toBeGreaterThan(1_000);
  await page.goto("/");
  const highlight = page.getByRole("region", { name: "Chỉ số của mô hình" });
  await expect(highlight).toContainText("Số mắt camera, Camera an ninh");
  expect(Number(await highlight.locator("[data-value]").first().getAttribute("data-value"))).toBeGreaterThan(
    100,
  );
  // The figure opens the points that make it up, also of a unit and of a past day.
  for (const address of ["/", "/?unit=31510&boundary=historical", "/?asOf=2026-06-30"]) {
    await page.goto(address);
    const total = highlight.locator("[data-value]").first();
    const value = await total.getAttribute("data-value");
    await total.locator("xpath=ancestor::a").click();
    await page.waitForURL(/\/indicators\/[0-9a-f-]{36}\?/);
    await expect(figure(page, "indicators.total")).toHaveAttribute("data-value", value ?? "");
    await expect(page.getByText(/^Cộng \d+ điểm có số liệu$/)).toBeVisible();
  }
});
