import type { Page } from "@playwright/test";
import { type Account, expect, test } from "../as";
import { sideways } from "../page";

/** Codes and slips of the pen that no reader should meet. */
const raw =
  /\b[a-z]+(_[a-z]+)+\b|\b[a-z]+(-[a-z]+)*\.(list|read|create|update|delete|revoke|end|recognize)\b|\bundefined\b|\bnull\b|\bNaN\b|\[object|Invalid Date/;

const everyone = [
  "/",
  "/outreach-sessions",
  "/security-models",
  "/security-models/points",
  "/awards",
  "/rural-standard",
  "/safety-standard",
  "/units",
];
const lists = everyone.slice(1);
const maps = [
  "/map",
  "/map?figure=standard-share&classes=equal&count=6",
  "/map?figure=attendances&as=bubbles",
  "/map?figure=members&boundary=historical&asOf=2025-06-30",
  "/map?figure=density&classes=manual&breaks=500;1.000",
];
const evaluations = ["/security-models/evaluations"];
const rural = [
  "/rural-standard/progress",
  "/rural-standard/progress?group=district",
  "/rural-standard/criteria",
  "/rural-standard/urban",
  "/rural-standard/urban/31510",
];
const own = ["/account", "/account/password"];
const totals = ["/outreach-sessions/totals", "/outreach-sessions/totals?period=2008-03"];
const replication = ["/security-models/replication", "/security-models/replication?view=models"];
const movement = [
  "/security-models/movement?period=2025&measure=members&group=field",
  "/security-models/movement/rows?period=2025&measure=members&column=new&group=principle&value=self_management",
  "/security-models/movement/rows?period=2025&measure=models&column=merged",
  "/security-models/radar",
];
const former = [
  "/outreach-sessions/totals?boundary=historical",
  "/?boundary=historical",
  "/rural-standard?view=exclusive",
  "/rural-standard?base=current",
  "/rural-standard/progress?group=unit",
  "/rural-standard/progress?base=current",
  "/rural-standard/criteria?set=2021-2025",
  "/safety-standard?boundary=historical&year=2024",
  "/units?state=former",
  "/units?asOf=2025-05-15&type=township",
  "/units/31120?boundary=historical",
  "/units/31178@2025-06-30?asOf=2025-09-01",
  "/units/31510?asOf=1970-01-01",
  "/units/31510?asOf=0000-01-01",
  "/units/31510?asOf=1975-04-30",
  "/security-models?state=ended",
  "/security-models/points?status=all&sort=grade&cols=model.unit.siteKind.status.decision.coreForce.level.contactPost.lastSession",
  "/awards?state=revoked",
];

/** What an account may open: fixed pages, lists whose first record is opened too, and what may be done with it. */
const reach: Record<string, { account: Account; pages: string[]; records: string[]; acts?: string[] }> = {
  "ward officer": {
    account: "phuloi",
    pages: [
      ...everyone,
      ...totals,
      ...replication,
      ...own,
      ...evaluations,
      ...movement,
      ...maps,
      ...rural,
      "/rural-standard/31510/findings/new",
      "/outreach-sessions/new",
      "/outreach-sessions/calendar",
      "/outreach-sessions/plans/new",
      "/outreach-sessions/templates",
      "/outreach-sessions/grid",
      "/outreach-sessions/paste",
      "/security-models/points/new",
      "/security-models/readings",
      "/security-models/readings?missing=1",
      "/security-models/points/bulk?act=suspend",
      "/units/31510/areas?state=all",
      "/units/31510/areas/new",
      "/units/areas/import?unit=31510",
      "/safety-standard/31510?year=2024",
      "/safety-standard/31510/register",
      "/safety-standard/31510/propose",
      "/safety-standard/records?standing=none",
      "/safety-standard/subjects/new",
      "/units/31510?asOf=2025-05-15",
      "/units/31510/facts?kind=guard_members",
      "/units/31510/edit",
      "/no-such-page",
    ],
    records: [
      "/outreach-sessions",
      "/security-models",
      "/units",
      "/units?state=former",
      "/units/31510/areas",
    ],
    acts: ["/outreach-sessions"],
  },
  "ward chief": {
    account: "chihuy.phuloi",
    pages: ["/", "/outreach-sessions/new", "/safety-standard/31510/recognize", "/users"],
    records: ["/outreach-sessions?from=2025-01-01&to=2025-06-30&boundary=historical"],
  },
  "city officer": {
    account: "canbo",
    pages: [
      "/",
      "/outreach-sessions/new",
      "/security-models/radar",
      "/security-models/new",
      "/security-models/points/new",
      ...evaluations,
      "/security-models/evaluations/new",
      "/awards/new",
      "/rural-standard/new",
      ...rural,
      "/rural-standard/urban/new",
      "/rural-standard/criteria?set=2010-2020",
      "/units/areas/import",
      "/units/31178@2025-06-30/areas?boundary=historical&asOf=2025-06-30",
      "/safety-standard/31510?addArea=2",
      "/safety-standard/thresholds",
    ],
    records: [
      "/safety-standard/records",
      "/safety-standard/subjects",
      "/outreach-sessions",
      "/security-models",
      "/awards",
      "/rural-standard",
      "/rural-standard?level=exemplary",
    ],
    acts: ["/outreach-sessions", "/security-models", "/awards"],
  },
  leader: {
    account: "lanhdao",
    pages: [
      ...everyone,
      ...evaluations,
      ...movement,
      ...replication,
      "/outreach-sessions/calendar",
      "/security-models/readings",
      ...totals,
      ...former,
      ...own,
      ...maps,
    ],
    records: lists,
  },
  administrator: {
    account: "quantri",
    pages: [
      "/",
      ...own,
      "/users/new",
      "/policy",
      "/audit",
      "/map",
      "/map/boundaries",
      "/units/changes/new",
      ...["create", "rename", "retype", "merge", "split", "transfer", "dissolve"].map(
        (kind) => `/units/changes/new?kind=${kind}`,
      ),
    ],
    records: ["/users", "/units/changes"],
    acts: ["/users"],
  },
};

/** Looks at the page as it stands; says what is wrong with it. */
async function faults(page: Page, isLabelled = true): Promise<string[]> {
  const found: string[] = [];
  await page.locator("h1").first().waitFor();
  const words = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll("script, style")) element.remove();
    return `${document.title}\n${copy.textContent}`;
  });
  const code = raw.exec(words);
  if (code) found.push(`the code "${words.slice(Math.max(0, code.index - 20), code.index + 40)}"`);
  const titles = await page.locator("h1").count();
  if (titles !== 1) found.push(`${titles} first headings`);
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const pushed = await sideways(page);
    if (pushed > 0) found.push(`${pushed} px sideways at ${width}`);
    if (isLabelled && !(await page.getByText("Dữ liệu minh họa", { exact: true }).first().isVisible()))
      found.push(`no label of the demonstration at ${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

for (const [who, { account, pages, records, acts = [] }] of Object.entries(reach))
  test(`every page of the ${who} stands: no fault in it, no sideways scroll, no code in its words`, async ({
    openAs,
  }) => {
    test.setTimeout(180_000);
    const page = await openAs(account, "/");
    const wrong: string[] = [];
    let expectsRefusal = false;
    page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      // A page that is not there, or not for this reader, is told by the browser as an error too.
      const isRefusal = expectsRefusal && /status of 40[34]/.test(message.text());
      if (message.type() === "error" && !isRefusal) wrong.push(`${page.url()}: ${message.text()}`);
    });
    const look = async () => {
      const { pathname, search } = new URL(page.url());
      // A wrong address stands outside the frame and tells no figures.
      for (const fault of await faults(page, pathname !== "/no-such-page"))
        wrong.push(`${pathname}${search}: ${fault}`);
    };
    for (const path of pages) {
      expectsRefusal = path === "/no-such-page" || path === "/users";
      const status = (await page.goto(path))?.status() ?? 0;
      if (status !== 200 && !expectsRefusal) wrong.push(`${path}: ${status}`);
      await look();
    }
    expectsRefusal = false;
    for (const list of records) {
      await page.goto(list);
      await look();
      // The records of a unit's areas stand beside the units, since an area may move.
      const path = new URL(page.url()).pathname.replace(/^\/units\/[^/]+\/areas$/, "/units/areas");
      const record = await page.locator(`main tbody a[href^="${path}/"]`).first().getAttribute("href");
      await page.goto(record ?? "/no-record");
      await look();
      if (path === "/security-models") {
        const point = await page
          .locator('main a[href^="/security-models/points/"]')
          .first()
          .getAttribute("href");
        await page.goto(point ?? "/no-point");
        await look();
        const step = page.locator('main a[href*="/steps/"]').first();
        if ((await step.count()) > 0) {
          await page.goto((await step.getAttribute("href")) ?? "/no-step");
          await look();
          await page.goto(point ?? "/no-point");
        }
      }
      if (!acts.includes(list)) continue;
      await page.getByRole("link", { name: /^Sửa/ }).first().click();
      await page.waitForURL(/\/edit$/);
      await look();
    }
    expect(wrong).toEqual([]);
  });

test("the doors stand too: signing in, a used link", async ({ page }) => {
  await page.goto("/sign-in");
  expect(await faults(page)).toEqual([]);
  await page.goto("/setup/a-link-that-was-used");
  expect(await faults(page, false)).toEqual([]);
});
