import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { figure, figureValue, filterBy, lookAt, ready, rows, sideways, tick, unfold, unique } from "../page";

const predecessors = ["Phường 1", "Phường 2", "Phường 3", "Phường 4"];

/** Fills the form of a gathering; the day is one that no other test writes on. */
async function fillGathering(page: Page, { day, place, attendance }: Record<string, string>) {
  await ready(page);
  await page.getByLabel("Ngày", { exact: true }).fill(day ?? "");
  await page.getByLabel("Địa điểm").fill(place ?? "");
  await page
    .getByLabel("Hình thức", { exact: true })
    .selectOption({ label: "Tuyên truyền trực tiếp (lượt người)" });
  await tick(page, "Lừa đảo qua mạng");
  await page.getByLabel("Số lượt dự", { exact: true }).fill(attendance ?? "");
}

const save = (page: Page) => page.getByRole("button", { name: "Lưu cuộc tuyên truyền" });
const onRecord = (page: Page) => expect(page).toHaveURL(/\/outreach-sessions\/[0-9a-f-]{36}/);

async function totals(page: Page) {
  return {
    sessions: await figureValue(page, "sessions.count"),
    attendances: await figureValue(page, "sessions.attendances"),
  };
}

async function expectTotals(page: Page, { sessions, attendances }: Awaited<ReturnType<typeof totals>>) {
  await expect(figure(page, "sessions.count")).toHaveAttribute("data-value", String(sessions));
  await expect(figure(page, "sessions.attendances")).toHaveAttribute("data-value", String(attendances));
}

