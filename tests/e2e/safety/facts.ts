import { randomUUID } from "node:crypto";
import pg from "pg";

/*
 * What stands in the database behind the portal, read as its owner: to name records in addresses, and to see
 * that nothing was stored.
 */
let pool: pg.Pool | undefined;

export async function rows<T extends object>(statement: string, values: unknown[] = []): Promise<T[]> {
  pool ??= new pg.Pool({
    connectionString: process.env.TEST_DATABASE_URL,
    max: 2,
    allowExitOnIdle: true,
  });
  return (await pool.query<T>(statement, values)).rows;
}

export async function one<T extends object>(statement: string, values: unknown[] = []): Promise<T> {
  const [row] = await rows<T>(statement, values);
  if (!row) throw new Error(`nothing found: ${statement}`);
  return row;
}

export const count = async (statement: string, values: unknown[] = []): Promise<number> =>
  Number((await one<{ count: string }>(`SELECT count(*) FROM (${statement}) found`, values)).count);

/** How many refusals of an action the audit log holds, for a person where one is known. */
export const refusals = (action: string, username = "") =>
  count("SELECT FROM audit_event WHERE outcome = 'refused' AND action = $1 AND user_name = $2", [
    action,
    username,
  ]);

/** The demonstration's wards that the tests look at: Phú Lợi's people, and a ward that is none of theirs. */
export const ownCode = "31510";
export const otherCode = "31135";

type Marked = { id: string; mark: string };
export type Known = Record<
  "session" | "plan" | "file" | "point" | "award" | "area",
  { own: Marked; other: Marked }
> & {
  model: { own: Marked; other: Marked };
  /** The campaign under way and one that is closed; a sheet's id leads from one to the point. */
  campaign: { own: Marked; other: Marked };
  sheet: { own: Marked; other: Marked };
  pointFile: { own: Marked & { point: string }; other: Marked & { point: string } };
  /** A file of a score sheet, which leads as `sheet` does from the campaign to the point. */
  sheetFile: { own: Marked & { sheet: string }; other: Marked & { sheet: string } };
  findingFile: { own: Marked; other: Marked };
  commune: { ref: string; mark: string };
  /** An agency, enterprise or school of Phú Lợi and one of another ward, and a year of each. */
  safetySubject: { own: Marked; other: Marked };
  safetyRecord: { own: Marked; other: Marked };
  user: Marked;
  /** A change of units of the demonstration, by its decision. */
  change: Marked;
  boundarySet: Marked;
  /** Of a model with a point of Phú Lợi, with readings of past periods. */
  indicator: { id: string; modelId: string; pointId: string };
};

let known: Promise<Known> | undefined;

/** One record of each kind of Phú Lợi and one out of its reach, each with words that only its page shows. */
export function records(): Promise<Known> {
  known ??= find();
  return known;
}

async function find(): Promise<Known> {
  const { line } = await one<{ line: number[] }>(
    "SELECT app_line(id) AS line FROM unit WHERE code = $1 AND valid_to IS NULL",
    [ownCode],
  );
  const pair = async (statement: (where: string) => string) => ({
    own: await one<Marked>(statement("unit_id = ANY ($1::int[])"), [line]),
    other: await one<Marked>(statement("unit_id <> ALL ($1::int[])"), [line]),
  });
  const old = "created_at < now() - interval '1 minute'";
  const model = (not: string) => `
    SELECT id, name AS mark FROM security_model m WHERE ${not} EXISTS (SELECT FROM model_point p WHERE p.model_id = m.id AND p.unit_id = ANY ($1::int[]))
       AND EXISTS (SELECT FROM model_point p WHERE p.model_id = m.id AND p.started_on <= now() AND p.ended_on IS NULL) ORDER BY id LIMIT 1`;
  const campaign = (where: string) =>
    `SELECT id, name AS mark FROM evaluation_campaign WHERE ${where} AND ${old} ORDER BY period_to DESC, id LIMIT 1`;
  const session = await pair(
    (where) =>
      `SELECT id, place AS mark FROM outreach_session WHERE ${where} AND co_unit_ids = '{}' AND deleted_at IS NULL AND ${old} ORDER BY held_on DESC, id LIMIT 1`,
  );
  const point = await pair(
    (where) =>
      `SELECT id, site AS mark FROM model_point WHERE ${where} AND ended_on IS NULL AND started_on IS NOT NULL ORDER BY started_on DESC, id LIMIT 1`,
  );
  const sheet = await pair(
    (where) =>
      `SELECT e.campaign_id || '/points/' || e.point_id AS id, p.site AS mark FROM point_evaluation e JOIN model_point p ON p.id = e.point_id
         JOIN evaluation_campaign c ON c.id = e.campaign_id WHERE e.${where} AND e.state = 'proposed' AND c.${old} ORDER BY e.id LIMIT 1`,
  );
  const ofSheet = async ({ id }: Marked) => {
    const [campaign, , point] = id.split("/");
    const { id: evaluation } = await one<{ id: string }>(
      "SELECT id FROM point_evaluation WHERE campaign_id = $1 AND point_id = $2",
      [campaign, point],
    );
    return { ...(await fileOf("point_evaluation", evaluation)), sheet: id };
  };
  const finding = await pair(
    (where) =>
      `SELECT entry_id AS id, '' AS mark FROM criterion_finding WHERE ${where} AND ${old} ORDER BY entry_id LIMIT 1`,
  );
  const ofPoint = async ({ id }: Marked) => ({ ...(await fileOf("model_point", id)), point: id });
  return {
    session,
    file: {
      own: await fileOf("outreach_session", session.own.id),
      other: await fileOf("outreach_session", session.other.id),
    },
    point,
    pointFile: { own: await ofPoint(point.own), other: await ofPoint(point.other) },
    plan: await pair(
      (where) =>
        `SELECT id, place AS mark FROM session_plan WHERE ${where} AND session_id IS NULL AND cancelled_at IS NULL AND ${old} ORDER BY planned_on DESC, id LIMIT 1`,
    ),
    area: await pair(
      (where) =>
        `SELECT id, name AS mark FROM residential_area WHERE ${where} AND valid_to IS NULL AND ${old} ORDER BY id LIMIT 1`,
    ),
    award: await pair(
      (where) =>
        `SELECT id, decision_number AS mark FROM award WHERE ${where} AND revoked_on IS NULL ORDER BY decision_date DESC, id LIMIT 1`,
    ),
    model: {
      own: await one<Marked>(model(""), [line]),
      other: await one<Marked>(model("NOT"), [line]),
    },
    campaign: {
      own: await one<Marked>(campaign("closed_at IS NULL")),
      other: await one<Marked>(campaign("closed_at IS NOT NULL")),
    },
    sheet,
    sheetFile: { own: await ofSheet(sheet.own), other: await ofSheet(sheet.other) },
    findingFile: {
      own: await fileOf("criterion_finding", finding.own.id),
      other: await fileOf("criterion_finding", finding.other.id),
    },
    commune: await one(
      "SELECT code || '@' || valid_to AS ref, full_name AS mark FROM unit WHERE type = 'commune' AND valid_to = '2025-06-30' ORDER BY id LIMIT 1",
    ),
    safetySubject: await pair(
      (where) =>
        `SELECT id, name AS mark FROM safety_subject WHERE ${where} AND valid_to IS NULL AND ${old} ORDER BY name, id LIMIT 1`,
    ),
    safetyRecord: await pair(
      (where) =>
        `SELECT r.id, s.name AS mark FROM safety_record r JOIN safety_subject s ON s.id = r.subject_id WHERE r.${where} AND r.state = 'recognized' AND r.${old} ORDER BY r.year DESC, r.id LIMIT 1`,
    ),
    boundarySet: await ownBoundarySet(),
    user: await one("SELECT id, name AS mark FROM app_user WHERE username = 'ninhkieu'"),
    change: await one(
      `SELECT id, decision_number AS mark FROM unit_change WHERE ${old} ORDER BY created_at, id LIMIT 1`,
    ),
    indicator: await one(
      `SELECT i.id, i.model_id AS "modelId", p.id AS "pointId" FROM indicator i JOIN model_point p ON p.model_id = i.model_id
        WHERE i.retired_on IS NULL AND p.ended_on IS NULL AND p.unit_id = ANY ($1::int[])
          AND EXISTS (SELECT FROM indicator_reading r WHERE r.indicator_id = i.id AND r.point_id = p.id) ORDER BY i.created_at, i.id, p.id LIMIT 1`,
      [line],
    ),
  };
}

