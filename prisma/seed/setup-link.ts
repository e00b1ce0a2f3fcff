import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/** Makes the one link that creates the first administrator, good for 24 hours; earlier unused ones die. */
export async function makeSetupLink(client: pg.Client, origin: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await client.query("delete from setup_link where used_at is null");
  await client.query(
    "insert into setup_link (token_hash, expires_at) values ($1, now() + interval '24 hours')",
    [createHash("sha256").update(token).digest()],
  );
  return `${origin}/setup/${token}`;
}
