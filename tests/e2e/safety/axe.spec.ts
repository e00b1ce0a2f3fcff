import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { pageAddresses } from "./app-folder";
import { type Account, as, lend } from "./as";
import { type Known, ownCode, records } from "./facts";

/*
 * Every page as the role that sees most of it (U6): light and dark, on a desk and on a phone, with nothing
 * serious or critical found. A page that is not listed here fails the first test.
 */
test.describe.configure({ mode: "parallel" });

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

type Stop = [who: Account | "anonymous", path: (known: Known) => string];

const stops: Record<string, Stop> = {
  "/": ["city_officer", () => "/"],
  "/sign-in": ["anonymous", () => "/sign-in"],
  "/setup/[token]": ["anonymous", () => "/setup/x"],
  "/account": ["administrator", () => "/account"],
  "/account/password": ["administrator", () => "/account/password"],
  "/outreach-sessions": ["city_officer", () => "/outreach-sessions"],
  "/outreach-sessions/totals": ["ward_officer", () => "/outreach-sessions/totals"],
  "/outreach-sessions/new": ["ward_officer", () => "/outreach-sessions/new"],
  "/field": ["anonymous", () => "/field"],
  "/outreach-sessions/grid": ["ward_officer", () => "/outreach-sessions/grid"],
  "/outreach-sessions/paste": ["ward_officer", () => "/outreach-sessions/paste"],
  "/outreach-sessions/[id]": ["city_officer", ({ session }) => `/outreach-sessions/${session.own.id}`],
  "/outreach-sessions/[id]/edit": [
    "city_officer",
    ({ session }) => `/outreach-sessions/${session.own.id}/edit`,
  ],
  "/outreach-sessions/calendar": ["ward_officer", () => "/outreach-sessions/calendar"],
  "/outreach-sessions/plans/new": ["ward_officer", () => "/outreach-sessions/plans/new"],
  "/outreach-sessions/plans/[id]": ["ward_officer", ({ plan }) => `/outreach-sessions/plans/${plan.own.id}`],
  "/outreach-sessions/plans/[id]/edit": [
    "ward_officer",
    ({ plan }) => `/outreach-sessions/plans/${plan.own.id}/edit`,
  ],
  "/outreach-sessions/templates": ["city_officer", () => "/outreach-sessions/templates"],
  "/security-models": ["city_officer", () => "/security-models"],
  "/security-models/movement": ["city_officer", () => "/security-models/movement?period=2025"],
  "/security-models/movement/rows": [
    "city_officer",
    () => "/security-models/movement/rows?period=2025&measure=teams&column=new",
  ],
  "/security-models/radar": ["city_officer", () => "/security-models/radar"],
  "/security-models/new": ["city_officer", () => "/security-models/new"],
  "/security-models/[id]": ["city_officer", ({ model }) => `/security-models/${model.own.id}`],
  "/security-models/[id]/edit": ["city_officer", ({ model }) => `/security-models/${model.own.id}/edit`],
  "/security-models/[id]/recognitions": [
    "city_officer",
    ({ model }) => `/security-models/${model.own.id}/recognitions`,
  ],
  "/security-models/[id]/recognitions/new": [
    "city_officer",
    ({ model }) => `/security-models/${model.own.id}/recognitions/new`,
  ],
  "/security-models/[id]/replication": [
    "city_officer",
    ({ model }) => `/security-models/${model.own.id}/replication`,
  ],
  "/security-models/[id]/merge": ["city_officer", ({ model }) => `/security-models/${model.own.id}/merge`],
  "/security-models/[id]/delete": ["city_officer", ({ model }) => `/security-models/${model.own.id}/delete`],
  "/security-models/replication": ["city_officer", () => "/security-models/replication"],
  "/security-models/[id]/points/new": [
    "city_officer",
    ({ model }) => `/security-models/${model.own.id}/points/new`,
  ],
  "/security-models/points": ["city_officer", () => "/security-models/points?status=all&force=womens-union"],
  "/security-models/points/bulk": [
    "city_officer",
    () => "/security-models/points/bulk?q=camera&act=consolidate",
  ],
  "/security-models/points/new": ["city_officer", () => "/security-models/points/new"],
  "/security-models/points/[pointId]": [
    "city_officer",
    ({ point }) => `/security-models/points/${point.own.id}`,
  ],
  "/security-models/points/[pointId]/edit": [
    "city_officer",
    ({ point }) => `/security-models/points/${point.own.id}/edit`,
  ],
  "/security-models/points/[pointId]/steps/[kind]": [
    "city_officer",
    ({ point }) => `/security-models/points/${point.own.id}/steps/merge`,
  ],
  "/security-models/readings": ["ward_officer", () => "/security-models/readings"],
  "/security-models/[id]/indicators": [
    "city_officer",
    ({ indicator }) => `/security-models/${indicator.modelId}/indicators`,
  ],
  "/security-models/[id]/indicators/new": [
    "city_officer",
    ({ indicator }) => `/security-models/${indicator.modelId}/indicators/new`,
  ],
  "/security-models/[id]/indicators/[indicatorId]": [
    "leader",
    ({ indicator }) => `/security-models/${indicator.modelId}/indicators/${indicator.id}`,
  ],
  "/security-models/[id]/indicators/[indicatorId]/edit": [
    "city_officer",
    ({ indicator }) => `/security-models/${indicator.modelId}/indicators/${indicator.id}/edit`,
  ],
  "/awards": ["city_officer", () => "/awards"],
  "/security-models/evaluations": ["city_officer", () => "/security-models/evaluations"],
  "/security-models/evaluations/new": ["city_officer", () => "/security-models/evaluations/new"],
  "/security-models/evaluations/[id]": [
    "city_officer",
    ({ campaign }) => `/security-models/evaluations/${campaign.own.id}`,
  ],
  "/security-models/evaluations/[id]/edit": [
    "city_officer",
    ({ campaign }) => `/security-models/evaluations/${campaign.own.id}/edit`,
  ],
  "/security-models/evaluations/[id]/points/[pointId]": [
    "city_officer",
    ({ sheet }) => `/security-models/evaluations/${sheet.own.id}`,
  ],
  "/awards/new": ["city_officer", () => "/awards/new"],
  "/awards/[id]": ["city_officer", ({ award }) => `/awards/${award.own.id}`],
  "/awards/[id]/edit": ["city_officer", ({ award }) => `/awards/${award.own.id}/edit`],
  "/rural-standard": ["city_officer", () => "/rural-standard"],
  "/rural-standard/new": ["city_officer", () => "/rural-standard/new"],
  "/rural-standard/[ref]": ["city_officer", ({ commune }) => `/rural-standard/${commune.ref}`],
  "/rural-standard/[ref]/findings/new": [
    "city_officer",
    ({ commune }) => `/rural-standard/${commune.ref}/findings/new?level=standard`,
  ],
  "/rural-standard/progress": ["city_officer", () => "/rural-standard/progress?group=district"],
  "/rural-standard/criteria": ["city_officer", () => "/rural-standard/criteria"],
  "/rural-standard/urban": ["city_officer", () => "/rural-standard/urban"],
  "/rural-standard/urban/new": ["city_officer", () => "/rural-standard/urban/new"],
  "/rural-standard/urban/[ref]": ["city_officer", () => `/rural-standard/urban/${ownCode}`],
  "/safety-standard": ["city_officer", () => "/safety-standard"],
  "/safety-standard/[ref]": ["city_officer", () => `/safety-standard/${ownCode}?addArea=1`],
  "/safety-standard/[ref]/register": ["ward_officer", () => `/safety-standard/${ownCode}/register`],
  "/safety-standard/[ref]/propose": ["ward_chief", () => `/safety-standard/${ownCode}/propose`],
  "/safety-standard/[ref]/recognize": ["ward_chief", () => `/safety-standard/${ownCode}/recognize`],
  "/safety-standard/records": ["city_officer", () => "/safety-standard/records?standing=open"],
  "/safety-standard/records/[id]": [
    "ward_chief",
    ({ safetyRecord }) => `/safety-standard/records/${safetyRecord.own.id}`,
  ],
  "/safety-standard/subjects": ["city_officer", () => "/safety-standard/subjects"],
  "/safety-standard/subjects/new": ["ward_officer", () => "/safety-standard/subjects/new"],
  "/safety-standard/subjects/[id]": [
    "ward_officer",
    ({ safetySubject }) => `/safety-standard/subjects/${safetySubject.own.id}`,
  ],
  "/safety-standard/thresholds": ["city_officer", () => "/safety-standard/thresholds"],
  "/units": ["city_officer", () => "/units"],
  "/map": ["administrator", () => "/map?figure=population&count=6"],
  "/map/boundaries": [
    "administrator",
    () => "/map/boundaries?refused=unclear-code:ma:ma_xa&field=file&source=x",
  ],
  "/map/boundaries/[id]": ["administrator", ({ boundarySet }) => `/map/boundaries/${boundarySet.id}`],
  "/units/[ref]": ["city_officer", () => `/units/${ownCode}`],
  "/units/[ref]/areas": ["city_officer", () => `/units/${ownCode}/areas?state=all`],
  "/units/[ref]/areas/new": ["city_officer", () => `/units/${ownCode}/areas/new`],
  "/units/areas/import": ["city_officer", () => "/units/areas/import"],
  "/units/areas/[id]": ["city_officer", ({ area }) => `/units/areas/${area.own.id}`],
  "/units/areas/[id]/edit": ["city_officer", ({ area }) => `/units/areas/${area.own.id}/edit`],
  "/units/changes": ["administrator", () => "/units/changes"],
  "/units/changes/new": ["administrator", () => "/units/changes/new?kind=split"],
  "/units/changes/[id]": ["administrator", ({ change }) => `/units/changes/${change.id}`],
  "/units/[ref]/facts": ["city_officer", () => `/units/${ownCode}/facts`],
  "/units/[ref]/edit": ["ward_officer", () => `/units/${ownCode}/edit`],
  "/users": ["administrator", () => "/users"],
  "/users/new": ["administrator", () => "/users/new"],
  "/users/[id]": ["administrator", ({ user }) => `/users/${user.id}`],
  "/users/[id]/edit": ["administrator", ({ user }) => `/users/${user.id}/edit`],
  "/policy": ["administrator", () => "/policy"],
  "/audit": ["administrator", () => "/audit"],
};

