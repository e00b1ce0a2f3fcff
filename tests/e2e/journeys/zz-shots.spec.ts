import { mkdirSync } from "node:fs";
import { desk, phone, test } from "../as";

const dir = "/tmp/shots/points";
mkdirSync(dir, { recursive: true });
test("shots", async ({ openAs }) => {
  test.setTimeout(240_000);
  const city = await openAs("canbo", "/security-models?q=sang+xanh");
  const ids = await city.locator("main tbody a").first().getAttribute("href");
  await city.goto(ids ?? "");
  const points = await city
    .locator('main a[href^="/security-models/points/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
  let rich = points[0] ?? "";
  for (const point of points.slice(0, 25)) {
    await city.goto(point);
    const steps = await city.locator("main section ol li").count();
    const table = await city.locator("main table tbody tr").count();
    if (steps >= 4 && table >= 2) {
      rich = point;
      break;
    }
  }
  await city.goto(points[0] ?? "");
  const kinds = ["suspend", "merge", "recognize"];
  for (const [size, options] of Object.entries({ phone, desk: { viewport: desk.viewport } }))
    for (const scheme of ["light", "dark"] as const) {
      const page = await openAs("canbo", rich, { ...options, colorScheme: scheme });
      await page.screenshot({ path: `${dir}/point-${size}-${scheme}.png`, fullPage: true });
      const menu = page.locator('[popovertarget="steps"]');
      if (await menu.count()) {
        await menu.click();
        await page.screenshot({ path: `${dir}/menu-${size}-${scheme}.png` });
      }
      if (scheme === "dark") continue;
      await page.evaluate(() => {
        for (const d of document.querySelectorAll("main details")) (d as HTMLDetailsElement).open = true;
      });
      await page.screenshot({ path: `${dir}/open-${size}.png`, fullPage: true });
      for (const kind of kinds) {
        await page.goto(`${rich}/steps/${kind}?reason=Kh%C3%B4ng+c%C3%B2n`);
        await page.screenshot({ path: `${dir}/step-${kind}-${size}.png`, fullPage: true });
      }
      await page.goto("/security-models/points/new");
      await page.screenshot({ path: `${dir}/new-${size}.png`, fullPage: true });
      await page.goto(`${rich}/edit`);
      await page.screenshot({ path: `${dir}/edit-${size}.png`, fullPage: true });
    }
  const ward = await openAs("phuloi", "/security-models", phone);
  const model = await ward.locator("main tbody a").first().getAttribute("href");
  await ward.goto(model ?? "");
  const own = await ward.locator('main a[href^="/security-models/points/"]').first().getAttribute("href");
  await ward.goto(own ?? "");
  await ward.screenshot({ path: `${dir}/ward-phone.png`, fullPage: true });
});
