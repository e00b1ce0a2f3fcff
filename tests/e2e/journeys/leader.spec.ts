import type { Page } from "@playwright/test";
import { expect, test } from "../as";
import { figure, figureValue, ready, rows, unique } from "../page";

/** The day of the conference whose figures the press printed; what other tests write begins later. */
const asOf = "2025-11-26";
/** A month that no test writes into. */
const march = "period=2025-03&asOf=2025-03-31";

async function expectFigures(page: Page, figures: Record<string, number>) {
  for (const [name, value] of Object.entries(figures))
    await expect(figure(page, name), name).toHaveAttribute("data-value", String(value));
}

/** The link around a figure, to the rows behind it. */
const opener = (page: Page, name: string) =>
  page
    .getByRole("link")
    .filter({ has: page.locator(`[data-figure="${name}"]`) })
    .first();

const h1 = (page: Page) => page.getByRole("heading", { level: 1 });

for (const boundary of ["current", "historical"])
  test(`reads the published figures, boundaries ${boundary}: 110 models, 110 / 75 / 19 of 167 (T1, T2)`, async ({
    openAs,
  }) => {
    const page = await openAs("lanhdao", `/?asOf=${asOf}&boundary=${boundary}`);
    const ladder = {
      "rural.base": 167,
      "rural.standard": 110,
      "rural.advanced": 75,
      "rural.exemplary": 19,
      "rural.only.none": 57,
      "rural.only.standard": 35,
      "rural.only.advanced": 56,
      "rural.only.exemplary": 19,
    };
    await expectFigures(page, { "models.active": 110, ...ladder });
    for (const share of ["65,9 %", "44,9 %", "11,4 %"])
      await expect(page.getByRole("main")).toContainText(share);
    await expect(page.getByRole("main")).toContainText("không cộng các số này với nhau");

    await page.getByRole("link", { name: "Tách bậc" }).click();
    await expect(page).toHaveURL(/view=exclusive/);
    await expect(page.getByRole("main")).toContainText("cộng lại bằng 167");
    await expectFigures(page, ladder);
    await page.getByRole("link", { name: "Lũy kế" }).click();
    await expect(page.getByRole("main")).toContainText("không cộng các số này với nhau");
  });

test("finds Phú Lợi's 365 sessions and hơn 12.770 attendances under today's boundaries, fewer at the time (T3)", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/?unit=31510&from=2025-01-01&to=2025-08-11");
  await expectFigures(page, { "sessions.count": 365, "sessions.attendances": 12770 });
  await expect(page.getByRole("main")).toContainText(/hơn 12\.770/);
  await ready(page);
  await page.getByText("Tại thời điểm", { exact: true }).click();
  await expect(page).toHaveURL(/boundary=historical/);
  await expect(figure(page, "sessions.count")).not.toHaveAttribute("data-value", "365");
  const own = await figureValue(page, "sessions.count");
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(365);

  // The rest stands on the four old wards, nothing twice.
  let total = own;
  for (const code of ["31510", "31516", "31519", "31522"]) {
    await page.goto(`/?unit=${code}@2025-06-30&from=2025-01-01&to=2025-08-11&boundary=historical`);
    total += await figureValue(page, "sessions.count");
  }
  expect(total).toBe(365);
});

test("walks from the ladder of phường An Bình to xã Mỹ Khánh, kiểu mẫu (T6)", async ({ openAs }) => {
  const page = await openAs("lanhdao", `/?unit=31150&asOf=${asOf}`);
  await expectFigures(page, { "rural.base": 1, "rural.exemplary": 1 });
  await opener(page, "rural.exemplary").click();
  await expect(h1(page)).toHaveText("Nông thôn mới");
  await expect(rows(page, "Các xã")).toHaveCount(1);
  await page.getByRole("link", { name: "Xã Mỹ Khánh" }).click();
  await expect(h1(page)).toHaveText("Xã Mỹ Khánh");
  await expect(page.getByRole("main")).toContainText("Kiểu mẫu");
  await expect(page.getByRole("link", { name: "Phường An Bình" })).toBeVisible();
  await page.goBack();
  await expect(rows(page, "Các xã")).toHaveText([/Xã Mỹ Khánh.*Kiểu mẫu/]);
  await page.goBack();
  await expectFigures(page, { "rural.exemplary": 1 });

  // At the time An Bình was a ward and held no commune: the page says so and shows the way.
  await page.goto(`/?unit=31150&boundary=historical&asOf=${asOf}`);
  await page.getByRole("link", { name: "Xem theo địa giới hiện nay" }).click();
  await expectFigures(page, { "rural.exemplary": 1 });
});