/** States of pages that no address of its own leads to. */
const more: Record<string, Stop> = {
  "a page that is not there": ["city_officer", () => "/outreach-sessions/nothing"],
  "a page that is refused": ["ward_officer", () => "/users"],
  "an address outside the frame": ["anonymous", () => "/nowhere/at/all"],
  "a month to be declared nil": ["ward_officer", () => "/outreach-sessions/totals?period=2008-03"],
  "a score sheet to be filled in": [
    "ward_officer",
    ({ sheet }) => `/security-models/evaluations/${sheet.own.id}?mend=1`,
  ],
  "a choice of changes of units": ["administrator", () => "/units/changes/new"],
  "a list with nothing in it": ["city_officer", () => "/outreach-sessions?q=zzzzqqqq"],
  "the exclusive ladder, at the time": [
    "city_officer",
    () => "/rural-standard?view=exclusive&boundary=historical",
  ],
};

async function opened(context: BrowserContext, [who, path]: Stop): Promise<Page> {
  if (who !== "anonymous") await lend(context, await as(who));
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await page.goto(path(await records()));
  return page;
}

/** What axe finds serious or critical, in one line each. */
async function faults(page: Page, rules?: string[], within?: string): Promise<string[]> {
  // Colours on their way from one scheme to the other are nobody's.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  );
  // Without frames to look into, the old way of running is the same and takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (within) axe.include(within);
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n")[1]}`),
    );
}

