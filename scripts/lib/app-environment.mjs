// What the application may know: everything but how its owner signs in to the database.
const OWNERS_ONLY = ["DATABASE_URL", "DEMO_PASSWORD", "PGPASSWORD", "TEST_DATABASE_ADMIN_URL"];

export function appEnvironment(env, own = {}) {
  const all = { ...env, ...own, NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of OWNERS_ONLY) delete all[name];
  return all;
}
