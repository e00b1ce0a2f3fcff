import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { ready, said, sideways, unique } from "../page";

const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
const today = () => zone.format(Date.now());
const inDays = (days: number) => zone.format(Date.now() + days * 86_400_000);
const written = (day: string) => day.split("-").reverse().join("/");

/** Fills the form of a plan; the title is the test's own. */
async function fillPlan(page: Page, { day, title, place }: { day: string; title: string; place: string }) {
  await ready(page);
  await page.getByLabel("Ngày dự kiến", { exact: true }).fill(day);
  await page.getByLabel("Địa điểm").fill(place);
  await page.getByLabel("Tên cuộc").fill(title);
  await page.getByLabel("Lừa đảo qua mạng").check();
  await page.getByRole("textbox", { name: "Số lượng dự kiến" }).fill("60");
}
const savePlan = (page: Page) => page.getByRole("button", { name: "Lưu kế hoạch" });
const onPlan = (page: Page) => expect(page).toHaveURL(/\/outreach-sessions\/plans\/[0-9a-f-]{36}/);
const facts = (page: Page) => page.locator("main dl");

test("a plan made on a phone is held with one tap, and shows the session that came of it", async ({
  openAs,
}) => {
  test.slow();
  const title = `Nhận diện lừa đảo ${unique()}`;
  const place = `Nhà văn hóa khóm 4 ${unique()}`;
  const page = await openAs("phuloi", "/outreach-sessions", phone);
  await page.getByRole("link", { name: "Lịch", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lịch tuyên truyền");
  expect(await sideways(page)).toBe(0);
  await page.getByRole("link", { name: "Lên kế hoạch" }).tap();

  // A day that is over is no plan; everything typed is kept.
  await fillPlan(page, { day: inDays(-1), title, place });
  await savePlan(page).tap();
  await expect(said(page)).toContainText("Ngày dự kiến phải từ hôm nay trở đi");
  await expect(page.getByLabel("Tên cuộc")).toHaveValue(title);
  await page.getByLabel("Ngày dự kiến", { exact: true }).fill(today());
  await savePlan(page).tap();
  await onPlan(page);
  const plan = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(facts(page)).toContainText("Dự kiến");
  await expect(facts(page)).toContainText("60 lượt người");

  await page.getByRole("main").getByRole("link", { name: "Lịch tuyên truyền" }).click();
  const next = page.locator("section", { has: page.getByRole("heading", { name: "14 ngày tới" }) });
  const line = page.locator(`li[id="d${today()}"]`).getByRole("link", { name: title });
  await expect(line.or(next.getByRole("link", { name: title })).first()).toBeAttached();
  expect(await sideways(page)).toBe(0);

  await page.goto(plan);
  await page.getByRole("link", { name: /^Đã tổ chức/ }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi nhận cuộc tuyên truyền");
  await expect(page.getByText(`Theo kế hoạch ngày ${written(today())}: ${title}`)).toBeVisible();
  await expect(page.getByLabel("Ngày", { exact: true })).toHaveValue(today());
  await expect(page.getByLabel("Địa điểm")).toHaveValue(place);
  await expect(page.getByLabel("Lừa đảo qua mạng")).toBeChecked();
  await expect(page.getByLabel("Số lượt dự", { exact: true })).toHaveValue("");
  await expect(page.getByText("Dự kiến 60")).toBeVisible();
  await ready(page);
  await page.getByLabel("Số lượt dự", { exact: true }).fill("57");
  await page.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).tap();
  await expect(page).toHaveURL(/\/outreach-sessions\/[0-9a-f-]{36}\?saved=1/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const session = new URL(page.url()).pathname;

  await page.goto(plan);
  await expect(facts(page)).toContainText("Đã tổ chức");
  await expect(page.getByRole("link", { name: /^Đã tổ chức/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: `Cuộc ngày ${written(today())}` })).toHaveAttribute(
    "href",
    session,
  );
  // Its form, opened again from an old tab, leads to what became of it.
  await page.goto(`/outreach-sessions/new?plan=${plan.split("/").at(-1)}`);
  await expect(page).toHaveURL(new RegExp(`${plan}$`));
});

test("an overdue plan stands on top until it is held on its day or cancelled with a reason", async ({
  openAs,
}) => {
  const page = await openAs("ninhkieu", "/outreach-sessions/calendar", phone);
  const overdue = page.getByRole("region", { name: /^Quá hạn/ });
  const first = overdue.getByRole("listitem").first();
  await expect(first).toBeVisible();
  const name = await first.getByRole("link").first().innerText();
  const day = await first.locator(".numeral").first().innerText();
  await first.getByRole("link", { name: /^Đã tổ chức/ }).tap();
  await expect(page.getByText(`Theo kế hoạch ngày ${day}`)).toBeVisible();
  await expect(page.getByLabel("Ngày", { exact: true })).toHaveValue(day.split("/").reverse().join("-"));

  await page.goto("/outreach-sessions/calendar");
  await ready(page);
  await first.locator("summary", { hasText: "Hủy kế hoạch" }).tap();
  const cancel = first.getByRole("button", { name: "Hủy kế hoạch" });
  await cancel.tap();
  await expect(first.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
  await first.getByRole("textbox", { name: "Lý do" }).fill("Trùng lịch họp của phường");
  await cancel.tap();
  await onPlan(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(facts(page)).toContainText("Đã hủy");
  await expect(facts(page)).toContainText("Trùng lịch họp của phường");
  await expect(page.getByRole("link", { name: "Sửa kế hoạch" })).toHaveCount(0);
});

test("the leader sees on a desk what wards plan, day by day, and can change nothing", async ({ openAs }) => {
  const title = `Họp khu dân cư ${unique()}`;
  const day = inDays(40);
  const ward = await openAs("phuloi", "/outreach-sessions/plans/new");
  await fillPlan(ward, { day, title, place: "Nhà văn hóa khóm 2" });
  await savePlan(ward).click();
  await onPlan(ward);

  const leader = await openAs("lanhdao", `/outreach-sessions/calendar?month=${day.slice(0, 7)}`);
  const cell = leader.locator(`li[id="d${day}"]`);
  await expect(cell).toContainText(title);
  await expect(cell).toContainText("Phường Phú Lợi");
  await expect(cell).toContainText("Dự kiến");
  await expect(leader.getByRole("link", { name: "Lên kế hoạch" })).toHaveCount(0);
  await cell.getByRole("link", { name: title }).click();
  await expect(leader.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(leader.getByRole("link", { name: /Đã tổ chức|Sửa kế hoạch/ })).toHaveCount(0);
  await expect(leader.getByText("Hủy kế hoạch")).toHaveCount(0);

  // A ward of its own sees none of it.
  const other = await openAs("ninhkieu", new URL(leader.url()).pathname);
  await expect(other.getByRole("heading", { name: "Không tìm thấy trang" })).toBeVisible();

  // A day's count leads to its sessions.
  await leader.goto("/outreach-sessions/calendar?month=2025-08&unit=31510");
  await leader.locator('li[id="d2025-08-11"]').getByRole("link").first().click();
  await expect(leader).toHaveURL(/from=2025-08-11&to=2025-08-11&kind=gathering/);
  await expect(leader.locator("main tbody tr").first()).toContainText("11/08/2025");
  await leader.goto("/outreach-sessions/calendar?month=2025-08");
  await leader.getByRole("link", { name: "Tháng trước" }).click();
  await expect(leader.getByRole("heading", { name: "Tháng 7/2025" })).toBeVisible();
  await leader.getByRole("link", { name: "Hôm nay" }).click();
  await expect(leader.locator(`li[id="d${today()}"]`)).toContainText("hôm nay");
});

test("a session becomes a template, starts another one, and is taken away with a reason", async ({
  openAs,
}) => {
  test.slow();
  const name = `Chợ đêm ${unique()}`;
  const page = await openAs("phuloi", "/outreach-sessions", phone);
  await page.locator("main tbody a").first().click();
  await expect(page).toHaveURL(/\/outreach-sessions\/[0-9a-f-]{36}/);
  await ready(page);
  await page.locator("summary", { hasText: "Lưu làm mẫu" }).tap();
  await page.getByLabel("Tên mẫu").fill("");
  await page.getByRole("button", { name: "Lưu mẫu" }).tap();
  await expect(said(page)).toBeVisible();
  await page.getByLabel("Tên mẫu").fill(name);
  await page.getByRole("button", { name: "Lưu mẫu" }).tap();
  await expect(page.getByText("Đã lưu mẫu")).toBeVisible();

  const item = page.getByRole("listitem").filter({ hasText: name });
  await item.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi nhận cuộc tuyên truyền");
  await expect(page.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: "Quản lý mẫu" }).click();
  // The city's own are there for a ward to use, not to take away.
  const shared = page.getByRole("listitem").filter({ hasText: "Họp khu dân cư" });
  await expect(shared).toContainText("Của thành phố");
  await expect(shared.getByText("Bỏ mẫu")).toHaveCount(0);
  await ready(page);
  await item.locator("summary", { hasText: "Bỏ mẫu" }).tap();
  await item.getByRole("textbox", { name: "Lý do" }).fill("Không dùng nữa");
  await item.getByRole("button", { name: "Bỏ mẫu" }).tap();
  await expect(page.getByText("Đã bỏ mẫu")).toBeVisible();
  await expect(item).toHaveCount(0);
});

test.describe("without scripts", () => {
  test("plans, moves and cancels", async ({ openAs }) => {
    const off = { javaScriptEnabled: false };
    const title = `Ra quân ${unique()}`;
    const page = await openAs("chihuy.phuloi", "/outreach-sessions/plans/new", off);
    await page.getByLabel("Ngày dự kiến", { exact: true }).fill(inDays(60));
    await page.getByLabel("Tên cuộc").fill(title);
    await page.getByLabel("Lừa đảo qua mạng").check();
    await savePlan(page).click();
    await expect(page).toHaveTitle(/^Lỗi: Lên kế hoạch/);
    await expect(page.getByLabel("Tên cuộc")).toHaveValue(title);
    await page.getByLabel("Địa điểm").fill("Chợ phường");
    await savePlan(page).click();
    await onPlan(page);

    await page.getByRole("link", { name: "Sửa kế hoạch" }).click();
    await page.getByLabel("Ngày dự kiến", { exact: true }).fill(inDays(61));
    await page.getByRole("button", { name: "Lưu thay đổi" }).click();
    await expect(facts(page)).toContainText(written(inDays(61)));
    await page.locator("summary", { hasText: "Hủy kế hoạch" }).click();
    await page.getByRole("button", { name: "Hủy kế hoạch" }).click();
    await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
    await page.getByRole("textbox", { name: "Lý do" }).fill("Hoãn sang tháng sau");
    await page.getByRole("button", { name: "Hủy kế hoạch" }).click();
    await expect(facts(page)).toContainText("Đã hủy");
    await expect(facts(page)).toContainText("Hoãn sang tháng sau");
  });
});
