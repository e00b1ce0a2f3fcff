import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, as, makeAccount, makePerson } from "./as";
import { one, ownBoundarySet, ownCode, records } from "./facts";
import { longAgo, places, specs, submit, today, unheard } from "./forms";
import type { Changes } from "./wire";

/*
 * The form of every server action: where somebody who may finds it, and values it would take. What roles may not send
 * (roles.spec.ts), what no form takes (typed.spec.ts) and what is only ever shown (shown.spec.ts) is tried on these.
 */
const library = join(import.meta.dirname, "../../../lib");
export const exported = readdirSync(library, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("actions.ts"))
  .flatMap((path) => [
    ...readFileSync(join(library, path), "utf8").matchAll(/^export async function (\w+)/gm),
  ])
  .map(([, name]) => name);

/** What each role may is tested where each of these is at home; they ask for nobody's leave but one's own. */
export const ofEverybody = [
  "enter",
  "makeFirstAdministrator",
  "signOut",
  "chooseLocale",
  "changeOwnPassword",
  "endOwnSession",
  "saveView",
  "dropView",
];

export type Target = {
  path: string;
  button: string;
  who: Account;
  changes?: Changes;
  table: string;
  id: string;
};
type Action = { permission: string; denied: Account[]; target: () => Promise<Target> };

const idOf = async (table: string, column: string, words: string) =>
  (await one<{ id: string }>(`SELECT id FROM ${table} WHERE ${column} = $1`, [words])).id;

export async function ownSession(): Promise<string> {
  const words = unheard();
  await submit(specs.session, words);
  return idOf("outreach_session", "place", words);
}

/** A day long ago on which nobody did anything, and what its form takes. */
async function nilDay() {
  const day = `19${80 + Math.floor(Math.random() * 18)}-0${1 + Math.floor(Math.random() * 9)}-${10 + Math.floor(Math.random() * 19)}`;
  return {
    path: `/outreach-sessions/totals?from=${day}&to=${day}`,
    changes: { unitId: (await places()).past, note: unheard() },
  };
}

export async function ownModel(): Promise<string> {
  const words = unheard();
  await submit(specs.model, words);
  return idOf("security_model", "name", words);
}

export async function ownPoint(): Promise<string> {
  const words = unheard();
  await submit(specs.point, words);
  return idOf("model_point", "site", words);
}

/** A running point of the ward's, of the demonstration: none of these tests changes it. */
async function activePoint(): Promise<string> {
  const { now } = await places();
  const { id } = await one<{ id: string }>(
    "SELECT id FROM model_point WHERE status = 'active' AND unit_id = $1 ORDER BY started_on, id LIMIT 1",
    [Number(now)],
  );
  return id;
}

/** An indicator of the test's own, on a model that no ward is asked for. */
async function ownIndicator(): Promise<{ id: string; modelId: string }> {
  const [modelId, name] = [await ownModel(), unheard()];
  const officer = await as("city_officer");
  await officer.post(await officer.form(`/security-models/${modelId}/indicators/new`, "Lưu chỉ số"), {
    ...indicatorValues,
    name,
  });
  return { id: await idOf("indicator", "name", name), modelId };
}
const indicatorValues = { unitLabel: "mắt", most: "100" };

async function ownAward(): Promise<string> {
  const words = unheard();
  await submit(specs.award, words);
  return idOf("award", "recipient_name", words);
}

/** An area of a ward that no other test counts. */
const areaUnit = "31340";
async function ownArea(): Promise<string> {
  const words = unheard();
  const officer = await as("city_officer");
  const form = await officer.form(`/units/${areaUnit}/areas/new`, "Lưu khu dân cư");
  await officer.post(form, { kind: "other", name: words });
  return idOf("residential_area", "name", words);
}

/** The ward of those areas, as forms name it. */
export const inAnotherUnit = async (): Promise<number> =>
  (await one<{ id: number }>("SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL", [areaUnit])).id;

/** A campaign of its own that takes sheets until 2030, and a point of Phú Lợi it asks for; with a sheet where one is to be decided. */
async function ownCampaign({ sheet = false, closed = false } = {}) {
  const { line } = await one<{ line: number[] }>(
    "SELECT app_line(id) AS line FROM unit WHERE code = '31510' AND valid_to IS NULL",
  );
  const point = await one<{ id: string; unit_id: number }>(
    "SELECT id, unit_id FROM model_point WHERE unit_id = ANY ($1::int[]) AND started_on < '2025-10-01' AND ended_on IS NULL ORDER BY id LIMIT 1",
    [line],
  );
  const { id } = await one<{ id: string }>(
    `INSERT INTO evaluation_campaign (id, name, period_from, period_to, due_on, criteria, thresholds, closed_at)
     VALUES (gen_random_uuid(), $1, '2025-09-01', '2025-10-31', '2030-01-01', '[{"key": "c1", "label": "Kết quả", "most": 10}]',
       '[{"grade": "effective", "least": 80}, {"grade": "poor", "least": 0}]', CASE WHEN $2 THEN now() END) RETURNING id`,
    [unheard(), closed],
  );
  const path = `/security-models/evaluations/${id}`;
  const evaluation = sheet
    ? await one<{ id: string }>(
        `INSERT INTO point_evaluation (id, campaign_id, point_id, unit_id, state, scores, total, grade)
         VALUES (gen_random_uuid(), $1, $2, $3, 'proposed', '{"c1": 9}', 9, 'effective') RETURNING id`,
        [id, point.id, point.unit_id],
      )
    : undefined;
  return { id, path, sheetPath: `${path}/points/${point.id}`, sheetId: evaluation?.id ?? "" };
}

async function onCampaign(button: string, changes: Changes, below = "", closed = false): Promise<Target> {
  const { id, path } = await ownCampaign({ closed });
  return { path: path + below, button, who: "city_officer", changes, table: "evaluation_campaign", id };
}

