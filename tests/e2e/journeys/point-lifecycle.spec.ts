import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { ready, said, sideways, unique } from "../page";

const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
const inDays = (days: number) => zone.format(Date.now() + days * 86_400_000);
const written = (day: string) => day.split("-").reverse().join("/");

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const summary = (page: Page) => said(page).getByRole("heading", { name: "Có lỗi cần sửa" });
const history = (page: Page) =>
  page.locator("section", { has: page.getByRole("heading", { name: "Quá trình" }) });
const state = (page: Page) => page.locator("main header");
const onPoint = (page: Page) => expect(page).toHaveURL(/\/points\/[0-9a-f-]{36}\?saved=1/);

type Typed = Partial<Record<"Ngày" | "Quyết định" | "Biên bản" | "Lý do", string>>;

/** Fills in a step's form and sends it. */
async function send(page: Page, verb: string, typed: Typed) {
  await ready(page);
  for (const [label, words] of Object.entries(typed))
    await page.getByLabel(new RegExp(`^${label}( \\(|$)`)).fill(words);
  await page.getByRole("button", { name: verb, exact: true }).click();
}

/** Opens a step from the point's page: its own button, or the one under "Bước khác". */
async function open(page: Page, verb: string, opener?: string) {
  if (opener) await page.getByRole("button", { name: opener }).click();
  await page.getByRole("link", { name: verb, exact: true }).click();
  await expect(heading(page)).toHaveText(verb);
}

/** The ward's new point of a model, proposed or running since a day. */
async function enter(page: Page, site: string, startedOn?: string) {
  await page.goto("/security-models/points/new");
  await ready(page);
  await page.getByLabel("Tình trạng").selectOption({ label: startedOn ? "Hoạt động" : "Đề xuất" });
  if (startedOn) await page.getByLabel("Ngày bắt đầu").fill(startedOn);
  await page.getByLabel("Quyết định").fill("05/TTr-CAP");
  await page.getByLabel("Mô hình", { exact: true }).selectOption({ label: "Camera an ninh" });
  await page.getByLabel("Nơi chạy mô hình").fill(site);
  await page.getByRole("button", { name: "Lưu điểm mô hình" }).click();
  await onPoint(page);
  await expect(heading(page)).toHaveText(site);
  return new URL(page.url()).pathname;
}

