import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { figure, figureValue, ready, rows, said, sideways, takeFindingBack, unique } from "../page";

const missing = (page: Page) => figureValue(page, "criteria.missing");
const opener = (page: Page, words: string) => page.locator("summary", { hasText: words });

/** The first commune of today that has no step: the last one is another test's. */
async function openFree(page: Page): Promise<string> {
  await page.goto("/rural-standard?base=current&level=none");
  const link = rows(page, "Các xã").first().getByRole("link");
  const name = await link.innerText();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return name;
}

async function grant(page: Page, dossier: string, level: string) {
  await page.goto(dossier);
  await page
    .getByRole("link", { name: `Ghi công nhận ${level}` })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi công nhận xã nông thôn mới");
  await ready(page);
  await page.getByLabel("Số quyết định").fill(`${unique()}/QĐ-UBND`);
  await page.getByLabel("Ngày quyết định").fill("2026-04-15");
  await page.getByRole("button", { name: "Lưu công nhận" }).click();
  await expect(page.getByText("Đã lưu").first()).toBeVisible();
}

async function takeBack(page: Page, level: string) {
  const summary = opener(page, `Thu hồi ${level}`);
  await ready(page);
  await summary.click();
  const form = page.locator("details", { has: summary });
  // On the day of the decision: it never stood, so that nobody else counts it.
  await form.getByLabel("Ngày thu hồi").fill("2026-04-15");
  await form.getByRole("textbox", { name: "Lý do" }).fill("Ghi thử");
  await form.getByRole("button", { name: `Thu hồi ${level}` }).click();
}

