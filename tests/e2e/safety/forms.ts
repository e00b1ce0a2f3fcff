import { randomUUID } from "node:crypto";
import { type Account, as } from "./as";
import { count, one, otherCode, ownCode, records } from "./facts";
import { type Answer, type Changes, findForm, textOf, type Visitor } from "./wire";

/*
 * The forms that make records, each with values that would be accepted. Days lie in 1999 or wait, and no
 * model gets a point in force, so that nothing stored here moves a figure that another test looks at.
 */
export const longAgo = "1999-09-09";

/** Today in Việt Nam, as the portal counts days. */
export const today = (shift = 0) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(
    Date.now() + shift * 24 * 60 * 60 * 1000,
  );

type Places = { past: string; now: string; other: string; commune: string };
let known: Promise<Places> | undefined;

/** Units by what the tests need them for: Phú Lợi, a ward it carries on, a ward it never sees, a commune. */
export function places(): Promise<Places> {
  known ??= findPlaces();
  return known;
}

async function findPlaces(): Promise<Places> {
  const current = (code: string) =>
    one<{ id: number }>("SELECT id FROM unit WHERE code = $1 AND valid_to IS NULL", [code]);
  const [now, other] = [await current(ownCode), await current(otherCode)];
  const past = await one<{ id: number }>(
    "SELECT id FROM unit WHERE id = ANY (app_line($1)) AND valid_to IS NOT NULL ORDER BY id LIMIT 1",
    [now.id],
  );
  const commune = await one<{ id: number }>(
    `SELECT id FROM unit u WHERE type = 'commune' AND valid_to IS NULL
        AND NOT EXISTS (SELECT FROM rural_recognition r WHERE r.unit_id = u.id) ORDER BY random() LIMIT 1`,
  );
  return {
    past: String(past.id),
    now: String(now.id),
    other: String(other.id),
    commune: String(commune.id),
  };
}

export type Spec = {
  path: string;
  button: string;
  /** Who may, and who else may or may not. */
  who: Account;
  others: Account[];
  permission: string;
  /** Values that are accepted; `words` stands in a text field so that the record can be found again. */
  values: (words: string) => Promise<Changes>;
  /** Records that carry the words. */
  found: (words: string) => Promise<number>;
  /** What an empty form is told, field by field; the default values of some fields suffice. */
  required: Record<string, RegExp>;
  texts: string[];
  counts?: string[];
  days?: string[];
  choices?: string[];
  /** Choices of lists kept in the database. */
  codes?: string[];
};

const holding = (table: string, column: string) => (words: string) =>
  count(`SELECT FROM ${table} WHERE ${column} LIKE '%' || $1 || '%'`, [words]);

