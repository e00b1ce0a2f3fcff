// Loads reference and demo data by prisma/seed/main.ts, when there is a reason to.
import { existsSync } from "node:fs";
import { step } from "./console.mjs";
import { errors, tellsDiskFull } from "./errors.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";
import { reason, run } from "./run.mjs";

const PROGRAM = "prisma/seed/main.ts";
const LINK = "FIRST_ADMIN_LINK ";

export function seedFingerprint() {
  return fingerprint(["prisma/data", "prisma/seed"]);
}

/** The table is under row-level security, also for its owner: only the system sees everyone. */
export async function countUsers(client) {
  await client.query("SELECT set_config('app.reach', '*', false), set_config('app.role', 'system', false)");
  const { rows } = await client.query("SELECT count(*)::int AS users FROM app_user");
  return rows[0].users;
}

/**
 * @param {{ url: string, data: "demo" | "empty", demoPassword?: string, origin: string, today?: string }} options
 * @returns {Promise<string | undefined>} the link for the first administrator, if one was made
 */
export async function seed({ url, data, demoPassword, origin, today }) {
  if (!existsSync(inRoot(PROGRAM))) return undefined;
  const settings = { DATABASE_URL: url, PORTAL_DATA: data, PORTAL_ORIGIN: origin };
  if (demoPassword) settings.DEMO_PASSWORD = demoPassword;
  if (today) settings.PORTAL_TODAY = today;
  let link;
  const onLine = (line) => {
    if (line.startsWith(LINK)) link = line.slice(LINK.length).trim();
    else console.log(`           ${line}`);
  };
  await step(data === "demo" ? "Loading reference and demo data" : "Loading reference data", async () => {
    const env = { ...process.env, ...settings };
    const { code, lines } = await run(process.execPath, ["--import", "tsx", inRoot(PROGRAM)], {
      env,
      onLine,
    });
    if (code !== 0 && tellsDiskFull(lines.join("\n"))) throw errors.diskFull("the database");
    if (code !== 0) throw errors.seedFailed(reason(lines).replace(/^Seeding failed: /, ""));
  });
  return link;
}
