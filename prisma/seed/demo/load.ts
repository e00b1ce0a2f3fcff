import type pg from "pg";
import type { Day } from "@/lib/core/days";
import { asRecords, insertRows, type Row } from "../database";
import { referenceUnitIds } from "../reference/load";
import { withModel } from "./awarded-models";
import { demoAwards } from "./awards";
import { moment } from "./calendar";
import { demoContext } from "./context";
import { withDetails } from "./outreach-sessions/details";
import { withPoints } from "./outreach-sessions/links";
import { demoPlans } from "./outreach-sessions/plans";
import { demoSessions } from "./outreach-sessions/sessions";
import { demoProfiles } from "./profiles";
import { demoAreaMoves, demoAreas } from "./residential-areas";
import { demoEvidence } from "./rural/evidence";
import { demoFindings } from "./rural/findings";
import { demoRuralRecognitions } from "./rural/recognitions";
import { demoTargets } from "./rural/targets";
import { demoUrban } from "./rural/urban";
import { demoSafetySubjects, demoSafetyYears } from "./safety-standard";
import { demoEvaluations } from "./security-models/evaluations";
import { demoIndicators } from "./security-models/indicators";
import { demoModelLives, demoModels } from "./security-models/models";
import { demoPhotos } from "./security-models/photos";
import { demoPoints } from "./security-models/points";
import { demoRatings } from "./security-models/ratings";
import { demoRecognitions } from "./security-models/recognitions";
import { demoPointLives } from "./security-models/steps";
import { demoUnitChanges } from "./unit-changes";
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
  const { opened, rounds, ...since } = demoPointLives(context, points);
  const byStep = new Set(since.recognitions.map(({ pointId }) => pointId));
  const evaluations = demoEvaluations(context, points, demoRatings(context, points));
  const { indicators, readings, locks } = demoIndicators(context, lives, points);
  const sessions = demoSessions(context);
  const [awards, rural] = [demoAwards(context), demoRuralRecognitions(context)];
  const { facts, posts, profiles } = demoProfiles(context);
  const urban = demoUrban(context);
  const findings = demoFindings(context, rural, new Set(urban.map(({ unitId }) => unitId)));
  const stored = [...(await demoPhotos(context, lives, points)), ...demoEvidence(context, findings)];
  const [areas, subjects] = [demoAreas(context), demoSafetySubjects(context)];
  const safety = demoSafetyYears(context, areas, subjects);
  const tables = {
    app_user: demoUsers(context),
    user_password: await demoPasswords(context, password),
    residential_area: areas,
    residential_area_move: demoAreaMoves(context),
    unit_fact: facts,
    unit_post: posts.filter(({ since }) => since <= day),
    unit_profile: profiles,
    security_model: models,
    model_alias: aliases,
    model_point: [...opened.values()].flat(),
    recognition: demoRecognitions(
      context,
      lives,
      points.filter(({ id }) => !byStep.has(id)),
      recognitions,
    ),
    evaluation_campaign: evaluations.campaigns,
    point_evaluation: evaluations.sheets,
    point_rating: evaluations.ratings,
    indicator: indicators,
    indicator_reading: readings,
    reading_lock: locks,
    rural_recognition: rural,
    urban_recognition: urban,
    criterion_finding: findings,
    rural_target: demoTargets(context),
    award: awards.map(withModel(context, points)),
    outreach_session: sessions.map(withDetails(context)).map(withPoints(context, points, models)),
    attached_file: stored.map(({ file }) => file),
    stored_object: stored.map(({ object }) => object),
    session_plan: demoPlans(context, sessions),
    safety_subject: subjects,
    safety_record: safety.records,
    safety_discipline: safety.disciplines,
    unit_change: demoUnitChanges(context, { sessions, points, awards, rural }),
  };
  const insert = (table: string, rows: readonly Row[]) =>
    insertRows(
      client,
      table,
      rows.map((row) => recordedBy(moment(day, 0, 0), row)),
    );
  for (const [table, rows] of Object.entries<readonly Row[]>(tables))
    if (table === "model_point")
      for (const [writer, points] of opened) {
        // The first step of a point is its writer's.
        await client.query("select set_config('app.user', $1, true)", [writer]);
        // An original may be another writer's: copies learn of it once all stand.
        await insert(
          table,
          points.map((point) => ({ ...point, copiedFromId: null })),
        );
      }
    else await insert(table, rows);
  await client.query("select set_config('app.user', '', true)");
  await client.query(
    "update model_point p set copied_from_id = c.copied_from_id from json_populate_recordset(null::model_point, $1) c where p.id = c.id",
    [asRecords(points.filter(({ copiedFromId }) => copiedFromId))],
  );
  for (const steps of rounds) await insert("point_step", steps);
  await insert("point_size", since.sizes);
  await insert("recognition", since.recognitions);
  // A step's trigger says when it was written here; the demo's were written on their days.
  await client.query(
    `update model_point p set updated_at = s.at from (select point_id, max(created_at) as at from point_step group by point_id) s
      where s.point_id = p.id and p.updated_at <> s.at`,
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
