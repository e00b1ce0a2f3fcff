import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../as";
import { ready, rows, said, unique } from "../page";

const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
const oneTimePassword = (page: Page) => page.locator("main code");

/** Makes an account of a ward officer of xã Phong Điền through the form; the page stands on its one-time password. */
async function create(page: Page, username: string) {
  await page.goto("/users");
  await page.getByRole("link", { name: "Tạo tài khoản" }).click();
  await expect(h1(page)).toHaveText("Tạo tài khoản");
  await ready(page);
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Họ và tên").fill(`Người thử ${username}`);
  await page.getByRole("textbox", { name: "Chức vụ" }).fill("Cán bộ trực ban");
  await page.getByRole("radio", { name: /^Cán bộ Công an phường, xã/ }).check();
  await page.getByLabel("Đơn vị", { exact: true }).selectOption({ label: "Xã Phong Điền" });
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(page.getByRole("heading", { name: `Mật khẩu một lần của ${username}` })).toBeVisible();
  return oneTimePassword(page).innerText();
}

async function changePassword(page: Page, [current, next, again]: [string, string, string]) {
  await ready(page);
  await page.getByLabel("Mật khẩu đang dùng", { exact: true }).fill(current);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(next);
  await page.getByLabel("Nhập lại mật khẩu mới", { exact: true }).fill(again);
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
}

test("makes an account, whose owner must set a password of their own; closing it ends their session at once", async ({
  openAs,
  browser,
}) => {
  test.slow();
  const username = `thu.${unique()}`;
  const admin = await openAs("quantri", "/users/new");
  await ready(admin);
  await admin.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(said(admin).getByRole("heading")).toHaveText("Có lỗi cần sửa");
  for (const fault of ["Nhập tên đăng nhập", "Nhập họ và tên", "Chọn vai trò"])
    await expect(said(admin).getByRole("link", { name: fault })).toBeVisible();

  const first = await create(admin, username);
  expect(first).toMatch(/^([a-z]{6}-){4}[a-z]{6}$/);
  await admin.getByRole("link", { name: "Mở tài khoản" }).click();
  await expect(h1(admin)).toHaveText(`Người thử ${username}`);
  await expect(admin.getByRole("main")).toContainText("Xã Phong Điền");
  await expect(admin.getByRole("main")).not.toContainText(first);
  const record = new URL(admin.url()).pathname;

  // The owner: nothing before the password is their own, and the words say what is wrong with a bad one.
  const own = `con đò nhỏ qua sông ${unique()}`;
  const context = await browser.newContext();
  const officer = await context.newPage();
  await signIn(officer, username, first);
  await expect(officer.getByText("Mật khẩu này chỉ dùng một lần")).toBeVisible();
  await officer.goto("/outreach-sessions");
  await expect(officer).toHaveURL(/\/account\/password/);
  await changePassword(officer, [first, "ngắn quá", "ngắn quá"]);
  await expect(said(officer)).toContainText("Mật khẩu mới cần ít nhất 15 ký tự");
  await changePassword(officer, [first, `matkhau${username}123456`, `matkhau${username}123456`]);
  await expect(said(officer)).toContainText("Mật khẩu mới dễ đoán");
  await changePassword(officer, [first, own, `${own}!`]);
  await expect(said(officer)).toContainText("Hai lần nhập chưa giống nhau");
  await changePassword(officer, [first, first, first]);
  await expect(said(officer)).toContainText("Mật khẩu mới phải khác mật khẩu đang dùng");
  await changePassword(officer, [first, own, own]);
  await officer.waitForURL((url) => url.pathname === "/");
  await officer.goto("/units");
  await expect(rows(officer)).toHaveText([/Xã Phong Điền/]);

  await admin.goto(record);
  await ready(admin);
  await admin.locator("summary", { hasText: "Khóa tài khoản" }).click();
  await expect(admin.getByText("Mọi phiên của tài khoản kết thúc ngay")).toBeVisible();
  await admin.getByRole("textbox", { name: "Lý do" }).fill("Chuyển công tác");
  await admin.getByRole("button", { name: "Khóa tài khoản" }).click();
  await expect(admin.getByText("Đã khóa").first()).toBeVisible();
  await officer.getByRole("link", { name: "Cuộc tuyên truyền" }).first().click();
  await expect(h1(officer)).toHaveText("Đăng nhập");
  await officer.getByLabel("Tên đăng nhập").fill(username);
  await officer.getByLabel("Mật khẩu", { exact: true }).fill(own);
  await officer.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(said(officer)).toContainText("Tên đăng nhập hoặc mật khẩu chưa đúng");

  await admin.goto(record);
  await ready(admin);
  await admin.locator("summary", { hasText: "Mở lại tài khoản" }).click();
  await admin.getByRole("textbox", { name: "Lý do" }).fill("Trở lại đơn vị");
  await admin.getByRole("button", { name: "Mở lại tài khoản" }).click();
  await expect(admin.getByText("Đang dùng").first()).toBeVisible();
  await admin.goto(record);
  await ready(admin);
  await admin.locator("summary", { hasText: "Cấp mật khẩu một lần" }).click();
  await admin.getByRole("button", { name: "Cấp mật khẩu một lần" }).click();
  const second = await oneTimePassword(admin).innerText();
  expect(second).not.toBe(first);
  await admin.reload();
  await expect(oneTimePassword(admin)).toHaveCount(0);
  await signIn(officer, username, second);
  await expect(officer.getByText("Mật khẩu này chỉ dùng một lần")).toBeVisible();
  await context.close();

  // What happened stands on the account's page, newest first.
  await admin.goto(record);
  await expect(admin.getByRole("main")).toContainText("Chuyển công tác");
  await expect(admin.getByRole("main")).toContainText("Trở lại đơn vị");
});

