import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { figure, figureValue, rows, sideways } from "../page";

const path = "/security-models/movement";

/** Reads a row of the equation off the screen; says what is left over. */
async function leftOver(page: Page, measure: string): Promise<number> {
  const value = (column: string) => figureValue(page, `movement.${measure}.${column}`);
  const came = (await value("opening")) + (await value("new")) + (await value("replicated"));
  const went = (await value("merged")) + (await value("removed"));
  return came - went - (await value("closing"));
}

const cell = (page: Page, name: string) =>
  page.getByRole("link").filter({ has: page.locator(`[data-figure="${name}"]`) });

test("the leader reads the equation by calendar and by reporting year, opens a cell and finds as many rows", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("lanhdao", `${path}?period=2025`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Biến động mô hình");
  await expect(page.getByRole("main")).toContainText("01/01/2025–31/12/2025");
  for (const measure of ["models", "points", "teams", "members"])
    expect(await leftOver(page, measure)).toBe(0);
  await expect(figure(page, "movement.models.closing")).toHaveAttribute("data-value", "110");

  await page.goto(`${path}?period=r2025`);
  await expect(page.getByRole("main")).toContainText("15/12/2024–14/12/2025");
  for (const measure of ["models", "points", "teams", "members"])
    expect(await leftOver(page, measure)).toBe(0);

  for (const name of [
    "movement.models.removed",
    "movement.models.closing",
    "movement.points.new",
    "movement.points.merged",
  ]) {
    const value = await figureValue(page, name);
    await cell(page, name).click();
    await expect(page).toHaveURL(/movement\/rows\?/);
    await expect(figure(page, name)).toHaveAttribute("data-value", String(value));
    await expect(rows(page)).toHaveCount(Math.min(50, value));
    await page.getByRole("link", { name: "Biến động mô hình" }).click();
    await expect(page).toHaveURL(/period=r2025/);
  }

  // A row opens the point itself; Back leads to the rows again.
  await cell(page, "movement.points.merged").click();
  await expect(page).toHaveURL(/movement\/rows/);
  const first = rows(page, "Điểm: hợp nhất").first().getByRole("link");
  const site = (await first.innerText()).trim();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(site);
  await page.goBack();
  await expect(rows(page, "Điểm: hợp nhất").first()).toContainText(site);
});

test("a measure told by khối adds up; by lĩnh vực the page says that it does not; each cell has its rows", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("lanhdao", `${path}?period=2025`);
  await page.getByRole("navigation", { name: "Đơn vị tính" }).getByRole("link", { name: "Điểm" }).click();
  await expect(page.getByRole("heading", { name: "Điểm theo khối" })).toBeVisible();
  const blocks = ["residential", "agency", "enterprise", "school"];
  for (const column of ["opening", "new", "replicated", "merged", "removed", "closing"]) {
    let sum = 0;
    for (const block of blocks) sum += await figureValue(page, `movement.points.${column}.block.${block}`);
    expect(sum, column).toBe(await figureValue(page, `movement.points.${column}`));
  }
  const name = "movement.points.replicated.block.residential";
  const value = await figureValue(page, name);
  await cell(page, name).click();
  await expect(page.getByRole("main")).toContainText("Khối: Khu dân cư");
  await expect(figure(page, "movement.points.replicated")).toHaveAttribute("data-value", String(value));
  await page.goBack();
  await page.getByRole("navigation", { name: "Phân theo" }).getByRole("link", { name: "Lĩnh vực" }).click();
  await expect(page.getByText("nên các dòng cộng lại có thể hơn tổng")).toBeVisible();
  await expect(page).toHaveURL(/measure=points.*group=field|group=field.*measure=points/);

  // Of members a cell's rows come to what it says.
  await page.goto(`${path}?period=2025`);
  const members = await figureValue(page, "movement.members.new");
  await cell(page, "movement.members.new").click();
  await expect(figure(page, "movement.members.new")).toHaveAttribute("data-value", String(members));
});

test("on a phone every row is an equation of its own, without a sideways table; the ward sees its own", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", `${path}?period=2025`, phone);
  for (const measure of ["models", "points"]) expect(await leftOver(page, measure)).toBe(0);
  const whole = 110;
  expect(await figureValue(page, "movement.models.closing")).toBeLessThan(whole);
  expect(await sideways(page)).toBe(0);
  await cell(page, "movement.points.closing").tap();
  await expect(page).toHaveURL(/movement\/rows/);
  expect(await sideways(page)).toBe(0);
  await page.goto("/security-models/radar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rà soát điểm mô hình");
  expect(await sideways(page)).toBe(0);
  // Merging and removing are the city's.
  await expect(page.locator('a[href*="/steps/merge"], a[href*="/steps/remove"]')).toHaveCount(0);
});

test("the city finds quiet points, why each is suggested what, and opens the step's form filled in", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("canbo", "/security-models/radar");
  const stale = await figureValue(page, "radar.stale");
  let sum = 0;
  for (const suggestion of ["consolidate", "merge", "remove", "wait"])
    sum += await figureValue(page, `radar.${suggestion}`);
  expect(sum).toBe(stale);
  expect(stale).toBeGreaterThan(0);
  await expect(page.getByRole("heading", { name: "Căn cứ đề xuất" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Lưu số tháng" })).toBeHidden();

  const value = await figureValue(page, "radar.consolidate");
  await cell(page, "radar.consolidate").click();
  await expect(page.getByRole("list", { name: "Đang lọc" })).toContainText("Củng cố");
  await expect(rows(page, "Rà soát")).toHaveCount(Math.min(50, value));
  const prepare = rows(page, "Rà soát")
    .first()
    .getByRole("link", { name: /^Chuẩn bị quyết định cho / });
  await prepare.click();
  await expect(page).toHaveURL(/\/security-models\/points\/[0-9a-f-]+\/steps\/consolidate\?reason=/);
  await expect(page.locator('main [name="reason"]')).toHaveValue(
    /^Không có số liệu chỉ số, đánh giá hay cuộc tuyên truyền nào trong \d+ tháng/,
  );
});