async function onSheet(button: string, changes: Changes): Promise<Target> {
  const { sheetPath, sheetId } = await ownCampaign({ sheet: true });
  return { path: sheetPath, button, who: "city_officer", changes, table: "point_evaluation", id: sheetId };
}

const creating = (name: keyof typeof specs, table: string) => async (): Promise<Target> => {
  const { path, button, who, values } = specs[name];
  return { path, button, who, changes: await values(unheard()), table, id: "" };
};

const onlyReaders: Account[] = ["leader", "administrator"];
const notTheCity: Account[] = ["ward_officer", "ward_chief", ...onlyReaders];
const notTheAdministrator: Account[] = ["ward_officer", "ward_chief", "city_officer", "leader"];
export const reason = { reason: "thử không được phép" };

export const actions: Record<string, Action> = {
  logSession: {
    permission: "outreach-sessions.create",
    denied: onlyReaders,
    target: creating("session", "outreach_session"),
  },
  changeSession: {
    permission: "outreach-sessions.update",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const id = await ownSession();
      return {
        path: `/outreach-sessions/${id}/edit`,
        button: "Lưu thay đổi",
        who: "ward_officer",
        changes: { note: "đã đổi" },
        table: "outreach_session",
        id,
      };
    },
  },
  removeSession: {
    permission: "outreach-sessions.delete",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const id = await ownSession();
      return {
        path: `/outreach-sessions/${id}`,
        button: "Xóa cuộc này",
        who: "ward_officer",
        changes: reason,
        table: "outreach_session",
        id,
      };
    },
  },
  declareNothing: {
    permission: "outreach-sessions.nil-declarations.declare",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { path, changes } = await nilDay();
      return {
        path,
        button: "Báo không phát sinh",
        who: "ward_officer",
        changes,
        table: "nil_declaration",
        id: "",
      };
    },
  },
  takeBackNil: {
    permission: "outreach-sessions.nil-declarations.withdraw",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { path, changes } = await nilDay();
      const officer = await as("ward_officer");
      await officer.post(await officer.form(path, "Báo không phát sinh"), changes);
      const id = await idOf("nil_declaration", "note", changes.note);
      return {
        path,
        button: "Rút báo không phát sinh",
        who: "ward_officer",
        changes: reason,
        table: "nil_declaration",
        id,
      };
    },
  },
  readPasted: {
    permission: "outreach-sessions.create",
    denied: onlyReaders,
    target: async () => ({
      path: "/outreach-sessions/paste",
      button: "Đọc báo cáo",
      who: "ward_officer",
      changes: { text: "Ngày 11/8/2025 tổ chức 01 cuộc tuyên truyền về ma túy cho 35 lượt người dự" },
      table: "outreach_session",
      id: await ownSession(),
    }),
  },
  enterPlan: {
    permission: "outreach-sessions.plans.create",
    denied: onlyReaders,
    target: async () => ({
      path: "/outreach-sessions/plans/new",
      button: "Lưu kế hoạch",
      who: "ward_officer",
      changes: { plannedOn: today(), place: unheard(), topics: ["drugs"] },
      table: "session_plan",
      id: "",
    }),
  },
  changePlan: {
    permission: "outreach-sessions.plans.update",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { id } = (await records()).plan.own;
      return {
        path: `/outreach-sessions/plans/${id}/edit`,
        button: "Lưu thay đổi",
        who: "ward_officer",
        changes: { note: "đã đổi" },
        table: "session_plan",
        id,
      };
    },
  },
  callOffPlan: {
    permission: "outreach-sessions.plans.cancel",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { id } = (await records()).plan.own;
      return {
        path: `/outreach-sessions/plans/${id}`,
        button: "Hủy kế hoạch",
        who: "ward_officer",
        changes: reason,
        table: "session_plan",
        id,
      };
    },
  },
  keepTemplate: {
    permission: "outreach-sessions.templates.create",
    denied: onlyReaders,
    target: async () => ({
      path: `/outreach-sessions/${await ownSession()}`,
      button: "Lưu mẫu",
      who: "ward_officer",
      changes: { name: unheard() },
      table: "session_template",
      id: "",
    }),
  },
  dropTemplate: {
    permission: "outreach-sessions.templates.remove",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const [officer, name] = [await as("ward_officer"), unheard()];
      const path = `/outreach-sessions/${await ownSession()}`;
      await officer.post(await officer.form(path, "Lưu mẫu"), { name });
      const id = await idOf("session_template", "name", name);
      return {
        path: "/outreach-sessions/templates",
        button: "Bỏ mẫu",
        who: "ward_officer",
        changes: { ...reason, id },
        table: "session_template",
        id,
      };
    },
  },
  takeFileAway: {
    permission: "outreach-sessions.files.remove",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { session, file } = await records();
      return {
        path: `/outreach-sessions/${session.own.id}`,
        button: "Gỡ tệp này",
        who: "ward_officer",
        changes: { id: file.own.id },
        table: "attached_file",
        id: file.own.id,
      };
    },
  },
  takePointFileAway: {
    permission: "security-models.points.files.remove",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { pointFile } = await records();
      return {
        path: `/security-models/points/${pointFile.own.point}`,
        button: "Gỡ tệp này",
        who: "ward_officer",
        changes: { ...reason, id: pointFile.own.id },
        table: "attached_file",
        id: pointFile.own.id,
      };
    },
  },
  registerModel: {
    permission: "security-models.create",
    denied: notTheCity,
    target: creating("model", "security_model"),
  },
  changeModel: {
    permission: "security-models.update",
    denied: notTheCity,
    target: async () => {
      const id = await ownModel();
      return {
        path: `/security-models/${id}/edit`,
        button: "Lưu thay đổi",
        who: "city_officer",
        changes: { description: "đã đổi" },
        table: "security_model",
        id,
      };
    },
  },
  removeModel: {
    permission: "security-models.delete",
    denied: notTheCity,
    target: async () => {
      const id = await ownModel();
      return {
        path: `/security-models/${id}/delete`,
        button: "Xóa mô hình này",
        who: "city_officer",
        changes: reason,
        table: "security_model",
        id,
      };
    },
  },
  joinModel: {
    permission: "security-models.merge",
    denied: notTheCity,
    target: async () => {
      const id = await ownModel();
      return {
        path: `/security-models/${id}/merge`,
        button: "Hợp nhất mô hình này",
        who: "city_officer",
        changes: { intoId: await ownModel(), mergedOn: longAgo, mergeDecision: "QĐ thử" },
        table: "security_model",
        id,
      };
    },
  },
  separateModel: {
    permission: "security-models.unmerge",
    denied: notTheCity,
    target: async () => {
      const [id, intoId] = [await ownModel(), await ownModel()];
      const path = `/security-models/${id}/merge`;
      const officer = await as("city_officer");
      await officer.post(await officer.form(path, "Hợp nhất mô hình này"), {
        intoId,
        mergedOn: longAgo,
        mergeDecision: "QĐ thử",
      });
      return {
        path,
        button: "Hủy lần hợp nhất này",
        who: "city_officer",
        changes: reason,
        table: "security_model",
        id,
      };
    },
  },
  recordRecognition: {
    permission: "security-models.recognitions.grant",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { id, model } = await one<{ id: string; model: string }>(
        `SELECT p.id, p.model_id AS model FROM model_point p WHERE p.unit_id = $1 AND p.started_on IS NOT NULL AND p.ended_on IS NULL
            AND NOT EXISTS (SELECT FROM recognition r WHERE r.point_id = p.id) ORDER BY p.id LIMIT 1`,
        [Number((await places()).now)],
      );
      return {
        path: `/security-models/${model}/recognitions/new?point=${id}`,
        button: "Lưu công nhận",
        who: "ward_officer",
        changes: { level: "commune" },
        table: "recognition",
        id: "",
      };
    },
  },
  takeBackRecognition: {
    permission: "security-models.recognitions.revoke",
    denied: notTheCity,
    target: async () => {
      const modelId = await ownModel();
      const path = `/security-models/${modelId}/recognitions`;
      const officer = await as("city_officer");
      await officer.post(await officer.form(`${path}/new`, "Lưu công nhận"), { level: "city" });
      return {
        path,
        button: "Thu hồi công nhận này",
        who: "city_officer",
        changes: { ...reason, revokedOn: today() },
        table: "recognition",
        id: await idOf("recognition", "model_id", modelId),
      };
    },
  },
  enterPoint: {
    permission: "security-models.points.create",
    denied: onlyReaders,
    target: creating("point", "model_point"),
  },
  changePoint: {
    permission: "security-models.points.update",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const id = await ownPoint();
      return {
        path: `/security-models/points/${id}/edit`,
        button: "Lưu thay đổi",
        who: "ward_officer",
        changes: { address: "đã đổi" },
        table: "model_point",
        id,
      };
    },
  },
  changeTogether: {
    permission: "security-models.points.bulk",
    denied: onlyReaders,
    target: async () => {
      const id = await ownPoint();
      const { site } = await one<{ site: string }>("SELECT site FROM model_point WHERE id = $1", [id]);
      return {
        path: `/security-models/points/bulk?q=${encodeURIComponent(site)}&status=all&act=siteKind&to=market`,
        button: "Đổi loại địa điểm của 1 điểm",
        who: "ward_officer",
        table: "model_point",
        id,
      };
    },
  },
  setPointSize: {
    permission: "security-models.points.resize",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const id = await activePoint();
      return {
        path: `/security-models/points/${id}`,
        button: "Lưu số tổ, thành viên",
        who: "ward_officer",
        changes: { teams: "9", members: "99" },
        table: "model_point",
        id,
      };
    },
  },
  takeOutPoint: {
    permission: "security-models.points.delete",
    denied: notTheCity,
    target: async () => {
      const id = await ownPoint();
      return {
        path: `/security-models/points/${id}`,
        button: "Xóa điểm này",
        who: "city_officer",
        changes: reason,
        table: "model_point",
        id,
      };
    },
  },
  advancePoint: {
    permission: "security-models.steps.take",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const id = await activePoint();
      return {
        path: `/security-models/points/${id}/steps/suspend`,
        button: "Tạm ngưng điểm",
        who: "ward_officer",
        changes: { ...reason, decision: "QĐ 1" },
        table: "model_point",
        id,
      };
    },
  },
  decidePoint: {
    permission: "security-models.steps.decide",
    denied: notTheCity,
    target: async () => {
      const id = await ownPoint();
      return {
        path: `/security-models/points/${id}/steps/decline`,
        button: "Không phê duyệt",
        who: "city_officer",
        changes: reason,
        table: "model_point",
        id,
      };
    },
  },
  takeStepBack: {
    permission: "security-models.steps.reverse",
    denied: notTheCity,
    target: async () => {
      const point = await activePoint();
      const { id } = await one<{ id: string }>(
        "SELECT id FROM point_step WHERE point_id = $1 AND reversed_at IS NULL ORDER BY number DESC LIMIT 1",
        [point],
      );
      return {
        path: `/security-models/points/${point}`,
        button: "Hủy bước đã ghi",
        who: "city_officer",
        changes: reason,
        table: "point_step",
        id,
      };
    },
  },
  startCampaign: {
    permission: "security-models.evaluations.open",
    denied: notTheCity,
    target: async () => ({
      path: "/security-models/evaluations/new?from=2025-09-01&to=2025-10-30",
      button: "Mở đợt này",
      who: "city_officer",
      changes: { name: unheard() },
      table: "evaluation_campaign",
      id: "",
    }),
  },
  amendCampaign: {
    permission: "security-models.evaluations.change",
    denied: notTheCity,
    target: () => onCampaign("Lưu thay đổi", { guidance: "đã đổi" }, "/edit"),
  },
  endCampaign: {
    permission: "security-models.evaluations.close",
    denied: notTheCity,
    target: () => onCampaign("Đóng đợt", reason),
  },
  resumeCampaign: {
    permission: "security-models.evaluations.reopen",
    denied: notTheCity,
    target: () => onCampaign("Mở lại đợt", reason, "", true),
  },
  sendSheet: {
    permission: "security-models.evaluations.propose",
    denied: [...onlyReaders, "neighbour"],
    target: async () => ({
      path: (await ownCampaign()).sheetPath,
      button: "Kiểm tra trước khi gửi",
      who: "ward_officer",
      changes: { c1: "9", step: "send" },
      table: "point_evaluation",
      id: "",
    }),
  },
  acceptSheet: {
    permission: "security-models.evaluations.confirm",
    denied: notTheCity,
    target: () => onSheet("Xác nhận xếp loại", {}),
  },
  sendSheetBack: {
    permission: "security-models.evaluations.return",
    denied: notTheCity,
    target: () => onSheet("Trả lại đánh giá", reason),
  },
  takeEvaluationFileAway: {
    permission: "security-models.evaluations.files.remove",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { sheetFile } = await records();
      return {
        path: `/security-models/evaluations/${sheetFile.own.sheet}`,
        button: "Gỡ tệp này",
        who: "ward_officer",
        changes: { ...reason, id: sheetFile.own.id },
        table: "attached_file",
        id: sheetFile.own.id,
      };
    },
  },
  acceptMatching: {
    permission: "security-models.evaluations.confirm-matching",
    denied: notTheCity,
    target: async () => {
      const { path, sheetId } = await ownCampaign({ sheet: true });
      return {
        path,
        button: "Xác nhận 1 đánh giá trùng gợi ý",
        who: "city_officer",
        table: "point_evaluation",
        id: sheetId,
      };
    },
  },
  setStaleMonths: {
    permission: "security-models.radar.configure",
    denied: notTheCity,
    target: async () => {
      const [path, button] = ["/security-models/radar", "Lưu số tháng"];
      const officer = await as("city_officer");
      // What holds anyhow, so that no other test sees another review.
      await officer.post(await officer.form(path, button), { months: "6" });
      return {
        path,
        button,
        who: "city_officer",
        changes: { months: "9" },
        table: "setting",
        id: "stale-months",
      };
    },
  },
  defineIndicator: {
    permission: "security-models.indicators.create",
    denied: notTheCity,
    target: async () => ({
      path: `/security-models/${await ownModel()}/indicators/new`,
      button: "Lưu chỉ số",
      who: "city_officer",
      changes: { ...indicatorValues, name: unheard() },
      table: "indicator",
      id: "",
    }),
  },
  changeIndicator: {
    permission: "security-models.indicators.update",
    denied: notTheCity,
    target: async () => {
      const { id, modelId } = await ownIndicator();
      return {
        path: `/security-models/${modelId}/indicators/${id}/edit`,
        button: "Lưu thay đổi",
        who: "city_officer",
        changes: { most: "999" },
        table: "indicator",
        id,
      };
    },
  },
  stopIndicator: {
    permission: "security-models.indicators.retire",
    denied: notTheCity,
    target: async () => {
      const { id, modelId } = await ownIndicator();
      return {
        path: `/security-models/${modelId}/indicators/${id}/edit`,
        button: "Ngừng dùng chỉ số này",
        who: "city_officer",
        changes: reason,
        table: "indicator",
        id,
      };
    },
  },
  saveReadings: {
    permission: "security-models.readings.record",
    denied: onlyReaders,
    target: async () => {
      const { id, modelId, pointId } = (await records()).indicator;
      return {
        path: `/security-models/readings?model=${modelId}`,
        button: "Lưu số liệu",
        who: "ward_officer",
        changes: { [`cell.${pointId}.${id}.0`]: "77" },
        table: "indicator_reading",
        id: pointId,
      };
    },
  },
  closeReadings: {
    permission: "security-models.readings.lock",
    denied: notTheCity,
    target: async () => {
      const { modelId } = (await records()).indicator;
      return {
        path: `/security-models/readings?model=${modelId}`,
        button: "Khóa kỳ này",
        who: "city_officer",
        table: "reading_lock",
        id: modelId,
      };
    },
  },
  openReadings: {
    permission: "security-models.readings.unlock",
    denied: notTheCity,
    target: async () => {
      const { modelId } = (await records()).indicator;
      return {
        path: `/security-models/readings?model=${modelId}&period=2025-q1`,
        button: "Mở khóa kỳ này",
        who: "city_officer",
        changes: reason,
        table: "reading_lock",
        id: modelId,
      };
    },
  },
  recordAward: { permission: "awards.create", denied: notTheCity, target: creating("award", "award") },
  changeAward: {
    permission: "awards.update",
    denied: notTheCity,
    target: async () => {
      const id = await ownAward();
      return {
        path: `/awards/${id}/edit`,
        button: "Lưu thay đổi",
        who: "city_officer",
        changes: { achievement: "đã đổi" },
        table: "award",
        id,
      };
    },
  },
  takeBackAward: {
    permission: "awards.revoke",
    denied: notTheCity,
    target: async () => {
      const id = await ownAward();
      return {
        path: `/awards/${id}`,
        button: "Thu hồi khen thưởng",
        who: "city_officer",
        changes: { ...reason, revokedOn: "2026-01-01" },
        table: "award",
        id,
      };
    },
  },
  recognizeStep: {
    permission: "rural-standard.recognize",
    denied: notTheCity,
    target: creating("step", "rural_recognition"),
  },
  takeBackStep: {
    permission: "rural-standard.revoke",
    denied: notTheCity,
    target: async () => {
      const { id, ref } = await one<{ id: string; ref: string }>(
        `SELECT r.id, u.code || '@' || u.valid_to AS ref FROM rural_recognition r JOIN unit u ON u.id = r.unit_id
          WHERE u.valid_to = '2025-06-30' AND r.level = 'standard' AND r.revoked_on IS NULL
            AND (SELECT count(*) FROM rural_recognition o WHERE o.unit_id = r.unit_id) = 1 ORDER BY r.id LIMIT 1`,
      );
      return {
        path: `/rural-standard/${ref}`,
        button: "Thu hồi",
        who: "city_officer",
        changes: { ...reason, revokedOn: "2025-06-30" },
        table: "rural_recognition",
        id,
      };
    },
  },
  sendChange: {
    permission: "units.changes.make",
    denied: notTheAdministrator,
    target: async () => ({
      path: "/units/changes/new?kind=create",
      button: "Kiểm tra thay đổi",
      who: "administrator",
      changes: {
        step: "send",
        name1: unheard(),
        type1: "ward",
        code1: "39991",
        effectiveOn: longAgo,
        decisionDate: longAgo,
        decisionNumber: unheard(),
      },
      table: "unit_change",
      id: "",
    }),
  },
  takeBackChange: {
    permission: "units.changes.undo",
    denied: notTheAdministrator,
    target: async () => {
      const { id } = await one<{ id: string }>(
        `INSERT INTO unit_change (id, kind, effective_on, decision_number, decision_date, made)
         SELECT gen_random_uuid(), 'create', '1999-09-09', $1, '1999-09-09', made FROM unit_change LIMIT 1 RETURNING id`,
        [unheard()],
      );
      return {
        path: `/units/changes/${id}`,
        button: "Hủy thay đổi này",
        who: "administrator",
        changes: reason,
        table: "unit_change",
        id,
      };
    },
  },
  enterFact: {
    permission: "units.facts.record",
    denied: [...onlyReaders, "neighbour"],
    target: () =>
      onOldWard("/facts", "Ghi số liệu", "unit_fact", {
        kind: "households",
        value: "5",
        asOf: "2025-01-01",
        source: unheard(),
      }),
  },
  takeBackFact: {
    permission: "units.facts.withdraw",
    denied: [...onlyReaders, "neighbour"],
    target: () =>
      onOldWard(
        "/facts?kind=area",
        "Rút số liệu",
        "unit_fact",
        reason,
        `INSERT INTO unit_fact (id, unit_id, kind, value, as_of, source) VALUES (gen_random_uuid(), $1, 'area', 5, current_date - 600, 'thử') RETURNING id`,
      ),
  },
  enterPost: {
    permission: "units.posts.begin",
    denied: [...onlyReaders, "neighbour"],
    target: () =>
      onOldWard("/edit", "Ghi chức vụ", "unit_post", {
        title: unheard(),
        holder: "Thử",
        since: "2025-01-01",
      }),
  },
  closePost: {
    permission: "units.posts.end",
    denied: [...onlyReaders, "neighbour"],
    target: () =>
      onOldWard(
        "/edit",
        "Ghi ngày thôi giữ",
        "unit_post",
        { until: "2025-03-01" },
        `INSERT INTO unit_post (id, unit_id, title, since) VALUES (gen_random_uuid(), $1, 'Chức vụ thử', '2025-01-02') RETURNING id`,
      ),
  },
  changeUnitProfile: {
    permission: "units.profile.update",
    denied: [...onlyReaders, "neighbour"],
    target: () =>
      onOldWard(
        "/edit",
        "Lưu dân tộc và giới thiệu",
        "unit_profile",
        { first: "hoa", introduction: "thử" },
        `INSERT INTO unit_profile (unit_id) VALUES ($1) ON CONFLICT (unit_id) DO UPDATE SET version = unit_profile.version RETURNING unit_id::text AS id`,
      ),
  },
  addArea: {
    permission: "units.areas.create",
    denied: onlyReaders,
    target: async () => ({
      path: `/units/${areaUnit}/areas/new`,
      button: "Lưu khu dân cư",
      who: "city_officer",
      changes: { kind: "other", name: unheard() },
      table: "residential_area",
      id: "",
    }),
  },
  changeArea: {
    permission: "units.areas.update",
    denied: onlyReaders,
    target: async () => {
      const id = await ownArea();
      return {
        path: `/units/areas/${id}/edit`,
        button: "Lưu thay đổi",
        who: "city_officer",
        changes: { households: "77" },
        table: "residential_area",
        id,
      };
    },
  },
  closeArea: {
    permission: "units.areas.end",
    denied: onlyReaders,
    target: async () => {
      const id = await ownArea();
      return {
        path: `/units/areas/${id}`,
        button: "Kết thúc",
        who: "city_officer",
        changes: { ...reason, endedOn: today() },
        table: "residential_area",
        id,
      };
    },
  },
  openAreaAgain: {
    permission: "units.areas.reopen",
    denied: onlyReaders,
    target: async () => {
      const id = await ownArea();
      const officer = await as("city_officer");
      const form = await officer.form(`/units/areas/${id}`, "Kết thúc");
      await officer.post(form, { ...reason, endedOn: today() });
      return {
        path: `/units/areas/${id}`,
        button: "Mở lại",
        who: "city_officer",
        changes: reason,
        table: "residential_area",
        id,
      };
    },
  },
  takeAreaAlong: {
    permission: "units.areas.move",
    denied: notTheCity,
    target: async () => {
      const { id, division } = await one<{ id: string; division: string }>(
        `SELECT a.id, s.successor_id || '@' || s.effective_on AS division
           FROM residential_area a JOIN unit_succession s ON s.predecessor_id = a.unit_id AND s.kind = 'part'
          WHERE a.valid_to IS NULL AND NOT EXISTS (SELECT FROM residential_area_move m WHERE m.area_id = a.id) ORDER BY a.id LIMIT 1`,
      );
      return {
        path: `/units/areas/${id}`,
        button: "Chuyển khu dân cư",
        who: "city_officer",
        changes: { ...reason, division },
        table: "residential_area",
        id,
      };
    },
  },
  workAreaList: {
    permission: "units.areas.import",
    denied: onlyReaders,
    target: async () => ({
      path: `/units/areas/import?unit=${areaUnit}`,
      button: "Đọc danh sách",
      who: "city_officer",
      changes: { store: "on", id: randomUUID(), text: `Tổ dân phố ${unheard()}`, day: today() },
      table: "residential_area",
      id: await ownArea(),
    }),
  },
  putBoundariesOnMap: {
    permission: "map.boundaries.activate",
    denied: notTheAdministrator,
    target: () => onBoundarySet("Đưa lên bản đồ", {}),
  },
  giveUpBoundaries: {
    permission: "map.boundaries.retire",
    denied: notTheAdministrator,
    target: () => onBoundarySet("Bỏ bộ này", reason),
  },
  approveFindings: {
    permission: "rural-standard.findings.confirm",
    denied: notTheCity,
    target: () => onWaiting("Xác nhận", {}),
  },
  takeFindingBack: {
    permission: "rural-standard.findings.withdraw",
    denied: onlyReaders,
    target: () => onWaiting("Rút đánh giá", reason),
  },
  enterSet: {
    permission: "rural-standard.criteria.add-set",
    denied: notTheCity,
    target: async () => ({
      path: "/rural-standard/criteria",
      button: "Lưu bộ tiêu chí",
      who: "city_officer",
      changes: { programme: "rural", period: "2041-2045", from: "2041-01-01", citation: unheard() },
      table: "criteria_set",
      id: "",
    }),
  },
  enterCriterion: {
    permission: "rural-standard.criteria.add",
    denied: notTheCity,
    target: () => onCriterion("Lưu tiêu chí", { level: "standard", code: "77", name: unheard() }, true),
  },
  renameCriterion: {
    permission: "rural-standard.criteria.change",
    denied: notTheCity,
    target: () => onCriterion("Lưu tên tiêu chí", { name: unheard() }),
  },
  takeCriterionOut: {
    permission: "rural-standard.criteria.end",
    denied: notTheCity,
    target: () => onCriterion("Bỏ tiêu chí", reason),
  },
  enterTarget: {
    permission: "rural-standard.targets.set",
    denied: notTheCity,
    target: async () => ({
      path: "/rural-standard/progress",
      button: "Lưu chỉ tiêu",
      who: "city_officer",
      changes: {
        level: "standard",
        year: "2025",
        target: "117",
        documentNumber: unheard(),
        documentDate: "2025-02-02",
      },
      table: "rural_target",
      id: "",
    }),
  },
  recognizeWard: {
    permission: "rural-standard.urban.recognize",
    denied: notTheCity,
    target: async () => ({
      path: "/rural-standard/urban/new",
      button: "Lưu công nhận",
      who: "city_officer",
      changes: { unitId: (await places()).now, decisionNumber: unheard(), decisionDate: "2026-05-05" },
      table: "urban_recognition",
      id: "",
    }),
  },
  takeWardBack: {
    permission: "rural-standard.urban.revoke",
    denied: notTheCity,
    target: async () => {
      const { id, code } = await one<{ id: string; code: string }>(
        `SELECT r.id, u.code FROM urban_recognition r JOIN unit u ON u.id = r.unit_id
          WHERE u.valid_to IS NULL AND r.revoked_on IS NULL ORDER BY r.id LIMIT 1`,
      );
      return {
        path: `/rural-standard/urban/${code}`,
        button: "Thu hồi công nhận",
        who: "city_officer",
        changes: { ...reason, revokedOn: "2026-06-30" },
        table: "urban_recognition",
        id,
      };
    },
  },
  registerForSafety: {
    permission: "safety-standard.records.register",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      await ownSubject();
      return {
        path: `/safety-standard/${ownCode}/register?year=2025`,
        button: "Đăng ký các mục đã chọn",
        who: "ward_officer",
        table: "safety_record",
        id: "",
      };
    },
  },
  scoreSafety: {
    permission: "safety-standard.records.score",
    denied: [...onlyReaders, "neighbour"],
    target: async () => ({
      ...(await ownSafetyRecord("registered")),
      button: "Lưu tự chấm điểm",
      who: "ward_officer",
      changes: { score: "90", selfMet: "yes", scoredOn: today() },
    }),
  },
  proposeForSafety: {
    permission: "safety-standard.records.propose",
    denied: [...onlyReaders, "neighbour"],
    target: async () => ({
      ...(await ownSafetyRecord("scored")),
      button: "Lưu đề nghị",
      who: "ward_officer",
      changes: { proposedOn: today() },
    }),
  },
  recognizeSafety: {
    permission: "safety-standard.records.recognize",
    denied: ["ward_officer", ...onlyReaders, "neighbour"],
    target: async () => ({
      ...(await ownSafetyRecord("proposed")),
      button: "Lưu công nhận",
      who: "ward_chief",
      changes: { decisionNumber: "1/QĐ", decidedOn: today(), decidedBy: "x" },
    }),
  },
  refuseSafety: {
    permission: "safety-standard.records.refuse",
    denied: ["ward_officer", ...onlyReaders, "neighbour"],
    target: async () => ({
      ...(await ownSafetyRecord("proposed")),
      button: "Lưu không công nhận",
      who: "ward_chief",
      changes: { ...reason, decisionNumber: "1/QĐ", decidedOn: today(), decidedBy: "x" },
    }),
  },
  revokeSafety: {
    permission: "safety-standard.records.revoke",
    denied: ["ward_officer", ...onlyReaders, "neighbour"],
    target: async () => ({
      ...(await ownSafetyRecord("recognized")),
      button: "Thu hồi công nhận này",
      who: "ward_chief",
      changes: { ...reason, revokedOn: today() },
    }),
  },
  withdrawSafety: {
    permission: "safety-standard.records.withdraw",
    denied: [...onlyReaders, "neighbour"],
    target: async () => ({
      ...(await ownSafetyRecord("registered")),
      button: "Hủy đăng ký này",
      who: "ward_officer",
      changes: reason,
    }),
  },
  recognizeSafeCommune: {
    permission: "safety-standard.communes.recognize",
    denied: notTheCity,
    target: async () => ({
      ...(await ownSafetyRecord("proposed", true)),
      button: "Lưu công nhận",
      who: "city_officer",
      changes: { decisionNumber: "1/QĐ", decidedOn: today(), decidedBy: "x" },
    }),
  },
  refuseSafeCommune: {
    permission: "safety-standard.communes.refuse",
    denied: notTheCity,
    target: async () => ({
      ...(await ownSafetyRecord("proposed", true)),
      button: "Lưu không công nhận",
      who: "city_officer",
      changes: { ...reason, decisionNumber: "1/QĐ", decidedOn: today(), decidedBy: "x" },
    }),
  },
  revokeSafeCommune: {
    permission: "safety-standard.communes.revoke",
    denied: notTheCity,
    target: async () => ({
      ...(await ownSafetyRecord("recognized", true)),
      button: "Thu hồi công nhận này",
      who: "city_officer",
      changes: { ...reason, revokedOn: today() },
    }),
  },
  addSubject: {
    permission: "safety-standard.subjects.create",
    denied: onlyReaders,
    target: async () => ({
      path: "/safety-standard/subjects/new",
      button: "Lưu vào danh sách",
      who: "ward_officer",
      changes: { kind: "school", name: unheard(), validFrom: "2025-07-01", unitId: (await places()).now },
      table: "safety_subject",
      id: "",
    }),
  },
  giveSubjectName: {
    permission: "safety-standard.subjects.update",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const id = await ownSubject();
      return {
        path: `/safety-standard/subjects/${id}`,
        button: "Lưu tên mới",
        who: "ward_officer",
        changes: { name: unheard() },
        table: "safety_subject",
        id,
      };
    },
  },
  closeSubject: {
    permission: "safety-standard.subjects.end",
    denied: [...onlyReaders, "neighbour"],
    target: async () => {
      const { id } = (await records()).safetySubject.own;
      return {
        path: `/safety-standard/subjects/${id}`,
        button: "Kết thúc mục này",
        who: "ward_officer",
        changes: { ...reason, validTo: today() },
        table: "safety_subject",
        id,
      };
    },
  },
  deleteSubject: {
    permission: "safety-standard.subjects.remove",
    denied: notTheCity,
    target: async () => {
      const id = await ownSubject();
      return {
        path: `/safety-standard/subjects/${id}`,
        button: "Xóa mục này",
        who: "city_officer",
        changes: reason,
        table: "safety_subject",
        id,
      };
    },
  },
  enterDiscipline: {
    permission: "safety-standard.discipline.record",
    denied: notTheCity,
    target: async () => ({
      path: `/safety-standard/${ownCode}?year=2025`,
      button: "Lưu tình hình kỷ luật",
      who: "city_officer",
      changes: { disciplined: "yes", source: "thử" },
      table: "safety_discipline",
      id: (await places()).now,
    }),
  },
  enterThreshold: {
    permission: "safety-standard.thresholds.add",
    denied: notTheCity,
    target: async () => ({
      path: "/safety-standard/thresholds",
      button: "Lưu ngưỡng mới",
      who: "city_officer",
      changes: { key: "recognized_percent", value: "75", validFrom: "2079-01-01", citation: unheard() },
      table: "safety_threshold",
      id: "",
    }),
  },
  takeBackThreshold: {
    permission: "safety-standard.thresholds.withdraw",
    denied: notTheCity,
    target: async () => {
      const id = await farThreshold();
      return {
        path: "/safety-standard/thresholds",
        button: "Hủy ngưỡng này",
        who: "city_officer",
        changes: { ...reason, id },
        table: "safety_threshold",
        id,
      };
    },
  },
  createUser: {
    permission: "users.create",
    denied: notTheAdministrator,
    target: creating("user", "app_user"),
  },
  updateUser: {
    permission: "users.update",
    denied: notTheAdministrator,
    target: () => onAccount("Lưu thay đổi", { role: "administrator" }, "/edit"),
  },
  disableUser: {
    permission: "users.disable",
    denied: notTheAdministrator,
    target: () => onAccount("Khóa tài khoản", reason),
  },
  enableUser: {
    permission: "users.enable",
    denied: notTheAdministrator,
    target: async () => {
      const target = await onAccount("Mở lại tài khoản", reason);
      const administrator = await as("administrator");
      await administrator.post(await administrator.form(target.path, "Khóa tài khoản"), reason);
      return target;
    },
  },
  resetPassword: {
    permission: "users.reset-password",
    denied: notTheAdministrator,
    target: async () => ({ ...(await onAccount("Cấp mật khẩu một lần", {})), table: "user_password" }),
  },
  endUserSessions: {
    permission: "users.end-sessions",
    denied: notTheAdministrator,
    target: async () => {
      const { id } = await makePerson();
      return {
        path: `/users/${id}`,
        button: "Kết thúc mọi phiên",
        who: "administrator",
        table: "user_session",
        id,
      };
    },
  },
};