export const specs: Record<"session" | "model" | "point" | "award" | "step" | "user", Spec> = {
  session: {
    path: "/outreach-sessions/new",
    button: "Lưu cuộc tuyên truyền",
    who: "ward_officer",
    others: ["ward_chief", "city_officer"],
    permission: "outreach-sessions.create",
    values: async (words) => ({
      heldOn: longAgo,
      unitId: (await places()).past,
      place: words,
      channel: "meeting",
      topics: ["drugs"],
      attendance: "35",
      attendanceQualifier: "exact",
    }),
    found: holding("outreach_session", "place"),
    required: {
      unitId: /Chọn đơn vị/,
      heldOn: /Nhập ngày/,
      place: /Nhập địa điểm/,
      channel: /Chọn hình thức/,
      topics: /Chọn ít nhất một/,
    },
    texts: ["place", "note"],
    counts: [
      "attendance",
      "vneidGuided",
      "levelTwoGuided",
      "onlineServiceGuided",
      "weaponsHandedIn",
      "pledges",
    ],
    days: ["heldOn"],
    choices: ["channel", "attendanceQualifier"],
    codes: ["topics"],
  },
  model: {
    path: "/security-models/new",
    button: "Lưu mô hình",
    who: "city_officer",
    others: [],
    permission: "security-models.create",
    values: async (words) => ({
      name: words,
      block: "residential",
      fields: ["religion"],
      coreForce: "commune-police",
      acceptSimilar: "on",
    }),
    found: holding("security_model", "name"),
    required: { name: /Nhập tên/, block: /Chọn/, fields: /Chọn/, coreForce: /Chọn/ },
    texts: ["name", "aliases", "description"],
    choices: ["block", "principles"],
    codes: ["fields", "coreForce", "directives"],
  },
  point: {
    path: "/security-models/points/new",
    button: "Lưu điểm mô hình",
    who: "ward_officer",
    others: ["city_officer"],
    permission: "security-models.points.create",
    values: async (words) => ({
      modelId: (await records()).model.own.id,
      unitId: (await places()).now,
      status: "proposed",
      startedOn: "",
      site: words,
      decision: "01/TTr",
      origin: "new",
    }),
    found: holding("model_point", "site"),
    required: { modelId: /Chọn/, unitId: /Chọn/, status: /Chọn/, site: /Nhập/, decision: /Nhập/ },
    texts: ["site", "address", "contactPost", "decision"],
    counts: ["teams", "members"],
    days: ["startedOn"],
    choices: ["status", "origin", "modelId"],
    codes: ["siteKind", "coreForce"],
  },
  award: {
    path: "/awards/new",
    button: "Lưu khen thưởng",
    who: "city_officer",
    others: [],
    permission: "awards.create",
    values: async (words) => ({
      form: "merit_certificate",
      recipientKind: "collective",
      recipientName: words,
      recipientTitle: "",
      unitId: (await places()).past,
      issuer: "Công an thử nghiệm",
      decisionNumber: `QĐ-${words.slice(0, 12)}`,
      decisionDate: longAgo,
      achievement: "Thành tích thử",
      acceptSimilar: "on",
    }),
    found: holding("award", "recipient_name"),
    required: {
      form: /Chọn/,
      recipientKind: /Chọn/,
      recipientName: /Nhập/,
      issuer: /Nhập/,
      decisionNumber: /Nhập/,
      decisionDate: /Nhập/,
      achievement: /Nhập/,
    },
    texts: ["recipientName", "recipientTitle", "issuer", "decisionNumber", "achievement"],
    days: ["decisionDate"],
    choices: ["form", "recipientKind", "modelId"],
  },
  step: {
    path: "/rural-standard/new",
    button: "Lưu công nhận",
    who: "city_officer",
    others: [],
    permission: "rural-standard.recognize",
    values: async (words) => ({
      unitId: (await places()).commune,
      level: "standard",
      decisionNumber: words,
      decisionDate: today(),
    }),
    found: holding("rural_recognition", "decision_number"),
    required: { unitId: /Chọn/, level: /Chọn/, decisionNumber: /Nhập/, decisionDate: /Nhập/ },
    texts: ["decisionNumber"],
    days: ["decisionDate"],
    choices: ["level"],
  },
  user: {
    path: "/users/new",
    button: "Tạo tài khoản",
    who: "administrator",
    others: [],
    permission: "users.create",
    values: async (words) => ({
      username: `thu.${randomUUID().slice(0, 8)}`,
      name: words,
      title: "",
      role: "city_officer",
      unitId: "",
    }),
    found: holding("app_user", "name"),
    required: { username: /Nhập tên đăng nhập/, name: /Nhập họ và tên/, role: /Chọn vai trò/ },
    texts: ["name", "title"],
    choices: ["role"],
  },
};

export const specNames = Object.keys(specs) as (keyof typeof specs)[];

/** Words no other record carries. */
export const unheard = (prefix = "Thử") =>
  // Letters only: digits of an id would at times be refused as a phone or identity number.
  `${prefix} ${randomUUID().replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")}`;

export type Told = {
  answer: Answer;
  /** error, warning, conflict, done; undefined where no form answered. */
  status: string | undefined;
  title: string;
  /** What the summary says of each field. */
  errors: Record<string, string>;
  /** What stands in the form now. */
  kept: Map<string, string[]>;
  text: string;
};

/** What a posted form answered. */
export function read(answer: Answer, path: string, button: string): Told {
  const form = findForm(path, answer.body, button) ?? findForm(path, answer.body, "");
  const summary = /data-form-status="(\w+)"/.exec(form?.html ?? "")?.[1];
  const links = [...(form?.html.matchAll(/<a href="#field-([^"]+)"[^>]*>([\s\S]*?)<\/a>/g) ?? [])];
  const kept = new Map<string, string[]>();
  for (const [name, value] of form?.fields ?? []) kept.set(name, [...(kept.get(name) ?? []), String(value)]);
  return {
    answer,
    status: summary,
    title: textOf(/<title>([\s\S]*?)<\/title>/.exec(answer.body)?.[1] ?? ""),
    errors: Object.fromEntries(links.map(([, name = "", words = ""]) => [name, textOf(words)])),
    kept,
    text: textOf(form?.html ?? answer.body),
  };
}

/** Fills a form with what is accepted, changed as said, and posts it. */
export async function submit(spec: Spec, words: string, changes: Changes = {}, who?: Account): Promise<Told> {
  const visitor = await as(who ?? spec.who);
  return submitAs(visitor, spec, words, changes);
}

export async function submitAs(
  visitor: Visitor,
  spec: Spec,
  words: string,
  changes: Changes = {},
): Promise<Told> {
  const form = await visitor.form(spec.path, spec.button);
  const answer = await visitor.post(form, { ...(await spec.values(words)), ...changes });
  return read(answer, spec.path, spec.button);
}
