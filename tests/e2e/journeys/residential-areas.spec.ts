import type { Page } from "@playwright/test";
import ExcelJS from "exceljs";
import { desk, expect, phone, test } from "../as";
import { figureValue, filterBy, ready, rows, said, sideways, unique } from "../page";

// Ngã Bảy: a ward whose areas no other test counts; what is added there has ended days after it began.
const ward = "/units/31340/areas";

const line = (page: Page, number: number) => page.locator(`main tr[data-line="${number}"]`);

async function workbook(table: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Danh sách").addRows(table);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Ends an area on a day of July 2025, when its ward had just begun, so that today knows nothing of it. */
async function end(page: Page, name: string, on: string, into?: string) {
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await ready(page);
  await page.getByText("Kết thúc khu dân cư").click();
  await page.getByLabel("Ngày cuối cùng").fill(`2025-07-0${on}`);
  if (into) await page.getByLabel("Nhập vào").selectOption({ label: into });
  await page.getByLabel("Lý do").fill("Sắp xếp lại khu dân cư");
  await page.getByRole("button", { name: "Kết thúc", exact: true }).click();
  await expect(page.getByText(/^Đã lưu/)).toBeVisible();
  await expect(page.getByText(`đến hết 0${on}/07/2025`)).toBeVisible();
}

test("a city officer imports a list with an ambiguous and an outdated name, mends both, and ends an area", async ({
  openAs,
}) => {
  test.slow();
  const mark = unique();
  const page = await openAs("canbo", ward, desk);
  const before = await figureValue(page, "areas");
  await page.getByRole("link", { name: "Nhập danh sách" }).click();
  await ready(page);
  await page.getByLabel("Chọn tệp").setInputFiles({
    name: "Danh sách khóm.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await workbook([
      ["STT", "Đơn vị", "Tên khóm", "Số hộ", "Từ ngày"],
      ["1", "Ngã Bảy", `Khóm ${mark} A`, "310", ""],
      ["2", "Phường 1", `Khóm ${mark} B`, "250", "1/3/2025"],
      ["3", "Thị trấn Kế Sách", `Khóm ${mark} C`, "", ""],
      ["4", "Ngã Bảy", `khom ${mark} a`, "", ""],
    ]),
  });
  await page.getByRole("button", { name: "Đọc danh sách" }).click();
  await expect(page.getByText("1 dòng lưu được, 2 dòng cần chọn đơn vị, 1 dòng cần sửa")).toBeVisible();
  await expect(page.getByLabel("Danh sách", { exact: true })).toHaveValue(/Thị trấn Kế Sách/);
  await expect(line(page, 2)).toContainText("Lưu được");
  await expect(line(page, 3)).toContainText(
    "Tên đơn vị mơ hồ: chọn một trong Phường 1 (Thành phố Sóc Trăng);",
  );
  await expect(line(page, 4)).toContainText("Ngày đó là Xã Kế Sách");
  await expect(line(page, 5)).toContainText("Trùng dòng 2");

  await page.getByLabel("Chọn đơn vị cho dòng 3").selectOption({ label: "Phường 1 (Thị xã Ngã Năm)" });
  await page.getByRole("button", { name: "Lưu 1 khu dân cư" }).click();
  const told = page.getByRole("status").filter({ hasText: "Đã lưu 2 khu dân cư" });
  await expect(told).toContainText("2 dòng chưa lưu còn trong ô bên dưới");

  // What was not stored stands in the box, with its heading; the outdated name is mended there.
  const box = page.getByLabel("Danh sách", { exact: true });
  await expect(box).toHaveValue(new RegExp(`^STT.*\\n3\\tThị trấn Kế Sách\\tKhóm ${mark} C.*\\n4\\tNgã Bảy`));
  await box.fill((await box.inputValue()).replace("Thị trấn Kế Sách", "Phường Ngã Bảy"));
  await page.getByRole("button", { name: "Đọc danh sách" }).click();
  await expect(line(page, 3)).toContainText(`Đã có Khóm ${mark} A trong đơn vị`);
  await page.getByRole("button", { name: "Lưu 1 khu dân cư" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Đã lưu 1 khu dân cư" })).toBeVisible();

  await page.getByRole("link", { name: "Xem danh sách" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Khu dân cư" })).toBeVisible();
  expect(await figureValue(page, "areas")).toBe(before + 2);
  await filterBy(page, "Tìm khu dân cư", mark);
  await expect(rows(page)).toHaveCount(2);
  await end(page, `Khóm ${mark} A`, "2", `Khóm ${mark} C`);
  await expect(page.getByRole("link", { name: `Khóm ${mark} C` })).toBeVisible();
  await page.getByRole("link", { name: `Khóm ${mark} C` }).click();
  await expect(page.getByText("Các nơi đã nhập vào đây")).toBeVisible();
  await page.goto(`${ward}?q=${mark}`);
  await end(page, `Khóm ${mark} C`, "3");

  // The other one was recorded under the former ward; today it is Ngã Năm's.
  await page.goto(`/units/31732/areas?q=${mark}`);
  await expect(rows(page).first()).toContainText("Phường 1");
  await end(page, `Khóm ${mark} B`, "2");
  await page.goto(ward);
  expect(await figureValue(page, "areas")).toBe(before);
});

test("a ward officer finds an area on the phone, as of today and before the ward was", async ({ openAs }) => {
  const page = await openAs("phuloi", "/units/31510/areas", phone);
  await expect(rows(page)).toHaveCount(25);
  expect(await sideways(page)).toBe(0);
  await filterBy(page, "Tìm khu dân cư", "khom 25");
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText("Khóm 25");
  await rows(page).first().getByRole("link").tap();
  await expect(page.getByRole("heading", { level: 1, name: "Khóm 25" })).toBeVisible();
  await expect(page.getByText("Các nơi đã nhập vào đây")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sửa" })).toBeVisible();
  expect(await sideways(page)).toBe(0);

  await page.goto("/units/31510/areas?boundary=current&asOf=2025-06-30");
  await expect(rows(page).first()).toContainText("Phường");
  await page.goto("/units/31510/areas?boundary=historical&asOf=2025-06-30");
  await expect(page.getByText("Đơn vị chưa có hoặc không còn vào ngày này")).toBeVisible();
});

test("without scripts an area is refused with what was typed, and a list is read", async ({ openAs }) => {
  const page = await openAs("phuloi", "/units/31510/areas/new", { ...desk, javaScriptEnabled: false });
  await page.getByLabel("Khóm").check();
  await page.getByLabel("Tên", { exact: true }).fill("Khóm 1");
  await page.getByLabel(/^Có từ ngày/).fill("2025-07-01");
  await page.getByRole("button", { name: "Lưu khu dân cư" }).click();
  await expect(said(page)).toContainText("Đơn vị đã có khu dân cư tên này");
  await expect(page.getByLabel("Tên", { exact: true })).toHaveValue("Khóm 1");
  await page.goto("/units/areas/import?unit=31510");
  await page.getByLabel("Danh sách", { exact: true }).fill("Khóm 1\t20\nKhóm Mới\t30");
  await page.getByRole("button", { name: "Đọc danh sách" }).click();
  await expect(line(page, 1)).toContainText("Đã có Khóm 1 trong đơn vị");
  await expect(line(page, 2)).toContainText("Lưu được");
  await expect(page.getByRole("button", { name: "Lưu 1 khu dân cư" })).toBeVisible();
});
