// `npm start` and `npm run dev`, step by step.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildIfStale, generateIfStale } from "./build.mjs";
import { say } from "./console.mjs";
import { openDatabase, prepareDatabase } from "./database.mjs";
import { errors } from "./errors.mjs";
import { fail, isStopping } from "./lifecycle.mjs";
import { lockFolder } from "./lock.mjs";
import { installPackages } from "./packages.mjs";
import { inRoot, root } from "./paths.mjs";
import { makeFolder, requireFreePort, requireSpace } from "./preflight.mjs";
import { authSecret } from "./secrets.mjs";
import { readSettings } from "./settings.mjs";
import { startDevelopment, startServer } from "./web-server.mjs";

const DEMO_ACCOUNTS = "quantri, lanhdao, canbo, phuloi, chihuy.phuloi, ninhkieu";
/** In megabytes: for packages, for a build and a filled database, for a start with nothing to do. */
const SPACE = { install: 2000, first: 500, later: 50 };

function neededSpace({ folder, databaseUrl }) {
  if (!existsSync(inRoot("node_modules"))) return SPACE.install;
  const isFirst = !databaseUrl && !existsSync(join(folder, "postgres"));
  return isFirst || !existsSync(inRoot(".next/BUILD_ID")) ? SPACE.first : SPACE.later;
}

/** Everything that can be refused at once is refused before any work begins. */
export async function occupyFolder(settings) {
  await makeFolder(settings.folder);
  await lockFolder(settings.folder);
  for (const folder of [settings.folder, root]) await requireSpace(folder, neededSpace(settings));
}

function explainSignIn({ data, origin }, { password, link }) {
  say(`Ready: ${origin}`);
  if (link) console.log(`Make the first administrator here, once, within 24 hours: ${link}`);
  if (data === "demo") {
    console.log(`Sign in as one of: ${DEMO_ACCOUNTS}`);
    console.log(`Password: ${password ?? "the one chosen when the demo data was loaded"}`);
  }
  console.log("Stop with Ctrl-C.\n");
}

async function prepare(settings) {
  const database = await openDatabase(settings);
  const prepared = await prepareDatabase(settings, database.url);
  return { ...prepared, lost: database.lost };
}

export async function startPortal({ development }) {
  const settings = readSettings();
  await occupyFolder(settings);
  await requireFreePort(settings.port);
  await installPackages();
  await generateIfStale();
  const [prepared] = await Promise.all([prepare(settings), development ? undefined : buildIfStale()]);
  prepared.lost.then(fail);

  say("Starting the web server");
  const options = {
    ...settings,
    appUrl: prepared.appUrl,
    authSecret: await authSecret(settings.folder, settings.env),
  };
  const server = development ? startDevelopment(options) : await startServer(options);
  server.exited.then((how) => {
    if (!isStopping()) fail(errors.serverStopped(how));
  });
  explainSignIn(settings, prepared);
}
