import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { figureValue, ready, rows, said, sideways, unique } from "../page";
import { one } from "../safety/facts";

const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
const inDays = (days: number) => zone.format(Date.now() + days * 86_400_000);
const written = (day: string) => day.split("-").reverse().join("/");
const path = "/security-models/evaluations";
const last = inDays(-2);

/** A campaign over the year up to the day before yesterday, due yesterday. */
async function openCampaign(city: Page, name: string): Promise<string> {
  await city.goto(path);
  await city.getByRole("link", { name: "Mở đợt xếp loại" }).click();
  await expect(city.getByRole("heading", { level: 1 })).toHaveText("Mở đợt xếp loại");
  await ready(city);
  await city.getByLabel("Kỳ xếp loại").selectOption({ label: "Khoảng tự chọn" });
  await city.getByRole("search", { name: "Chọn kỳ" }).getByLabel("Từ ngày").fill(inDays(-300));
  await city.getByRole("search", { name: "Chọn kỳ" }).getByLabel("Đến ngày").fill(last);
  await city.getByRole("button", { name: "Dùng kỳ này" }).click();
  await expect(city).toHaveURL(new RegExp(`to=${last}`));
  await ready(city);
  await city.getByLabel("Tên đợt").fill(name);
  await city.getByLabel("Hạn gửi đánh giá").fill(last);
  await city.getByLabel("Điểm tối đa 2").fill("");
  await city.getByRole("button", { name: "Mở đợt này" }).click();
  await expect(said(city)).toContainText("Hạn gửi phải sau ngày cuối kỳ");
  await expect(said(city)).toContainText("Nhập điểm tối đa của tiêu chí này");
  await expect(city.getByLabel("Tên đợt")).toHaveValue(name);
  await city.getByLabel("Hạn gửi đánh giá").fill(inDays(-1));
  await city.getByLabel("Điểm tối đa 2").fill("20");
  await city.getByRole("button", { name: "Mở đợt này" }).click();
  // Another test's campaign may have the same days.
  const anyway = city.getByRole("button", { name: "Vẫn lưu" });
  await expect(city.getByRole("heading", { level: 1, name }).or(anyway)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(city.getByRole("heading", { level: 1 })).toHaveText(name);
  return new URL(city.url()).pathname;
}

const scores = {
  "Tổ chức, quy chế và nền nếp hoạt động": "8",
  "Nội dung hoạt động sát tình hình địa bàn": "9",
  "Kết quả phòng ngừa, báo tin, hòa giải": "10",
  "Người dân, đơn vị tham gia và hưởng ứng": "8",
  "Hồ sơ, sổ sách, chế độ báo cáo": "5",
};
async function fill(page: Page) {
  for (const [label, value] of Object.entries(scores))
    await page.getByRole("textbox", { name: label }).fill(value);
}
const check = (page: Page) => page.getByRole("button", { name: "Kiểm tra trước khi gửi" });
const send = (page: Page) => page.getByRole("button", { name: "Gửi đánh giá" });
const evidence = (page: Page) => page.getByRole("textbox", { name: "Căn cứ, minh chứng" });
const state = (page: Page) => page.locator("main header");

test("a campaign: the ward scores on a phone, the city returns and confirms, the rating follows", async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  const name = `Rà soát ${unique()}`;
  const city = await openAs("canbo", path);
  const campaign = await openCampaign(city, name);

  // The ward finds it overdue, and its own points only.
  const ward = await openAs("phuloi", path, phone);
  await expect(ward.getByText(/điểm quá hạn gửi đánh giá/)).toBeVisible();
  expect(await sideways(ward)).toBe(0);
  await ward.goto(`${campaign}?state=overdue`);
  await expect(rows(ward, "Điểm phải xếp loại").first()).toContainText("Quá hạn");
  expect(await sideways(ward)).toBe(0);
  await rows(ward, "Điểm phải xếp loại").first().getByRole("link").tap();
  await expect(check(ward)).toBeVisible();
  const sheet = new URL(ward.url()).pathname;
  const site = await ward.getByRole("heading", { level: 1 }).innerText();
  expect(await sideways(ward)).toBe(0);

  const pointId = sheet.split("/").at(-1) ?? "";
  const point = `/security-models/points/${pointId}`;
  const before = await one<{ model: string; grade: string | null }>(
    "SELECT model_id AS model, (SELECT grade FROM point_rating WHERE point_id = p.id ORDER BY rated_on DESC LIMIT 1) AS grade FROM model_point p WHERE id = $1",
    [pointId],
  );
  const model = `/security-models/${before.model}`;
  await city.goto(model);
  const effective = await figureValue(city, "points.effective");

  await ready(ward);
  await fill(ward);
  await ward.getByRole("textbox", { name: "Tổ chức, quy chế và nền nếp hoạt động" }).fill("25");
  await evidence(ward).fill("Họp 1 lần trong kỳ");
  await check(ward).tap();
  await expect(said(ward)).toContainText("Điểm phải từ 0 đến 20");
  await expect(evidence(ward)).toHaveValue("Họp 1 lần trong kỳ");
  await expect(ward.getByRole("textbox", { name: "Kết quả phòng ngừa, báo tin, hòa giải" })).toHaveValue(
    "10",
  );
  await fill(ward);
  await expect(ward.getByRole("status")).toContainText("Tổng điểm 40/100");
  await expect(ward.getByRole("status")).toContainText("Kém");
  await check(ward).tap();
  await expect(ward.getByRole("heading", { name: "Kiểm tra phiếu đánh giá" })).toBeFocused();
  await expect(ward.locator("main dl").first()).toContainText("40/100");
  expect(await sideways(ward)).toBe(0);
  await ward.getByRole("button", { name: "Thay đổi" }).first().tap();
  await expect(evidence(ward)).toHaveValue("Họp 1 lần trong kỳ");
  await check(ward).tap();
  await send(ward).tap();
  await expect(ward).toHaveURL(/saved=1/);
  await expect(state(ward)).toContainText("Chờ xác nhận");
  await expect(ward.getByRole("button", { name: "Xác nhận xếp loại" })).toHaveCount(0);

  // The city sees the same sheet and sends it back.
  await city.goto(`${campaign}?state=proposed`);
  await rows(city, "Điểm phải xếp loại").filter({ hasText: site }).first().getByRole("link").click();
  await expect(city).toHaveURL(new RegExp(sheet));
  await ready(city);
  await city.locator("summary", { hasText: "Trả lại" }).click();
  await city.getByRole("button", { name: "Trả lại đánh giá" }).click();
  await expect(said(city)).toContainText("Nhập lý do");
  await city.getByRole("group").getByRole("textbox", { name: "Lý do" }).fill("Nêu rõ số buổi sinh hoạt");
  await city.getByRole("button", { name: "Trả lại đánh giá" }).click();
  await expect(state(city)).toContainText("Trả lại");

  // The ward reads why, mends, sends again.
  await ward.goto(sheet);
  await expect(ward.getByText("Nêu rõ số buổi sinh hoạt")).toBeVisible();
  await ready(ward);
  await expect(ward.getByRole("textbox", { name: "Kết quả phòng ngừa, báo tin, hòa giải" })).toHaveValue(
    "10",
  );
  await evidence(ward).fill("Sinh hoạt 1 buổi ngày 12/03, không có tin báo");
  await check(ward).tap();
  await send(ward).tap();
  await expect(state(ward)).toContainText("Chờ xác nhận");

  // The city may grade otherwise, with a reason only; here it agrees.
  await city.goto(sheet);
  await ready(city);
  await city.getByLabel("Xếp loại", { exact: true }).selectOption({ label: "Trung bình" });
  await city.getByRole("button", { name: "Xác nhận xếp loại" }).click();
  await expect(said(city)).toContainText("Xếp khác đề nghị của đơn vị thì ghi lý do");
  await city.getByLabel("Xếp loại", { exact: true }).selectOption({ label: "Kém" });
  await city.getByRole("button", { name: "Xác nhận xếp loại" }).click();
  await expect(state(city)).toContainText("Đã xác nhận");

  await city.goto(point);
  await expect(city.locator("main")).toContainText(new RegExp(`Kém\\s*${written(last)}`));
  await city.goto(model);
  expect(await figureValue(city, "points.effective")).toBe(
    effective - (before.grade === "effective" ? 1 : 0),
  );
  await city.goto(`${campaign}?state=confirmed`);
  await expect(rows(city, "Điểm phải xếp loại")).toHaveCount(1);

  // Another ward sees neither the sheet nor the point.
  const other = await openAs("ninhkieu", sheet);
  await expect(other.getByRole("heading", { name: "Không tìm thấy trang" })).toBeVisible();
});

