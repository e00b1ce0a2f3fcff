// The bench's connection as the database's owner, which acts as the system all its life.
import pg from "pg";
import { onStop } from "../lib/lifecycle.mjs";

export async function connectOwner(url) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  onStop(() => client.end());
  await client.query("SELECT set_config('app.reach', '*', false), set_config('app.role', 'system', false)");
  return client;
}
