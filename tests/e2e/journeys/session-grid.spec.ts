import type { Page } from "@playwright/test";
import { desk, expect, phone, test } from "../as";
import { rows, sideways, unique } from "../page";

const path = "/outreach-sessions/grid";
const grid = (page: Page) => page.getByRole("grid", { name: "Nhập bảng cuộc tuyên truyền" });
const line = (page: Page, number: number) => grid(page).getByRole("row").nth(number);
const cell = (page: Page, column: number, row: number) => line(page, row).getByRole("gridcell").nth(column);
const save = (page: Page) => page.getByRole("button", { name: /^Lưu (\d+|các) cuộc/ });
const kept = (page: Page) => expect(page.getByText("Đã giữ trên máy này")).toBeVisible();

/** Pastes as Excel would, into the cell that has the keyboard. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData("text/plain", copied);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);

async function openGrid(page: Page) {
  await expect(grid(page)).toBeVisible();
  await cell(page, 0, 1).click();
  await expect(page.getByRole("textbox", { name: "Ngày, Dòng 1" })).toBeFocused();
}

test("pastes a week from Excel, mends two faults by keyboard, saves, and the list has all five", async ({
  openAs,
}) => {
  test.slow();
  const mark = unique();
  const page = await openAs("ninhkieu", path, desk);
  await openGrid(page);
  await paste(
    page,
    [
      "STT\tNgày\tNơi tổ chức\tNội dung\tHình thức\tSố lượt dự\tGhi chú",
      `1\t3/2/2026\tKhóm 1 ${mark}\tma túy, tín dụng đen\ttrực tiếp\thơn 120\t"hai dòng\nghi chú"`,
      `2\t4/2/2026\tKhóm 2 ${mark}\tPCCC\thọp dân\tđông\t`,
      `3\t5/2/2026\tKhóm 3 ${mark}\tlừa đảo qua mạng\tloa\t6\t`,
      `4\t31/2/2026\tKhóm 4 ${mark}\tluật giao thông\tđến từng nhà\t~50\t`,
      `5\t7/2/2026\tKhóm 5 ${mark}\tma tuy\tphát tờ rơi\t1.250 tờ\t`,
      "\t\t\t\t\t\t",
    ].join("\r\n"),
  );
  await expect(page.getByText("Bỏ qua cột không có trong bảng: STT")).toBeVisible();
  await expect(line(page, 1)).toContainText("03/02/2026");
  await expect(line(page, 1)).toContainText("Phòng, chống ma túy; Tín dụng đen");
  await expect(line(page, 2)).toContainText("Gõ một số, ví dụ 35");
  await expect(line(page, 4)).toContainText("Ngày phải là ngày có thật");

  await page.keyboard.press("Control+s");
  await expect(page.getByRole("alert").filter({ hasText: "Có lỗi cần sửa" })).toContainText(
    "Dòng 2, Số lượng",
  );
  await expect(page.getByRole("status").filter({ hasText: "Đã lưu 3 cuộc" })).toContainText("2 dòng cần sửa");
  await expect(line(page, 1).getByRole("link", { name: "Mở cuộc ở dòng 1" })).toBeVisible();

  await page.getByRole("button", { name: /^Dòng 2, Số lượng/ }).press("Enter");
  const amount = page.getByRole("textbox", { name: "Số lượng, Dòng 2" });
  await expect(amount).toBeFocused();
  await expect(amount).toHaveAccessibleDescription(/Gõ một số/);
  await page.keyboard.type("35");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Số lượng, Dòng 3" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  const day = page.getByRole("textbox", { name: "Ngày, Dòng 4" });
  await expect(day).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await expect(day).toHaveValue("31/2/2026");
  await page.keyboard.type("6/2/2026");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("status").filter({ hasText: "Đã lưu 2 cuộc" })).toBeVisible();
  await expect(grid(page).getByText("Đã lưu", { exact: true })).toHaveCount(5);

  await page.goto(`/outreach-sessions?from=2026-02-03&to=2026-02-07&q=${mark}`);
  await expect(rows(page)).toHaveCount(5);
  await expect(rows(page).filter({ hasText: "Khóm 1" })).toContainText("hơn 120 lượt người");
  await expect(rows(page).filter({ hasText: "Khóm 5" })).toContainText("1.250 tờ");
  await expect(rows(page).filter({ hasText: "Khóm 4" })).toContainText("khoảng 50 lượt người");
});

test("keeps unsaved rows through a reload, and a double save stores once", async ({ openAs }) => {
  const mark = unique();
  const page = await openAs("ninhkieu", path, desk);
  await openGrid(page);
  await paste(page, `8/2/2026\t\tChợ ${mark}\t\ttrực tiếp\tma túy\t40`);
  await cell(page, 2, 2).click();
  await page.keyboard.type(`Đang gõ ${mark}`);
  await kept(page);
  await page.reload();
  await expect(page.getByText("Đã lấy lại các dòng chưa lưu")).toBeVisible();
  await expect(line(page, 1)).toContainText(`Chợ ${mark}`);
  await expect(line(page, 2)).toContainText(`Đang gõ ${mark}`);
  await page.getByRole("button", { name: "Bỏ dòng 2" }).click();
  await save(page).dblclick();
  await expect(page.getByRole("status").filter({ hasText: "Đã lưu 1 cuộc" })).toBeVisible();
  await page.reload();
  await expect(grid(page)).toBeVisible();
  await expect(page.getByText(mark)).toHaveCount(0);
  await page.goto(`/outreach-sessions?from=2026-02-08&to=2026-02-08&q=${mark}`);
  await expect(rows(page)).toHaveCount(1);
});

test("without network the rows go into the outbox, say so, and arrive when it is back", async ({
  openAs,
}) => {
  const mark = unique();
  const page = await openAs("ninhkieu", path, desk);
  await openGrid(page);
  await paste(
    page,
    `9/2/2026\t\tĐình ${mark}\t\ttrực tiếp\tma túy\t41\n9/2/2026\t\tTrường ${mark}\t\tloa\tma túy\t3`,
  );
  await page.context().setOffline(true);
  await save(page).click();
  await expect(page.getByText("Mất mạng: 2 cuộc đã lưu trên máy này")).toBeVisible();
  await expect(line(page, 1)).toContainText("Chờ gửi");
  await page.context().setOffline(false);
  await expect(page.locator("[data-outbox]")).toHaveCount(0);
  await page.goto(`/outreach-sessions?from=2026-02-09&to=2026-02-09&q=${mark}`);
  await expect(rows(page)).toHaveCount(2);
});

test("a row like another asks, and is saved on its writer's word", async ({ openAs }) => {
  const mark = unique();
  const page = await openAs("ninhkieu", path, desk);
  await openGrid(page);
  await paste(
    page,
    `10/2/2026\t\tChùa ${mark}\t\ttrực tiếp\tma túy\t42\n10/2/2026\t\tChùa ${mark}\t\ttrực tiếp\tma túy\t43`,
  );
  await save(page).click();
  await expect(page.getByRole("status").filter({ hasText: "1 dòng có thể trùng" })).toContainText(
    "Đã lưu 1 cuộc",
  );
  await expect(line(page, 2).getByRole("link", { name: `Chùa ${mark}` })).toBeVisible();
  await line(page, 2).getByRole("button", { name: "Vẫn lưu" }).click();
  await expect(grid(page).getByText("Đã lưu", { exact: true })).toHaveCount(2);
});

test("undoes a paste, leaves by Escape, and never acts while an input method composes", async ({
  openAs,
}) => {
  const page = await openAs("ninhkieu", path, desk);
  await openGrid(page);
  await paste(page, "11/2/2026\t\tA\n12/2/2026\t\tB");
  await expect(line(page, 2)).toContainText("12/02/2026");
  await page.keyboard.press("Control+z");
  await expect(line(page, 2)).not.toContainText("12/02/2026");
  const place = page.getByRole("textbox", { name: "Địa điểm, Dòng 1" });
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(place).toBeFocused();
  // Telex: Enter takes the composed word, it does not leave the cell.
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "chợ", selectionStart: 3, selectionEnd: 3 });
  await place.dispatchEvent("keydown", { key: "Enter", keyCode: 229, isComposing: true });
  await expect(place).toBeFocused();
  await client.send("Input.insertText", { text: "chợ nổi" });
  await page.keyboard.press("Enter");
  await expect(line(page, 1)).toContainText("chợ nổi");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await expect(place).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(save(page)).toBeFocused();
});

test("a phone is shown the form, without scripts too", async ({ openAs }) => {
  const page = await openAs("ninhkieu", path, phone);
  await expect(page.getByText("Bảng cần màn hình rộng hơn")).toBeVisible();
  await expect(grid(page)).toBeVisible();
  expect(await sideways(page)).toBe(0);
  const plain = await openAs("ninhkieu", path, { ...desk, javaScriptEnabled: false });
  await expect(plain.getByText("Bảng cần trình duyệt chạy được tập lệnh")).toBeVisible();
  await plain.getByRole("link", { name: "Mở biểu mẫu" }).filter({ visible: true }).click();
  await expect(plain.getByRole("heading", { level: 1 })).toHaveText("Ghi nhận cuộc tuyên truyền");
});

test("stays quick over 1,000 filled cells", async ({ openAs }) => {
  test.slow();
  const page = await openAs("ninhkieu", path, desk);
  await openGrid(page);
  const typing = async () => {
    const spans: number[] = [];
    for (let turn = 0; turn < 5; turn++)
      spans.push(
        await page.evaluate(async () => {
          const box = document.activeElement as HTMLTextAreaElement;
          const start = performance.now();
          for (let at = 0; at < 20; at++) {
            box.setRangeText("a", 0, box.value.length, "end");
            box.dispatchEvent(new InputEvent("input", { bubbles: true }));
            await new Promise(requestAnimationFrame);
          }
          return performance.now() - start;
        }),
      );
    return spans.sort((a, b) => a - b)[2] as number;
  };
  const empty = await typing();
  await page.keyboard.press("Escape");
  const row = "13/2/2026\t\tKhóm\tTên\ttrực tiếp\tma túy\t40\tThiếu tá A\tHọc sinh, sinh viên\tGhi chú";
  await paste(page, Array.from({ length: 120 }, () => row).join("\n"));
  await expect(grid(page).getByRole("row")).toHaveCount(122);
  const full = await typing();
  expect(full).toBeLessThan(2.5 * empty);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
});
