// P1: a list of the portal against a bare page of the same elements and bytes, in turns within one run.
import { step } from "../lib/console.mjs";
import { startBareServer } from "./bare-app.mjs";
import { countElements, treeOf } from "./html-tree.mjs";
import { getPage } from "./http.mjs";
import { CONNECTIONS, load } from "./load.mjs";
import { median } from "./statistics.mjs";

const ROUNDS = 3;
const SECONDS = 5;
const WARM_UP = 4;
const NEAR_ENOUGH = 0.02;

/** Text that makes up for a difference in bytes: React sends it once as HTML and once in the payload. */
const padded = (tree, bytes) => [
  ...tree,
  ["p", { hidden: true }, "x".repeat(Math.max(0, Math.floor(bytes / 2)))],
];

/** A bare server whose page is as long as the list's. */
async function startTwin(folder, listed) {
  const tree = treeOf(listed.toString());
  const server = await startBareServer(folder, tree);
  const { body } = await getPage(`${server.origin}/`);
  const missing = listed.length - body.length;
  const elements = countElements(tree);
  if (Math.abs(missing) <= listed.length * NEAR_ENOUGH || missing < 0)
    return { server, bytes: body.length, elements };
  await server.stop();
  const longer = await startBareServer(folder, padded(tree, missing));
  return { server: longer, bytes: (await getPage(`${longer.origin}/`)).body.length, elements };
}

/** @param {{ portal: object, bareFolder: string, headers: object, path: string }} options path: the list's */
export async function measureList({ portal, bareFolder, headers, path }) {
  const url = portal.origin + path;
  const { body } = await getPage(url, headers);
  const bare = await startTwin(bareFolder, body);
  const targets = {
    list: { url, headers, pid: portal.pid },
    bare: { url: `${bare.server.origin}/`, headers, pid: bare.server.pid },
  };
  const runs = { list: [], bare: [] };
  await step(`${path} and its bare page in turns, ${CONNECTIONS} connections`, async () => {
    for (const target of Object.values(targets)) await load({ ...target, seconds: WARM_UP });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, target] of Object.entries(targets))
        runs[name].push(await load({ ...target, seconds: SECONDS }));
    }
  });
  await bare.server.stop();
  const over = (name) =>
    Object.fromEntries(
      ["perSecond", "p95", "cpu"].map((field) => [field, median(runs[name].map((run) => run[field]))]),
    );
  return {
    list: { ...over("list"), bytes: body.length },
    bare: { ...over("bare"), bytes: bare.bytes, elements: bare.elements },
    ratio: median(runs.list.map((run, round) => run.perSecond / runs.bare[round].perSecond)),
    errors: [...runs.list, ...runs.bare].reduce((sum, run) => sum + run.errors, 0),
  };
}
