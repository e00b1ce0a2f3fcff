// More points for the models that run: a register many years on. Drawn inside the database, the same ones every time.
const BATCH = 5_000;
const DECISION = "bench";

// random() stands in the inner query, which OFFSET 0 keeps from being merged into the outer one and drawn twice.
const INSERT = `
  INSERT INTO model_point (id, model_id, unit_id, site, status, origin, decision, started_on, ended_on, end_kind, end_decision, teams, members, created_at, updated_at)
  SELECT md5('bench point ' || d.n)::uuid, d.model_id, u.ids[1 + floor(d.place * cardinality(u.ids))::int], 'Khu vực ' || d.n,
         (CASE WHEN e.ended_on IS NOT NULL THEN 'ended' WHEN d.state < 0.04 THEN 'suspended' WHEN d.state < 0.12 THEN 'consolidating' ELSE 'active' END)::point_status,
         (CASE WHEN d.origin < 0.3 THEN 'new' ELSE 'replicated' END)::point_origin, '${DECISION}', s.started_on, e.ended_on,
         CASE WHEN e.ended_on IS NOT NULL THEN (CASE WHEN d.state < 0.4 THEN 'merged' WHEN d.state < 0.8 THEN 'removed' ELSE 'finished' END)::point_end END,
         CASE WHEN e.ended_on IS NOT NULL THEN '${DECISION}' END,
         CASE WHEN d.size > 0.05 THEN 1 + floor(d.size * 4)::int END, CASE WHEN d.size > 0.08 THEN 3 + floor(d.size * 40)::int END,
         s.started_on + time '09:00', s.started_on + time '09:00'
    FROM (
      SELECT n, m.ids[1 + floor(random() * cardinality(m.ids))::int] AS model_id, random() AS day, random() AS place, random() AS state,
             random() AS origin, random() AS size, random() AS life
        FROM generate_series($1::int, $2::int) n, (SELECT array_agg(id ORDER BY id) AS ids FROM (
               SELECT DISTINCT model_id AS id FROM model_point WHERE started_on IS NOT NULL AND ended_on IS NULL AND decision <> '${DECISION}') r) m
      OFFSET 0) d
    CROSS JOIN LATERAL (SELECT current_date - 30 - floor(d.day * 3500)::int AS started_on) s
    CROSS JOIN LATERAL (SELECT CASE WHEN d.life < 0.25 AND s.started_on + 300 < current_date - 20
             THEN s.started_on + 300 + floor(d.life * 4 * (current_date - 20 - 300 - s.started_on))::int END AS ended_on) e
    JOIN (SELECT valid_to IS NOT NULL AS former, min(valid_from) AS since, array_agg(id ORDER BY id) AS ids
            FROM unit WHERE valid_to IS NULL OR valid_to = (SELECT max(valid_to) FROM unit) GROUP BY 1) u
      ON u.former = (s.started_on <= (SELECT max(valid_to) FROM unit))`;

const RATE = `
  INSERT INTO point_rating (point_id, rated_on, unit_id, grade)
  SELECT p.id, day, p.unit_id, (ARRAY['effective', 'effective', 'effective', 'average', 'poor'])[1 + floor(random() * 5)::int]
    FROM model_point p CROSS JOIN LATERAL (VALUES (DATE '2024-12-10'), ('2025-12-10'), ('2026-06-10')) d (day)
   WHERE p.decision = '${DECISION}' AND p.started_on + 90 <= day AND coalesce(p.ended_on > day, true) AND random() < 0.5`;

const settle = (client) => client.query("VACUUM (ANALYZE) model_point, point_step, point_size, point_rating");

/**
 * Adds points with their steps, sizes and ratings until the register holds `count` of them.
 * @param {import("pg").Client} client the owner, acting as the system
 */
export async function fillPoints(client, count) {
  const points = async () =>
    (await client.query("SELECT count(*)::int AS points FROM model_point")).rows[0].points;
  if ((await points()) >= count) return;
  await emptyPoints(client);
  await client.query("SELECT setseed(0.5)");
  const missing = count - (await points());
  for (let from = 1; from <= missing; from += BATCH)
    await client.query(INSERT, [from, Math.min(missing, from + BATCH - 1)]);
  await client.query(RATE);
  await settle(client);
  await client.query("UPDATE data_version SET version = version + 1 WHERE domain = 'security-models'");
}

/** Takes those points out again, so that a database that is kept measures the next time what it did before. */
export async function emptyPoints(client) {
  await client.query(
    "DELETE FROM point_rating WHERE point_id IN (SELECT id FROM model_point WHERE decision = $1)",
    [DECISION],
  );
  await client.query("DELETE FROM model_point WHERE decision = $1", [DECISION]);
  await settle(client);
  await client.query("UPDATE data_version SET version = version + 1 WHERE domain = 'security-models'");
}
