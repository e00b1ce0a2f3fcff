/**
 * True when a write comes from a page of this portal: `Origin` is there and ours, or, where the browser sends
 * none, `Sec-Fetch-Site` says same-origin (S24). Pages that ask for no referrer post "null" from a plain form.
 */
export function isSameOrigin(sent: Headers): boolean {
  const origin = sent.get("origin");
  if (!origin || origin === "null") return sent.get("sec-fetch-site") === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === sent.get("host");
}
