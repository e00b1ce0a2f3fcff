import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { useDatabase } from "@/tests/database";
import { entrances } from "./entrances";

/*
 * Every query, asked by somebody of another unit for what belongs to Phú Lợi: nothing of it may come back (S18).
 * The marks below are written into every kind of record; the same query asked by Phú Lợi must show one, or the
 * case would prove nothing. A query that is not listed here fails the first test.
 */
const db = useDatabase();
const mark = "ZZ-DAU-RIENG";
const ids = {
  session: randomUUID(),
  plan: randomUUID(),
  file: randomUUID(),
  model: randomUUID(),
  point: randomUUID(),
  award: randomUUID(),
  pointFile: randomUUID(),
  sheet: randomUUID(),
  sheetFile: randomUUID(),
  findings: randomUUID(),
  findingFile: randomUUID(),
  step: randomUUID(),
  campaign: randomUUID(),
  indicator: randomUUID(),
  area: randomUUID(),
  safetySubject: randomUUID(),
  safetyRecord: randomUUID(),
};
let owner: Actor;
let stranger: Actor;
let units: { ward: number; commune: number };
let wide: ReturnType<typeof readContext>;

beforeAll(async () => {
  owner = await db.actor("ward_officer", "31150");
  stranger = await db.actor("ward_officer", "31135");
  units = { ward: owner.unitId as number, commune: await db.unit("31312", "2025-06-30") };
  wide = readContext({ from: "1990-01-01", to: "2026-12-31", boundary: "historical" }, "leader");
  await db.owner.query("UPDATE app_user SET name = $2 WHERE id = $1", [owner.userId, `${mark}-user`]);
  await db.owner.query(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, created_by_id) VALUES ($1, $2, '2025-08-01', $3, 'meeting', '{drugs}', 77123, $4)`,
    [ids.session, units.ward, `${mark}-session`, owner.userId],
  );
  await db.owner.query(
    `INSERT INTO session_plan (id, unit_id, planned_on, place, channel, topics, created_by_id) VALUES ($1, $2, '2025-08-04', $3, 'meeting', '{drugs}', $4)`,
    [ids.plan, units.ward, `${mark}-plan`, owner.userId],
  );
  await db.owner.query(
    `INSERT INTO session_template (id, unit_id, name, channel, topics) VALUES ($1, $2, $3, 'meeting', '{drugs}')`,
    [randomUUID(), units.ward, `${mark}-template`],
  );
  await db.owner.query(
    `INSERT INTO attached_file (id, session_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id)
     VALUES ($1, $2, $3, 'document', $4, 'application/pdf', 1, '', 'unscanned', $5)`,
    [ids.file, ids.session, units.ward, `${mark}-file`, owner.userId],
  );
  await db.owner.query("INSERT INTO stored_object VALUES ($1, 'x')", [ids.file]);
  await db.owner.query(
    `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', '{drugs}', 'ward-police')`,
    [ids.model, `${mark}-model`],
  );
  await db.owner.query(`INSERT INTO model_alias (model_id, alias, is_name) VALUES ($1, $2, true)`, [
    ids.model,
    `${mark}-model`,
  ]);
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, $4, '01', '2025-07-15')`,
    [ids.point, ids.model, units.ward, `${mark}-site`],
  );
  await db.owner.query(
    `INSERT INTO indicator (id, model_id, name, unit_label, over_points, over_time, least, most, frequency, scheme)
     VALUES ($1, $2, $3, 'x', 'sum', 'last', 0, 99999, 'quarter', 'calendar')`,
    [ids.indicator, ids.model, `${mark}-indicator`],
  );
  await db.owner.query(
    `INSERT INTO indicator_reading (indicator_id, point_id, period_from, period_to, unit_id, value) VALUES ($1, $2, '2025-07-01', '2025-09-30', $3, 66123)`,
    [ids.indicator, ids.point, units.ward],
  );
  await db.owner.query(
    `INSERT INTO saved_view (id, user_id, list, name, query) VALUES (gen_random_uuid(), $1, 'security-models.points', $2, 'q=a')`,
    [owner.userId, `${mark}-view`],
  );
  await db.owner.query(
    `INSERT INTO evaluation_campaign (id, name, period_from, period_to, due_on, criteria, thresholds)
     VALUES ($1, 'Đợt', '2025-08-01', '2025-12-31', '2026-01-10', '[{"key": "c1", "label": "Kết quả", "most": 10}]', '[{"grade": "poor", "least": 0}]')`,
    [ids.campaign],
  );
  await db.owner.query(
    `INSERT INTO point_evaluation (id, campaign_id, point_id, unit_id, state, scores, total, grade, evidence)
     VALUES ($5, $1, $2, $3, 'proposed', '{"c1": 8}', 8, 'poor', $4)`,
    [ids.campaign, ids.point, units.ward, `${mark}-evidence`, ids.sheet],
  );
  await db.owner.query(
    `INSERT INTO attached_file (id, evaluation_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id)
     VALUES ($1, $2, $3, 'document', $4, 'application/pdf', 1, '', 'unscanned', $5)`,
    [ids.sheetFile, ids.sheet, units.ward, `${mark}-sheet-file`, owner.userId],
  );
  await db.owner.query("INSERT INTO stored_object VALUES ($1, 'x')", [ids.sheetFile]);
  await db.owner.query(
    `INSERT INTO attached_file (id, point_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id)
     VALUES ($1, $2, $3, 'document', $4, 'application/pdf', 1, '', 'unscanned', $5)`,
    [ids.pointFile, ids.point, units.ward, `${mark}-point-file`, owner.userId],
  );
  await db.owner.query("INSERT INTO stored_object VALUES ($1, 'x')", [ids.pointFile]);
  await db.owner.query("UPDATE outreach_session SET point_ids = $2 WHERE id = $1", [
    ids.session,
    [ids.point],
  ]);
  await db.owner.query(
    `INSERT INTO award (id, form, recipient_kind, recipient_name, unit_id, issuer, decision_number, decision_date, achievement, model_id)
     VALUES ($1, 'diploma', 'collective', $2, $3, 'x', $4, '2025-08-01', 'x', $5)`,
    [ids.award, `${mark}-award`, units.ward, `${mark}-decision`, ids.model],
  );
  await db.owner.query(
    `INSERT INTO rural_recognition (id, unit_id, level, criteria_set, decision_number, decision_date) VALUES ($1, $2, 'standard', '2021-2025', $3, '2023-01-01')`,
    [ids.step, units.commune, `${mark}-step`],
  );
  await db.owner.query(
    `INSERT INTO residential_area (id, unit_id, kind, name) VALUES ($1, $2, 'hamlet', $3), (gen_random_uuid(), $2, 'hamlet', 'Ấp Riêng')`,
    [ids.area, units.ward, `${mark}-area`],
  );
  await db.owner.query(
    `INSERT INTO unit_fact (id, unit_id, kind, value, as_of, source) VALUES (gen_random_uuid(), $1, 'households', 5, '2025-08-01', $2)`,
    [units.ward, `${mark}-fact`],
  );
  await db.owner.query(
    `INSERT INTO unit_post (id, unit_id, title, holder, since) VALUES (gen_random_uuid(), $1, 'Trưởng Công an phường', $2, '2025-08-01')`,
    [units.ward, `${mark}-holder`],
  );
  await db.owner.query(`INSERT INTO unit_profile (unit_id, introduction) VALUES ($1, $2)`, [
    units.ward,
    `${mark}-introduction`,
  ]);
  await db.owner.query(
    `INSERT INTO urban_recognition (id, unit_id, criteria_set, decision_number, decision_date, valid_from) VALUES (gen_random_uuid(), $1, 'do-thi-2022', $2, '2026-01-01', '2026-01-01')`,
    [units.ward, `${mark}-urban`],
  );
  for (const [unit, set, level, day, note] of [
    [units.commune, "2021-2025", "standard", "2024-01-01", `${mark}-finding`],
    [units.ward, "do-thi-2022", null, "2025-09-01", `${mark}-urban-finding`],
  ])
    await db.owner.query(
      `INSERT INTO criterion_finding (entry_id, unit_id, criterion_id, result, judged_on, note)
       SELECT $6, $1, id, 'met', $4, $5 FROM criterion WHERE set_key = $2 AND level IS NOT DISTINCT FROM $3::rural_level AND code = '1'`,
      [unit, set, level, day, note, level === null ? randomUUID() : ids.findings],
    );
  await db.owner.query(
    `INSERT INTO attached_file (id, finding_entry_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id)
     VALUES ($1, $2, $3, 'document', $4, 'application/pdf', 1, '', 'unscanned', $5)`,
    [ids.findingFile, ids.findings, units.commune, `${mark}-finding-file`, owner.userId],
  );
  await db.owner.query("INSERT INTO stored_object VALUES ($1, 'x')", [ids.findingFile]);
  await db.owner.query(
    `INSERT INTO nil_declaration (id, unit_id, period_from, period_to, note, declared_by_id) VALUES (gen_random_uuid(), $1, '2026-03-01', '2026-03-31', $2, $3)`,
    [units.ward, `${mark}-nil`, owner.userId],
  );
  await db.owner.query(
    `INSERT INTO safety_subject (id, unit_id, kind, name, valid_from) VALUES ($1, $2, 'school', $3, '2025-07-01')`,
    [ids.safetySubject, units.ward, `${mark}-school`],
  );
  await db.owner.query(
    `INSERT INTO safety_record (id, year, kind, unit_id, subject_id, state, registered_on, scored_on, score, self_met)
     VALUES ($1, 2025, 'school', $2, $3, 'scored', '2025-08-01', '2025-11-01', 91, true)`,
    [ids.safetyRecord, units.ward, ids.safetySubject],
  );
  await db.owner.query(
    `INSERT INTO safety_discipline (unit_id, year, disciplined, source) VALUES ($1, 2025, false, $2)`,
    [units.ward, `${mark}-source`],
  );
});

type Case = {
  input: () => unknown /** Text that the owner sees and a stranger never may. */;
  shows: string | RegExp;
};

const cases: Record<string, Case[]> = {
  listSessions: [
    { input: () => ({ context: wide }), shows: mark },
    { input: () => ({ context: wide, q: "zz dau" }), shows: mark },
    { input: () => ({ context: { ...wide, unit: "31150" } }), shows: mark },
  ],
  getSession: [{ input: () => ({ id: ids.session }), shows: mark }],
  readFile: [{ input: () => ({ id: ids.file }), shows: `${mark}-file` }],
  linkedSessions: [
    { input: () => ({ context: wide, point: ids.point }), shows: `${mark}-session` },
    { input: () => ({ context: wide, model: ids.model }), shows: "77123" },
  ],
  editSession: [{ input: () => ({ id: ids.session }), shows: mark }],
  listCalendar: [
    { input: () => ({ boundary: "current", month: "2025-08" }), shows: `${mark}-plan` },
    { input: () => ({ boundary: "current", month: "2025-08", day: "2025-08-04" }), shows: `${mark}-plan` },
    { input: () => ({ boundary: "current", month: "2025-08", unit: "31150" }), shows: /"sessions":1/ },
  ],
  getPlan: [{ input: () => ({ id: ids.plan }), shows: `${mark}-plan` }],
  editPlan: [{ input: () => ({ id: ids.plan }), shows: `${mark}-plan` }],
  listTemplates: [{ input: () => ({}), shows: `${mark}-template` }],
  proposeSessions: [
    {
      input: () => ({
        text: "Từ ngày 01/8/2025 đến ngày 01/8/2025, phường An Bình tổ chức 5 cuộc tuyên truyền về ma túy.",
        day: "2025-08-11",
      }),
      shows: '"unit":.*77123',
    },
  ],
  listModels: [{ input: () => ({ context: { ...wide, asOf: "2025-08-11" } }), shows: mark }],
  getModel: [
    { input: () => ({ id: ids.model, context: { ...wide, asOf: "2025-08-11" } }), shows: `${mark}-site` },
  ],
  getProfile: [
    { input: () => ({ id: ids.model, context: { ...wide, asOf: "2025-08-11" } }), shows: /"points":1\b/ },
  ],
  getReplication: [
    { input: () => ({ id: ids.model, context: { ...wide, asOf: "2025-08-11" } }), shows: `${mark}-site` },
  ],
  listRecognitions: [
    { input: () => ({ modelId: ids.model, context: wide }), shows: `${mark}-model` },
    { input: () => ({ modelId: ids.model, pointId: ids.point, context: wide }), shows: `${mark}-site` },
  ],
  newModelRecognition: [{ input: () => ({ modelId: ids.model, pointId: ids.point }), shows: `${mark}-site` }],
  listGaps: [
    { input: () => ({ context: { ...wide, unit: undefined }, field: "religion" }), shows: /Phường An Bình/ },
    { input: () => ({ context: { ...wide, unit: undefined }, view: "models" }), shows: /Phường An Bình/ },
    { input: () => ({ context: { ...wide, unit: "31150" }, view: "models" }), shows: /Phường An Bình/ },
  ],
  getMovement: [
    { input: () => wide, shows: /"of":"points"/ },
    { input: () => ({ ...wide, unit: "31150" }), shows: /"of":"points"/ },
  ],
  listMovement: [
    { input: () => ({ context: wide, measure: "points" }), shows: `${mark}-site` },
    { input: () => ({ context: wide, measure: "models", column: "new" }), shows: `${mark}-model` },
    { input: () => ({ context: { ...wide, unit: "31150" }, measure: "teams" }), shows: `${mark}-site` },
  ],
  listStale: [
    { input: () => ({ context: { ...wide, asOf: "2026-11-20" } }), shows: `${mark}-site` },
    { input: () => ({ context: { ...wide, asOf: "2026-11-20", unit: "31150" } }), shows: `${mark}-site` },
  ],
  listIndicators: [{ input: () => ({ modelId: ids.model }), shows: `${mark}-indicator` }],
  listIndicatorPoints: [
    { input: () => ({ modelId: ids.model, id: ids.indicator, context: wide }), shows: `${mark}-site` },
    {
      input: () => ({ modelId: ids.model, id: ids.indicator, context: { ...wide, unit: "31150" } }),
      shows: `${mark}-site`,
    },
  ],
  listReadings: [
    { input: () => ({ model: ids.model, period: "2025-q3" }), shows: "66123" },
    { input: () => ({ model: ids.model, period: "2025-q3", unit: "31150" }), shows: `${mark}-site` },
    { input: () => ({}), shows: `${mark}-model` },
  ],
  getPoint: [{ input: () => ({ id: ids.point }), shows: `${mark}-site` }],
  listPoints: [
    { input: () => ({ context: { ...wide, asOf: "2025-08-11" } }), shows: `${mark}-site` },
    { input: () => ({ context: wide, status: "all", q: "zz dau", sort: "site" }), shows: `${mark}-site` },
    { input: () => ({ context: wide, status: "all", model: ids.model }), shows: `${mark}-site` },
    { input: () => ({ context: { ...wide, unit: "31150" }, status: "all" }), shows: `${mark}-site` },
  ],
  previewBulk: [
    {
      input: () => ({ context: { ...wide, asOf: "2025-08-11" }, act: "suspend", on: "2025-08-11" }),
      shows: `${mark}-site`,
    },
  ],
  exportPoints: [{ input: () => ({ context: wide, status: "all" }), shows: ids.point }],
  exportedPoints: [
    { input: () => ({ asOf: "2025-08-11", ids: [ids.point], sessions: true }), shows: `${mark}-site` },
  ],
  listViews: [{ input: () => ({ list: "security-models.points" }), shows: `${mark}-view` }],
  listCampaigns: [
    { input: () => ({}), shows: /"proposed":1/ },
    { input: () => ({ unit: "31150" }), shows: /"proposed":1/ },
  ],
  getCampaign: [
    { input: () => ({ id: ids.campaign }), shows: `${mark}-site` },
    { input: () => ({ id: ids.campaign, unit: "31150", q: "zz dau" }), shows: `${mark}-site` },
  ],
  getSheet: [
    { input: () => ({ campaignId: ids.campaign, pointId: ids.point }), shows: `${mark}-evidence` },
    { input: () => ({ campaignId: ids.campaign, pointId: ids.point }), shows: `${mark}-sheet-file` },
  ],
  readEvaluationFile: [
    {
      input: () => ({ id: ids.sheetFile, campaignId: ids.campaign, pointId: ids.point }),
      shows: `${mark}-sheet-file`,
    },
  ],
  checkProposal: [
    {
      input: () => ({ id: randomUUID(), campaignId: ids.campaign, pointId: ids.point, version: 1, c1: 7 }),
      shows: '"total":7',
    },
  ],
  editPoint: [{ input: () => ({ id: ids.point }), shows: `${mark}-site` }],
  stepPage: [{ input: () => ({ id: ids.point, kind: "suspend" }), shows: `${mark}-site` }],
  listPointFiles: [{ input: () => ({ id: ids.point }), shows: `${mark}-point-file` }],
  readPointFile: [{ input: () => ({ id: ids.pointFile, pointId: ids.point }), shows: `${mark}-point-file` }],
  awardsOfModel: [{ input: () => ({ context: wide, model: ids.model }), shows: `${mark}-award` }],
  listAwards: [{ input: () => ({ context: wide }), shows: mark }],
  getAward: [{ input: () => ({ id: ids.award }), shows: mark }],
  listCommunes: [{ input: () => ({ context: { ...wide, asOf: "2025-08-11" } }), shows: /Mỹ Khánh/ }],
  getCommune: [{ input: () => ({ ref: "31312@2025-06-30" }), shows: mark }],
  getDossier: [
    { input: () => ({ ref: "31312@2025-06-30", level: "standard" }), shows: `${mark}-finding` },
    { input: () => ({ ref: "31150" }), shows: `${mark}-urban-finding` },
    { input: () => ({ ref: "31312@2025-06-30", level: "standard" }), shows: `${mark}-finding-file` },
  ],
  readFindingFile: [{ input: () => ({ id: ids.findingFile }), shows: `${mark}-finding-file` }],
  newFindings: [{ input: () => ({ ref: "31312@2025-06-30", level: "standard" }), shows: `${mark}-finding` }],
  getProgress: [
    {
      input: () => ({ context: { ...wide, asOf: "2025-08-11", boundary: "current" }, group: "unit" }),
      shows: /Phường An Bình/,
    },
    {
      input: () => ({ context: { ...wide, asOf: "2025-08-11", boundary: "current", unit: "31150" } }),
      shows: /"base":1/,
    },
  ],
  listUrban: [
    { input: () => ({ context: { ...wide, asOf: "2026-08-11" } }), shows: `${mark}-urban` },
    { input: () => ({ context: { ...wide, asOf: "2026-08-11", unit: "31150" } }), shows: `${mark}-urban` },
  ],
  getUrban: [{ input: () => ({ ref: "31150" }), shows: `${mark}-urban` }],
  getSafetyOverview: [
    { input: () => ({ year: 2025 }), shows: /Phường An Bình/ },
    { input: () => ({ year: 2025, unit: "31150", boundary: "historical" }), shows: /Phường An Bình/ },
  ],
  getUnitYear: [{ input: () => ({ ref: "31150", year: 2025 }), shows: `${mark}-source` }],
  listRecords: [
    { input: () => ({ year: 2025 }), shows: `${mark}-school` },
    { input: () => ({ year: 2025, unit: "31150", kind: "school", q: "zz dau" }), shows: `${mark}-school` },
  ],
  getRecord: [{ input: () => ({ id: ids.safetyRecord }), shows: `${mark}-school` }],
  newRegistration: [{ input: () => ({ ref: "31150", year: 2026, from: "last" }), shows: `${mark}-school` }],
  listWaiting: [{ input: () => ({ ref: "31150", year: 2025, act: "propose" }), shows: `${mark}-school` }],
  listSubjects: [
    { input: () => ({}), shows: `${mark}-school` },
    { input: () => ({ unit: "31150" }), shows: `${mark}-school` },
  ],
  getSubject: [{ input: () => ({ id: ids.safetySubject }), shows: `${mark}-school` }],
  newSubject: [{ input: () => ({ unit: "31150" }), shows: /Phường An Bình/ }],
  getOverview: [
    { input: () => ({ ...wide, asOf: "2025-08-11" }), shows: "77123" },
    { input: () => ({ ...wide, asOf: "2025-08-11", unit: "31150" }), shows: "77123" },
    { input: () => ({ ...wide, asOf: "2025-10-01" }), shows: "66123" },
  ],
  getMap: [
    { input: () => ({ context: { ...wide, asOf: "2025-08-11" }, figure: "attendances" }), shows: "77123" },
    {
      input: () => ({ context: { ...wide, boundary: "current", asOf: "2025-08-11" }, figure: "attendances" }),
      shows: "77123",
    },
    {
      input: () => ({ context: { ...wide, asOf: "2025-08-11" }, figure: "points" }),
      shows: /"counted","value":1\b/,
    },
    {
      input: () => ({ context: { ...wide, asOf: "2025-08-11" }, figure: "population" }),
      shows: /"value":50150\b/,
    },
  ],
  getTotals: [
    { input: () => ({ ...wide, asOf: "2025-08-11" }), shows: "77123" },
    { input: () => ({ ...wide, asOf: "2025-08-11", unit: "31150" }), shows: "77123" },
    { input: () => ({ ...wide, boundary: "current" }), shows: `${mark}-nil` },
  ],
  listUnitOptions: [{ input: () => ({}), shows: /Phường An Bình/ }],
  listAreas: [
    {
      input: () => ({ ref: "31150", context: { ...wide, asOf: "2026-01-01", unit: undefined } }),
      shows: `${mark}-area`,
    },
  ],
  getArea: [{ input: () => ({ id: ids.area }), shows: `${mark}-area` }],
  editArea: [{ input: () => ({ id: ids.area }), shows: `${mark}-area` }],
  newArea: [{ input: () => ({ ref: "31150" }), shows: /Phường An Bình/ }],
  newAreaList: [{ input: () => ({ ref: "31150" }), shows: /Phường An Bình/ }],
  previewAreas: [
    { input: () => ({ text: "Đơn vị\tTên\nAn Bình\tẤp Mới", day: "2026-01-01" }), shows: /"ready":1/ },
    {
      input: () => ({ text: "Đơn vị\tTên\nAn Bình\tẤp Riêng", day: "2026-01-01" }),
      shows: /"same":\{"id"/,
    },
  ],
  pointsToLink: [{ input: () => ({ unit: units.ward, day: "2025-08-01" }), shows: `${mark}-site` }],
  listNamedUnits: [{ input: () => ({}), shows: /Phường An Bình/ }],
  listUnits: [{ input: () => ({ q: "an binh" }), shows: /Phường An Bình/ }],
  getUnitProfile: [
    { input: () => ({ ref: "31150" }), shows: `${mark}-fact` },
    { input: () => ({ ref: "31150" }), shows: `${mark}-holder` },
  ],
  listUnitFacts: [{ input: () => ({ ref: "31150" }), shows: `${mark}-fact` }],
  editUnitProfile: [{ input: () => ({ ref: "31150" }), shows: `${mark}-introduction` }],
  getUnitThings: [{ input: () => ({ context: { ...wide, unit: "31150" } }), shows: "77123" }],
};

/** Queries with nothing of a unit in them, or open to city and administrators only, who reach every unit. */
const withoutUnit = new Set([
  "newSession",
  "newPlan",
  "newModel",
  "editModel",
  "getMerger",
  "getDeletion",
  "newPoint",
  "newCampaign",
  "editCampaign",
  "newIndicator",
  "editIndicator",
  "newAward",
  "editAward",
  "newRecognition",
  "listThresholds",
  "newChange",
  "checkChange",
  "listChanges",
  "getChange",
  "getCriteria",
  "newUrban",
  "listUsers",
  "getUser",
  "newUser",
  "getPolicy",
  "listBoundarySets",
  "getBoundarySet",
  "listAudit",
  "getAccount",
]);

const answer = async (
  call: (actor: Actor, input: unknown) => Promise<unknown>,
  actor: Actor,
  input: unknown,
) =>
  call(actor, input).then(
    // Whom a session can be held together with is every unit of every day, by name: no secret of theirs.
    (result) =>
      JSON.stringify(result, (key, value) =>
        key === "partners" || key === "every" ? undefined : typeof value === "bigint" ? String(value) : value,
      ),
    (error) => `refused: ${error.code ?? error}`,
  );

describe("the scope of every query (S18)", () => {
  it("is listed", () => {
    const queries = entrances.filter(({ kind }) => kind === "query").map(({ name }) => name);
    expect(queries.filter((name) => !(name in cases) && !withoutUnit.has(name))).toEqual([]);
  });

  for (const [name, list] of Object.entries(cases))
    it(`${name} shows its own ward the record and another ward nothing`, async () => {
      const query = entrances.find((entrance) => entrance.kind === "query" && entrance.name === name);
      if (!query) throw new Error(`no query ${name}`);
      for (const { input, shows } of list) {
        const pattern = typeof shows === "string" ? new RegExp(shows) : shows;
        expect(await answer(query.call, owner, input())).toMatch(pattern);
        const foreign = await answer(query.call, stranger, input());
        expect(foreign).not.toMatch(pattern);
        expect(foreign).not.toContain(mark);
      }
    });

  it("of the forms for a new record offers a ward only its own units and its own past", async () => {
    for (const name of ["newSession", "newPlan", "newPoint"]) {
      const query = entrances.find((entrance) => entrance.name === name);
      expect(await answer(query?.call as never, stranger, {})).not.toMatch(
        new RegExp(`Phường An Bình|${mark}-(session|template|site)`),
      );
    }
  });
});