/** A former ward of Phú Lợi's, whose profile nobody else looks at; `insert` makes what is to be protected. */
async function onOldWard(
  below: string,
  button: string,
  table: string,
  changes: Changes,
  insert?: string,
): Promise<Target> {
  const { past } = await places();
  const { ref } = await one<{ ref: string }>(
    "SELECT code || '@' || valid_to AS ref FROM unit WHERE id = $1",
    [Number(past)],
  );
  const made = insert ? await one<{ id: string }>(insert, [Number(past)]) : { id: "" };
  return { path: `/units/${ref}${below}`, button, who: "ward_officer", changes, table, id: made.id };
}

async function onBoundarySet(button: string, changes: Changes): Promise<Target> {
  const { id } = await ownBoundarySet();
  return { path: `/map/boundaries/${id}`, button, who: "administrator", changes, table: "boundary_set", id };
}

/** A finding of Phú Lợi's that waits for the city, in the demonstration. */
async function onWaiting(button: string, changes: Changes): Promise<Target> {
  const { id } = await one<{ id: string }>(
    `SELECT f.id FROM criterion_finding f JOIN unit u ON u.id = f.unit_id
      WHERE u.code = '31510' AND u.valid_to IS NULL AND f.confirmed_at IS NULL AND f.withdrawn_at IS NULL ORDER BY f.id LIMIT 1`,
  );
  return {
    path: "/rural-standard/urban/31510",
    button,
    who: "city_officer",
    changes: { ...changes, ...(button === "Xác nhận" ? {} : { id }) },
    table: "criterion_finding",
    id,
  };
}

