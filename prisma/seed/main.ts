import type pg from "pg";
import { inTransaction, withSystemConnection } from "./database";
import { loadDemo } from "./demo/load";
import { type SeedEnvironment, seedEnvironment } from "./environment";
import { loadReference } from "./reference/load";
import { makeSetupLink } from "./setup-link";

async function seed({ databaseUrl, data, demoPassword, origin, day }: SeedEnvironment): Promise<void> {
  await withSystemConnection(databaseUrl, async (client) => {
    const written = await inTransaction(client, () => loadReference(client));
    console.log(written > 0 ? `Reference data: ${written} rows written` : "Reference data: up to date");

    await inTransaction(client, async () => {
      if (await hasUsers(client)) return;
      if (data === "empty") {
        console.log(`FIRST_ADMIN_LINK ${await makeSetupLink(client, origin)}`);
        return;
      }
      if (!demoPassword) throw new Error("DEMO_PASSWORD is missing: set the password of the demo accounts");
      const counts = await loadDemo(client, day, demoPassword);
      console.log(
        `Demo data up to ${day}: ${Object.entries(counts)
          .map(([table, count]) => `${table} ${count}`)
          .join(", ")}`,
      );
    });
  });
}

async function hasUsers(client: pg.Client): Promise<boolean> {
  return (await client.query("select from app_user limit 1")).rowCount === 1;
}

try {
  await seed(seedEnvironment());
} catch (error) {
  console.error(`Seeding failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
