import { ask } from "./db";
import { sql } from "./sql";

let demo: boolean | undefined;

/** True when this database was filled with the demonstration; it cannot become real, so the answer is kept. */
export async function isDemo(): Promise<boolean> {
  if (demo !== true) demo = (await ask<unknown>(sql`SELECT FROM setting WHERE key = 'demo'`)).length > 0;
  return demo;
}