test("a ward's proposal is approved, launched, consolidated, recognised, taken back a step, and removed", async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const site = `Hẻm 12 ${unique()}`;
  const ward = await openAs("phuloi", "/security-models/points/new", phone);
  expect(await sideways(ward)).toBe(0);
  // A proposal has no first day: the form says so and keeps what was typed.
  await ready(ward);
  await ward.getByLabel("Tình trạng").selectOption({ label: "Đề xuất" });
  await ward.getByLabel("Ngày bắt đầu").fill(inDays(-3));
  await ward.getByLabel("Nơi chạy mô hình").fill(site);
  await ward.getByRole("button", { name: "Lưu điểm mô hình" }).tap();
  await expect(summary(ward)).toBeVisible();
  await expect(ward.getByLabel("Nơi chạy mô hình")).toHaveValue(site);
  const point = await enter(ward, site);
  await expect(state(ward)).toContainText("Đề xuất");
  expect(await sideways(ward)).toBe(0);
  // What the city decides is not offered to a ward.
  await expect(ward.getByRole("link", { name: "Phê duyệt điểm" })).toHaveCount(0);
  await ward.goto(`${point}/steps/approve`);
  await expect(heading(ward)).not.toHaveText("Phê duyệt điểm");

  const city = await openAs("canbo", point);
  await open(city, "Phê duyệt điểm");
  await send(city, "Phê duyệt điểm", { Ngày: inDays(-20) });
  await expect(summary(city)).toBeVisible();
  await expect(city).toHaveTitle(/^Lỗi: Phê duyệt điểm/);
  await expect(said(city)).toContainText("Nhập số, ngày quyết định");
  await expect(city.getByLabel("Ngày", { exact: true })).toHaveValue(inDays(-20));
  await send(city, "Phê duyệt điểm", { "Quyết định": "12/QĐ-CATP" });
  await onPoint(city);
  await expect(state(city)).toContainText("Đã phê duyệt");
  await expect(history(city)).toContainText("12/QĐ-CATP");
  await expect(history(city)).toContainText("Cán bộ thành phố");

  await ward.goto(point);
  await open(ward, "Ra mắt điểm");
  expect(await sideways(ward)).toBe(0);
  await send(ward, "Ra mắt điểm", { Ngày: inDays(-21), "Quyết định": "14/QĐ-UBND" });
  await expect(said(ward)).toContainText(`Ngày phải từ ${written(inDays(-20))} trở đi`);
  await expect(ward.getByLabel("Quyết định")).toHaveValue("14/QĐ-UBND");
  await send(ward, "Ra mắt điểm", { Ngày: inDays(-15) });
  await onPoint(ward);
  await expect(state(ward)).toContainText("Hoạt động");
  await expect(ward.locator("main dl").first()).toContainText(written(inDays(-15)));
  // Whom the step is not theirs to name: the city.
  await expect(history(ward)).toContainText("Công an thành phố");

  await open(ward, "Chuyển củng cố", "Chuyển bước");
  await send(ward, "Chuyển củng cố", { Ngày: inDays(-10), "Biên bản": "03/BB-BĐH" });
  await expect(said(ward)).toContainText("Nhập lý do");
  await send(ward, "Chuyển củng cố", { "Lý do": "Thiếu người trực màn hình" });
  await onPoint(ward);
  await expect(state(ward)).toContainText("Củng cố");
  await open(ward, "Cho hoạt động trở lại");
  await send(ward, "Cho hoạt động trở lại", { Ngày: inDays(-8), "Biên bản": "04/BB-BĐH" });
  await onPoint(ward);
  await expect(state(ward)).toContainText("Hoạt động");

  await ready(ward);
  await ward.locator("summary", { hasText: "Cập nhật số tổ, thành viên" }).tap();
  await ward.getByRole("textbox", { name: "Số tổ" }).fill("2");
  await ward.getByRole("textbox", { name: "Số thành viên" }).fill("mười");
  await ward.getByRole("button", { name: "Lưu số tổ, thành viên" }).tap();
  await expect(said(ward)).toContainText("phải là số nguyên");
  await ward.getByRole("textbox", { name: "Số thành viên" }).fill("14");
  await ward.getByRole("button", { name: "Lưu số tổ, thành viên" }).tap();
  await expect(ward.locator("main table", { hasText: "Tính từ ngày" })).toContainText("14");
  await expect(ward.locator("main dl").first()).toContainText("14 thành viên");
  expect(await sideways(ward)).toBe(0);

  await city.goto(point);
  await open(city, "Công nhận điểm");
  await send(city, "Công nhận điểm", { Ngày: inDays(-5), "Quyết định": "80/QĐ-UBND" });
  await expect(said(city)).toContainText("Chọn cấp công nhận");
  await city.getByLabel("Cấp thành phố").check();
  await send(city, "Công nhận điểm", {});
  await onPoint(city);
  await expect(state(city)).toContainText("Được công nhận");
  await expect(history(city)).toContainText("Công nhận (cấp thành phố)");

  // Taken back with a reason: the point is what it was, the step stays, struck through.
  await ready(city);
  await city.locator("summary", { hasText: "Hủy bước này" }).click();
  await city.getByRole("button", { name: "Hủy bước đã ghi" }).click();
  await expect(summary(city)).toBeVisible();
  await history(city).getByRole("textbox", { name: "Lý do" }).fill("Ghi nhầm điểm");
  await city.getByRole("button", { name: "Hủy bước đã ghi" }).click();
  await onPoint(city);
  await expect(state(city)).toContainText("Hoạt động");
  await expect(history(city).locator("s")).toContainText("Công nhận");
  await expect(history(city)).toContainText("Ghi nhầm điểm");
  await expect(history(city).locator("summary", { hasText: "Hủy bước này" })).toHaveCount(1);

  // A link fills in what is known; the city adds the decision.
  await city.goto(
    `${point}/steps/remove?reason=${encodeURIComponent("Hai kỳ liền xếp loại kém")}&happenedOn=${inDays(-1)}&kind=finish`,
  );
  await expect(heading(city)).toHaveText("Thanh loại điểm");
  await expect(city.getByLabel("Lý do")).toHaveValue("Hai kỳ liền xếp loại kém");
  await expect(city.getByLabel("Ngày", { exact: true })).toHaveValue(inDays(-1));
  await expect(city.getByText("không còn tính vào số đang duy trì")).toBeVisible();
  await send(city, "Thanh loại điểm", { "Quyết định": "99/QĐ-UBND" });
  await onPoint(city);
  await expect(state(city)).toContainText(`Thanh loại ${written(inDays(-1))}`);

  // A page of yesterday's tab says what the point is now.
  await city.goto(`${point}/steps/recognize`);
  await expect(city.getByText("không còn làm được từ tình trạng hiện nay")).toBeVisible();
  await city.getByRole("link", { name: "Mở điểm này" }).click();
  await expect(heading(city)).toHaveText(site);
});

