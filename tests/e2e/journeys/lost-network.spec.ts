import { expect, test } from "../as";
import { ready, said, unique } from "../page";

/* The network goes just as a form is sent: what was typed stands, and a sentence says what happened and what to do. */
const unsent = "Chưa gửi được: máy chủ không trả lời. Nội dung còn nguyên, kiểm tra mạng rồi gửi lại";

test("an account, its buttons, the language and the way out keep the page when no server answers", async ({
  openAs,
}) => {
  const page = await openAs("quantri", "/users/new");
  await ready(page);
  const username = `matmang.${unique()}`;
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Họ và tên").fill("Người mất mạng");
  await page.getByRole("radio", { name: /^Lãnh đạo thành phố/ }).check();
  const kept = async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tạo tài khoản");
    await expect(page.getByLabel("Tên đăng nhập")).toHaveValue(username);
    await expect(page.getByLabel("Họ và tên")).toHaveValue("Người mất mạng");
    await expect(page.getByRole("radio", { name: /^Lãnh đạo thành phố/ })).toBeChecked();
  };
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Tạo tài khoản" }).click();
  await expect(said(page)).toContainText(unsent);
  await kept();

  const account = page.locator("#account");
  await page.getByRole("button", { name: /^Tài khoản: / }).click();
  await account.getByRole("button", { name: "English" }).click();
  await expect(account.getByRole("alert")).toContainText("Chưa đổi được ngôn ngữ: máy chủ không trả lời");
  await kept();
  await account.getByRole("button", { name: "Đăng xuất" }).click();
  await expect(account.getByRole("alert").filter({ hasText: "Chưa đăng xuất được" })).toBeVisible();
  await kept();

  await page.context().setOffline(false);
  await account.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("/users?q=canbo");
  await page.getByRole("main").getByRole("row").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/users\/[0-9a-f-]{36}/);
  await ready(page);
  const act = page.locator("summary", { hasText: "one-time password" });
  await act.click();
  await page.context().setOffline(true);
  await page.locator("details[open]").getByRole("button").click();
  await expect(said(page)).toContainText("Not sent: the server did not answer");
  await page.context().setOffline(false);
});

test("a file of boundaries and its source stay in their form", async ({ openAs }) => {
  const source = `Ranh giới mất mạng ${unique()}`;
  const page = await openAs("quantri", "/map/boundaries");
  await ready(page);
  await page.getByLabel("Nguồn", { exact: true }).fill(source);
  await page.getByLabel("Tệp GeoJSON").setInputFiles({
    name: "ranh-gioi.geojson",
    mimeType: "application/geo+json",
    buffer: Buffer.from("không phải GeoJSON"),
  });
  const send = page.getByRole("button", { name: "Tải lên và xem trước" });
  await page.context().setOffline(true);
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: unsent })).toBeVisible();
  await expect(page.getByLabel("Nguồn", { exact: true })).toHaveValue(source);

  // The file is still chosen: with the network back it goes, and is refused for what it is, with everything kept.
  await page.context().setOffline(false);
  await send.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("không đọc được như GeoJSON");
  await expect(page.getByLabel("Nguồn", { exact: true })).toHaveValue(source);
});
