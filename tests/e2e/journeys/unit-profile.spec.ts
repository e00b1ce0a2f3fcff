import { expect, phone, test } from "../as";
import { figure, figureValue, ready, said, sideways, unique } from "../page";

test("a leader opens Phú Lợi on a day it did not exist, goes to its wards, and back to today", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/units/31510?asOf=2025-05-15");
  const note = page.getByRole("note").first();
  await expect(note).toContainText("Ngày 15/05/2025 chưa có Phường Phú Lợi");
  await expect(note).toContainText("gồm 4 đơn vị");
  for (const ward of ["Phường 1", "Phường 2", "Phường 3", "Phường 4"])
    await expect(note.getByRole("link", { name: ward, exact: true })).toBeVisible();
  await expect(page.locator("[data-figure='unit.population']")).toHaveCount(0);

  await note.getByRole("link", { name: "Phường 1", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Phường 1");
  await expect(page.getByText("Nay thuộc Phường Phú Lợi")).toBeVisible();

  await page.goto("/units/31510");
  expect(await figureValue(page, "unit.population")).toBeGreaterThan(90_000);
  await expect(page.getByText("95.516 người")).toBeVisible();
  await expect(page.getByText("Kinh – Hoa – Khmer")).toBeVisible();
  // A figure opens its rows, and the view goes along.
  await expect(figure(page, "points.active").locator("xpath=ancestor::a")).toHaveAttribute(
    "href",
    /\/security-models\/points\?unit=31510.*boundary=current/,
  );
  const points = await figureValue(page, "points.active");
  await page.getByRole("radio", { name: "Tại thời điểm" }).check({ force: true });
  await expect(page).toHaveURL(/boundary=historical/);
  await expect.poll(() => figureValue(page, "points.active")).toBeLessThan(points);

  // The drawing: every passage in it, each unit reached by keyboard, the same below as a list.
  const drawing = page
    .getByRole("region", { name: "Sơ đồ nguồn gốc và biến động" })
    .filter({ visible: true });
  await expect(drawing.getByRole("listitem")).toHaveCount(5);
  await expect(drawing.getByText("Toàn bộ · khoản")).toHaveCount(4);
  await drawing.getByRole("link", { name: "Phường 4" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Phường 4");
});

test("Mỹ Khánh lies under phường An Bình today, under huyện Phong Điền at the time (T6)", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/units/31312@2025-06-30?boundary=current");
  await expect(page.locator("main header")).toContainText("Nay thuộc Phường An Bình");
  await page.goto("/units/31312@2025-06-30?boundary=historical");
  await expect(page.locator("main header")).toContainText("Huyện Phong Điền");
  await expect(page.locator("main header")).not.toContainText("An Bình");
  await page.goto("/units/31150?boundary=current");
  await expect(page.locator("#rural").getByRole("link", { name: "Xã Mỹ Khánh" })).toBeVisible();
  await page.goto("/units/31150?boundary=historical");
  await expect(page.locator("#rural")).toContainText("Không có xã nào");
});

test("an administrator's pages open by the boundaries of the time, all others by today's", async ({
  openAs,
}) => {
  for (const [account, view] of [
    ["quantri", "Tại thời điểm"],
    ["lanhdao", "Địa giới hiện nay"],
  ] as const) {
    const page = await openAs(account, "/");
    await expect(page.getByRole("radio", { name: view })).toBeChecked();
  }
});

for (const [size, options] of Object.entries({ phone, desk: {} }))
  test(`a ward officer records a population with its source and withdraws it (${size})`, async ({
    openAs,
  }) => {
    const page = await openAs("phuloi", "/units/31510", options);
    expect(await sideways(page)).toBe(0);
    const stood = await figureValue(page, "unit.population");
    await page.getByRole("link", { name: "Ghi số liệu" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Số liệu đã ghi");
    await ready(page);
    const source = `Báo cáo thử ${unique()}`;
    await page.getByLabel("Loại số liệu").last().selectOption({ label: "Dân số (người)" });
    await page.getByLabel("Giá trị").fill("0");
    await page.getByLabel("Số liệu đến ngày").fill("2026-10-31");
    await page.getByLabel("Nguồn").fill(source);
    await page.getByRole("button", { name: "Ghi số liệu" }).click();
    await expect(said(page)).toContainText("Có lỗi cần sửa");
    await expect(page.getByLabel("Nguồn")).toHaveValue(source);
    await page.getByLabel("Giá trị").fill("97.123");
    await page.getByRole("button", { name: "Ghi số liệu" }).click();
    await expect(page).toHaveURL(/facts\?saved=1/);
    const row = page.getByRole("listitem").filter({ hasText: source });
    await expect(row).toContainText("97.123 người");
    await page.goto("/units/31510");
    expect(await figureValue(page, "unit.population")).toBe(97_123);

    await page.goto("/units/31510/facts?kind=population");
    await ready(page);
    await row.getByText("Rút số liệu").first().click();
    await row.getByLabel("Lý do").fill("Nhập thử");
    await row.getByRole("button", { name: "Rút số liệu" }).click();
    await expect(page).toHaveURL(/saved=withdrawn/);
    await expect(row).toHaveCount(0);
    await page.goto("/units/31510");
    expect(await figureValue(page, "unit.population")).toBe(stood);
  });
