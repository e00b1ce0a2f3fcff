import type { Page } from "@playwright/test";
import { expect, test } from "../as";
import { figure, filterBy, ready, rows, said, unique } from "../page";

const summary = (page: Page) => said(page).getByRole("heading", { name: "Có lỗi cần sửa" });
const communes = (page: Page) => rows(page, "Các xã");

test("registers a model under a name of its own, adds two points, finds it by its alias without accents", async ({
  openAs,
}) => {
  test.slow();
  const [one, two] = [unique(), unique()];
  const name = `Vườn ${one} bình yên ${two}`;
  const page = await openAs("canbo", "/security-models");
  await page.getByRole("link", { name: "Đăng ký mô hình" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng ký mô hình");
  await ready(page);
  await page.getByLabel("Tên mô hình").fill("Sư sãi, phật tử tham gia phòng chống tội phạm");
  await page.getByRole("textbox", { name: "Cách gọi khác" }).fill(`Mảnh đất ${two}`);
  await page.getByLabel("Khối").selectOption({ label: "Khu dân cư" });
  await page.getByLabel("Tôn giáo").check();
  await page.getByLabel("Phòng, chống tội phạm").check();
  await page.getByLabel("Tự quản", { exact: true }).check();
  await page.getByLabel("Lực lượng nòng cốt").selectOption({ label: "Mặt trận Tổ quốc" });
  await page.getByRole("button", { name: "Lưu mô hình" }).click();

  // T11: another spelling of a model that stands is shown, with its names, before anything is stored.
  const warning = said(page).filter({ hasText: "Có thể đã có rồi" });
  const found = warning.getByRole("link", { name: "Sư sãi và phật tử tham gia phòng chống tội phạm" });
  await expect(found).toBeVisible();
  await expect(page.getByRole("button", { name: "Vẫn lưu" })).toBeVisible();
  const [other] = await Promise.all([page.context().waitForEvent("page"), found.click()]);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(/Sư sãi và phật tử/);
  await other.close();

  await expect(page.getByLabel("Tôn giáo")).toBeChecked();
  await page.getByLabel("Tên mô hình").fill(name);
  await page.getByRole("button", { name: "Lưu mô hình" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Chưa có điểm hoạt động")).toBeVisible();

  for (const [unit, site, members] of [
    ["Phường Ninh Kiều", "Chợ nổi", "12"],
    ["Xã Phong Điền", "Ấp Thị Tứ", "8"],
  ]) {
    await page.getByRole("link", { name: "Thêm điểm mô hình" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thêm điểm mô hình");
    await ready(page);
    await expect(page.getByLabel("Mô hình", { exact: true }).locator("option:checked")).toHaveText(name);
    await page.getByLabel("Ngày bắt đầu").fill("2026-04-01");
    await page.getByLabel("Quyết định").fill("QĐ 12/QĐ-UBND ngày 01/04/2026");
    await expect(page.getByLabel("Đơn vị").locator("option", { hasText: "đến hết" })).toHaveCount(0);
    await page.getByLabel("Đơn vị").selectOption({ label: unit });
    await page.getByLabel("Nơi chạy mô hình").fill(`${site} ${one}`);
    await page.getByRole("textbox", { name: "Số tổ" }).fill("1");
    await page.getByRole("textbox", { name: "Số thành viên" }).fill(members ?? "");
    await page.getByRole("button", { name: "Lưu điểm mô hình" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${site} ${one}`);
    await page.getByRole("main").getByRole("link", { name }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
  await expect(figure(page, "points.active")).toHaveAttribute("data-value", "2");
  await expect(figure(page, "teams.active")).toHaveAttribute("data-value", "2");
  await expect(figure(page, "members.active")).toHaveAttribute("data-value", "20");
  await expect(page.getByText("Đang duy trì").first()).toBeVisible();

  await page.goto("/security-models");
  await filterBy(page, "Tìm tên mô hình", `manh dat ${two}`);
  await expect(rows(page)).toHaveCount(1);
  await expect(figure(page, "models.active")).toHaveAttribute("data-value", "1");
  await page.getByRole("link", { name }).click();
  await expect(page.locator("main dl")).toContainText(`Mảnh đất ${two}`);

  // Before its first day the model did not stand.
  await page.goto(`/security-models?asOf=2026-03-31&q=${two}`);
  await expect(page.getByText("Không có mô hình nào khớp bộ lọc này")).toBeVisible();
});

test("records an award once, is told of a second one for the same person, revokes it with a reason", async ({
  openAs,
}) => {
  const recipient = `Cá nhân minh họa ${unique()}`;
  const decision = `${unique()}/QĐ-MH`;
  const page = await openAs("canbo", "/awards/new");
  await ready(page);
  await page.getByLabel("Hình thức khen").selectOption({ label: "Giấy khen" });
  await page.getByLabel("Cơ quan khen").fill("Công an thành phố Cần Thơ");
  await page.getByLabel("Số quyết định").fill(decision);
  await page.getByLabel("Ngày quyết định").fill("2026-03-26");
  await page.getByLabel("Thành tích").fill("Vận động giao nộp vũ khí");
  await page.getByLabel("Cá nhân", { exact: true }).check();
  await page.getByLabel("Tên người nhận hoặc tập thể").fill("");
  await page.getByLabel("Đơn vị").selectOption({ label: "Phường Ninh Kiều" });
  await page.getByRole("button", { name: "Lưu khen thưởng" }).click();
  await expect(summary(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(page.getByLabel("Số quyết định")).toHaveValue(decision);
  await page.getByLabel("Tên người nhận hoặc tập thể").fill(recipient);
  await page.getByRole("button", { name: "Lưu khen thưởng" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(recipient);
  await expect(page.locator("main dl")).toContainText(`${decision} ngày 26/03/2026`);
  const record = new URL(page.url()).pathname;

  // One achievement is not awarded twice.
  await page.getByRole("link", { name: "Thêm người nhận khác của quyết định này" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thêm khen thưởng");
  await ready(page);
  await page.getByLabel("Hình thức khen").selectOption({ label: "Giấy khen" });
  await page.getByLabel("Cơ quan khen").fill("Công an thành phố Cần Thơ");
  await page.getByLabel("Số quyết định").fill(`${decision}-2`);
  await page.getByLabel("Ngày quyết định").fill("2026-04-02");
  await page.getByLabel("Thành tích").fill("Vận động giao nộp vũ khí");
  await page.getByLabel("Cá nhân", { exact: true }).check();
  await page.getByLabel("Tên người nhận hoặc tập thể").fill(recipient);
  await page.getByLabel("Đơn vị").selectOption({ label: "Phường Ninh Kiều" });
  await page.getByRole("button", { name: "Lưu khen thưởng" }).click();
  await expect(said(page).getByRole("link", { name: recipient })).toBeVisible();

  const view = `/awards?from=2026-03-26&to=2026-03-26&unit=31135&q=${encodeURIComponent(recipient)}`;
  page.once("dialog", (dialog) => dialog.accept());
  await page.goto(view);
  await expect(rows(page)).toHaveCount(1);
  await expect(figure(page, "awards.count")).toHaveAttribute("data-value", "1");

  await page.goto(record);
  await ready(page);
  await page.locator("summary", { hasText: "Thu hồi khen thưởng" }).click();
  await page.getByLabel("Ngày thu hồi").fill("2026-03-25");
  await page.getByRole("textbox", { name: "Lý do" }).fill("Trình nhầm hồ sơ");
  await page.getByRole("button", { name: "Thu hồi khen thưởng" }).click();
  await expect(summary(page)).toBeVisible();
  await page.getByLabel("Ngày thu hồi").fill("2026-05-04");
  await page.getByRole("button", { name: "Thu hồi khen thưởng" }).click();
  await expect(page.getByText("Đã thu hồi từ 04/05/2026").first()).toBeVisible();
  // In a period that ends before it was taken back it stands for good, in one that ends later it does not.
  const until = (to: string) => view.replace("to=2026-03-26", `to=${to}`);
  await page.goto(until("2026-05-03"));
  await expect(figure(page, "awards.count")).toHaveAttribute("data-value", "1");
  await page.goto(until("2026-05-04"));
  await expect(figure(page, "awards.count")).toHaveAttribute("data-value", "0");
  await expect(figure(page, "awards.revoked")).toHaveAttribute("data-value", "1");
});

test("is refused a step without the one below, by its name, and takes back a step with a reason", async ({
  openAs,
}) => {
  const page = await openAs("canbo", "/rural-standard?level=only-standard");
  const commune = await communes(page).first().getByRole("link").innerText();
  await communes(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(commune);
  await page.getByRole("link", { name: "Ghi công nhận", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi công nhận xã nông thôn mới");
  await ready(page);
  await expect(page.getByLabel("Xã", { exact: true }).locator("option:checked")).toContainText(commune);
  await page.getByRole("radio", { name: /^Kiểu mẫu/ }).check();
  await page.getByLabel("Số quyết định").fill("77/QĐ-UBND");
  await page.getByLabel("Ngày quyết định").fill("2025-06-20");
  await page.getByRole("button", { name: "Lưu công nhận" }).click();
  await expect(summary(page)).toBeVisible();
  await expect(said(page)).toContainText("Thiếu bậc nâng cao: ghi quyết định nâng cao của xã này trước");
  await expect(page.getByLabel("Số quyết định")).toHaveValue("77/QĐ-UBND");

  // A step that stands: on a commune of today, which the 167 of before the merger do not know.
  await page.goto("/rural-standard?base=current&level=none");
  const free = communes(page).last().getByRole("link");
  const name = await free.innerText();
  await free.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.getByRole("link", { name: "Ghi công nhận đạt chuẩn" }).click();
  await expect(page.getByRole("radio", { name: /^Đạt chuẩn/ })).toBeChecked();
  await ready(page);
  await page.getByLabel("Số quyết định").fill(`${unique()}/QĐ-UBND`);
  await page.getByLabel("Ngày quyết định").fill("2026-04-15");
  await expect(page.getByText("2026–2030").filter({ visible: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Lưu công nhận" }).click();
  await expect(page.getByText("Đã lưu").first()).toBeVisible();
  await page.goto(`/rural-standard?base=current&level=standard&q=${encodeURIComponent(name)}`);
  await expect(communes(page).filter({ hasText: "15/04/2026" })).toContainText(name);

  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await ready(page);
  const opener = page.locator("summary", { hasText: "Thu hồi đạt chuẩn" });
  await opener.click();
  const form = page.locator("details", { has: opener });
  await expect(form).toContainText(`${name} không còn ở bậc đạt chuẩn`);
  await form.getByLabel("Ngày thu hồi").fill("2026-05-15");
  await form.getByRole("button", { name: "Thu hồi đạt chuẩn" }).click();
  await expect(form.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
  await form.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm xã");
  await form.getByRole("button", { name: "Thu hồi đạt chuẩn" }).click();
  await expect(page.getByText("Thu hồi từ 15/05/2026")).toBeVisible();
  await expect(page.getByText("Ghi nhầm xã")).toBeVisible();
});
