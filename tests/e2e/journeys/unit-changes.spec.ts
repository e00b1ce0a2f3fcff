import type { Page } from "@playwright/test";
import { expect, phone, signIn, test } from "../as";
import { figureValue, ready, rows, said, sideways, unique } from "../page";
import { makePerson } from "../safety/as";
import { one, takeBackChanges } from "../safety/facts";

const path = "/units/changes";
/** Months that nobody else writes into, before and after the day of effect. */
const span = "from=2025-07-01&to=2025-09-30";
const effectiveOn = "2025-09-15";

/** What the city comes to, by the dashboard and by the page of totals. */
async function cityTotals(page: Page): Promise<number[]> {
  await page.goto(`/?${span}`);
  const figures = [await figureValue(page, "sessions.count"), await figureValue(page, "models.active")];
  await page.goto(`/outreach-sessions/totals?${span}`);
  await expect(rows(page, "Theo đơn vị")).not.toHaveCount(0);
  return [...figures, await figureValue(page, "sessions.count")];
}

async function decision(page: Page) {
  await page.getByLabel("Số quyết định").fill(`${unique()}/NQ-HĐND`);
  await page.getByLabel("Ngày quyết định").fill("2025-08-20");
  await page.getByLabel("Ngày hiệu lực").fill(effectiveOn);
}

/** Where the change that was just carried out is kept. */
async function recorded(page: Page): Promise<string> {
  await expect(page.getByText(/^Đã thực hiện/)).toBeVisible();
  await page.waitForURL(/\/units\/changes\/[0-9a-f]{8}-[0-9a-f-]{27}/);
  return new URL(page.url()).pathname;
}

const check = (page: Page) => page.getByRole("button", { name: "Kiểm tra thay đổi" }).click();
const checked = (page: Page) => page.getByRole("heading", { name: "Kiểm tra trước khi thực hiện" });
const confirm = (page: Page) => page.getByRole("button", { name: "Thực hiện thay đổi" }).click();

async function pick(page: Page, label: string, typed: string, unit: string) {
  await page.getByRole("combobox", { name: label }).fill(typed);
  await page.getByRole("option", { name: unit }).click();
}

async function undo(page: Page, change: string, was: string) {
  await page.goto(change);
  await ready(page);
  await page.locator("summary", { hasText: "Hủy thay đổi này" }).click();
  await page.getByRole("button", { name: "Hủy thay đổi này" }).click();
  await expect(said(page)).toContainText("Nhập lý do");
  await page.getByLabel("Lý do").fill("Thử nghiệm xong");
  await page.getByRole("button", { name: "Hủy thay đổi này" }).click();
  await expect(page.getByRole("note").filter({ hasText: "Thử nghiệm xong" })).toBeVisible();
  await expect(page.locator("main header")).toContainText("Đã hủy");
  expect((await page.goto(`/units/${was}`))?.status()).toBe(200);
  await expect(page.getByRole("main")).toContainText(/đang hoạt động/i);
}

/** What the names of this run's units carry; the changes that begin them are taken back whatever happened. */
const mark = unique().replace(/\d/g, "x");

test.afterAll(() => takeBackChanges(mark));

