import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from "@playwright/test";

// A slow machine with two workers answers late; a wrong page stays wrong.
export const expect = base.expect.configure({ timeout: 15_000 });

/** The demonstration's accounts. */
export type Account = "quantri" | "lanhdao" | "canbo" | "phuloi" | "chihuy.phuloi" | "ninhkieu";

export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const desk = { viewport: { width: 1440, height: 900 } };

type OpenAs = (account: Account, path?: string, options?: BrowserContextOptions) => Promise<Page>;

/** One signed-in session per account and worker: the door itself has its own tests. */
const doors = new Map<Account, Awaited<ReturnType<BrowserContext["storageState"]>>>();

export const test = base.extend<{ openAs: OpenAs }>({
  viewport: desk.viewport,
  actionTimeout: 20_000,
  /** A browser of somebody who is signed in, on a page; each call is another browser. */
  openAs: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (account, path = "/", options = {}) => {
      const context = await browser.newContext({ ...options, storageState: doors.get(account) });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(path);
      // Another test may have ended this session: then the door stands where the page should.
      if (atTheDoor(page)) {
        await signIn(page, account, demoPassword());
        doors.set(account, await context.storageState());
      }
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

/** Types name and password at the door and goes through it. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  if (!atTheDoor(page)) await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

const atTheDoor = (page: Page) => new URL(page.url()).pathname === "/sign-in";

function demoPassword(): string {
  const password = process.env.DEMO_PASSWORD;
  if (!password)
    throw new Error("DEMO_PASSWORD is missing: run `npm test`, or `node scripts/test.mjs --serve`");
  return password;
}