/** Light in full; in the dark the colours alone differ. */
async function expectSound(page: Page, where: string) {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await faults(page), `${where}, ${size}, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page, ["color-contrast", "link-in-text-block"]), `${where}, ${size}, dark`).toEqual(
      [],
    );
  }
}

test("every page is listed", () => {
  expect(Object.keys(stops).sort()).toEqual([...pageAddresses].sort());
});

for (const [name, stop] of [...Object.entries(stops), ...Object.entries(more)])
  test(`${name} has nothing serious`, async ({ context }) => {
    await expectSound(await opened(context, stop), name);
  });

const forms: [name: string, stop: Stop, button: string][] = [
  ["an outreach session", ["ward_officer", () => "/outreach-sessions/new"], "Lưu cuộc tuyên truyền"],
  ["a model", ["city_officer", () => "/security-models/new"], "Lưu mô hình"],
  ["an award", ["city_officer", () => "/awards/new"], "Lưu khen thưởng"],
  ["an account", ["administrator", () => "/users/new"], "Tạo tài khoản"],
  ["signing in", ["anonymous", () => "/sign-in"], "Đăng nhập"],
];
for (const [name, stop, button] of forms)
  test(`the form of ${name} has nothing serious with its errors in sight`, async ({ context }) => {
    const page = await opened(context, stop);
    await page.locator("main").getByRole("button", { name: button }).click();
    await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
    await expectSound(page, name);
  });

test("a ward's todo list and its own pages have nothing serious", async ({ context }) => {
  const page = await opened(context, ["ward_officer", () => "/"]);
  await expectSound(page, "the ward's overview");
});

/** What lies over a page is looked at alone: what it covers is nobody's to read. */
async function expectOpenSound(page: Page, where: string) {
  const open = "[popover]:popover-open, dialog[open]";
  await expect(page.locator(open).first()).toBeVisible();
  await page.emulateMedia({ colorScheme: "light" });
  expect(await faults(page, undefined, open), `${where}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await faults(page, ["color-contrast"], open), `${where}, dark`).toEqual([]);
}

