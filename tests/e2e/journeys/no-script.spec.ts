import { expect, phone, signIn, test } from "../as";
import { rows, tick, unfold, unique } from "../page";

test.use({ javaScriptEnabled: false });

const password = process.env.DEMO_PASSWORD ?? "";

test("signs in without scripts, with the summary first when the password is wrong", async ({ page }) => {
  await page.goto("/outreach-sessions");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("Tên đăng nhập").fill("khong.co.ai");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("một mật khẩu sai nào đó");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(page.getByText("Tên đăng nhập hoặc mật khẩu chưa đúng").first()).toBeVisible();
  await expect(page.getByLabel("Tên đăng nhập")).toHaveValue("khong.co.ai");

  await signIn(page, "ninhkieu", password);
  await expect(page).toHaveURL(/\/outreach-sessions$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cuộc tuyên truyền");
});

test("logs a session without scripts: the error first, every value kept, then saved", async ({ page }) => {
  const place = `Trường tiểu học ${unique()}`;
  await page.goto("/sign-in?next=/outreach-sessions/new");
  await signIn(page, "ninhkieu", password);
  await page.getByLabel("Ngày", { exact: true }).fill("2025-11-05");
  await page.getByLabel("Địa điểm").fill(place);
  await page.getByLabel("Hình thức", { exact: true }).selectOption({ label: "Ngày hội (lượt người)" });
  await tick(page, "Luật giao thông");
  await page.getByLabel("Số lượt dự", { exact: true }).fill("ba mươi lăm");
  await page.getByLabel("Hơn", { exact: true }).check();
  await (await unfold(page.getByRole("textbox", { name: "Ghi chú", includeHidden: true }))).fill(
    "Dòng một\nDòng hai",
  );
  await page.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();

  await expect(page).toHaveTitle(/^Lỗi: Ghi nhận cuộc tuyên truyền/);
  const summary = page.getByRole("alert");
  await expect(summary.getByRole("heading")).toHaveText("Có lỗi cần sửa");
  const link = summary.getByRole("link", { name: "Số lượt dự phải là số, ví dụ 35" });
  await link.click();
  await expect(page).toHaveURL(/#field-attendance$/);
  await expect(page.locator("#field-attendance")).toHaveValue("ba mươi lăm");
  await expect(page.locator("#field-attendance-error")).toHaveText("Số lượt dự phải là số, ví dụ 35");
  await expect(page.getByLabel("Ngày", { exact: true })).toHaveValue("2025-11-05");
  await expect(page.getByLabel("Địa điểm")).toHaveValue(place);
  await expect(page.getByLabel("Hình thức", { exact: true })).toHaveValue("festival");
  await expect(page.getByLabel("Luật giao thông")).toBeChecked();
  await expect(page.getByLabel("Hơn", { exact: true })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Ghi chú" })).toHaveValue("Dòng một\nDòng hai");

  await page.getByLabel("Số lượt dự", { exact: true }).fill("35");
  await page.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(place);
  await expect(page).toHaveTitle(/^Cuộc tuyên truyền/);
  await expect(page.locator("main dl")).toContainText("hơn 35 lượt người");

  // Filters by their button, the context bar by its own.
  await page.goto("/outreach-sessions");
  await page.getByLabel("Kỳ", { exact: true }).selectOption({ label: "Khoảng tự chọn" });
  await page.getByLabel("Từ ngày").fill("2025-11-05");
  await page.getByLabel("Đến ngày").fill("2025-11-05");
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page).toHaveURL(/from=2025-11-05&to=2025-11-05/);
  await page.getByLabel("Tìm địa điểm, ghi chú").fill(place);
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(rows(page)).toHaveText([new RegExp(place)]);
  await page.getByRole("link", { name: "Bỏ mọi bộ lọc" }).click();
  await expect(page).not.toHaveURL(/q=/);
  await expect(page).toHaveURL(/from=2025-11-05/);
});

test("a phone without scripts opens its sheets and its menu", async ({ browser }) => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in?next=/outreach-sessions");
  await signIn(page, "ninhkieu", password);
  await page.getByRole("button", { name: "Đổi" }).click();
  await page.getByText("Tại thời điểm", { exact: true }).click();
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await expect(page).toHaveURL(/boundary=historical/);
  await page.getByRole("button", { name: "Bộ lọc" }).click();
  await page.getByLabel("Hình thức", { exact: true }).selectOption({ label: "Tờ rơi" });
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page).toHaveURL(/channel=leaflet/);
  await expect(page).toHaveURL(/boundary=historical/);
  await page.getByRole("button", { name: "Thêm" }).click();
  await page.getByRole("link", { name: "Khen thưởng" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Khen thưởng");
  await page.getByRole("button", { name: /^Tài khoản/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Đăng nhập");
  await context.close();
});
