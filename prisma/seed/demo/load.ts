import type pg from "pg";
import type { Day } from "@/lib/core/days";
import { insertRows, type Row } from "../database";
import { referenceUnitIds } from "../reference/load";
import { demoAwards } from "./awards";
import { moment } from "./calendar";
import { demoContext } from "./context";
import { withDetails } from "./outreach-sessions/details";
import { demoPlans } from "./outreach-sessions/plans";
import { demoSessions } from "./outreach-sessions/sessions";
import { demoRuralRecognitions } from "./rural-standard";
import { demoIndicators } from "./security-models/indicators";
import { demoModelLives, demoModels } from "./security-models/models";
import { demoPoints } from "./security-models/points";
import { demoRatings } from "./security-models/ratings";
import { demoPasswords, demoUsers } from "./users";

/** Loads the whole demo; to be run inside a transaction, on a database without users. Says how many rows each table got. */
export async function loadDemo(
  client: pg.Client,
  day: Day,
  password: string,
): Promise<Record<string, number>> {
  const context = demoContext(day, await referenceUnitIds(client));
  const lives = demoModelLives(context);
  const { models, aliases, recognitions } = demoModels(context, lives);
  const points = demoPoints(context, lives);
  const { indicators, readings, locks } = demoIndicators(context, lives, points);
  const sessions = demoSessions(context);
  const tables = {
    app_user: demoUsers(context),
    user_password: await demoPasswords(context, password),
    security_model: models,
    model_alias: aliases,
    recognition: recognitions,
    model_point: points,
    point_rating: demoRatings(context, points),
    indicator: indicators,
    indicator_reading: readings,
    reading_lock: locks,
    rural_recognition: demoRuralRecognitions(context),
    award: demoAwards(context),
    outreach_session: sessions.map(withDetails(context)),
    session_plan: demoPlans(context, sessions),
  };
  for (const [table, rows] of Object.entries<readonly Row[]>(tables))
    await insertRows(
      client,
      table,
      rows.map((row) => recordedBy(moment(day, 0, 0), row)),
    );

  const counts = Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
  await client.query(
    "insert into setting (key, value) values ('demo', $1) on conflict (key) do update set value = excluded.value",
    [JSON.stringify({ seededOn: day })],
  );
  await client.query(
    "insert into audit_event (user_name, action, after) values ('Hệ thống', 'seed.demo', $1)",
    [JSON.stringify(counts)],
  );
  await client.query("update data_version set version = version + 1");
  return counts;
}

/** What happened on the day of seeding stands as recorded in its first minute: never ahead of the clock, and the same in every demo. */
function recordedBy(latest: string, row: Row): Row {
  const ahead = Object.entries(row).filter(
    ([key, value]) =>
      ["createdAt", "updatedAt", "recordedAt", "lockedAt"].includes(key) && String(value) > latest,
  );
  return ahead.length === 0 ? row : { ...row, ...Object.fromEntries(ahead.map(([key]) => [key, latest])) };
}
