// P11: the rollups against a recomputation from every row; counts the atoms that differ.
import { step } from "../lib/console.mjs";

const SUMS = [
  "attendance",
  "quantity",
  "views",
  "vneid_guided",
  "level_two_guided",
  "online_service_guided",
  "weapons_handed_in",
  "pledges",
];
const KEPT = [
  "attendances",
  "quantity",
  "views",
  "vneid_guided",
  "level_two_guided",
  "online_service_guided",
  "weapons_handed_in",
  "pledges",
];

const channels = `
  SELECT count(*)::int AS differing FROM (
    SELECT atom, unit_id, channel, sessions, at_least, about, ${KEPT.join(", ")} FROM session_rollup_channel WHERE sessions <> 0) kept
  FULL JOIN (
    SELECT app_atom(held_on) AS atom, unit_id, channel, count(*) AS sessions, count(*) FILTER (WHERE attendance_qualifier = 'at_least') AS at_least,
           count(*) FILTER (WHERE attendance_qualifier = 'about') AS about, ${SUMS.map((column, at) => `coalesce(sum(${column}), 0) AS ${KEPT[at]}`).join(", ")}
      FROM outreach_session WHERE deleted_at IS NULL GROUP BY 1, 2, 3) counted USING (atom, unit_id, channel)
  WHERE (${["sessions", "at_least", "about", ...KEPT].map((column) => `kept.${column}`).join(", ")})
    IS DISTINCT FROM (${["sessions", "at_least", "about", ...KEPT].map((column) => `counted.${column}`).join(", ")})`;

const tags = `
  SELECT count(*)::int AS differing FROM (
    SELECT atom, unit_id, tag, code, sessions, attendances, at_least, about FROM session_rollup_tag WHERE sessions <> 0) kept
  FULL JOIN (
    SELECT app_atom(held_on) AS atom, t.of_unit AS unit_id, t.tag, t.code, count(*) AS sessions, coalesce(sum(attendance), 0) AS attendances,
           count(*) FILTER (WHERE attendance_qualifier = 'at_least') AS at_least, count(*) FILTER (WHERE attendance_qualifier = 'about') AS about
      FROM outreach_session s CROSS JOIN LATERAL app_session_tags(s.unit_id, s.topics, s.audiences, s.languages, s.co_unit_ids) t
     WHERE deleted_at IS NULL AND app_is_gathering(channel) GROUP BY 1, 2, 3, 4) counted USING (atom, unit_id, tag, code)
  WHERE (kept.sessions, kept.attendances, kept.at_least, kept.about)
    IS DISTINCT FROM (counted.sessions, counted.attendances, counted.at_least, counted.about)`;

export async function measureDrift(owner) {
  return step("Rollups against a recomputation", async () => {
    const differing = [];
    for (const statement of [channels, tags])
      differing.push((await owner.query(statement)).rows[0].differing);
    const { rows } = await owner.query(`
      SELECT (SELECT count(*)::int FROM outreach_session) AS sessions, (SELECT count(*)::int FROM session_rollup_channel) AS atoms,
             (SELECT count(*)::int FROM session_rollup_tag) AS topics, (SELECT count(*)::int FROM model_point) AS points,
             (SELECT count(*)::int FROM security_model) AS models, (SELECT count(*)::int FROM award) AS awards,
             pg_database_size(current_database())::float8 AS bytes`);
    return { differing: differing[0] + differing[1], ...rows[0] };
  });
}
