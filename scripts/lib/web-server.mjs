// Runs the web server as a process of its own, which never learns the owner's database address.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { errors } from "./errors.mjs";
import { onStop } from "./lifecycle.mjs";
import { inRoot, nextProgram, root } from "./paths.mjs";

const OWNERS_ONLY = ["DATABASE_URL", "DEMO_PASSWORD", "PGPASSWORD", "TEST_DATABASE_ADMIN_URL"];

function appEnvironment({ appUrl, authSecret, port, data, env }) {
  const own = { APP_DATABASE_URL: appUrl, AUTH_SECRET: authSecret, PORT: String(port), PORTAL_DATA: data };
  const all = { ...env, ...own, NEXT_TELEMETRY_DISABLED: "1", END_WITH_STARTER: "1" };
  for (const name of OWNERS_ONLY) delete all[name];
  return all;
}

function launch(args, options) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: appEnvironment(options),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const exited = once(child, "exit").then(([code, signal]) =>
    signal ? `signal ${signal}` : `exit code ${code}`,
  );
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await exited;
  };
  onStop(stop);
  return { child, exited, stop };
}

/**
 * Starts the production server and waits until it answers.
 * @param {{ appUrl: string, authSecret: string, port: number, data: string, env: NodeJS.ProcessEnv }} options
 */
export async function startServer(options) {
  const server = launch([inRoot("scripts/serve.mjs")], options);
  const died = server.exited.then((how) => {
    throw errors.serverStopped(how);
  });
  await Promise.race([once(server.child, "message"), died]);
  return server;
}

/** Starts the development server. */
export function startDevelopment(options) {
  return launch([nextProgram(), "dev", "--port", String(options.port)], options);
}
