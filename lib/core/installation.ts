import { ask } from "./db";
import { sql } from "./sql";

let demo: boolean | undefined;

/** True when this database was filled with the demonstration before the server started; the answer never changes. */
export async function isDemo(): Promise<boolean> {
  demo ??= (await ask<unknown>(sql`SELECT FROM setting WHERE key = 'demo'`)).length > 0;
  return demo;
}
