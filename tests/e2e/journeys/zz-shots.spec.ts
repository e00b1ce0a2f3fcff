import { desk, phone, test } from "../as";

test("shots", async ({ openAs }) => {
  test.setTimeout(400_000);
  for (const [size, options] of [
    ["390", phone],
    ["1440", desk],
  ] as const)
    for (const scheme of ["light", "dark"] as const) {
      const page = await openAs("canbo", "/security-models?q=su%20sai", { ...options, colorScheme: scheme });
      const sai = await page.locator('main tbody a[href^="/security-models/"]').first().getAttribute("href");
      await page.goto("/security-models?q=camera%20an%20ninh");
      const cam = await page.locator('main tbody a[href^="/security-models/"]').first().getAttribute("href");
      const s = sai?.split("?")[0],
        c = cam?.split("?")[0];
      for (const [name, path] of [
        ["tree", `${s}/replication`],
        ["tree-cam", `${c}/replication`],
        ["recog", `${s}/recognitions`],
        ["recog-new", `${s}/recognitions/new`],
        ["merge", `${s}/merge`],
        ["delete", `${s}/delete`],
        ["gaps", "/security-models/replication"],
        ["gaps-religion", "/security-models/replication?field=religion"],
        ["gaps-models", "/security-models/replication?view=models"],
        ["gaps-unit", "/security-models/replication?view=models&unit=31510"],
      ] as const) {
        await page.goto(path);
        await page.waitForTimeout(300);
        await page.screenshot({
          path: `/tmp/shots/replication/${name}-${size}-${scheme}.png`,
          fullPage: name !== "tree-cam",
        });
      }
      await page.close();
    }
});
