import type { Page } from "@playwright/test";
import { desk, expect, phone, test } from "../as";
import { ready, rows, sideways, unique } from "../page";

const path = "/outreach-sessions/paste";
const article =
  "Từ đầu năm, phường tổ chức 365 cuộc tuyên truyền về chủ trương, chính sách, pháp luật, phòng chống tội phạm, ma túy, “tín dụng đen”, bạo lực gia đình, lừa đảo qua mạng... với hơn 12.770 lượt người dự.";
const proposals = (page: Page, kind: "session" | "figure") => page.locator(`[data-proposal="${kind}"]`);

async function read(page: Page, text: string, day?: string) {
  await page.getByLabel("Nội dung báo cáo").fill(text);
  if (day) await page.getByLabel("Ngày của báo cáo").fill(day);
  await page.getByRole("button", { name: "Đọc báo cáo" }).click();
}

test("the article's figure is set beside the portal's own count, and cannot be logged as a session", async ({
  openAs,
}) => {
  const page = await openAs("phuloi", path, desk);
  await ready(page);
  await read(page, article, "2025-08-11");
  const figure = proposals(page, "figure");
  await expect(figure).toHaveCount(1);
  await expect(proposals(page, "session")).toHaveCount(0);
  await expect(figure).toContainText("hơn 12.770 lượt người");
  await expect(figure).toContainText("01/01/2025 – 11/08/2025");
  for (const topic of [
    "Chủ trương, chính sách, pháp luật",
    "Phòng, chống tội phạm",
    "Phòng, chống ma túy",
    "Tín dụng đen",
    "Bạo lực gia đình",
    "Lừa đảo qua mạng",
  ])
    await expect(figure).toContainText(topic);
  await expect(figure.getByRole("button")).toHaveCount(0);
  const counted = figure.locator("[data-counted]");
  await expect(counted).toHaveText(["365", /12\.770/]);
  const source = page.locator("[data-source]");
  await expect(source.locator('mark[data-meaning="count"]').first()).toContainText("365 cuộc");
  await expect(source.locator('mark[data-meaning="topic"]')).toHaveText([
    /^chủ trương/,
    /^chính sách/,
    /^pháp luật/,
    /^phòng chống tội phạm/,
    /^ma túy/,
    /^tín dụng đen/,
    /^bạo lực gia đình/,
    /^lừa đảo qua mạng/,
  ]);
  expect(new URL(page.url()).search).toBe("");
  await counted.first().getByRole("link").click();
  await expect(page).toHaveURL(/from=2025-01-01.*kind=gathering/);
});

test("two proposals of a sentence become two sessions, each through its form", async ({ openAs }) => {
  test.slow();
  const mark = unique();
  const page = await openAs("phuloi", path, phone);
  await ready(page);
  await read(
    page,
    `Ngày 12/8/2025, tại chợ Phú Lợi ${mark} tổ chức 01 cuộc tuyên truyền trực tiếp về ma túy cho 120 lượt người dự, phát 350 tờ rơi`,
  );
  const sessions = proposals(page, "session");
  await expect(sessions).toHaveCount(2);
  await expect(proposals(page, "figure")).toHaveCount(0);
  expect(await sideways(page)).toBe(0);
  for (const [at, amount] of [
    [0, "120"],
    [1, "350"],
  ] as const) {
    const proposal = sessions.nth(at);
    await proposal.getByRole("button", { name: "Ghi thành cuộc" }).click();
    await expect(proposal.getByLabel("Ngày", { exact: true })).toHaveValue("2025-08-12");
    await expect(
      proposal.getByRole("textbox", { name: at === 0 ? "Số lượt dự" : "Số lượng phát, tờ, tin bài" }),
    ).toHaveValue(amount);
    await proposal.getByLabel("Địa điểm").fill(`Chợ Phú Lợi ${mark}`);
    await proposal.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();
    await expect(proposal.getByText("Đã ghi", { exact: true })).toBeVisible();
    await expect(proposal.getByRole("link", { name: "Mở cuộc vừa ghi" })).toBeVisible();
    await expect(proposal.getByRole("button", { name: "Ghi thành cuộc" })).toHaveCount(0);
  }
  await page.goto(`/outreach-sessions?from=2025-08-12&to=2025-08-12&q=${mark}`);
  await expect(rows(page)).toHaveCount(2);
});

test("says what it doubts, asks for a unit it cannot tell, and stores nothing by itself", async ({
  openAs,
}) => {
  const page = await openAs("canbo", path, desk);
  await ready(page);
  await read(page, article);
  await expect(proposals(page, "figure")).toContainText("Báo cáo không nêu đơn vị");
  await read(page, "Tổ chức 01 cuộc tuyên truyền về ma túy cho khoảng 50 lượt người dự.");
  await expect(proposals(page, "session")).toContainText("khoảng 50 lượt người");
  await expect(proposals(page, "session")).toContainText("Báo cáo không nêu ngày");
  await read(page, "Không có gì ở đây.");
  await expect(page.getByText("Không đọc được cuộc hoặc số liệu nào")).toBeVisible();
  await read(page, "");
  await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
});

test("reads without scripts, too", async ({ openAs }) => {
  const page = await openAs("phuloi", path, { ...desk, javaScriptEnabled: false });
  await read(page, article, "2025-08-11");
  await expect(proposals(page, "figure")).toContainText("hơn 12.770 lượt người");
  await expect(page.getByLabel("Nội dung báo cáo")).toHaveValue(article);
});

test("both ways stand beside the log button, the grid on a desk only", async ({ openAs }) => {
  const page = await openAs("phuloi", "/outreach-sessions", desk);
  await page.getByRole("main").getByRole("link", { name: "Nhập bảng" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nhập bảng cuộc tuyên truyền");
  const small = await openAs("phuloi", "/outreach-sessions", phone);
  await expect(small.getByRole("link", { name: "Nhập bảng" })).toBeHidden();
  await small.getByRole("link", { name: "Dán báo cáo" }).click();
  await expect(small.getByRole("heading", { level: 1 })).toHaveText("Dán báo cáo");
  const leader = await openAs("lanhdao", "/outreach-sessions", desk);
  await expect(leader.getByRole("link", { name: "Dán báo cáo" })).toHaveCount(0);
  expect((await leader.goto(path))?.status()).toBe(403);
});