for (const { name, heading, caption } of [
  { name: "models.active", heading: "Mô hình", caption: "Mô hình" },
  { name: "points.active", heading: "Điểm mô hình", caption: "Điểm mô hình" },
  { name: "sessions.count", heading: "Cuộc tuyên truyền", caption: "Cuộc tuyên truyền" },
  { name: "sessions.attendances", heading: "Cuộc tuyên truyền", caption: "Cuộc tuyên truyền" },
  { name: "awards.count", heading: "Khen thưởng", caption: "Khen thưởng" },
  { name: "rural.base", heading: "Nông thôn mới", caption: "Các xã" },
  { name: "rural.advanced", heading: "Nông thôn mới", caption: "Các xã" },
  { name: "rural.only.standard", heading: "Nông thôn mới", caption: "Các xã" },
])
  test(`opens ${name} down to its rows, a record, and back`, async ({ openAs }) => {
    const page = await openAs("lanhdao", `/?${march}`);
    const value = await figureValue(page, name);
    await opener(page, name).click();
    await expect(h1(page)).toContainText(heading);
    await expect(figure(page, name)).toHaveAttribute("data-value", String(value));
    const found = rows(page, caption);
    if (name.startsWith("rural."))
      await expect(page.getByText(`${value} xã, hiện trạng ngày 31/03/2025`)).toBeVisible();
    const first = found.first().getByRole("link");
    const title = (await first.innerText()).split("\n")[0]?.trim() ?? "";
    await first.click();
    await expect(h1(page)).toContainText(title);
    await page.goBack();
    await expect(found.first()).toContainText(title);
    await page.goBack();
    await expect(figure(page, name)).toHaveAttribute("data-value", String(value));
  });

test("changes unit, period and boundaries through the context bar; the address says all of it", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/");
  await ready(page);
  await page.getByLabel("Đơn vị").selectOption({ label: "Phường Phú Lợi" });
  await expect(page).toHaveURL(/unit=31510/);
  await page.getByLabel("Kỳ", { exact: true }).selectOption({ label: "Khoảng tự chọn" });
  await page.getByLabel("Từ ngày").fill("2025-01-01");
  await page.getByLabel("Đến ngày").fill("2025-08-11");
  await expect(page).toHaveURL(/from=2025-01-01&to=2025-08-11/);
  await expectFigures(page, { "sessions.count": 365 });
  const address = page.url();

  const again = await openAs("lanhdao", address);
  await expectFigures(again, { "sessions.count": 365, "sessions.attendances": 12770 });

  await page.getByLabel("Hiện trạng").fill(asOf);
  await expect(page).toHaveURL(new RegExp(`asOf=${asOf}`));
  await page.getByLabel("Đơn vị").selectOption({ label: "Toàn thành phố" });
  await expectFigures(page, { "models.active": 110 });
  await page.goBack();
  await expect(page.getByLabel("Đơn vị").locator("option:checked")).toHaveText("Phường Phú Lợi");
});

test("another account on a copied link sees its own reach only", async ({ openAs }) => {
  const leader = await openAs("lanhdao", `/outreach-sessions?unit=31510&${march}`);
  const session = await rows(leader).first().getByRole("link").getAttribute("href");
  const ward = await openAs("ninhkieu", "/");
  for (const path of [
    `/?unit=31510&${march}`,
    `/outreach-sessions?unit=31510&${march}`,
    session ?? "",
    "/units/31510",
  ]) {
    const answer = await ward.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(h1(ward)).toHaveText("Không tìm thấy trang");
    await expect(ward.getByRole("main")).not.toContainText("Phú Lợi");
  }
  await ward.goto(`/?${march}&boundary=historical`);
  for (const row of await rows(ward, "Theo đơn vị").allInnerTexts())
    expect(row).not.toMatch(/Phú Lợi|Cái Răng/);
  await ward
    .getByRole("link", { name: /^Tổng quan/ })
    .first()
    .click();
  await expect(h1(ward)).toHaveText("Tổng quan");
});

test("finds nothing to write with, on any list or record, nor behind a typed address", async ({ openAs }) => {
  test.slow();
  const page = await openAs("lanhdao", "/");
  const writes = /^(Ghi|Thêm|Đăng ký|Tạo|Sửa|Xóa|Lưu|Thu hồi|Kết thúc|Khóa|Cấp)\b/u;
  const isReadOnly = async () => {
    await expect(page.getByRole("button", { name: writes })).toHaveCount(0);
    await expect(page.getByRole("link", { name: writes })).toHaveCount(0);
    await expect(page.locator("summary").filter({ hasText: writes })).toHaveCount(0);
  };
  await isReadOnly();
  for (const [path, caption] of [
    ["/outreach-sessions", "Cuộc tuyên truyền"],
    ["/security-models", "Mô hình"],
    ["/awards", "Khen thưởng"],
    ["/rural-standard", "Các xã"],
    ["/units", "Địa bàn"],
  ]) {
    await page.goto(path ?? "/");
    await isReadOnly();
    await rows(page, caption).first().getByRole("link").click();
    await page.waitForURL((url) => url.pathname.startsWith(`${path}/`));
    await expect(h1(page)).toBeVisible();
    await isReadOnly();
  }
  for (const path of [
    "/outreach-sessions/new",
    "/security-models/new",
    "/security-models/points/new",
    "/awards/new",
    "/rural-standard/new",
    "/users",
    "/policy",
    "/audit",
  ]) {
    const answer = await page.goto(path);
    expect([403, 404], path).toContain(answer?.status());
    await expect(page.locator("main form [type=submit]")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Về trang tổng quan" })).toBeVisible();
    if (answer?.status() === 403) await expect(page).toHaveTitle(/^Tài khoản này không có quyền/);
  }
  expect((await page.goto(`/outreach-sessions/${unique()}`))?.status()).toBe(404);
  await expect(page).toHaveTitle(/^Không tìm thấy trang/);
});