/** A criterion of the test's own, in a set that nobody is judged by. */
async function onCriterion(button: string, changes: Changes, fresh = false): Promise<Target> {
  const path = "/rural-standard/criteria?set=2010-2020";
  const target = { path, button, who: "city_officer", table: "criterion" } as const;
  if (fresh) return { ...target, changes, id: "" };
  const { id } = await one<{ id: string }>(
    `INSERT INTO criterion (id, set_key, level, code, name, position)
     VALUES (gen_random_uuid(), '2010-2020', 'standard', $1, 'x', 1) RETURNING id`,
    [unheard()],
  );
  return { ...target, changes: { ...changes, id }, id };
}

/** A school of Phú Lợi's that was on its list in 2025 only, so that this year's figures stay as they are. */
async function ownSubject(): Promise<string> {
  const { id } = await one<{ id: string }>(
    `INSERT INTO safety_subject (id, unit_id, kind, name, valid_from, valid_to, end_reason)
     VALUES (gen_random_uuid(), $1, 'school', $2, '2025-07-01', '2025-12-31', 'thử') RETURNING id`,
    [Number((await places()).now), unheard()],
  );
  return id;
}

/** A year of that school as far as it is needed; a commune's is one of a former unit's that nobody registered. */
async function ownSafetyRecord(
  state: string,
  commune = false,
): Promise<Pick<Target, "path" | "table" | "id">> {
  const subject = commune ? null : await ownSubject();
  const { id } = await one<{ id: string }>(
    `INSERT INTO safety_record (id, year, kind, unit_id, subject_id, state, registered_on, scored_on, score, self_met, proposed_on, decision_number, decided_on, decided_by)
     SELECT gen_random_uuid(), s.year, s.kind::safety_kind, s.unit_id, $1, $2::safety_state, s.day::date, CASE WHEN $2 <> 'registered' THEN s.day::date END,
            CASE WHEN $2 <> 'registered' THEN 90 END, CASE WHEN $2 <> 'registered' THEN true END, CASE WHEN $2 IN ('proposed', 'recognized') THEN s.day::date END,
            CASE WHEN $2 = 'recognized' THEN '1/QĐ' END, CASE WHEN $2 = 'recognized' THEN s.day::date END, CASE WHEN $2 = 'recognized' THEN 'x' END
       FROM (SELECT 2025 AS year, 'school' AS kind, unit_id, '2025-08-01' AS day FROM safety_subject WHERE id = $1
             UNION ALL (SELECT 2022, 'commune', u.id, '2022-03-01' FROM unit u WHERE $1::uuid IS NULL AND u.valid_to = '2025-06-30'
               AND NOT EXISTS (SELECT FROM safety_record r WHERE r.year = 2022 AND r.unit_id = u.id) ORDER BY random() LIMIT 1)) s RETURNING id`,
    [subject, state],
  );
  return { path: `/safety-standard/records/${id}`, table: "safety_record", id };
}