test("reads the audit log in words, before and after, and narrows it", async ({ openAs }) => {
  const username = `nhatky.${unique()}`;
  const page = await openAs("quantri", "/users");
  await create(page, username);
  await page.getByRole("link", { name: "Mở tài khoản" }).click();
  await expect(h1(page)).toHaveText(`Người thử ${username}`);
  await page.getByRole("link", { name: "Sửa tài khoản" }).click();
  await expect(h1(page)).toHaveText("Sửa tài khoản");
  await ready(page);
  await page.getByRole("radio", { name: /^Trưởng Công an phường, xã/ }).check();
  await page.getByRole("button", { name: "Lưu thay đổi" }).click();
  await expect(page.getByText("Đã lưu thay đổi")).toBeVisible();
  await page.getByRole("link", { name: "Xem trong nhật ký thao tác" }).click();
  await expect(h1(page)).toHaveText("Nhật ký thao tác");

  const events = page.locator("main ol > li");
  await expect(events).toHaveCount(2);
  await events.first().locator("summary").first().click();
  const changed = events.first().getByRole("row").filter({ hasText: "Vai trò" });
  await expect(changed).toHaveText(/Cán bộ Công an phường, xã.*Trưởng Công an phường, xã/);
  await events.last().locator("summary").first().click();
  await expect(events.last()).toContainText(`Tên đăng nhập–${username}`);
  await expect(events.last()).toContainText("Đơn vị–Xã Phong Điền");
  expect(await page.locator("main").textContent()).not.toMatch(
    /ward_officer|ward_chief|unitId|users\.create|undefined/,
  );

  await page.goto("/audit");
  await ready(page);
  await page.getByLabel("Tên đăng nhập").fill("quantri");
  await page.getByLabel("Thao tác").selectOption({ label: "Tạo tài khoản" });
  await page.getByLabel("Kết quả").selectOption({ label: "Đã làm" });
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page.getByRole("list", { name: "Đang lọc" })).toContainText("Tạo tài khoản");
  await expect(events.first()).toContainText("Tạo tài khoản");
  await expect(events.filter({ hasNotText: "Tạo tài khoản" })).toHaveCount(0);
  await page.getByRole("link", { name: "Bỏ lọc: Tạo tài khoản" }).click();
  await expect(page).not.toHaveURL(/action=/);
  await expect(page.getByLabel("Thao tác").locator("option:checked")).toHaveText("Tất cả");
});

test("finds who may do what in the printed policy", async ({ openAs }) => {
  const page = await openAs("quantri", "/policy");
  const table = page.getByRole("table", { name: "Bảng phân quyền" });
  const cells = (permission: string) =>
    table
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: permission, exact: true }) })
      .getByRole("cell");
  await expect(table.getByRole("columnheader")).toHaveText([
    "Quyền",
    "Cán bộ Công an phường, xã",
    "Trưởng Công an phường, xã",
    "Cán bộ Công an thành phố",
    "Lãnh đạo thành phố",
    "Quản trị",
  ]);
  await expect(cells("Ghi cuộc tuyên truyền")).toHaveText([
    "Đơn vị mình",
    "Đơn vị mình",
    "Toàn thành phố",
    /Không/,
    /Không/,
  ]);
  await expect(cells("Xem nhật ký thao tác")).toHaveText([
    /Không/,
    /Không/,
    /Không/,
    /Không/,
    "Toàn thành phố",
  ]);
});