test("two communes are merged and a ward is split: the city's totals stay, the ward's officer goes on; both are undone", async ({
  openAs,
  browser,
}) => {
  test.setTimeout(300_000);
  const name = mark;
  const person = await makePerson("ward_officer", "31213");
  const page = await openAs("quantri", "/units");
  const before = await cityTotals(page);

  await page.goto("/units");
  await page.getByRole("link", { name: "Thay đổi đơn vị" }).click();
  await page.getByRole("link", { name: "Nhập thay đổi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Chọn loại thay đổi");
  await page.getByRole("link", { name: /^Nhập đơn vị/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhập đơn vị");
  await ready(page);

  // One unit alone is no merger; what was typed stays.
  await pick(page, "Đơn vị nhập toàn bộ", "thanh quoi", "Xã Thạnh Quới (31246)");
  await page.getByLabel("Tên", { exact: true }).fill(`Thử ${name}`);
  await page.getByLabel("Loại", { exact: true }).selectOption({ label: "Xã" });
  await page.getByLabel("Mã", { exact: true }).fill("31246");
  await decision(page);
  await check(page);
  await expect(said(page)).toContainText("Chọn ít nhất hai đơn vị");
  await expect(page.getByLabel("Tên", { exact: true })).toHaveValue(`Thử ${name}`);
  await pick(page, "Đơn vị nhập toàn bộ", "vinh trinh", "Xã Vĩnh Trinh (31237)");
  await check(page);

  await expect(checked(page)).toBeVisible();
  await expect(page.getByText("Tổng số liệu đã ghi của toàn thành phố giữ nguyên")).toBeVisible();
  await expect(page.getByText("72 → 71")).toBeVisible();
  await page.getByRole("button", { name: "Thay đổi", exact: true }).first().click();
  await expect(page.getByLabel("Tên", { exact: true })).toHaveValue(`Thử ${name}`);
  await check(page);
  await expect(checked(page)).toBeVisible();
  await confirm(page);
  const merger = await recorded(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`→ Xã Thử ${name}`);
  expect(await cityTotals(page)).toEqual(before);

  // A ward with an officer is split in two; its records go with the remainder.
  await page.goto(`${path}/new?kind=split`);
  await ready(page);
  await page.getByLabel("Đơn vị bị chia tách").selectOption({ label: "Phường Tân Lộc (31213)" });
  const row = (at: number) => page.getByRole("group", { name: `Đơn vị thứ ${at}`, exact: true });
  for (const [at, half] of [
    [1, "Bắc"],
    [2, "Nam"],
  ] as const) {
    await row(at).getByLabel("Tên", { exact: true }).fill(`Tân Lộc ${half} ${name}`);
    await row(at).getByLabel("Loại", { exact: true }).selectOption({ label: "Phường" });
  }
  await row(2).getByLabel("Mã").fill("39981");
  await decision(page);
  await check(page);
  await expect(said(page)).toContainText("Chọn một đơn vị là phần còn lại");
  await page.getByRole("radio", { name: "Đơn vị thứ 1" }).check();
  await check(page);
  await expect(checked(page)).toBeVisible();
  await expect(
    page.getByText(/tài khoản của Phường Tân Lộc chuyển theo sang Phường Tân Lộc Bắc/),
  ).toBeVisible();
  await confirm(page);
  const split = await recorded(page);
  expect(await cityTotals(page)).toEqual(before);

  // The officer serves the remainder from its day on, and sees what the ward had recorded.
  const context = await browser.newContext(phone);
  const officer = await context.newPage();
  await officer.goto("/sign-in");
  await signIn(officer, person.username, person.password);
  await officer.goto(`/?${span}`);
  const own = await figureValue(officer, "sessions.count");
  const { held } = await one<{ held: number }>(
    `SELECT count(*)::int AS held FROM outreach_session s JOIN unit u ON u.id = s.unit_id
      WHERE u.code = '31213' AND s.held_on BETWEEN '2025-07-01' AND '2025-09-30' AND app_is_gathering(s.channel) AND s.deleted_at IS NULL`,
  );
  expect(own).toBe(held);
  expect(held).toBeGreaterThan(0);
  await officer.goto("/units");
  await expect(officer.getByRole("main")).toContainText(`Phường Tân Lộc Bắc ${name}`);
  await expect(officer.getByRole("main")).not.toContainText(`Phường Tân Lộc Nam ${name}`);
  expect(await sideways(officer)).toBe(0);
  expect((await officer.goto(path))?.status()).toBe(403);

  // As the last one entered, either can be taken back; then all is as it was.
  await undo(page, split, "31213");
  await undo(page, merger, "31246");
  await officer.goto("/units");
  await expect(officer.getByRole("main")).toContainText("Phường Tân Lộc");
  await expect(officer.getByRole("main")).not.toContainText(name);
  await context.close();
  expect(await cityTotals(page)).toEqual(before);
  await page.goto(`${path}?state=undone`);
  await expect(rows(page, "Thay đổi đơn vị").filter({ hasText: name })).toHaveCount(2);
});

test("without scripts a change is checked, mended and refused like any other", async ({ openAs }) => {
  const page = await openAs("quantri", "/units/changes/new?kind=rename", { javaScriptEnabled: false });
  const name = `Thử ${unique()}`;
  await page.getByLabel("Đơn vị đổi tên").selectOption({ label: "Xã Nhơn Ái (31315)" });
  await page.getByLabel("Tên mới").fill(name);
  await page.getByLabel("Số quyết định").fill("01/NQ");
  await page.getByLabel("Ngày quyết định").fill("2025-06-01");
  await page.getByLabel("Ngày hiệu lực").fill("2025-07-01");
  await check(page);
  await expect(page).toHaveTitle(/^Lỗi: Đổi tên/);
  await expect(said(page)).toContainText("Xã Nhơn Ái bắt đầu đúng ngày 01/07/2025");
  await page.getByLabel("Ngày hiệu lực").fill("2025-07-02");
  await check(page);
  await expect(checked(page)).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    new RegExp(`Xã Nhơn Ái →\\s*vào Xã ${name}: giữ nguyên`),
  );
  await page.getByRole("button", { name: "Thay đổi", exact: true }).first().click();
  await expect(page.getByLabel("Tên mới")).toHaveValue(name);
  await expect(page.getByLabel("Ngày hiệu lực")).toHaveValue("2025-07-02");
});
