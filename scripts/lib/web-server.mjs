// Runs the web server as a process of its own, which never learns the owner's database address.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appEnvironment } from "./app-environment.mjs";
import { errors } from "./errors.mjs";
import { onStop } from "./lifecycle.mjs";
import { inRoot, nextProgram, root } from "./paths.mjs";

function serverEnvironment({ appUrl, authSecret, port, data, env }) {
  return appEnvironment(env, {
    APP_DATABASE_URL: appUrl,
    AUTH_SECRET: authSecret,
    PORT: String(port),
    PORTAL_DATA: data,
    END_WITH_STARTER: "1",
  });
}

function launch(args, options) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: serverEnvironment(options),
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