test("two officers at one proposal: the second is told what the first made of it", async ({ openAs }) => {
  const point = await enter(await openAs("phuloi"), `Chợ ${unique()}`);
  const [one, two] = [
    await openAs("canbo", `${point}/steps/approve`),
    await openAs("canbo", `${point}/steps/decline`),
  ];
  await ready(two);
  await send(one, "Phê duyệt điểm", { "Quyết định": "12/QĐ-CATP" });
  await onPoint(one);
  await send(two, "Không phê duyệt", { "Lý do": "Trùng mô hình" });
  await expect(said(two)).toContainText(/Bước gần nhất: Phê duyệt, .*12\/QĐ-CATP; .* ghi lúc /);
  await expect(said(two)).toContainText("Hiện nay: đã phê duyệt");
  await expect(two.getByLabel("Lý do")).toHaveValue("Trùng mô hình");
  // A step is never written over: there is only the way to the point.
  await expect(two.locator("main form").getByRole("button")).toHaveCount(0);
  await two.getByRole("link", { name: "Xem bản ghi hiện nay" }).click();
  await expect(state(two)).toContainText("Đã phê duyệt");
});

test("a point goes into another one with its history; a mistake is taken out, what is used is not", async ({
  openAs,
}) => {
  test.slow();
  const [gone, stays] = [`Ngã ba ${unique()}`, `Ngã tư ${unique()}`];
  const ward = await openAs("phuloi");
  const from = await enter(ward, gone, inDays(-40));
  const into = await enter(ward, stays, inDays(-40));
  const mistake = await enter(ward, `Nhập nhầm ${unique()}`);

  const city = await openAs("canbo", from);
  await open(city, "Hợp nhất vào điểm khác", "Bước khác");
  await send(city, "Hợp nhất vào điểm khác", { "Quyết định": "31/QĐ-UBND" });
  await expect(said(city)).toContainText("Chọn điểm nhận hợp nhất");
  await city.getByLabel("Hợp nhất vào điểm").selectOption({ label: stays });
  await send(city, "Hợp nhất vào điểm khác", {});
  await onPoint(city);
  await expect(state(city)).toContainText(`Hợp nhất ${written(inDays(0))}`);
  await history(city)
    .getByRole("link", { name: new RegExp(stays) })
    .click();
  await expect(heading(city)).toHaveText(stays);
  await expect(city).toHaveURL(new RegExp(`${into}$`));
  await expect(city.getByRole("link", { name: new RegExp(gone) })).toBeVisible();

  const remove = async (path: string) => {
    await city.goto(path);
    await ready(city);
    await city.locator("summary", { hasText: "Xóa điểm nhập nhầm" }).click();
    const form = city.locator("details", { has: city.locator("summary", { hasText: "Xóa điểm nhập nhầm" }) });
    await form.getByRole("textbox", { name: "Lý do" }).fill("Nhập nhầm");
    await form.getByRole("button", { name: "Xóa điểm này" }).click();
  };
  await remove(into);
  await expect(said(city)).toContainText("Điểm này còn điểm nhân rộng hoặc hợp nhất");
  await remove(mistake);
  await expect(heading(city)).toHaveText("Camera an ninh");
  await city.goBack();
  await expect(city.getByRole("heading", { name: "Không tìm thấy trang" })).toBeVisible();
  await city.goto(mistake);
  await expect(city.getByRole("heading", { name: "Không tìm thấy trang" })).toBeVisible();
});

test.describe("without scripts", () => {
  test("a proposal is declined with a reason", async ({ openAs }) => {
    const point = await enter(await openAs("phuloi"), `Ấp ${unique()}`);
    const page = await openAs("canbo", point, { javaScriptEnabled: false });
    await page
      .locator("main header")
      .getByRole("button", { name: "Bước khác" })
      .or(page.getByRole("link", { name: "Không phê duyệt" }))
      .first()
      .waitFor();
    await page.goto(`${point}/steps/decline`);
    await expect(page.getByText("không tính vào số liệu nào")).toBeVisible();
    await page.getByRole("button", { name: "Không phê duyệt" }).click();
    await expect(page).toHaveTitle(/^Lỗi: Không phê duyệt/);
    await page.getByLabel("Lý do").fill("Trùng địa bàn với điểm đang có");
    await page.getByRole("button", { name: "Không phê duyệt" }).click();
    await expect(state(page)).toContainText("Không phê duyệt");
    await expect(history(page)).toContainText("Trùng địa bàn với điểm đang có");
  });
});
