import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { figure, figureValue, filterBy, ready, rows, said, sideways, tick, unique } from "../page";

/** Registers a model under a name nobody has; says where it stands. */
async function register(page: Page, name: string): Promise<string> {
  await page.goto("/security-models/new");
  await ready(page);
  await page.getByLabel("Tên mô hình").fill(name);
  await page.getByLabel("Khối").selectOption({ label: "Khu dân cư" });
  await tick(page, "Phòng, chống tội phạm");
  await page.getByLabel("Lực lượng nòng cốt").selectOption({ label: "Mặt trận Tổ quốc" });
  await page.getByRole("button", { name: "Lưu mô hình" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

/** Gives a model a point that waits, so that no count of what runs moves. */
async function propose(page: Page, model: string, site: string) {
  await page.goto(`${model}/points/new`);
  await ready(page);
  await page.getByLabel("Tình trạng").selectOption({ label: "Đề xuất" });
  await page.getByLabel("Quyết định").fill("TTr 5");
  await page.getByLabel("Đơn vị").selectOption({ label: "Phường Ninh Kiều" });
  await page.getByLabel("Nơi chạy mô hình").fill(site);
  await page.getByRole("button", { name: "Lưu điểm mô hình" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(site);
}

const named = () => `Giàn ${unique()} hoa ${unique()}`;

test("the city records who recognised a model, sees it on its page, and takes it back with a reason", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("canbo");
  const model = await register(page, named());
  await page.goto(`${model}/recognitions`);
  await expect(page.getByText("Chưa được cấp nào công nhận")).toBeVisible();
  await page.getByRole("link", { name: "Ghi công nhận" }).click();
  await ready(page);
  await page.getByLabel("Cấp công nhận").selectOption({ label: "Cấp thành phố" });
  await page.getByLabel("Nhân rộng toàn quốc").check();
  await page.getByLabel("Văn bản công nhận").fill("QĐ 77/QĐ-MH");
  await page.getByRole("button", { name: "Lưu công nhận" }).click();
  // Nationwide is the Ministry's word; nothing that was typed is lost.
  await expect(said(page)).toContainText("Nhân rộng toàn quốc chỉ ghi cho mô hình được Bộ Công an công nhận");
  await expect(page.getByLabel("Văn bản công nhận")).toHaveValue("QĐ 77/QĐ-MH");
  await page.getByLabel("Nhân rộng toàn quốc").uncheck();
  await page.getByRole("button", { name: "Lưu công nhận" }).click();
  await expect(page).toHaveURL(/\/recognitions\?saved=1$/);
  const item = page.getByRole("listitem").filter({ hasText: "QĐ 77/QĐ-MH" });
  await expect(item).toContainText("Cấp thành phố");
  await expect(item).toContainText("Ngày công nhận: chưa rõ");
  await expect(item).toContainText("Còn giá trị");

  await page.goto(model);
  await expect(page.getByRole("main")).toContainText("Cấp thành phố");
  await page.goto(`${model}/recognitions`);
  await ready(page);
  await item.locator("summary", { hasText: "Thu hồi công nhận" }).click();
  await item.getByLabel("Ngày thu hồi").fill("2026-01-05");
  await item.getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm mô hình");
  await item.getByRole("button", { name: "Thu hồi công nhận này" }).click();
  await expect(page).toHaveURL(/saved=1$/);
  await expect(item).toContainText("Thu hồi 05/01/2026");
  await expect(item).toContainText("Ghi nhầm mô hình");
  await expect(item.locator("summary")).toHaveCount(0);
});

test("the four models of the articles carry the Ministry's recognition, papers said to be unknown", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/security-models?level=ministry");
  await expect(rows(page, "Mô hình")).toHaveCount(4);
  await page.getByRole("link", { name: "Camera an ninh" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Camera an ninh");
  await page.goto(`${new URL(page.url()).pathname}/recognitions`);
  const first = page.getByRole("main").getByRole("listitem").first();
  await expect(first).toContainText("Bộ Công an · nhân rộng toàn quốc");
  await expect(first).toContainText("Văn bản công nhận: chưa rõ");
  await expect(page.getByRole("link", { name: "Ghi công nhận" })).toHaveCount(0);
});

test("the tree of “Sư sãi và phật tử…” leads to its copies and back, on a desk and on a phone", async ({
  openAs,
}) => {
  const desk = await openAs("lanhdao", "/security-models");
  await filterBy(desk, "Tìm tên mô hình", "su sai");
  await desk.getByRole("link", { name: /^Sư sãi và phật tử/ }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(/^Sư sãi và phật tử/);
  const tree = `${new URL(desk.url()).pathname}/replication`;
  await desk.goto(tree);
  expect(await figureValue(desk, "replication.generations")).toBeGreaterThanOrEqual(2);
  const drawing = desk.getByRole("region", { name: "Sơ đồ nhân rộng, cuộn được" });
  await expect(drawing.getByText("Đời 2", { exact: true })).toBeVisible();
  const points = drawing.getByRole("listitem");
  expect(await points.count()).toBeGreaterThan(8);
  // Every point stands once, and the copies the figure counts are drawn.
  const links = await drawing.getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(new Set(links).size).toBe(links.length);
  expect(await points.filter({ hasText: "nhân rộng từ" }).count()).toBe(
    await figureValue(desk, "replication.copies"),
  );
  const copy = points.filter({ hasText: "nhân rộng từ" }).first().getByRole("link");
  const site = (await copy.textContent()) ?? "";
  await copy.focus();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(site);
  await desk.goBack();
  await desk.getByRole("link", { name: "Danh sách", exact: true }).click();
  await expect(desk).toHaveURL(/view=list/);
  await expect(drawing).toHaveCount(0);
  await expect(desk.getByRole("link", { name: site, exact: true }).first()).toBeVisible();

  const small = await openAs("lanhdao", tree, phone);
  await expect(small.getByRole("region", { name: "Sơ đồ nhân rộng, cuộn được" })).toBeHidden();
  await expect(small.getByRole("link", { name: site, exact: true }).first()).toBeVisible();
  await expect(small.getByText(/\d+ điểm nhân rộng theo/).first()).toBeVisible();
  expect(await sideways(small)).toBe(0);
});

test("a ward proposes a recognised model it has not, prefilled, on a phone", async ({ openAs }) => {
  test.slow();
  const site = `Nhà văn hóa ${unique()}`;
  const page = await openAs("ninhkieu", "/security-models/replication?view=models", phone);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(/chưa có ở Phường Ninh Kiều$/);
  expect(await sideways(page)).toBe(0);
  const open = page.getByRole("link", { name: /^Đề xuất điểm của / });
  const offered = await open.count();
  expect(offered).toBeGreaterThan(0);
  const name = ((await open.first().getAttribute("aria-label")) ?? "").replace("Đề xuất điểm của ", "");
  await open.first().tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thêm điểm mô hình");
  await ready(page);
  await expect(page.getByLabel("Mô hình", { exact: true }).locator("option:checked")).toHaveText(name);
  await expect(page.getByLabel("Đơn vị").locator("option:checked")).toHaveText("Phường Ninh Kiều");
  await expect(page.getByLabel("Tình trạng").locator("option:checked")).toHaveText("Đề xuất");
  await expect(page.getByRole("radio", { name: "Nhân rộng" })).toBeChecked();
  await expect(page.getByLabel(/^Nhân rộng từ|^Điểm gốc/).locator("option:checked")).not.toHaveText("Chọn…");
  await page.getByLabel("Quyết định").fill("TTr 12");
  await page.getByLabel("Nơi chạy mô hình").fill(site);
  await page.getByRole("button", { name: "Lưu điểm mô hình" }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(site);

  // What waits is said where it was proposed, and not offered a second time.
  await page.goto("/security-models/replication?view=models");
  await expect(page.getByRole("link", { name: `Đề xuất điểm của ${name}`, exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Đã đề xuất" }).first()).toBeVisible();
  await expect(open).toHaveCount(offered - 1);
});

test("the city sees which units have no model in a field, and proposes one in a click", async ({
  openAs,
}) => {
  const page = await openAs("canbo", "/security-models/replication");
  await ready(page);
  await page.getByRole("combobox", { name: "Lĩnh vực" }).selectOption({ label: "Tôn giáo" });
  await page.getByRole("button", { name: "Lọc", exact: true }).click();
  await expect(page).toHaveURL(/field=religion/);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
    "Đơn vị chưa có mô hình: Tôn giáo",
  );
  await expect(page.getByText(/^\d+ trong 103 đơn vị hiện nay/)).toBeVisible();
  const open = page.getByRole("link", { name: /^Đề xuất điểm tại / }).first();
  const unit = ((await open.getAttribute("aria-label")) ?? "").replace("Đề xuất điểm tại ", "");
  await open.click();
  await ready(page);
  await expect(page.getByLabel("Mô hình", { exact: true }).locator("option:checked")).toHaveText(
    /^Sư sãi và phật tử/,
  );
  await expect(page.getByLabel("Đơn vị").locator("option:checked")).toHaveText(unit);
});

test("two models are merged and separated again, each page saying so; what is in use is not deleted", async ({
  openAs,
}) => {
  test.slow();
  const page = await openAs("canbo");
  const [first, second] = [named(), named()];
  const [from, into] = [await register(page, first), await register(page, second)];
  await propose(page, from, `Khóm ${unique()}`);
  await page.goto(`${from}/merge`);
  await ready(page);
  await expect(page.getByText(/0 điểm đã kết thúc và 1 điểm đang chờ chuyển theo/)).toBeVisible();
  await page.getByRole("button", { name: "Hợp nhất mô hình này" }).click();
  await expect(said(page)).toContainText("Chọn mô hình nhận hợp nhất");
  await page.getByLabel("Mô hình nhận hợp nhất").selectOption({ label: `${second} (0 điểm)` });
  await page.getByLabel("Quyết định hợp nhất").fill("QĐ 45/QĐ-MH");
  await page.getByRole("button", { name: "Hợp nhất mô hình này" }).click();
  await expect(page).toHaveURL(/\/merge\?saved=1$/);
  await expect(page.getByText(/^Đã hợp nhất vào /)).toContainText("QĐ 45/QĐ-MH");
  await page.goto(`${into}/merge`);
  await expect(page.getByText("Đã nhận hợp nhất 1 mô hình")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: first })).toHaveAttribute("href", from);

  // One that others went into is not deleted, and the page says what is in the way.
  await page.goto(`${into}/delete`);
  await expect(page.getByText("Chưa xóa được: còn dữ liệu gắn với mô hình này")).toBeVisible();
  await expect(page.getByRole("button", { name: "Xóa mô hình này" })).toHaveCount(0);

  await page.goto(`${from}/merge`);
  await ready(page);
  await page.locator("summary", { hasText: "Hủy hợp nhất" }).click();
  await page.getByRole("textbox", { name: "Lý do" }).fill("Chọn nhầm mô hình");
  await page.getByRole("button", { name: "Hủy lần hợp nhất này" }).click();
  await expect(page).toHaveURL(/\/merge\?saved=1$/);
  await expect(page.getByLabel("Mô hình nhận hợp nhất")).toBeVisible();

  // Somebody adds a point while another deletes: refused, with the list and its links.
  await page.goto(`${into}/delete`);
  await ready(page);
  const other = await openAs("canbo");
  const site = `Khóm ${unique()}`;
  await propose(other, into, site);
  await page.getByRole("textbox", { name: "Lý do" }).fill("Nhập trùng");
  await page.getByRole("button", { name: "Xóa mô hình này" }).click();
  await expect(said(page)).toContainText("Chưa xóa được vì còn dữ liệu gắn với mục này");
  await expect(said(page).getByRole("link", { name: site })).toHaveAttribute("href", /\/points\//);
  await expect(page.getByRole("textbox", { name: "Lý do" })).toHaveValue("Nhập trùng");

  const third = await register(page, named());
  await page.goto(`${third}/delete`);
  await ready(page);
  await page.getByRole("textbox", { name: "Lý do" }).fill("Nhập trùng");
  await page.getByRole("button", { name: "Xóa mô hình này" }).click();
  await expect(page).toHaveURL(/\/security-models\?removed=1$/);
  await expect(page.getByText("Đã xóa mô hình")).toBeVisible();
  expect((await page.goto(third))?.status()).toBe(404);
  await expect(figure(page, "points.active")).toHaveCount(0);
});
