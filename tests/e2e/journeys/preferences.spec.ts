import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { figure, ready, said } from "../page";

/** Letters that only Vietnamese writes; names of units and places stay what they are. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/iu;
const names =
  /Cần Thơ|Phú Lợi|Bằng khen|Giấy khen|(Xã|Phường|Thị trấn) [\p{Lu}\d][\p{L}\d]*( [\p{Lu}\d][\p{L}\d]*)*/gu;

const openMenu = (page: Page) => page.getByRole("button", { name: /^(Tài khoản|Account)/ }).click();
const pages = [
  "/",
  "/outreach-sessions",
  "/security-models",
  "/awards",
  "/rural-standard",
  "/units",
  "/account",
];

test("speaks English and Vietnamese again, on every page of the navigation", async ({ openAs }) => {
  const page = await openAs("canbo", "/outreach-sessions/new");
  await openMenu(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveURL(/\/outreach-sessions\/new$/);
  for (const path of [
    ...pages,
    "/outreach-sessions/new",
    "/security-models/new",
    "/awards/new",
    "/rural-standard/new",
  ]) {
    await page.goto(path);
    const words = await page
      .locator(
        "h1, h2, h3, main th, main legend, main label:not(:has(input)), main dt, main button, nav a:not([href*='from='])",
      )
      .allInnerTexts();
    expect(words.length, path).toBeGreaterThan(5);
    expect(
      words.filter((word) => vietnamese.test(word.replace(names, ""))),
      path,
    ).toEqual([]);
    expect((await page.title()).replace(names, ""), path).not.toMatch(vietnamese);
  }
  await openMenu(page);
  await page.getByRole("button", { name: "Tiếng Việt" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ghi công nhận xã nông thôn mới");
});

test("keeps the chosen background over pages and visits", async ({ openAs }) => {
  const page = await openAs("lanhdao", "/", { colorScheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await ready(page);
  await openMenu(page);
  await page.getByRole("button", { name: "Tối" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto("/awards");
  expect(await paper()).toBe(dark);
  await openMenu(page);
  await page.getByRole("button", { name: "Theo máy" }).click();
  await page.reload();
  expect(await paper()).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await paper()).toBe(dark);
});

test("prints the dashboard with its label and its view, without navigation", async ({ openAs }) => {
  const page = await openAs("lanhdao", "/?period=2025-03");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Dữ liệu minh họa").filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText("01/03/2025–31/03/2025").filter({ visible: true }).first()).toBeVisible();
  await expect(figure(page, "sessions.count")).toBeVisible();
  for (const navigation of await page.getByRole("navigation").all()) await expect(navigation).toBeHidden();
  await expect(page.getByRole("button", { name: /^Tài khoản/ })).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("goes by keyboard: past the navigation, into the form, to the faults and from there to the field", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", "/outreach-sessions/new");
  await ready(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Đến nội dung chính" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();

  const attendance = page.getByLabel("Số lượt dự", { exact: true });
  await page
    .getByLabel("Hình thức", { exact: true })
    .selectOption({ label: "Tuyên truyền trực tiếp (lượt người)" });
  await attendance.fill("mười");
  await page.keyboard.press("Enter");
  const summary = page.locator("[data-form-status=error]");
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  const link = said(page).getByRole("link", { name: "Số lượt dự phải là số, ví dụ 35" });
  for (let presses = 0; presses < 5 && !(await link.evaluate((a) => a === document.activeElement)); presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(attendance).toBeFocused();
  await expect(attendance).toHaveValue("mười");

  // A sheet gives the focus back to what opened it.
  page.once("dialog", (dialog) => dialog.accept());
  await page.goto("/");
  const account = page.getByRole("button", { name: /^Tài khoản/ });
  await account.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeHidden();
  await expect(account).toBeFocused();
});

test("has room for a thumb: controls of a phone are 44 px high", async ({ openAs }) => {
  const page = await openAs("phuloi", "/outreach-sessions/new", phone);
  await ready(page);
  const small = await page
    .locator("main :is(input, select, textarea, button, a):visible, [data-bar=bottom] :is(a, button):visible")
    .evaluateAll((controls) =>
      controls
        .map((control) => control.closest("label") ?? control)
        .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 43.5)
        .map((target) => target.outerHTML.slice(0, 120)),
    );
  expect(small).toEqual([]);
});
