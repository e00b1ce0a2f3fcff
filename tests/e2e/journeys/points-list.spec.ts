import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import ExcelJS from "exceljs";
import { expect, phone, test } from "../as";
import { figureValue, filterBy, ready, rows, sideways, unique } from "../page";
import { rows as stored } from "../safety/facts";

const path = "/security-models/points";
const search = "Tìm mô hình, nơi chạy, địa chỉ";
const points = (page: Page) => rows(page, "Điểm mô hình");

/** Points of a ward that nobody else looks at, running since a day, by the words they are found by. */
async function ownPoints(code: string, startedOn: string[]): Promise<string> {
  const words = `Vườn ${unique()}`;
  for (const [at, day] of startedOn.entries())
    await stored(
      `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on, teams, members)
       SELECT $1, (SELECT id FROM security_model WHERE name = 'Camera an ninh'), id, $3, 'QĐ 12/QĐ-UBND', $4, 1, 10 FROM unit WHERE code = $2 AND valid_to IS NULL`,
      [randomUUID(), code, `${words} số ${at + 1}`, day],
    );
  return words;
}

async function sheetOf(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Xuất bảng tính" }).click(),
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await download.path());
  const sheet = book.worksheets[0] as ExcelJS.Worksheet;
  const lines = Array.from(sheet.getSheetValues(), (row) => (Array.isArray(row) ? row.slice(1) : []));
  const head = lines.findIndex(([first]) => first === "Nơi chạy mô hình");
  return {
    name: download.suggestedFilename(),
    facts: lines.slice(1, head - 1),
    head: lines[head],
    body: lines.slice(head + 1),
  };
}

