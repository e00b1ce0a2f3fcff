import { desk, phone, test } from "../as";
import { ready } from "../page";

for (const scheme of ["light", "dark"] as const)
  for (const [size, options] of [
    ["390", phone],
    ["1440", desk],
  ] as const)
    test(`shots ${scheme} ${size}`, async ({ openAs }) => {
      test.slow();
      const page = await openAs("canbo", "/units/31510/areas", { ...options, colorScheme: scheme });
      const shot = (name: string) =>
        page.screenshot({ path: `/tmp/shots/areas/${name}-${size}-${scheme}.png`, fullPage: true });
      await shot("list");
      await page.goto("/units/31168/areas?state=all");
      await shot("list-former");
      await page.getByRole("main").locator("table tbody a").last().click();
      await page.waitForURL(/units\/areas\//);
      await ready(page);
      await page
        .getByText("Kết thúc khu dân cư")
        .click()
        .catch(() => undefined);
      await shot("record");
      await page.goto("/units/31510/areas/new");
      await shot("new");
      await page.goto("/units/areas/import");
      await ready(page);
      await page
        .getByLabel("Danh sách", { exact: true })
        .fill(
          "Đơn vị\tTên\tSố hộ\tTừ ngày\nNgã Bảy\tKhóm Thử 1\t310\t\nPhường 1\tKhóm Thử 2\t250\t1/3/2025\nThị trấn Kế Sách\tẤp Thử\t\t\nPhú Lợi\tKhóm 1\t\t\nPhú Lợi\tMỹ Phước\tnhiều\t",
        );
      await page.getByRole("button", { name: "Đọc danh sách" }).click();
      await page.locator("main tr[data-line='2']").waitFor();
      await shot("import");
      if (size === "1440") {
        await page.goto("/outreach-sessions/grid");
        await page.getByRole("grid").waitFor();
        await page.locator("[role=grid] tbody tr").first().locator("td").first().click();
        await page.evaluate(() => {
          const data = new DataTransfer();
          data.setData(
            "text/plain",
            "Ngày\tĐơn vị\tNơi tổ chức\n1/3/2025\tPhường 1\tChợ\n11/8/2025\tBùi Hữu Nghĩa\tChợ",
          );
          document.activeElement?.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
          );
        });
        await page.getByText("Tên đơn vị mơ hồ").waitFor();
        await shot("grid");
        await page.getByRole("button", { name: "Phường 1 (Thị xã Ngã Năm)" }).click();
        await page.getByText("Tên đơn vị mơ hồ").waitFor({ state: "detached" });
      }
    });
