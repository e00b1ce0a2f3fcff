import type { Page } from "@playwright/test";
import { expect, test } from "../as";
import { ready, tick, unfold, unique } from "../page";

/** Raw codes that would tell a reader nothing. */
const codes = /at_least|door_to_door|online-fraud|heldOn|attendanceQualifier|null|undefined/;

const conflict = (page: Page) =>
  page
    .getByRole("alert")
    .filter({ has: page.getByRole("heading", { name: "Người khác vừa sửa bản ghi này" }) });
const saveChanges = (page: Page) => page.getByRole("button", { name: "Lưu thay đổi" });
const facts = (page: Page) => page.locator("main dl");

/** Two browsers on the same edit form, with the same version read. */
async function bothOpen(openAs: (account: "phuloi" | "chihuy.phuloi", path: string) => Promise<Page>) {
  const place = `Nhà thông tin khóm 2 ${unique()}`;
  const officer = await openAs("phuloi", "/outreach-sessions/new");
  await ready(officer);
  await officer.getByLabel("Ngày", { exact: true }).fill("2025-10-10");
  await officer.getByLabel("Địa điểm").fill(place);
  await officer
    .getByLabel("Hình thức", { exact: true })
    .selectOption({ label: "Tuyên truyền trực tiếp (lượt người)" });
  await tick(officer, "Tín dụng đen");
  await officer.getByLabel("Số lượt dự", { exact: true }).fill("40");
  await officer.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();
  await officer.waitForURL(/saved=1/);
  await officer.getByRole("link", { name: "Sửa", exact: true }).click();
  await officer.waitForURL(/\/edit$/);
  const chief = await openAs("chihuy.phuloi", new URL(officer.url()).pathname);
  await Promise.all([ready(officer), ready(chief)]);
  return { officer, chief };
}

/** The chief saves first: another count, another channel, a note. */
async function chiefSaves(chief: Page) {
  await chief.getByLabel("Số lượt dự", { exact: true }).fill("45");
  await chief.getByLabel("Hơn", { exact: true }).check();
  await chief.getByLabel("Hình thức", { exact: true }).selectOption({ label: "Đến từng nhà (lượt người)" });
  await (await unfold(chief.getByRole("textbox", { name: "Ghi chú", includeHidden: true }))).fill(
    "Có Hội Phụ nữ cùng dự",
  );
  await saveChanges(chief).click();
  await expect(chief.getByText(/^Đã lưu \d\d:\d\d/)).toBeVisible();
}

test("the second to save sees what differs, in words, and may overwrite", async ({ openAs }) => {
  const { officer, chief } = await bothOpen(openAs);
  await chiefSaves(chief);
  await officer.getByLabel("Số lượt dự", { exact: true }).fill("52");
  await tick(officer, "Lừa đảo qua mạng");
  await saveChanges(officer).click();

  await expect(conflict(officer)).toBeVisible();
  await expect(officer.locator("[data-form-status=conflict]")).toBeFocused();
  const row = (label: string) => conflict(officer).getByRole("row").filter({ hasText: label });
  await expect(row("Số lượt dự")).toHaveText(/45.*52/);
  await expect(row("Mức chính xác")).toHaveText(/Hơn.*Đúng/);
  await expect(row("Hình thức")).toHaveText(/Đến từng nhà.*Tuyên truyền trực tiếp/);
  await expect(row("Chủ đề")).toHaveText(/Tín dụng đen.*Lừa đảo qua mạng/);
  await expect(row("Ghi chú")).toContainText("Có Hội Phụ nữ cùng dự");
  await expect(row("Địa điểm")).toHaveCount(0);
  await expect(conflict(officer)).not.toHaveText(codes);

  // Nothing typed is lost, nothing of the other is overwritten yet.
  await expect(officer.getByLabel("Số lượt dự", { exact: true })).toHaveValue("52");
  await expect(officer.getByLabel("Lừa đảo qua mạng")).toBeChecked();
  await chief.reload();
  await expect(facts(chief)).toContainText("hơn 45 lượt người");

  await officer.getByRole("button", { name: "Ghi đè bằng số của tôi" }).click();
  await expect(officer.getByText(/^Đã lưu \d\d:\d\d/)).toBeVisible();
  await expect(facts(officer)).toContainText("52 lượt người");
  await expect(facts(officer)).toContainText("Lừa đảo qua mạng");
  await chief.reload();
  await expect(facts(chief)).toContainText("52 lượt người");
});

test("the second to save may take the stored version instead", async ({ openAs }) => {
  const { officer, chief } = await bothOpen(openAs);
  await chiefSaves(chief);
  await officer.getByLabel("Số lượt dự", { exact: true }).fill("70");
  await saveChanges(officer).click();
  await expect(conflict(officer)).toBeVisible();

  // Leaving what was typed is asked about first.
  const asked = officer.waitForEvent("dialog").then((dialog) => dialog.accept());
  await officer.getByRole("link", { name: "Tải lại bản mới" }).click();
  await asked;
  await expect(conflict(officer)).toHaveCount(0);
  await expect(officer.getByLabel("Số lượt dự", { exact: true })).toHaveValue("45");
  await expect(officer.getByRole("textbox", { name: "Ghi chú" })).toHaveValue("Có Hội Phụ nữ cùng dự");
  await ready(officer);
  await officer.getByLabel("Số lượt dự", { exact: true }).fill("46");
  await saveChanges(officer).click();
  await expect(facts(officer)).toContainText("hơn 46 lượt người");
});

test("a session deleted meanwhile does not come back with the second save", async ({ openAs }) => {
  const { officer, chief } = await bothOpen(openAs);
  await chief.goto(new URL(officer.url()).pathname.replace("/edit", ""));
  await ready(chief);
  await chief.locator("summary", { hasText: "Xóa cuộc này" }).click();
  await chief.getByRole("textbox", { name: "Lý do" }).fill("Ghi trùng");
  await chief.getByRole("button", { name: "Xóa cuộc này" }).click();
  await expect(chief.getByText("Đã xóa cuộc tuyên truyền")).toBeVisible();

  await officer.getByLabel("Số lượt dự", { exact: true }).fill("41");
  await saveChanges(officer).click();
  await expect(officer.getByText("Cuộc này đã bị xóa")).toBeVisible();
  await expect(officer.getByLabel("Số lượt dự", { exact: true })).toHaveValue("41");
});
