// The list of points (P1), and all of them as a workbook (P10).
import { step } from "../lib/console.mjs";
import { getPage, timesOf } from "./http.mjs";
import { measureList } from "./list-page.mjs";
import { residentBytes } from "./process-use.mjs";
import { quantile } from "./statistics.mjs";

const TIMES = 20;
const EVERY_MILLISECONDS = 50;
const PATH = "/security-models/points";
const EVERYTHING =
  "status=all&cols=model.unit.siteKind.address.status.startedOn.decision.coreForce.teams.members.grade.level.budgetFunding.socialFunding.contactPost.lastSession";

/** The list when its totals must be counted anew. */
async function afterWrites({ portal, owner, headers }) {
  const before = () =>
    owner.query("UPDATE data_version SET version = version + 1 WHERE domain = 'security-models'");
  const times = await timesOf(portal.origin + PATH, headers, { times: TIMES, before });
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** The whole list as a workbook: its time and bytes, and by how much the server grew while it was written. */
async function takeOut({ portal, owner, headers }) {
  const url = `${portal.origin}/api${PATH}/export?${EVERYTHING}`;
  const begin = residentBytes(portal.pid);
  let most = begin;
  const watch = setInterval(() => {
    most = Math.max(most, residentBytes(portal.pid));
  }, EVERY_MILLISECONDS);
  const { body, ms } = await getPage(url, headers);
  clearInterval(watch);
  const { rows } = await owner.query("SELECT count(*)::int AS points FROM model_point");
  return { sheet: { ms, bytes: body.length, rows: rows[0].points }, resident: most - begin };
}

/** Of a register that is filled already. */
export async function measurePoints({ portal, owner, bareFolder, headers }) {
  const list = await measureList({ portal, bareFolder, headers, path: PATH });
  const changed = await step("The list of points after writes", () =>
    afterWrites({ portal, owner, headers }),
  );
  const taken = await step("All points as a workbook", () => takeOut({ portal, owner, headers }));
  return { list, changed, ...taken };
}
