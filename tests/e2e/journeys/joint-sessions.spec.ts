import type { Page } from "@playwright/test";
import { desk, expect, phone, test } from "../as";
import { ready, said, tick, unfold, unique } from "../page";

/** The form of a gathering, up to what a test is about. */
async function fill(page: Page, { day, unit, place }: { day: string; unit: RegExp; place: string }) {
  await ready(page);
  await page.getByLabel("Ngày", { exact: true }).fill(day);
  const option = page.getByLabel("Đơn vị", { exact: true }).locator("option").filter({ hasText: unit });
  await page
    .getByLabel("Đơn vị", { exact: true })
    .selectOption((await option.first().getAttribute("value")) ?? "");
  await page.getByLabel("Địa điểm").fill(place);
  await page
    .getByLabel("Hình thức", { exact: true })
    .selectOption({ label: "Tuyên truyền trực tiếp (lượt người)" });
  await tick(page, "Lừa đảo qua mạng");
  await page.getByLabel("Số lượt dự", { exact: true }).fill("24");
}

const save = (page: Page) => page.getByRole("button", { name: "Lưu cuộc tuyên truyền" });

async function remove(page: Page) {
  await ready(page);
  await page.locator("summary", { hasText: "Xóa cuộc này" }).click();
  await page.getByRole("textbox", { name: "Lý do" }).fill("Chỉ để thử");
  await page.getByRole("button", { name: "Xóa cuộc này" }).click();
  await expect(page.getByText("Đã xóa cuộc tuyên truyền")).toBeVisible();
}

test("a session of before the merger is held together with units of its day, and with no others (T16)", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", "/outreach-sessions/new", phone);
  await fill(page, { day: "2024-03-06", unit: /^Phường 2 /, place: `Đình ${unique()}` });
  const picker = await unfold(page.getByRole("combobox", { name: "Đơn vị phối hợp", includeHidden: true }));
  const found = page.getByRole("listbox", { name: "Đơn vị phối hợp" }).getByRole("option");

  // Names were used again: of March each stands with its former district, today's do not stand at all.
  await picker.fill("phuong 3");
  await expect(found.filter({ hasText: "Phường 3 (Thành phố Sóc Trăng)" })).toBeVisible();
  await picker.fill("my xuyen");
  await expect(found.filter({ hasText: "Thị trấn Mỹ Xuyên" })).toBeVisible();
  await expect(found.filter({ hasText: "Phường Mỹ Xuyên" })).toHaveCount(0);
  await found.filter({ hasText: "Thị trấn Mỹ Xuyên" }).click();

  // The day changes under it: the server says what there was on that day.
  await page.getByLabel("Ngày", { exact: true }).fill("2025-08-06");
  const unit = page.getByLabel("Đơn vị", { exact: true });
  const then = await unit.inputValue();
  await unit.selectOption({ label: "Phường Phú Lợi" });
  await picker.fill("my xuyen");
  await expect(found.filter({ hasText: "Phường Mỹ Xuyên" })).toBeVisible();
  await picker.fill("");
  await save(page).click();
  await expect(said(page)).toContainText("Ngày này không có Thị trấn Mỹ Xuyên; ngày đó là Phường Mỹ Xuyên");

  await page.getByLabel("Ngày", { exact: true }).fill("2024-03-06");
  await unit.selectOption(then);
  await save(page).click();
  await expect(page).toHaveURL(/\/outreach-sessions\/[0-9a-f-]{36}/);
  await expect(page.locator("main dl")).toContainText("Thị trấn Mỹ Xuyên");
  await remove(page);
});

test("the city chooses a unit and links its points", async ({ openAs }) => {
  const page = await openAs("canbo", "/outreach-sessions/new", desk);
  await fill(page, { day: "2025-09-05", unit: /^Phường Ninh Kiều$/, place: `Chợ ${unique()}` });
  await unfold(page.getByRole("textbox", { name: "Tên cuộc", includeHidden: true }));
  const points = page.getByRole("group", { name: /^Điểm mô hình/ });
  const chips = points.getByRole("checkbox", { includeHidden: true });
  await expect(chips).not.toHaveCount(0);
  const [first] = await points.locator("label").allInnerTexts();
  await tick(page, first ?? "");

  // Another unit offers its own; what is ticked stays.
  const unit = page.getByLabel("Đơn vị", { exact: true });
  await unit.selectOption({ label: "Phường Phú Lợi" });
  await expect(points.locator("label").nth(1)).not.toHaveText(first ?? "");
  await expect(points.getByLabel(first ?? "", { exact: true })).toBeChecked();
  await unit.selectOption({ label: "Phường Ninh Kiều" });

  // A refused form keeps both.
  await page.getByLabel("Số lượt dự", { exact: true }).fill("hai");
  await save(page).click();
  await expect(said(page)).toContainText("Số lượt dự phải là số");
  await expect(points.getByLabel(first ?? "", { exact: true })).toBeChecked();
  await page.getByLabel("Số lượt dự", { exact: true }).fill("24");
  await save(page).click();
  await expect(page).toHaveURL(/\/outreach-sessions\/[0-9a-f-]{36}/);
  await expect(page.locator("main dl")).toContainText((first ?? "").split(" – ").at(-1) ?? "");
  await remove(page);
});

test("without scripts the city chooses the unit first, and the form opens with its points", async ({
  openAs,
}) => {
  const page = await openAs("canbo", "/outreach-sessions/new", { javaScriptEnabled: false });
  await page.getByLabel("Điểm mô hình của đơn vị").selectOption({ label: "Phường Ninh Kiều" });
  await page.getByRole("button", { name: "Xem điểm của đơn vị này" }).click();
  await expect(page.getByLabel("Đơn vị", { exact: true }).locator("option:checked")).toHaveText(
    "Phường Ninh Kiều",
  );
  await page.locator("summary", { hasText: "Thêm chi tiết" }).click();
  await expect(
    page
      .getByRole("group", { name: /^Điểm mô hình/ })
      .getByRole("checkbox")
      .first(),
  ).toBeVisible();
});

test("topics, audiences and languages tell attendances, each line with the list behind it", async ({
  openAs,
}) => {
  const page = await openAs("canbo", "/outreach-sessions/totals?period=2025", desk);
  const total = Number(
    await page.locator('main [data-figure="sessions.attendances"]').first().getAttribute("data-value"),
  );
  for (const [tag, section] of [
    ["topic", "Theo chủ đề"],
    ["audience", "Theo đối tượng"],
    ["language", "Theo ngôn ngữ"],
  ] as const) {
    const told = page.locator("section", { has: page.getByRole("heading", { name: section }) });
    await expect(told).toContainText("không cộng lại thành tổng");
    const figures = told.locator(`[data-figure^="sessions.${tag}."][data-figure$=".attendances"]`);
    await expect(figures).not.toHaveCount(0);
    expect(Number(await figures.first().getAttribute("data-value"))).toBeGreaterThan(0);
    expect(Number(await figures.first().getAttribute("data-value"))).toBeLessThanOrEqual(total);
  }
  const drugs = page.locator('main [data-figure="sessions.topic.drugs.attendances"]').first();
  const value = await drugs.getAttribute("data-value");
  const line = page.getByRole("row").filter({
    has: page.locator('[data-figure="sessions.topic.drugs.attendances"]'),
  });
  await line.getByRole("link").first().click();
  await expect(page).toHaveURL(/topic=drugs/);
  await expect(page.locator('main [data-figure="sessions.attendances"]').first()).toHaveAttribute(
    "data-value",
    value ?? "",
  );
});
