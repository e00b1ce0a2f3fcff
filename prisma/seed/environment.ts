import { type Day, isDay, today } from "@/lib/core/days";

export type SeedEnvironment = {
  databaseUrl: string;
  data: "demo" | "empty";
  demoPassword: string;
  origin: string;
  /** The day of seeding: the demo's history runs up to it. */
  day: Day;
};

/** The last event that the demo must tell exactly; it cannot be seeded on an earlier day. */
const earliestDemoDay = "2025-11-26";

/** Reads the environment; every fault names the variable and what to set. */
export function seedEnvironment(env: NodeJS.ProcessEnv = process.env): SeedEnvironment {
  const data = env.PORTAL_DATA ?? "empty";
  const day = env.PORTAL_TODAY ?? today();
  if (!env.DATABASE_URL) throw new Error("DATABASE_URL is missing: set the owner's address of the database");
  if (data !== "demo" && data !== "empty") throw new Error(`PORTAL_DATA is "${data}": set demo or empty`);
  if (!isDay(day)) throw new Error(`PORTAL_TODAY is "${day}": set a day such as 2026-11-22`);
  if (data === "demo" && day < earliestDemoDay)
    throw new Error(`PORTAL_TODAY is ${day}: the demo needs ${earliestDemoDay} or later`);
  return {
    databaseUrl: env.DATABASE_URL,
    data,
    demoPassword: env.DEMO_PASSWORD ?? "",
    origin: (env.PORTAL_ORIGIN ?? "http://localhost:3000").replace(/\/+$/, ""),
    day,
  };
}