test("the city confirms at once what agrees with its scores, in the unit it looks at", async ({ openAs }) => {
  const city = await openAs("canbo", path);
  await city
    .getByRole("link", { name: /^Xếp loại điểm mô hình \d+ tháng/ })
    .first()
    .click();
  await expect(city.getByRole("navigation", { name: "Tình trạng đánh giá" })).toBeVisible();
  const campaign = new URL(city.url()).pathname;
  await city.goto(`${campaign}?state=proposed&unit=31135`);
  const waiting = await rows(city, "Điểm phải xếp loại").count();
  const apart = await rows(city, "Điểm phải xếp loại").filter({ hasText: "khác gợi ý" }).count();
  const agreeing = waiting - apart;
  expect(agreeing).toBeGreaterThan(0);
  await ready(city);
  const label = `Xác nhận ${agreeing} đánh giá trùng gợi ý`;
  await city.locator("summary", { hasText: label }).click();
  await expect(city.getByText("trong bộ lọc đang xem")).toBeVisible();
  await city.getByRole("button", { name: label }).click();
  await expect(city.getByText(`Đã xác nhận ${agreeing} đánh giá`)).toBeVisible();
  await city.goto(`${campaign}?state=proposed&unit=31135`);
  await expect(rows(city, "Điểm phải xếp loại")).toHaveCount(apart);

  // A leader reads, and decides nothing.
  const leader = await openAs("lanhdao", `${campaign}?state=proposed`);
  await expect(leader.locator("summary", { hasText: "trùng gợi ý" })).toHaveCount(0);
  await rows(leader, "Điểm phải xếp loại").first().getByRole("link").click();
  await expect(state(leader)).toContainText("Chờ xác nhận");
  await expect(leader.getByRole("button", { name: "Xác nhận xếp loại" })).toHaveCount(0);
  await expect(check(leader)).toHaveCount(0);
});