/** A set of boundaries that was uploaded and not put on the map, with a shape of Phú Lợi. */
export async function ownBoundarySet(): Promise<Marked> {
  const [id, mark] = [randomUUID(), `ranh-gioi-${randomUUID()}`];
  const report = {
    features: 1,
    points: 5,
    kept: 5,
    property: "ma",
    extra: [],
    unnamed: 0,
    duplicates: [],
    faulty: [],
  };
  await rows("INSERT INTO boundary_set (id, source, sha256, bytes, report) VALUES ($1, $2, '', 1, $3)", [
    id,
    mark,
    JSON.stringify(report),
  ]);
  await rows(
    `INSERT INTO unit_boundary (set_id, unit_id, shape) SELECT $1, id, '[[[[105.9, 9.6], [106, 9.6], [106, 9.7], [105.9, 9.6]]]]' FROM unit WHERE code = $2 AND valid_to IS NULL`,
    [id, ownCode],
  );
  return { id, mark };
}

const subjects = {
  outreach_session: ["session_id", "id"],
  model_point: ["point_id", "id"],
  point_evaluation: ["evaluation_id", "id"],
  criterion_finding: ["finding_entry_id", "entry_id"],
} as const;

/** A document of a record, whose bytes carry words of its own. */
export async function fileOf(table: keyof typeof subjects, of: string): Promise<Marked> {
  const [column, key] = subjects[table];
  const [id, mark] = [randomUUID(), `tep-${randomUUID()}`];
  const content = Buffer.from(`%PDF-1.7\n${mark}\n%%EOF`);
  await rows(
    `INSERT INTO attached_file (id, ${column}, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id)
     SELECT $1, s.${key}, s.unit_id, 'document', 'Kế hoạch đợt 2.pdf', 'application/pdf', $3, '', 'unscanned', (SELECT id FROM app_user WHERE username = 'phuloi') FROM ${table} s WHERE s.${key} = $2 LIMIT 1`,
    [id, of, content.length],
  );
  await rows("INSERT INTO stored_object VALUES ($1, $2)", [id, content]);
  return { id, mark };
}

/** Takes back the changes that began units with these words in their names, whatever became of the test that made them. */
export async function takeBackChanges(words: string): Promise<void> {
  const left = await rows<{ id: string }>(
    "SELECT id FROM unit_change WHERE undone_at IS NULL AND made->>'begun' LIKE '%' || $1 || '%'",
    [words],
  );
  for (const { id } of left) {
    await rows(
      "WITH wide AS MATERIALIZED (SELECT app_widen() AS before) SELECT app_take_back($1::uuid) FROM wide WHERE before IS NOT NULL",
      [id],
    );
    await rows(
      "UPDATE unit_change SET undone_at = now(), undone_reason = 'thử', version = version + 1 WHERE id = $1",
      [id],
    );
  }
  if (left.length > 0) await rows("UPDATE data_version SET version = version + 1 WHERE domain = 'units'");
}
