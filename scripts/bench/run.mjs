// The bench from its first step to its tables.
import { randomBytes } from "node:crypto";
import { loadavg } from "node:os";
import { join } from "node:path";
import { buildIfStale, generateIfStale } from "../lib/build.mjs";
import { say, step } from "../lib/console.mjs";
import { fail } from "../lib/lifecycle.mjs";
import { lockFolder } from "../lib/lock.mjs";
import { installPackages } from "../lib/packages.mjs";
import { inRoot } from "../lib/paths.mjs";
import { makeFolder, requireSpace } from "../lib/preflight.mjs";
import { buildBareApp } from "./bare-app.mjs";
import { measureDashboard, measureMap } from "./dashboard.mjs";
import { openBenchDatabase } from "./database.mjs";
import { measureDrift } from "./drift.mjs";
import { measureField } from "./field.mjs";
import { measureList } from "./list-page.mjs";
import { measurePages } from "./pages.mjs";
import { measurePaste } from "./paste.mjs";
import { startPortalServer } from "./portal-server.mjs";
import { residentBytes } from "./process-use.mjs";
import { measureRegistry } from "./registry.mjs";
import { report } from "./report.mjs";
import { measureSync } from "./sync.mjs";
import { signedIn } from "./users.mjs";
import { measureCommands, measureForms } from "./writes.mjs";

const FOLDER = inRoot(".data/bench");
const MEGABYTES_EMPTY = 700;
const BYTES_PER_ROW = 1_200;

const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());

async function occupy(rows) {
  await makeFolder(inRoot(".data"));
  await makeFolder(FOLDER);
  await lockFolder(FOLDER);
  await requireSpace(FOLDER, MEGABYTES_EMPTY + Math.ceil((rows * BYTES_PER_ROW) / 1_000_000));
}

async function measure({ database, bareFolder, authSecret, day }) {
  const { owner, appUrl, users } = database;
  const signIn = (user) => signedIn(owner, user, authSecret);
  const headers = {
    city: await signIn(users.city),
    leader: await signIn(users.leader),
    ward: await signIn(users.wards[0]),
  };
  const portal = await step("Starting the web server", () => startPortalServer({ appUrl, authSecret }));
  const pages = await measurePages({ portal, headers: headers.city });
  const list = await measureList({
    portal,
    bareFolder,
    headers: headers.city,
    path: "/outreach-sessions",
  });
  const dashboard = await measureDashboard({ portal, database, authSecret, headers, today: day });
  const map = await measureMap({ portal, database, headers });
  const commands = await measureCommands({ owner, appUrl, users, authSecret, today: day });
  const forms = await measureForms({ portal, owner, users, today: day, signIn });
  const sync = await measureSync({ portal, owner, users, today: day, signIn });
  const field = await measureField({ portal, headers: headers.ward });
  const registry = await measureRegistry({ portal, owner, bareFolder, headers: headers.city, today: day });
  const resident = residentBytes(portal.pid);
  await portal.stop();
  return {
    pages,
    list,
    dashboard,
    map,
    writes: { commands, forms, sync },
    field,
    registry,
    paste: await measurePaste(day),
    resident,
    drift: await measureDrift(owner),
  };
}

/** @param {{ rows: number, keep: boolean }} options */
export async function runBench({ rows, keep }) {
  const day = today();
  const [busyBefore] = loadavg();
  const bareFolder = join(FOLDER, "bare");
  await occupy(rows);
  await installPackages();
  await generateIfStale();
  await buildIfStale();
  await buildBareApp(bareFolder);
  const database = await openBenchDatabase({ folder: FOLDER, rows, keep, today: day });
  database.lost.then(fail);
  const authSecret = randomBytes(32).toString("hex");
  const results = await measure({ database, bareFolder, authSecret, day });
  say("Done");
  console.log(report({ ...results, busyBefore, rows, today: day, fillSeconds: database.fillSeconds }));
}
