import type { Scope } from "./access";
import { today } from "./days";
import type { Tx } from "./db";
import { sql } from "./sql";

/** What a write can change; results kept for reading hang on the versions of these. */
export type Domain =
  | "units"
  | "users"
  | "outreach-sessions"
  | "security-models"
  | "awards"
  | "rural-standard"
  | "safety-standard";

/** Raises a domain's version; the last statement of a write, so that its row is held as briefly as can be. */
export async function raiseVersion(tx: Tx, domain: Domain) {
  await tx.$executeRaw(sql`UPDATE data_version SET version = version + 1 WHERE domain = ${domain}`);
}

const kept = new Map<string, { stamp: string; result: unknown }>();
const most = 1_500;

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
  const versions = await versionsIn(tx);
  // What a figure is told by are units, and which those are changes by a decision or at midnight, when one takes effect.
  const stamp = `${today()} ${["units" as Domain, ...domains].map((domain) => versions.get(domain)).join(".")}`;
  const place = `${domains.join()}|${scope.reach === "all" ? "*" : scope.reach.join()}|${key}`;
  const known = kept.get(place);
  if (known?.stamp === stamp) return known.result as T;
  const result = await compute();
  // What an older version gave is of no use to anybody: it makes room for the new one.
  kept.delete(place);
  if (kept.size >= most) kept.delete(kept.keys().next().value as string);
  kept.set(place, { stamp, result });
  return result;
}

const seen = new WeakMap<Tx, Map<string, bigint>>();

/** Every domain's version, read once a transaction. */
async function versionsIn(tx: Tx): Promise<Map<string, bigint>> {
  const known = seen.get(tx);
  if (known) return known;
  const rows = await tx.$queryRaw<{ domain: string; version: bigint }[]>(
    sql`SELECT domain, version FROM data_version`,
  );
  const versions = new Map(rows.map(({ domain, version }) => [domain, version]));
  seen.set(tx, versions);
  return versions;
}