/** A threshold of a far year, which no page counts by. */
async function farThreshold(): Promise<string> {
  const { id } = await one<{ id: string }>(
    `INSERT INTO safety_threshold (id, key, valid_from, value, citation)
     VALUES (gen_random_uuid(), 'effective_models', DATE '2080-01-01' + (random() * 200000)::int, 1, 'thử') RETURNING id`,
  );
  return id;
}

async function onAccount(button: string, changes: Changes, below = ""): Promise<Target> {
  const { id } = await makeAccount();
  return { path: `/users/${id}${below}`, button, who: "administrator", changes, table: "app_user", id };
}

/** Of what everybody may, and the other forms of an action that serves several. */
export const kinds: Record<string, () => Promise<Target>> = {
  saveView: async () => ({
    path: "/security-models?state=all",
    button: "Lưu cách xem",
    who: "city_officer",
    changes: { name: unheard() },
    table: "saved_view",
    id: "",
  }),
  ...changesOf("rename", "retype", "merge", "split", "transfer", "dissolve"),
};

function changesOf(...names: string[]): Record<string, () => Promise<Target>> {
  return Object.fromEntries(
    names.map((kind) => [
      `sendChange: ${kind}`,
      async (): Promise<Target> => ({
        path: `/units/changes/new?kind=${kind}`,
        button: "Kiểm tra thay đổi",
        who: "administrator",
        changes: { step: "send", effectiveOn: longAgo, decisionDate: longAgo, decisionNumber: unheard() },
        table: "unit_change",
        id: "",
      }),
    ]),
  );
}

/** The key of a table whose records have no id. */
export const keys: Record<string, string> = {
  user_password: "user_id",
  user_session: "user_id",
  setting: "key",
  unit_profile: "unit_id",
  indicator_reading: "point_id",
  reading_lock: "model_id",
  criteria_set: "key",
  safety_discipline: "unit_id",
};

/** Forms that a route takes, with what it accepts; `files.spec.ts` knows who may send them. */
export const routed: Record<string, () => Promise<Target>> = {
  recordFindings: async () => {
    const { ref } = (await records()).commune;
    const { id } = await one<{ id: string }>(
      "SELECT id FROM criterion WHERE set_key = '2021-2025' AND level = 'standard' AND code = '1'",
    );
    return {
      path: `/rural-standard/${ref}/findings/new?set=2021-2025&level=standard`,
      button: "Lưu đánh giá",
      who: "city_officer",
      changes: { criteria: [id], result: "met", judgedOn: "2024-05-05", note: unheard() },
      table: "criterion_finding",
      id: "",
    };
  },
};
