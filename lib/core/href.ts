/** A path with parameters; nothing behind it when there are none. */
export function href(path: string, params: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams(
    Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return search.size ? `${path}?${search}` : path;
}
