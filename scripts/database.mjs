// `npm run db:migrate`, `db:seed` and `db:reset`, on the embedded database or on DATABASE_URL.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { runProgram, stop } = await import("./lib/lifecycle.mjs");
const { runDatabaseCommand } = await import("./lib/database-commands.mjs");
await runProgram(async () => {
  await runDatabaseCommand(process.argv[2], process.argv.slice(3));
  await stop(0);
});