test("the city finds points by another spelling, chooses columns and order, keeps the view, takes it out as a sheet", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("canbo", path);
  const all = await figureValue(page, "points.active");
  expect(all).toBeGreaterThan(1_000);
  await filterBy(page, search, "su sai phat tu");
  const found = await figureValue(page, "points.active");
  expect(found).toBeGreaterThan(5);
  expect(found).toBeLessThan(all / 10);
  for (const row of await points(page).all()) await expect(row).toContainText("Sư sãi và phật tử");
  expect(await figureValue(page, "models.active")).toBe(1);

  await page.getByRole("button", { name: "Chọn cột" }).click();
  await page.getByLabel("Lực lượng nòng cốt", { exact: true }).last().check();
  await page.getByLabel("Xếp loại", { exact: true }).last().uncheck();
  await page.getByRole("button", { name: "Hiện các cột đã chọn" }).click();
  await expect(page.getByRole("columnheader", { name: "Lực lượng nòng cốt" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Xếp loại" })).toHaveCount(0);
  await page.getByRole("columnheader", { name: "Thành viên" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: /Thành viên/ })).toHaveAttribute(
    "aria-sort",
    "descending",
  );

  const name = `Sư sãi ${unique()}`;
  await page.getByText("Lưu cách xem này").click();
  await page.getByLabel("Tên cách xem").fill(name);
  await page.getByRole("button", { name: "Lưu cách xem" }).click();
  const kept = page.getByRole("navigation", { name: "Cách xem đã lưu" });
  await expect(kept.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
  await page.goto(path);
  await page.getByRole("navigation", { name: "Cách xem đã lưu" }).getByRole("link", { name }).click();
  await expect(page.getByRole("columnheader", { name: "Lực lượng nòng cốt" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Đang lọc" })).toContainText("su sai phat tu");
  expect(await figureValue(page, "points.active")).toBe(found);

  const sheet = await sheetOf(page);
  expect(sheet.name).toMatch(/^Điểm mô hình \d\d-\d\d-\d{4}\.xlsx$/);
  const screen = await page.getByRole("columnheader").allInnerTexts();
  expect(sheet.head).toEqual(screen.map((heading) => heading.replace(/ [↑↓]$/, "")));
  expect(sheet.body).toHaveLength(found);
  expect(sheet.facts.flat().join("\n")).toContain(`${found} điểm`);
  expect(sheet.facts.flat().join("\n")).toContain("Dữ liệu minh họa");
  const sites = await points(page).locator("td:first-child").allInnerTexts();
  expect(sheet.body.slice(0, sites.length).map(([site]) => site)).toEqual(sites);
  const members = sheet.head?.indexOf("Thành viên") ?? 0;
  const sum = sheet.body.reduce((total, row) => total + Number(row[members] ?? 0), 0);
  expect(sum).toBe(await figureValue(page, "members.active"));

  // Another account sees none of it.
  const other = await openAs("lanhdao", path);
  await expect(other.getByRole("link", { name })).toHaveCount(0);

  await page.getByRole("button", { name: "Bỏ cách xem đã lưu" }).click();
  await page.getByRole("button", { name: `Bỏ “${name}”` }).click();
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
});

test("the city consolidates a filtered set after a preview, and is refused once it is another set", async ({
  openAs,
}) => {
  const words = await ownPoints("31135", ["2025-08-01", "2025-09-01", "2026-06-01"]);
  const page = await openAs("canbo", `${path}?q=${encodeURIComponent(words)}`);
  await expect(points(page)).toHaveCount(3);
  await page.getByRole("link", { name: "Thay đổi cùng lúc" }).click();
  await expect(page.getByText("3 điểm khớp bộ lọc")).toBeVisible();
  await ready(page);
  await page.getByLabel("Thay đổi", { exact: true }).selectOption({ label: "Củng cố" });
  await expect(page.getByText("Chuyển củng cố 3 điểm từ ngày")).toBeVisible();
  await page.getByLabel("Từ ngày").fill("2026-05-15");
  await expect(page.getByText("Chuyển củng cố 2 điểm từ ngày 15/05/2026")).toBeVisible();
  await expect(page.getByText(/1 điểm: ngày chọn trước bước gần nhất/)).toContainText(`${words} số 3`);
  const preview = page.url();

  // What is missing is told, nothing typed is lost.
  await page.getByLabel("Biên bản").fill("BB 07/BB-BĐH ngày 15/05/2026");
  await page.getByRole("button", { name: "Chuyển củng cố 2 điểm" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Có lỗi cần sửa" })).toBeVisible();
  await expect(page.getByLabel("Biên bản")).toHaveValue("BB 07/BB-BĐH ngày 15/05/2026");

  // Meanwhile somebody else takes one of the two.
  const other = await openAs("canbo", preview);
  await stored("UPDATE model_point SET site = site || ' cũ' WHERE site = $1", [`${words} số 3`]);
  await other.goto(`${path}?q=${encodeURIComponent(`${words} số 1`)}`);
  await other.getByRole("link", { name: "Thay đổi cùng lúc" }).click();
  await ready(other);
  await other.getByLabel("Thay đổi", { exact: true }).selectOption({ label: "Củng cố" });
  await other.getByLabel("Biên bản").fill("BB 08");
  await other.getByLabel("Lý do").fill("Ít hoạt động");
  await other.getByRole("button", { name: "Chuyển củng cố 1 điểm" }).click();
  await expect(other.getByText("Đã thay đổi 1 điểm")).toBeVisible();

  await page.getByLabel("Lý do").fill("Ít hoạt động");
  await page.getByRole("button", { name: "Chuyển củng cố 2 điểm" }).click();
  await expect(page.getByText(/nay có 1 điểm thay đổi được/).first()).toBeVisible();
  await page.goto(preview);
  await page.getByLabel("Biên bản").fill("BB 07");
  await page.getByLabel("Lý do").fill("Ít hoạt động");
  await page.getByRole("button", { name: "Chuyển củng cố 1 điểm" }).click();
  await expect(page.getByText("Đã thay đổi 1 điểm")).toBeVisible();
  await expect(points(page).filter({ hasText: "Củng cố" })).toHaveCount(2);
  await points(page)
    .filter({ hasText: `${words} số 2` })
    .getByRole("link")
    .click();
  await expect(page.getByText("BB 07")).toBeVisible();
});

test("a ward on the phone sees its own points as items, and takes its own steps only", async ({ openAs }) => {
  const [words, others] = [
    await ownPoints("31135", ["2025-08-01"]),
    await ownPoints("31510", ["2025-08-01"]),
  ];
  const page = await openAs("ninhkieu", path, phone);
  expect(await sideways(page)).toBe(0);
  await filterBy(page, search, others);
  await expect(page.getByText("Không có điểm nào khớp bộ lọc này")).toBeVisible();
  await filterBy(page, search, words);
  await expect(points(page)).toHaveCount(1);
  await expect(points(page).first()).toContainText("Camera an ninh");
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: "Thay đổi cùng lúc" }).tap();
  await ready(page);
  const act = page.getByLabel("Thay đổi", { exact: true });
  await expect(act.locator("option", { hasText: "Thanh loại" })).toHaveCount(0);
  await act.selectOption({ label: "Tạm ngưng" });
  await page.getByLabel("Quyết định").fill("QĐ 3/QĐ-UBND");
  await page.getByLabel("Lý do").fill("Sửa đường");
  expect(await sideways(page)).toBe(0);
  await page.getByRole("button", { name: "Tạm ngưng 1 điểm" }).tap();
  await expect(page.getByText("Đã thay đổi 1 điểm")).toBeVisible();
  await expect(points(page).first()).toContainText("Tạm ngưng");

  // On a day before that it ran, and a list of the past is read, not changed.
  await page.goto(`${path}?q=${encodeURIComponent(words)}&asOf=2026-06-30`);
  await expect(page.getByText("Trạng thái đến ngày 30/06/2026")).toBeVisible();
  await expect(points(page).first()).toContainText("Hoạt động");
  await expect(page.getByRole("link", { name: "Thay đổi cùng lúc" })).toHaveCount(0);
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: "Xem danh sách hiện nay" }).tap();
  await expect(points(page).first()).toContainText("Tạm ngưng");
});

test("without scripts the filters, columns and the change work as plain forms", async ({ openAs }) => {
  const words = await ownPoints("31135", ["2025-08-01"]);
  const page = await openAs("canbo", path, { javaScriptEnabled: false });
  await page.getByRole("searchbox", { name: search }).fill(words);
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(points(page)).toHaveCount(1);
  await page.getByRole("link", { name: "Thay đổi cùng lúc" }).click();
  await page.getByLabel("Thay đổi", { exact: true }).selectOption({ label: "Loại địa điểm" });
  await page.getByRole("button", { name: "Xem trước" }).click();
  await page.getByLabel("Loại địa điểm mới").selectOption({ label: "Chợ" });
  await page.getByRole("button", { name: "Xem trước" }).click();
  await page.getByRole("button", { name: "Đổi loại địa điểm của 1 điểm" }).click();
  await expect(page.getByText("Đã thay đổi 1 điểm")).toBeVisible();
});
