// Ends a program cleanly: whatever was started is stopped in reverse order, exactly once.
import { explained, PortalError } from "./errors.mjs";
import { dataFolder } from "./paths.mjs";

const cleanups = new Set();
let stopping;

/** Registers work for the end; the returned function takes it back. */
export function onStop(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

async function runCleanups() {
  for (const cleanup of [...cleanups].reverse()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(`While stopping: ${error.message}`);
    }
  }
}

/** Stops everything, then leaves with this exit code. */
export function stop(exitCode) {
  stopping ??= runCleanups().then(() => process.exit(exitCode));
  return stopping;
}

export function isStopping() {
  return stopping !== undefined;
}

/** Prints the one line that names the fix, and stops with exit code 1. */
export function fail(error) {
  if (isStopping()) return stopping;
  const known = explained(error, dataFolder());
  if (known instanceof PortalError) console.error(`Error: ${known.message}`);
  else console.error("Error:", known);
  return stop(1);
}

/** Runs a program's main work with clean endings for signals and errors. */
export async function runProgram(main) {
  const onSignal = () => {
    if (!isStopping()) console.log("\nStopping …");
    stop(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    await main();
  } catch (error) {
    await fail(error);
  }
}
