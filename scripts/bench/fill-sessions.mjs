// Outreach sessions over all units that existed on the day, ten years up to today, by the demo's distributions.
// Drawn inside the database in batches of whole days, oldest first, so that rows lie on disk as years of
// work would have left them, and the triggers keep the rollups batch by batch.
import { say } from "../lib/console.mjs";
import { portalCode } from "./code.mjs";

const YEARS = 10;
const BATCH = 50_000;
const TOPIC_SETS = 80;
const PLACES = 4;

/** The running start of each weight, 0 to 1, as width_bucket wants it. */
function starts(weights) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let at = 0;
  return weights.map((weight) => {
    const start = at / sum;
    at += weight;
    return start;
  });
}

function eachDay(today) {
  const first = new Date(`${today}T00:00:00Z`);
  first.setUTCFullYear(first.getUTCFullYear() - YEARS);
  first.setUTCDate(first.getUTCDate() + 1);
  const days = [];
  for (const day = first; days.at(-1) !== today; day.setUTCDate(day.getUTCDate() + 1))
    days.push(day.toISOString().slice(0, 10));
  return days;
}

/** Exactly as many sessions as asked, spread by weekday, season and holidays, and the batch each day falls in. */
function planDays(rows, today, dayFactor) {
  const days = eachDay(today);
  const at = [...starts(days.map(dayFactor)), 1].map((share) => Math.round(share * rows));
  return days.map((day, index) => ({
    day,
    sessions: at[index + 1] - at[index],
    batch: Math.floor(at[index] / BATCH),
  }));
}

