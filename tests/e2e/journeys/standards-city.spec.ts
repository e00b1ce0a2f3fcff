import type { Page } from "@playwright/test";
import { expect, phone, test } from "../as";
import { ready, rows, said, sideways, unique } from "../page";
import { one, rows as stored } from "../safety/facts";
import { unheard } from "../safety/forms";

/*
 * The city's part of the standards: targets, sets of criteria, decisions on wards, and its word on what wards found and
 * proposed. Everything here is of the tests' own, or of years and wards that nobody else looks at, and goes in the end.
 */
const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" });
const today = zone.format(Date.now());
const opener = (page: Page, words: string) => page.locator("summary", { hasText: words });
const freshly = () => stored("UPDATE data_version SET version = version + 1");

test.afterAll(freshly);

test("a target is entered, refused, mended and corrected, and stands beside what was reached", async ({
  openAs,
}) => {
  const document = unique();
  await stored("DELETE FROM rural_target WHERE year = 2021");
  try {
    const page = await openAs("canbo", "/rural-standard/progress?base=former");
    const row = rows(page, "Chỉ tiêu và thực hiện").filter({ hasText: "2021" });
    const enter = async (target: string, number: string) => {
      await ready(page);
      await opener(page, "Nhập chỉ tiêu").click();
      await page
        .getByRole("radio", { name: /đạt chuẩn/i })
        .first()
        .check();
      await page.getByRole("textbox", { name: "Năm", exact: true }).fill("2021");
      await page.getByRole("textbox", { name: "Số xã lũy kế" }).fill(target);
      await page.getByLabel("Số văn bản").fill(number);
      await page.getByLabel("Ngày văn bản").fill("2021-03-03");
      await page.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
    };
    await expect(row).toHaveCount(0);
    await enter("900", `${document}/QĐ-UBND`);
    await expect(said(page)).toContainText("Chỉ tiêu không quá tổng số xã: 167");
    await expect(page.getByRole("textbox", { name: "Số xã lũy kế" })).toHaveValue("900");
    await expect(page.getByLabel("Số văn bản")).toHaveValue(`${document}/QĐ-UBND`);
    await page.getByRole("textbox", { name: "Số xã lũy kế" }).fill("90");
    await page.getByRole("button", { name: "Lưu chỉ tiêu" }).click();
    await expect(page.getByText("Đã lưu").first()).toBeVisible();
    await expect(row.getByRole("cell").first()).toHaveText("90");
    await expect(row).toContainText(`${document}/QĐ-UBND ngày 03/03/2021`);

    await enter("86", `${document}/QĐ-SĐ`);
    await expect(row.getByRole("cell").first()).toHaveText("86");
    await expect(row).toContainText(`${document}/QĐ-SĐ`);
    // Beside it stands what the same page counts for that year, and its share of the target.
    const reached = await row.getByRole("cell").nth(1).innerText();
    const year = rows(page, "Theo năm").filter({ hasText: /^2021/ });
    await expect(year.getByRole("cell", { name: reached, exact: true }).first()).toBeVisible();
    await expect(row.getByRole("cell").nth(2)).toHaveText(/^\s*\d{1,3}(,\d)?\s%\s*$/);
    // The first stays on record; one row is shown.
    await expect(row).toHaveCount(1);
  } finally {
    await stored("DELETE FROM rural_target WHERE year = 2021");
  }
});