test.describe("without scripts", () => {
  test("a sheet is checked, mended and sent", async ({ openAs }) => {
    const page = await openAs("ninhkieu", path, { javaScriptEnabled: false });
    await page
      .getByRole("link", { name: /điểm, hạn/ })
      .first()
      .click();
    await rows(page, "Điểm phải xếp loại").filter({ hasNotText: "Trả lại" }).last().getByRole("link").click();
    const sheet = new URL(page.url()).pathname;
    await check(page).click();
    await expect(page).toHaveTitle(/^Lỗi: /);
    await expect(said(page)).toContainText("Nhập điểm, từ 0 đến 20");
    await fill(page);
    await page.getByLabel("Đề nghị xếp loại").selectOption({ label: "Trung bình" });
    await check(page).click();
    await expect(said(page)).toContainText("Xếp loại khác gợi ý thì ghi căn cứ");
    await evidence(page).fill("Mới củng cố từ tháng 3");
    await check(page).click();
    await expect(page.getByRole("heading", { name: "Kiểm tra phiếu đánh giá" })).toBeVisible();
    await page.getByRole("button", { name: "Thay đổi" }).first().click();
    await expect(evidence(page)).toHaveValue("Mới củng cố từ tháng 3");
    await check(page).click();
    await send(page).click();
    await expect(page).toHaveURL(new RegExp(`${sheet}\\?saved=1`));
    await expect(state(page)).toContainText("Chờ xác nhận");
    await expect(page.locator("main dl")).toContainText("Trung bình");
  });
});
