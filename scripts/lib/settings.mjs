// What the environment asks for, checked before any work begins.
import { errors } from "./errors.mjs";
import { dataFolder } from "./paths.mjs";
import { portFrom } from "./preflight.mjs";
import { checkSecrets } from "./secrets.mjs";

export function readSettings(env = process.env) {
  const data = env.PORTAL_DATA || (env.DATABASE_URL ? "empty" : "demo");
  if (data !== "demo" && data !== "empty") throw errors.dataInvalid(data);
  checkSecrets(env);
  const port = portFrom(env);
  return {
    data,
    port,
    origin: `http://localhost:${port}`,
    folder: dataFolder(env),
    databaseUrl: env.DATABASE_URL,
    env,
  };
}