test("the city enters a set and its criteria; a dossier is judged by a set, which then stands", async ({
  openAs,
}) => {
  test.slow();
  const name = unheard("Tiêu chí");
  try {
    const page = await openAs("canbo", "/rural-standard/criteria");
    await ready(page);
    await opener(page, "Thêm bộ tiêu chí").click();
    await page.getByRole("radio", { name: "Đô thị văn minh" }).check();
    await page.getByLabel("Giai đoạn").fill("nhiệm kỳ");
    await page.getByLabel("Áp dụng từ ngày").fill("2090-01-01");
    await page.getByLabel("Văn bản ban hành").fill(name);
    await page.getByRole("button", { name: "Lưu bộ tiêu chí" }).click();
    await expect(said(page)).toContainText("Giai đoạn");
    await expect(page.getByLabel("Văn bản ban hành")).toHaveValue(name);
    await page.getByLabel("Giai đoạn").fill("2090");
    await page.getByRole("button", { name: "Lưu bộ tiêu chí" }).click();
    await expect(page).toHaveURL(/set=do-thi-2090/);
    await expect(page.getByRole("main")).toContainText(name);
    await expect(page.getByText("Chưa nhập tiêu chí").first()).toBeVisible();

    // Criteria of a set nobody was judged by: a part needs its criterion; one entered by mistake is taken out.
    const form = page.locator("form", { has: page.getByRole("button", { name: "Lưu tiêu chí" }) });
    const add = async (code: string, words: string) => {
      await page.goto("/rural-standard/criteria?set=2016-2020");
      await ready(page);
      await opener(page, "Thêm tiêu chí").click();
      await form.getByRole("radio", { name: "Đạt chuẩn" }).check();
      await form.getByLabel("Số tiêu chí").fill(code);
      await form.getByLabel("Tên tiêu chí").fill(words);
      await form.getByRole("button", { name: "Lưu tiêu chí" }).click();
    };
    await add("19.2", `${name} an ninh`);
    await expect(said(page)).toContainText("Thêm tiêu chí 19 trước");
    await add("18", `${name} nhầm`);
    await expect(page.getByText(`${name} nhầm`).first()).toBeVisible();
    await add("19", `${name} quốc phòng`);
    await expect(page.getByText(`${name} quốc phòng`).first()).toBeVisible();
    await ready(page);
    await opener(page, "Bỏ tiêu chí 18").click();
    await page.getByRole("button", { name: "Bỏ tiêu chí 18" }).click();
    await expect(said(page)).toContainText("Nhập lý do");
    await page.getByRole("textbox", { name: "Lý do" }).first().fill("Nhập nhầm số");
    await page.getByRole("button", { name: "Bỏ tiêu chí 18" }).click();
    await expect(page.getByText(`${name} nhầm`)).toHaveCount(0);

    // A commune of that time is judged by it, on a day of it.
    const { ref } = await one<{ ref: string }>(
      "SELECT code || '@' || valid_to AS ref FROM unit WHERE type = 'commune' AND valid_to = '2025-06-30' ORDER BY id DESC LIMIT 1",
    );
    const document = `${unique()}/BB-UBND`;
    await page.goto(`/rural-standard/${ref}/findings/new?set=2016-2020&level=standard`);
    await ready(page);
    await page.getByRole("checkbox", { name: new RegExp(`^19 ${name}`) }).check();
    await page.getByRole("radio", { name: "Đạt", exact: true }).check();
    await page.getByLabel("Ngày đánh giá").fill("2023-05-05");
    await page.getByLabel("Số văn bản").fill(document);
    await page.getByRole("button", { name: "Lưu đánh giá" }).click();
    await expect(said(page)).toContainText("Bộ tiêu chí không áp dụng vào ngày đó");
    await expect(page.getByLabel("Số văn bản")).toHaveValue(document);
    await page.getByLabel("Ngày đánh giá").fill("2018-05-05");
    await page.getByRole("button", { name: "Lưu đánh giá" }).click();
    await expect(page.getByText("Đã lưu").first()).toBeVisible();
    await page.goto(`/rural-standard/${ref}?set=2016-2020&level=standard&asOf=2018-06-30`);
    await expect(page.getByText("Đạt 1/1 tiêu chí").first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText(document);

    await page.goto("/rural-standard/criteria?set=2016-2020");
    await expect(page.getByText("Đã có đánh giá theo bộ này: tiêu chí giữ nguyên").first()).toBeVisible();
    await expect(opener(page, "Sửa tiêu chí 19")).toHaveCount(0);
  } finally {
    await stored(
      "DELETE FROM criterion_finding WHERE criterion_id IN (SELECT id FROM criterion WHERE set_key = '2016-2020')",
    );
    await stored("DELETE FROM criterion WHERE set_key = '2016-2020'");
    await stored("DELETE FROM criteria_set WHERE key = 'do-thi-2090'");
    await stored("UPDATE criteria_set SET valid_to = NULL WHERE key = 'do-thi-2022'");
    await freshly();
  }
});

test("a ward is recognised as đô thị văn minh, and the recognition is taken back with its reason", async ({
  openAs,
}) => {
  const decision = `${unique()}/QĐ-UBND`;
  try {
    const page = await openAs("canbo", "/rural-standard/urban/31153");
    await expect(page.getByText("Chưa công nhận").first()).toBeVisible();
    await page.getByRole("link", { name: "Ghi công nhận" }).click();
    await ready(page);
    await page.getByLabel("Số quyết định").fill(decision);
    await page.getByLabel("Ngày quyết định").fill("2025-03-03");
    await page.getByRole("button", { name: "Lưu công nhận" }).click();
    // Ô Môn of today did not exist then.
    await expect(said(page)).toContainText("Phường này không tồn tại vào ngày quyết định");
    await expect(page.getByLabel("Số quyết định")).toHaveValue(decision);
    await page.getByLabel("Ngày quyết định").fill(today);
    await page.getByRole("button", { name: "Lưu công nhận" }).click();
    await expect(page.getByText("Đạt đô thị văn minh").first()).toBeVisible();
    await expect(page.getByText(`Quyết định ${decision}`).first()).toBeVisible();

    await ready(page);
    await opener(page, "Thu hồi công nhận").click();
    await page.getByRole("button", { name: "Thu hồi công nhận" }).click();
    await expect(said(page)).toContainText("Nhập lý do");
    await page.getByLabel("Ngày thu hồi").fill(today);
    await page.getByRole("textbox", { name: "Lý do" }).fill("Không còn đủ tiêu chí 4");
    await page.getByRole("button", { name: "Thu hồi công nhận" }).click();
    await expect(page.getByText(/^Thu hồi từ/)).toBeVisible();
    await expect(page.getByText("Không còn đủ tiêu chí 4")).toBeVisible();
    await expect(page.getByText("Chưa công nhận").first()).toBeVisible();
  } finally {
    await stored("DELETE FROM urban_recognition WHERE decision_number = $1", [decision]);
    await freshly();
  }
});

test("what a ward found waits for the city: one is sent back with its reason, the other confirmed and then stands", async ({
  openAs,
}) => {
  test.slow();
  const document = `${unique()}/BB-CAP`;
  const dossier = "/rural-standard/urban/31135";
  try {
    const ward = await openAs("ninhkieu", "/rural-standard/31135/findings/new", phone);
    await ready(ward);
    await ward.getByRole("checkbox", { name: /^1 Quy hoạch đô thị/ }).check();
    await ward.getByRole("checkbox", { name: /^4 An ninh, trật tự đô thị/ }).check();
    await ward.getByRole("radio", { name: "Đạt", exact: true }).check();
    await ward.getByLabel("Số văn bản").fill(document);
    await ward.getByRole("button", { name: "Lưu đánh giá" }).tap();
    await expect(ward.getByText("2 đánh giá chờ thành phố xác nhận")).toBeVisible();
    expect(await sideways(ward)).toBe(0);

    const city = await openAs("canbo", dossier);
    await ready(city);
    await opener(city, "Lịch sử đánh giá").click();
    const item = city.locator("li", { hasText: document }).filter({ hasText: "Quy hoạch đô thị" });
    await item.locator("summary", { hasText: "Rút đánh giá" }).click();
    await item.getByRole("button", { name: "Rút đánh giá" }).click();
    await expect(said(city)).toContainText("Nhập lý do");
    await item.getByRole("textbox", { name: "Lý do" }).fill("Chưa có quy hoạch được duyệt");
    await item.getByRole("button", { name: "Rút đánh giá" }).click();
    await expect(city.getByText("1 đánh giá chờ thành phố xác nhận")).toBeVisible();
    await city.getByRole("button", { name: "Xác nhận 1 đánh giá" }).click();
    await expect(city.getByText(/đánh giá chờ thành phố xác nhận/)).toHaveCount(0);

    await ward.goto(dossier);
    await expect(ward.getByText(/đánh giá chờ thành phố xác nhận/)).toHaveCount(0);
    await ready(ward);
    await opener(ward, "Lịch sử đánh giá").tap();
    await expect(ward.getByText("Chưa có quy hoạch được duyệt")).toBeVisible();
    // What the city confirmed is no longer the ward's to take back.
    const kept = ward.locator("li", { hasText: document }).filter({ hasText: "An ninh, trật tự đô thị" });
    await expect(kept.first()).toBeVisible();
    await expect(kept.getByRole("button", { name: "Rút đánh giá" })).toHaveCount(0);
    expect(await sideways(ward)).toBe(0);
  } finally {
    await stored("DELETE FROM criterion_finding WHERE document_number = $1", [document]);
    await freshly();
  }
});

test("what a ward proposed for the security standard is refused with its reason, scored anew and recognised", async ({
  openAs,
}) => {
  test.slow();
  const name = unheard("Trường");
  // A school of last year only, proposed and waiting.
  const { id } = await one<{ id: string }>(
    `WITH school AS (
       INSERT INTO safety_subject (id, unit_id, kind, name, valid_from, valid_to, end_reason)
       SELECT gen_random_uuid(), id, 'school', $1, '2025-07-01', '2025-12-31', 'thử' FROM unit WHERE code = '31135' AND valid_to IS NULL
       RETURNING id, unit_id)
     INSERT INTO safety_record (id, year, kind, unit_id, subject_id, state, registered_on, scored_on, score, self_met, proposed_on)
     SELECT gen_random_uuid(), 2025, 'school', unit_id, id, 'proposed', '2025-08-01', '2025-10-01', 82, true, '2025-11-01' FROM school RETURNING id`,
    [name],
  );
  const record = `/safety-standard/records/${id}`;
  const state = (page: Page) => page.locator("main header");
  try {
    const city = await openAs("canbo", record);
    await expect(state(city)).toContainText("Đã đề nghị");
    await ready(city);
    await opener(city, "Không công nhận").click();
    const refusal = city.locator("details", { has: opener(city, "Không công nhận") });
    await refusal.getByRole("button", { name: "Lưu không công nhận" }).click();
    await expect(said(city)).toContainText("Nhập lý do");
    await refusal.getByLabel("Ngày quyết định").fill("2025-12-01");
    await refusal.getByLabel("Người ký").fill("Chủ tịch UBND phường");
    await refusal.getByRole("textbox", { name: "Lý do" }).fill("Còn một vụ cháy trong năm");
    await refusal.getByRole("button", { name: "Lưu không công nhận" }).click();
    await expect(state(city)).toContainText("Không công nhận");

    const ward = await openAs("ninhkieu", record, phone);
    await expect(ward.getByText("Còn một vụ cháy trong năm").first()).toBeVisible();
    await ready(ward);
    await opener(ward, "Chấm lại").tap();
    await ward.getByRole("textbox", { name: "Điểm tự chấm" }).fill("91");
    await ward.getByRole("radio", { name: "Tự đánh giá đạt" }).check();
    await ward.getByRole("button", { name: "Lưu tự chấm điểm" }).tap();
    await expect(state(ward)).toContainText("Đã tự chấm");
    await ready(ward);
    await ward.getByRole("button", { name: "Lưu đề nghị" }).tap();
    await expect(state(ward)).toContainText("Đã đề nghị");
    expect(await sideways(ward)).toBe(0);

    await city.goto(record);
    await ready(city);
    await city.getByLabel("Số quyết định").first().fill("77/QĐ-UBND");
    await city.getByLabel("Ngày quyết định").first().fill(today);
    await city.getByRole("button", { name: "Lưu công nhận" }).click();
    await expect(state(city)).toContainText("Đã công nhận");
    // The refusal stays in the record's history.
    await expect(city.getByText("Còn một vụ cháy trong năm").first()).toBeVisible();
  } finally {
    await stored("DELETE FROM safety_step WHERE record_id = $1", [id]);
    await stored("DELETE FROM safety_record WHERE id = $1", [id]);
    await stored("DELETE FROM safety_subject WHERE name = $1", [name]);
    await freshly();
  }
});
