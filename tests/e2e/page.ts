import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./as";

/** A few letters that no other record carries, so that a test finds its own. */
export const unique = () => randomUUID().slice(0, 8);

/** Until scripts have taken over the forms; before that a change of a box is not heard. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main form")].every((form) =>
      Object.keys(form).some((key) => key.startsWith("__reactProps")),
    ),
  );
}

/** A figure's numeral in the page, by the name machines know it by. */
export const figure = (page: Page, name: string): Locator =>
  page.locator(`main [data-figure="${name}"]`).filter({ visible: true }).first();

/** The plain number of a figure. */
export async function figureValue(page: Page, name: string): Promise<number> {
  return Number(await figure(page, name).getAttribute("data-value"));
}

/** What a form says first after it was refused, warned or met another version. */
export const said = (page: Page): Locator => page.getByRole("main").getByRole("alert");

/** Takes a finding back on the dossier that is open, by its document's number. */
export async function takeFindingBack(page: Page, document: string): Promise<void> {
  await page.locator("summary", { hasText: "Lịch sử đánh giá" }).click();
  const item = page.locator("li", { hasText: document }).filter({ has: page.locator("details") });
  await item.locator("summary", { hasText: "Rút đánh giá" }).click();
  await item.getByRole("textbox", { name: "Lý do" }).fill("Ghi thử");
  await item.getByRole("button", { name: "Rút đánh giá" }).click();
  await expect(page.getByText("Đã lưu").first()).toBeVisible();
}

/** How many pixels the page can be pushed sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Rows of a list by its caption, whether it stands as a table or as two-line items; without one, of the only table. */
export const rows = (page: Page, caption = ""): Locator =>
  page
    .locator("main table")
    .filter({ has: page.locator("caption", { hasText: caption }) })
    .locator("tbody tr");

/** Opens the sheet of filters where there is one, types the words, asks. */
export async function filterBy(page: Page, label: string, words: string): Promise<void> {
  await expect(page.getByRole("search", { name: "Bộ lọc" })).toBeAttached();
  await ready(page);
  const opener = page.getByRole("button", { name: "Bộ lọc" });
  if (await opener.isVisible()) await opener.click();
  await page.getByRole("searchbox", { name: label }).fill(words);
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page.getByRole("list", { name: "Đang lọc" })).toContainText(words);
}

/** Looks at a range of days of one's own through the context bar. */
export async function lookAt(page: Page, from: string, to: string): Promise<void> {
  await expect(page.getByRole("search", { name: "Phạm vi số liệu" })).toBeVisible();
  await ready(page);
  const opener = page.getByRole("button", { name: "Đổi" });
  const isSheet = await opener.isVisible();
  if (isSheet) await opener.click();
  await page.getByLabel("Kỳ", { exact: true }).selectOption({ label: "Khoảng tự chọn" });
  await page.getByLabel("Từ ngày").fill(from);
  await page.getByLabel("Đến ngày").fill(to);
  if (isSheet) await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`from=${from}.*to=${to}`));
}

/** Opens the part of a form that holds a box, where the part is folded away. */
export async function unfold(box: Locator): Promise<Locator> {
  const part = box.locator("xpath=ancestor::details[not(@open)]");
  for (let folded = await part.count(); folded > 0; folded = await part.count())
    await part.first().locator("> summary").click();
  return box;
}

/** Ticks a box by its label, wherever it is folded away. */
export const tick = async (page: Page, label: string) =>
  (await unfold(page.getByLabel(label, { exact: true }))).check();
