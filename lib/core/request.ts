import { cookies, headers } from "next/headers";
import { AppError } from "./errors";
import { isLocale, type Locale } from "./locale";
import { isSameOrigin } from "./same-origin";

/** The reader's language: their choice, else Vietnamese. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get("locale")?.value;
  return isLocale(chosen) ? chosen : "vi";
}

/**
 * Refuses a write that does not come from a page of this portal: `Origin` must be there and be ours,
 * or the browser must say that the request is same-origin (S24).
 */
export async function requireSameOrigin() {
  if (!isSameOrigin(await headers())) throw new AppError("origin");
}

/** True while a page is rendered as the answer to a form posted without scripts, which only a refused one is. */
export async function isScriptlessPost(): Promise<boolean> {
  const sent = await headers();
  return sent.get("x-portal-method") === "POST" && !sent.has("next-action");
}
