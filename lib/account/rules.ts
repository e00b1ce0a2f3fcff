/** Where to go after signing in: a path of this portal, or "/" for anything that could lead elsewhere. */
export function safePath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || !next.isWellFormed()) return "/";
  // Browsers read "/\host" and "/<tab>/host" as another host: the address is judged as they read it.
  const base = "http://portal.invalid";
  if (!URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  const own =
    url.origin === base &&
    !url.pathname.startsWith("//") &&
    !/^\/(sign-in|setup|api)(\/|$)/.test(url.pathname);
  return own ? url.pathname + url.search : "/";
}
