import type { Scope } from "./access";
import type { Tx } from "./db";
import { sql } from "./sql";

/** What a write can change; results kept for reading hang on the versions of these. */
export type Domain =
  | "units"
  | "users"
  | "outreach-sessions"
  | "security-models"
  | "awards"
  | "rural-standard";

/** Raises a domain's version; the last statement of a write, so that its row is held as briefly as can be. */
export async function raiseVersion(tx: Tx, domain: Domain) {
  await tx.$executeRaw(sql`UPDATE data_version SET version = version + 1 WHERE domain = ${domain}`);
}

const kept = new Map<string, unknown>();
const most = 500;

/**
 * The result of `compute`, kept in this process under the domains' versions, the reach and a key. Right with
 * several processes, since the versions live in the database; a writer sees its own write on the next view.
 */
export async function cached<T>(
  tx: Tx,
  scope: Scope,
  domains: readonly Domain[],
  key: string,
  compute: () => Promise<T>,
): Promise<T> {
  const versions = await tx.$queryRaw<{ stamp: string }[]>(
    sql`SELECT string_agg(version::text, '.' ORDER BY domain) AS stamp FROM data_version WHERE domain = ANY (${[...domains]})`,
  );
  const place = `${domains.join()}|${versions[0]?.stamp}|${scope.reach === "all" ? "*" : scope.reach.join()}|${key}`;
  if (kept.has(place)) return kept.get(place) as T;
  const result = await compute();
  if (kept.size >= most) kept.delete(kept.keys().next().value as string);
  kept.set(place, result);
  return result;
}