test("records findings, sees what is missing shrink, and takes them back", async ({ openAs }) => {
  test.slow();
  const page = await openAs("canbo");
  await openFree(page);
  const dossier = new URL(page.url()).pathname;
  await expect(page.getByText(/Còn thiếu để lên đạt chuẩn/)).toBeVisible();
  const before = await missing(page);
  expect(before).toBeGreaterThan(0);

  await page.getByRole("link", { name: "Ghi đánh giá" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi đánh giá tiêu chí");
  await ready(page);
  await page.getByRole("button", { name: "Lưu đánh giá" }).click();
  await expect(said(page)).toContainText("Chọn ít nhất một tiêu chí");
  await page
    .getByLabel(/\((chưa đánh giá|chưa đạt)\)/)
    .first()
    .check();
  await page.getByRole("radio", { name: "Đạt", exact: true }).check();
  const document = `${unique()}/BB-UBND`;
  await page.getByLabel("Số văn bản").fill(document);
  await page.getByRole("button", { name: "Lưu đánh giá" }).click();
  await expect(page.getByText("Đã lưu").first()).toBeVisible();
  const left = before - 1;
  if (left > 0) expect(await missing(page)).toBe(left);
  await expect(page.getByText(document).filter({ visible: true }).first()).toBeVisible();

  await ready(page);
  await takeFindingBack(page, document);
  await page.goto(dossier);
  expect(await missing(page)).toBe(before);
});

test("climbs the steps in their order, and comes down from the top only (T1)", async ({ openAs }) => {
  test.slow();
  const page = await openAs("canbo");
  await openFree(page);
  const dossier = new URL(page.url()).pathname;
  await grant(page, dossier, "đạt chuẩn");
  await grant(page, dossier, "nâng cao");
  // A colleague opens the dossier before the next step is granted, and means to take the middle one back after it.
  const colleague = await openAs("canbo", dossier);
  await expect(opener(colleague, "Thu hồi nâng cao")).toBeVisible();
  await grant(page, dossier, "kiểu mẫu");
  await takeBack(colleague, "nâng cao");
  await expect(said(colleague)).toContainText(
    "Bậc trên của xã này còn hiệu lực vào ngày đó; thu hồi bậc trên trước",
  );

  await page.goto(dossier);
  await expect(opener(page, "Thu hồi nâng cao")).toHaveCount(0);
  for (const level of ["kiểu mẫu", "nâng cao", "đạt chuẩn"]) {
    await page.goto(dossier);
    await takeBack(page, level);
    await expect(page.getByText("Đã lưu").first()).toBeVisible();
  }
  await expect(page.getByText("Thu hồi từ 15/04/2026")).toHaveCount(3);
});

test("the ladder of 26/11/2025 is the same by province, district and unit of today, each with its base (T1, T2)", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/rural-standard?asOf=2025-11-26");
  for (const [name, value] of [
    ["rural.base", 167],
    ["rural.standard", 110],
    ["rural.advanced", 75],
    ["rural.exemplary", 19],
  ] as const)
    expect(await figureValue(page, name)).toBe(value);
  await page.getByRole("link", { name: "Tiến độ, chỉ tiêu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tiến độ nông thôn mới");
  await expect(page.getByText("167 xã tại thời điểm 30/06/2025").first()).toBeVisible();
  const sums = () =>
    rows(page, "Theo địa bàn").evaluateAll((all) =>
      all.reduce((sum, row) => sum + Number(row.querySelectorAll("td")[0]?.textContent), 0),
    );
  expect(await sums()).toBe(167);
  for (const group of ["Huyện, thị xã cũ", "Đơn vị hiện nay"]) {
    await page.getByRole("link", { name: group }).click();
    await expect(page.getByRole("navigation", { name: "Gộp theo" }).locator("[aria-current]")).toHaveText(
      group,
    );
    expect(await sums()).toBe(167);
  }
  // T6: Mỹ Khánh stands under phường An Bình of today, and the count leads to it.
  const anBinh = rows(page, "Theo địa bàn").filter({ hasText: "Phường An Bình" });
  await anBinh.getByRole("link").first().click();
  await expect(rows(page, "Các xã")).toHaveCount(1);
  await expect(rows(page, "Các xã").first()).toContainText("Xã Mỹ Khánh");
});

test("a ward judges itself, and waits for the city; wards are counted beside the communes", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", "/rural-standard/urban/31510");
  await page.getByRole("link", { name: "Ghi đánh giá" }).click();
  await ready(page);
  const document = `${unique()}/BB-CAP`;
  await page.getByRole("checkbox", { name: /^4 An ninh, trật tự đô thị/ }).check();
  await page.getByRole("radio", { name: "Đạt", exact: true }).check();
  await page.getByLabel("Số văn bản").fill(document);
  await page.getByRole("button", { name: "Lưu đánh giá" }).click();
  await expect(page.getByText("Đã lưu").first()).toBeVisible();
  await expect(page.getByText(/đánh giá chờ thành phố xác nhận/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Xác nhận/ })).toHaveCount(0);
  await ready(page);
  await page.locator("summary", { hasText: "Lịch sử đánh giá" }).click();
  const item = page.locator("li", { hasText: document }).filter({ has: page.locator("details") });
  await item.locator("summary", { hasText: "Rút đánh giá" }).click();
  await item.getByRole("textbox", { name: "Lý do" }).fill("Ghi thử");
  await item.getByRole("button", { name: "Rút đánh giá" }).click();
  await expect(page.getByText("Đã lưu").first()).toBeVisible();

  const city = await openAs("canbo", "/rural-standard/urban?asOf=2026-06-30");
  await expect(figure(city, "urban.base")).toHaveAttribute("data-value", "31");
  const recognised = await figureValue(city, "urban.recognised");
  await figure(city, "urban.recognised").click();
  await expect(rows(city, "Các phường")).toHaveCount(recognised);
});

test("fits a phone", async ({ openAs }) => {
  const page = await openAs("canbo", "/rural-standard?level=only-advanced", phone);
  await rows(page, "Các xã").first().getByRole("link").click();
  await expect(page.getByText(/Còn thiếu để lên kiểu mẫu/)).toBeVisible();
  for (const path of [
    page.url(),
    "/rural-standard/31510/findings/new",
    "/rural-standard/progress?group=district",
    "/rural-standard/criteria",
    "/rural-standard/urban",
  ]) {
    await page.goto(path);
    expect(await sideways(page), path).toBe(0);
  }
});
