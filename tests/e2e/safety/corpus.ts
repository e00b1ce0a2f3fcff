import { type BrowserContext, expect, type Page } from "@playwright/test";
import { type Account, as, lend } from "./as";

/* Text that would run if it were ever taken for markup (S28), and how one sees that it was not. */
export const corpus = [
  `<script>window.xss=1</script><b data-xss>`,
  `"><img src=x onerror=window.xss=1 data-xss>`,
  `'-->"></style></script><svg/onload=window.xss=1 data-xss>`,
  `</textarea></title><iframe srcdoc="<script>parent.xss=1</script>" data-xss>`,
  `<a href="javascript:window.xss=1" data-xss autofocus onfocus=window.xss=1>x</a>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=window.xss=1 data-xss>`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that must never be filled in
  "{{constructor.constructor('window.xss=1')()}}${window.xss=1}#{window.xss=1}",
  `javascript:window.xss=1//<x/onclick=window.xss=1 data-xss>`,
  `&lt;img src=x onerror=window.xss=1&gt;&#60;b data-xss&#62;`,
  `\u2028</script><script data-xss>window.xss=1</script>`,
];
/** True when a piece of the corpus became an element of the page. */
export const becameMarkup = (html: string) =>
  /<\w[^>]*\sdata-xss/.test(html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "").replace(/"[^"]*"/g, '""'));

/** For fields that take sixty characters. */
export const short = `"><img src=x onerror=window.xss=1 data-xss>`;

/** A browser that tells when something ran. */
export async function watched(context: BrowserContext, who: Account): Promise<Page> {
  await lend(context, await as(who));
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  return page;
}

export async function expectInert(page: Page, path: string, shown: string[]) {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  // What is folded away is opened, so that everything is laid out.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const seen = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>("input, textarea")];
    return {
      ran: (window as typeof window & { xss?: number }).xss,
      made: document.querySelectorAll("[data-xss]").length,
      evil: document.querySelectorAll('a[href^="javascript:"], iframe, base, [onerror], [onload], [onfocus]')
        .length,
      // biome-ignore lint/performance/useDomNodeTextContent: what is laid out and read, not what is hidden
      text: [document.body.innerText, ...boxes.map(({ value }) => value), document.title].join("\n"),
    };
  });
  expect([seen.ran, seen.made, seen.evil], path).toEqual([undefined, 0, 0]);
  const flat = (text: string) => text.replace(/\s+/g, " ").trim();
  for (const text of shown) expect(flat(seen.text), path).toContain(flat(text));
}
