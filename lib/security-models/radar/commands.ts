import { command } from "@/lib/core/command";
import { sql } from "@/lib/core/sql";
import { staleMonths } from "./queries";
import { radarConfigure } from "./schema";

/** Sets after how many months without a sign of life a point is reviewed, for the whole city. */
export const configureRadar = command({
  permission: "security-models.radar.configure",
  domain: "security-models",
  input: radarConfigure,
  run: async (tx, { months }) => {
    const before = await staleMonths(tx);
    await tx.$executeRaw(sql`
      INSERT INTO setting (key, value) VALUES ('stale-months', to_jsonb(${months}::int))
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
    return { result: { months }, audit: { before: { months: before }, after: { months } } };
  },
});