test("sees Phú Lợi and its four predecessors, and nothing else", async ({ openAs }) => {
  const page = await openAs("phuloi", "/outreach-sessions/new", phone);
  const offered = await page.getByLabel("Đơn vị").locator("option:not([value=''])").allTextContents();
  expect(offered.map((name) => name.replace(/ \(.*/, "")).sort()).toEqual([
    ...predecessors,
    "Phường Phú Lợi",
  ]);

  await page.goto("/outreach-sessions?from=2025-01-01&to=2025-06-30&boundary=historical");
  await ready(page);
  const units = await page.getByLabel("Đơn vị").locator("option").allTextContents();
  expect(units.filter((name) => name.startsWith("Phường")).sort()).toEqual([
    ...predecessors,
    "Phường Phú Lợi",
  ]);
  const shown = await rows(page).allInnerTexts();
  expect(shown.length).toBeGreaterThan(10);
  for (const row of shown) expect(row).toMatch(/Phường [1-4]\b/);

  // The figures of the press: its own wards before the merger, itself after.
  await page.goto("/?from=2025-01-01&to=2025-08-11");
  await expectTotals(page, { sessions: 365, attendances: 12770 });

  await page.goto("/units");
  await expect(rows(page)).toHaveText([/Phường Phú Lợi/]);
  await page.getByRole("link", { name: "Trước 01/07/2025" }).click();
  await expect(rows(page)).toHaveCount(4);
});

test("logs a session on a phone, finds it and its totals at once, corrects it, deletes it", async ({
  openAs,
}) => {
  test.slow();
  const day = "2026-02-17";
  const place = `Nhà văn hóa khóm 3 ${unique()}`;
  const page = await openAs("phuloi", `/outreach-sessions?from=${day}&to=${day}`, phone);
  const before = await totals(page);

  await page.getByRole("link", { name: "Ghi nhận", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi nhận cuộc tuyên truyền");
  expect(await sideways(page)).toBe(0);
  await fillGathering(page, { day, place, attendance: "57" });
  await expect(page.getByText("17/02/2026")).toBeVisible();
  await tick(page, "Phòng, chống tội phạm");
  await unfold(page.getByRole("textbox", { name: "Cài đặt VNeID", includeHidden: true }));
  await page.getByLabel("Hơn", { exact: true }).check();
  for (const [label, count] of [
    ["Cài đặt VNeID", "12"],
    ["Định danh mức 2", "5"],
    ["Dịch vụ công trực tuyến", "3"],
    ["Vũ khí giao nộp", "1"],
    ["Ký cam kết", "40"],
  ])
    await page.getByRole("textbox", { name: label }).fill(count ?? "");
  await page.getByRole("textbox", { name: "Ghi chú" }).fill("Phát 57 bộ tài liệu");
  await page.getByRole("button", { name: "Tăng vũ khí giao nộp" }).tap();
  await save(page).tap();

  await onRecord(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place);
  await expect(page.getByText(/^Đã lưu \d\d:\d\d/)).toBeVisible();
  const record = page.locator("main dl");
  await expect(record).toContainText("hơn 57 lượt người");
  await expect(record).toContainText("Lừa đảo qua mạng");
  await expect(record).toContainText("Phát 57 bộ tài liệu");
  await expect(record.locator("div", { hasText: "Vũ khí giao nộp" })).toContainText("2");

  await page.getByRole("main").getByRole("link", { name: "Cuộc tuyên truyền" }).click();
  await lookAt(page, day, day);
  await expectTotals(page, { sessions: before.sessions + 1, attendances: before.attendances + 57 });
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: place }).click();

  await page.getByRole("link", { name: "Sửa", exact: true }).click();
  await ready(page);
  await expect(page.getByLabel("Hơn", { exact: true })).toBeChecked();
  await page.getByLabel("Số lượt dự", { exact: true }).fill("60");
  await page.getByLabel("Đúng", { exact: true }).check();
  await page.getByRole("button", { name: "Lưu thay đổi" }).tap();
  await onRecord(page);
  await expect(record).toContainText("60 lượt người");
  await expect(record).not.toContainText("hơn");
  const address = page.url();

  await page.goto(`/?from=${day}&to=${day}`);
  await expectTotals(page, { sessions: before.sessions + 1, attendances: before.attendances + 60 });

  await page.goto(address);
  await ready(page);
  await page.locator("summary", { hasText: "Xóa cuộc này" }).click();
  const remove = page.getByRole("button", { name: "Xóa cuộc này" });
  await remove.click();
  await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
  await page.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm ngày");
  await remove.click();
  await expect(page.getByText("Đã xóa cuộc tuyên truyền")).toBeVisible();
  await lookAt(page, day, day);
  await expectTotals(page, before);
  await expect(page.getByRole("link", { name: place })).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Không tìm thấy trang" })).toBeVisible();
});

test("a double tap on save logs once", async ({ openAs }) => {
  const day = "2026-02-18";
  const place = `Sân đình ${unique()}`;
  const page = await openAs("phuloi", "/outreach-sessions/new", phone);
  await fillGathering(page, { day, place, attendance: "31" });
  await save(page).dblclick();
  await onRecord(page);
  await page.goto(`/outreach-sessions?from=${day}&to=${day}`);
  await filterBy(page, "Tìm địa điểm, ghi chú", place);
  await expect(rows(page)).toHaveCount(1);
  await expectTotals(page, { sessions: 1, attendances: 31 });
});

test("Back after saving, and saving again, leaves one row and a page that makes sense", async ({
  openAs,
}) => {
  const day = "2026-02-19";
  const place = `Chợ Bông Sen ${unique()}`;
  const page = await openAs("phuloi", "/outreach-sessions/new", phone);
  await fillGathering(page, { day, place, attendance: "22" });
  await save(page).click();
  await onRecord(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi nhận cuộc tuyên truyền");
  await ready(page);
  await save(page).click();
  await expect(
    page.getByRole("heading", { name: place }).or(page.getByRole("heading", { name: "Có lỗi cần sửa" })),
  ).toBeVisible();
  await page.goto(`/outreach-sessions?from=${day}&to=${day}&q=${encodeURIComponent(place)}`);
  await expect(rows(page)).toHaveCount(1);
});

test("loudspeaker rounds have a count of their own and never enter lượt người (T8)", async ({ openAs }) => {
  const day = "2026-02-20";
  const place = `Cụm loa khóm 5 ${unique()}`;
  const view = `/outreach-sessions?from=${day}&to=${day}`;
  const page = await openAs("phuloi", view, phone);
  const before = await totals(page);
  await page.goto("/outreach-sessions/new");
  await fillGathering(page, { day, place, attendance: "99" });
  await page.getByLabel("Hình thức", { exact: true }).selectOption({ label: "Loa truyền thanh (lượt phát)" });
  await expect(page.getByLabel("Số lượt dự", { exact: true })).toBeHidden();
  await page.getByRole("textbox", { name: "Số lượng phát, tờ, tin bài" }).fill("6");
  await save(page).click();
  await onRecord(page);
  await expect(page.locator("main dl")).toContainText("6 lượt phát");

  await page.goto(view);
  await expect(rows(page).filter({ hasText: place })).toContainText("6 lượt phát");
  await expectTotals(page, before);
});