test("the account menu and the sheets of a phone have nothing serious", async ({ context }) => {
  const page = await opened(context, ["city_officer", () => "/outreach-sessions"]);
  await page.setViewportSize(sizes.desk);
  await page.getByRole("button", { name: /^Tài khoản: / }).click();
  await expectOpenSound(page, "the account menu");
  await page.keyboard.press("Escape");
  await page.setViewportSize(sizes.phone);
  await page.getByRole("button", { name: "Bộ lọc" }).click();
  await expectOpenSound(page, "the sheet of filters");
});

test("every popover of the overview and of a point has nothing serious", async ({ context }) => {
  for (const path of ["/", `/security-models/points/${(await records()).point.own.id}`])
    await expectPopoversSound(await opened(context, ["city_officer", () => path]));
});

async function expectPopoversSound(page: Page) {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const openers = page.locator("[popovertarget]:visible");
    const ids = await openers.evaluateAll((buttons) => [
      ...new Set(buttons.map((button) => button.getAttribute("popovertarget") ?? "")),
    ]);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids.slice(0, 4)) {
      await page.evaluate((name) => document.getElementById(name)?.showPopover(), id);
      await expectOpenSound(page, `${id}, ${size}`);
      await page.evaluate((name) => document.getElementById(name)?.hidePopover(), id);
    }
  }
}

test("what is folded away has nothing serious once it is opened", async ({ context }) => {
  const known = await records();
  const city: Stop[] = [
    ["city_officer", () => `/outreach-sessions/${known.session.own.id}`],
    ["city_officer", () => `/security-models/points/${known.point.own.id}`],
    ["city_officer", () => `/awards/${known.award.own.id}`],
  ];
  for (const stop of city) {
    const page = await opened(context, stop);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expectSound(page, stop[1](known));
    await page.close();
  }
});
