// What one request makes Postgres do: its statements and their plans, read from the server's own log. They
// are logged only for a second web server that runs for this alone, so that no measured request pays for it.
import { open, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { getPage } from "./http.mjs";
import { startPortalServer } from "./portal-server.mjs";

const SETTINGS = {
  session_preload_libraries: "auto_explain",
  log_statement: "all",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_timing": "off",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_format": "json",
};
const TRANSACTION = /^(BEGIN|COMMIT|ROLLBACK|DEALLOCATE)\b/i;

async function logFrom(owner, appUrl) {
  const role = owner.escapeIdentifier(decodeURIComponent(new URL(appUrl).username));
  await owner.query("LOAD 'auto_explain'");
  for (const [name, value] of Object.entries(SETTINGS))
    await owner.query(`ALTER ROLE ${role} SET ${name} = '${value}'`);
  return async () => {
    for (const name of Object.keys(SETTINGS)) await owner.query(`ALTER ROLE ${role} RESET ${name}`);
  };
}

/** The log's entries; Postgres starts each with its time, and the lines that follow with a tab. */
async function entriesSince(logFile, from) {
  await sleep(300);
  const file = await open(logFile);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    return buffer.toString().split(/^(?=\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\])/m);
  } finally {
    await file.close();
  }
}

const statementOf = (entry) => entry.match(/LOG: {2}(?:statement|execute [^:]*): ([\s\S]*)/)?.[1]?.trim();
const planOf = (entry) => entry.match(/LOG: {2}duration: [\d.]+ ms {2}plan:\s*(\{[\s\S]*\})/)?.[1];

function nodesOf(node) {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Scans of a table that were carried out, with the rows each one read. */
function scansOf(plans, table) {
  const nodes = plans.flatMap((plan) => nodesOf(plan.Plan));
  const scans = nodes.filter((node) => node["Relation Name"] === table && node["Actual Loops"] > 0);
  return scans.map((node) => ({
    node: node["Node Type"],
    rows: (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
  }));
}

function digest(entries) {
  const statements = entries.map(statementOf).filter(Boolean);
  const plans = entries
    .map(planOf)
    .filter(Boolean)
    .map((text) => JSON.parse(text));
  return {
    statements: statements.filter((text) => !TRANSACTION.test(text)),
    transactions: statements.filter((text) => TRANSACTION.test(text)).length,
    plans,
    baseScans: scansOf(plans, "outreach_session"),
  };
}

/**
 * @param {{ path: string, headers: object, before?: () => Promise<unknown> }[]} visits each is made twice, and the second one read
 * @returns {Promise<{ statements: string[], transactions: number, plans: object[], baseScans: { node: string, rows: number }[] }[]>}
 */
export async function inspect({ owner, appUrl, authSecret, logFile }, visits) {
  const quiet = await logFrom(owner, appUrl);
  const server = await startPortalServer({ appUrl, authSecret });
  try {
    const found = [];
    for (const { path, headers, before = async () => {} } of visits) {
      await getPage(server.origin + path, headers);
      await before();
      const { size } = await stat(logFile);
      await getPage(server.origin + path, headers);
      found.push(digest(await entriesSince(logFile, size)));
    }
    return found;
  } finally {
    await server.stop();
    await quiet();
  }
}