async function makeDraws(client, { rows, today, users }) {
  const code = await portalCode();
  const { distributions: drawn } = code;
  const context = code.demoContext(today, await code.referenceUnitIds(client));
  const random = context.streams("bench");
  const days = planDays(rows, today, code.dayFactor);
  const keepers = new Map(users.wards.map((user) => [user.unitCode, user.userId]));
  const eras = [code.lastFormerDay, code.mergerDay].map((day) => context.units.on(day));
  const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, "0")}-10`);
  const places = context.units.all.flatMap((unit) =>
    drawn.channels.map(([channel]) => {
      const { median, spread } = drawn.attendance[channel] ?? drawn.quantity[channel];
      const names = Array.from({ length: PLACES }, () => code.placeOf(channel, unit, random));
      return [
        unit.id,
        channel,
        channel in drawn.attendance,
        median,
        spread,
        names,
        keepers.get(unit.homeCode),
      ];
    }),
  );
  return {
    bench_day: {
      columns: "day date, sessions int, batch int, former boolean, month int",
      rows: days.map(({ day, sessions, batch }) => [
        day,
        sessions,
        batch,
        day < code.mergerDay,
        Number(day.slice(5, 7)),
      ]),
    },
    bench_era: {
      columns: "former boolean, units int[], starts float8[]",
      rows: eras.map((units, era) => [
        era === 0,
        units.map(({ id }) => id),
        starts(units.map(({ weight }) => weight)),
      ]),
    },
    bench_topics: {
      columns: "month int, sets text[]",
      rows: months.map((day, month) => [
        month + 1,
        Array.from({ length: TOPIC_SETS }, () => code.drawTopics(day, random).join()),
      ]),
    },
    bench_channel: {
      columns: "names text[], starts float8[]",
      rows: [[drawn.channels.map(([name]) => name), starts(drawn.channels.map(([, weight]) => weight))]],
    },
    bench_place: {
      columns:
        "unit_id int, channel text, gathering boolean, median float8, spread float8, places text[], keeper uuid",
      rows: places,
    },
  };
}

async function loadDraws(client, draws) {
  for (const [name, { columns, rows }] of Object.entries(draws)) {
    await client.query(`CREATE TEMP TABLE ${name} (${columns})`);
    const fields = columns.split(", ").map((column) => column.split(" ")[0]);
    const records = rows.map((row) => Object.fromEntries(fields.map((field, index) => [field, row[index]])));
    await client.query(`INSERT INTO ${name} SELECT * FROM json_populate_recordset(NULL::${name}, $1)`, [
      JSON.stringify(records),
    ]);
    await client.query(`ANALYZE ${name}`);
  }
}

// random() stands in the inner query, which OFFSET 0 keeps from being merged into the outer one and drawn twice.
const INSERT = `
  INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, attendance_qualifier, quantity, vneid_guided,
    level_two_guided, online_service_guided, weapons_handed_in, pledges, note, created_by_id, created_at, updated_at, deleted_at, deleted_reason)
  SELECT gen_random_uuid(), s.unit_id, s.day, p.places[1 + floor(s.place * ${PLACES})::int], s.channel::channel, s.topics, a.people,
         (CASE WHEN a.people IS NULL OR s.sure > 0.04 THEN 'exact' WHEN s.sure > 0.01 THEN 'at_least' ELSE 'about' END)::qualifier,
         CASE WHEN NOT p.gathering THEN a.size END,
         CASE WHEN a.digital AND s.outcome < 0.75 THEN round(a.people * (0.15 + 0.45 * s.place)) END,
         CASE WHEN a.digital AND s.outcome < 0.6 THEN round(a.people * (0.05 + 0.25 * s.place)) END,
         CASE WHEN a.digital AND s.outcome < 0.55 THEN round(a.people * (0.05 + 0.3 * s.place)) END,
         CASE WHEN p.gathering AND 'weapons-hand-in' = ANY (s.topics) AND s.outcome < 0.4 THEN floor(s.place * 4) END,
         CASE WHEN p.gathering AND s.outcome > 0.78 THEN round(a.people * (0.3 + 0.7 * s.place)) END,
         CASE WHEN s.sure > 0.97 THEN 'Phối hợp Hội Liên hiệp Phụ nữ' END,
         p.keeper, a.recorded, a.recorded, CASE WHEN s.lost THEN a.recorded END, CASE WHEN s.lost THEN 'bench' END
    FROM (
      SELECT d.day, e.units[width_bucket(random(), e.starts)] AS unit_id, c.names[width_bucket(random(), c.starts)] AS channel,
             string_to_array(t.sets[1 + floor(random() * ${TOPIC_SETS})::int], ',') AS topics, random_normal() AS size,
             random() AS place, random() AS sure, random() AS outcome, random() < 0.005 AS lost
        FROM bench_day d JOIN bench_era e ON e.former = d.former JOIN bench_topics t ON t.month = d.month CROSS JOIN bench_channel c
        CROSS JOIN LATERAL generate_series(1, d.sessions) WHERE d.batch = $1 OFFSET 0) s
    JOIN bench_place p ON p.unit_id = s.unit_id AND p.channel = s.channel
    CROSS JOIN LATERAL (
      SELECT least(99999, greatest(1, round(p.median * exp(p.spread * s.size))))::int AS size) z
    CROSS JOIN LATERAL (
      SELECT z.size, CASE WHEN p.gathering THEN z.size END AS people, p.gathering AND 'vneid-services' = ANY (s.topics) AS digital,
             s.day + time '15:00' + s.place * interval '5 hours' AS recorded) a`;

/** @returns {Promise<number>} the seconds it took, with row checks, indexes and rollups */
export async function fillSessions(client, { rows, today, users }) {
  await loadDraws(client, await makeDraws(client, { rows, today, users }));
  await client.query("SELECT setseed(0.25)");
  const batches = (await client.query("SELECT DISTINCT batch FROM bench_day ORDER BY batch")).rows;
  const begin = performance.now();
  let told = begin;
  for (const [index, { batch }] of batches.entries()) {
    await client.query(INSERT, [batch]);
    if (performance.now() - told < 20_000) continue;
    told = performance.now();
    say(`  ${Math.round((100 * (index + 1)) / batches.length)} %`);
  }
  return (performance.now() - begin) / 1000;
}
