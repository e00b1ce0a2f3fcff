import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { figureValue, ready, rows, sideways, unique } from "../page";

const map = (page: Page) => page.locator("main svg.map").first();
const area = (page: Page, name: string) => map(page).locator(`a[aria-label^="${name}:"]`);

test("a leader reads the map, changes figure and classes by keyboard, and goes to a unit", async ({
  openAs,
}) => {
  const page = await openAs("lanhdao", "/map");
  await expect(page.getByRole("heading", { level: 1, name: "Bản đồ" })).toBeVisible();
  await expect(page.getByText("Sơ đồ, không phải địa giới chính thức")).toBeVisible();
  await expect(map(page).locator("a")).toHaveCount(103);
  // The same figure as on the dashboard, and the units of the table add up to it.
  const sessions = await figureValue(page, "map.sessions");
  await expect(area(page, "Phường Phú Lợi")).toHaveAttribute("aria-label", /: [\d.]+ cuộc$/);
  const list = rows(page, "Bảng số liệu của bản đồ");
  await expect(list).toHaveCount(103);

  await ready(page);
  const figures = page.getByLabel("Số liệu", { exact: true });
  await figures.focus();
  await figures.selectOption({ label: "Điểm mô hình" });
  await page.getByLabel("Chia lớp").selectOption({ label: "Tự đặt ranh giới lớp" });
  await page.getByLabel("Ranh giới lớp").fill("5; 15");
  await page.getByLabel("Ranh giới lớp").press("Enter");
  await expect(page).toHaveURL(/figure=points/);
  await expect(page.getByRole("heading", { level: 2, name: "Điểm mô hình" })).toBeVisible();
  const legend = page.getByRole("region", { name: "Chú giải" });
  await expect(legend.getByText("5 – 14", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Vòng tròn" }).click();
  await expect(map(page).locator("a circle").first()).toBeVisible();

  // From area to area in the order of names, and into one.
  await area(page, "Phường Phú Lợi").focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(area(page, "Phường Phú Lợi")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/units\/31510/);

  await page.goto("/");
  expect(await figureValue(page, "sessions.count")).toBe(sessions);
});

test("a unit tells the number that led to it, of the same period, day and boundaries", async ({ openAs }) => {
  const view = "from=2025-01-01&to=2025-12-31&boundary=current";
  const page = await openAs("lanhdao", `/map?figure=points&${view}`);
  const row = rows(page, "Bảng số liệu của bản đồ").filter({ hasText: "Phường Bình Thủy" });
  const points = Number(/(\d+) điểm/.exec((await row.textContent()) ?? "")?.[1]);
  expect(points).toBeGreaterThan(0);
  await row.getByRole("link", { name: "Phường Bình Thủy" }).click();
  await expect(page).toHaveURL(/\/units\/31168\?.*from=2025-01-01/);
  expect(await figureValue(page, "points.active")).toBe(points);
  await page.goto(`/units/31168?${view}`);
  expect(await figureValue(page, "points.active"), "without a day, at the period's end as elsewhere").toBe(
    points,
  );
});

test("the ladder says which communes it counts (T2)", async ({ openAs }) => {
  const page = await openAs("lanhdao", "/map?figure=standard&boundary=current");
  await expect(page.getByRole("main")).toContainText("trong 167 xã");
  await page.goto("/map?figure=standard&boundary=historical");
  await expect(page.getByRole("main")).toContainText("trong 72 xã");
  await page.getByRole("link", { name: "Xem thang của 167 xã theo địa giới hiện nay" }).click();
  await expect(page.getByRole("main")).toContainText("trong 167 xã");
});

test("after Back the slider stands on the day of the page", async ({ openAs }) => {
  const page = await openAs("lanhdao", "/rural-standard?asOf=2026-06-30");
  await ready(page);
  const slider = page.getByRole("slider", { name: "Xem tại ngày" });
  const before = await slider.getAttribute("aria-valuetext");
  await slider.press("ArrowLeft");
  await page.waitForURL((url) => url.searchParams.get("asOf") !== "2026-06-30");
  await expect(slider).not.toHaveAttribute("aria-valuetext", before ?? "");
  await page.goBack();
  await page.waitForURL(/asOf=2026-06-30/);
  await expect(slider).toHaveAttribute("aria-valuetext", before ?? "");
});

test("a ward sees the shapes of all units and its own numbers, also on a phone", async ({ openAs }) => {
  const page = await openAs("phuloi", "/map?figure=points", phone);
  await expect(map(page).locator("path.map-own")).toHaveCount(1);
  await expect(map(page).locator("a")).toHaveCount(1);
  await expect(rows(page, "Bảng số liệu của bản đồ")).toHaveCount(1);
  expect(await page.content()).not.toMatch(/Phường Ninh Kiều: \d/);
  expect(await sideways(page)).toBe(0);
});

test("an administrator uploads boundaries, sees what is missing, puts them on the map and takes them off", async ({
  openAs,
}) => {
  const source = `Ranh giới thử ${unique()}`;
  const page = await openAs("quantri", "/map");
  await page.getByRole("link", { name: "Ranh giới chính thức" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ranh giới chính thức" })).toBeVisible();

  const send = async (content: string) => {
    await page.getByLabel("Nguồn", { exact: true }).fill(source);
    await page.getByLabel("Tệp GeoJSON").setInputFiles({
      name: "ranh-gioi.geojson",
      mimeType: "application/geo+json",
      buffer: Buffer.from(content),
    });
    await page.getByRole("button", { name: "Tải lên và xem trước" }).click();
  };
  await send("không phải GeoJSON");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("không đọc được như GeoJSON");
  await expect(page.getByLabel("Nguồn", { exact: true })).toHaveValue(source);

  await send(
    JSON.stringify({
      type: "FeatureCollection",
      features: [square("31510", 105.97, 9.6), square("99999", 105.9, 9.7)],
    }),
  );
  await expect(page.getByRole("heading", { level: 1, name: source })).toBeVisible();
  await expect(page.getByText("Ghép được 1 trên 103 đơn vị của hôm nay")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Phường Ninh Kiều");
  await expect(page.getByRole("main")).toContainText("99999");
  const record = page.url();

  await ready(page);
  await page.getByRole("button", { name: "Đưa lên bản đồ" }).click();
  await expect(page.getByText("Đã đưa bộ ranh giới lên bản đồ")).toBeVisible();
  try {
    await page.goto("/map");
    await expect(page.getByText(`Ranh giới theo ${source}`)).toBeVisible();
    await expect(page.getByText("102 đơn vị chưa có ranh giới chính thức")).toBeVisible();
    await expect(map(page).locator("a")).toHaveCount(103);
  } finally {
    await page.goto(record);
    await ready(page);
    await page.getByText("Gỡ khỏi bản đồ").first().click();
    await page.getByLabel("Lý do").fill("Chỉ để thử");
    await page.getByRole("button", { name: "Gỡ khỏi bản đồ" }).click();
    await expect(page.getByText("Đã gỡ bộ ranh giới")).toBeVisible();
  }
  await page.goto("/map");
  await expect(page.getByText("Sơ đồ, không phải địa giới chính thức")).toBeVisible();
});

function square(code: string, lon: number, lat: number) {
  const far = 0.03;
  const ring = [
    [lon, lat],
    [lon + far, lat],
    [lon + far, lat + far],
    [lon, lat + far],
    [lon, lat],
  ];
  return {
    type: "Feature",
    properties: { ma_xa: code, ten: "<script>document.title = 'x'</script>" },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
}
