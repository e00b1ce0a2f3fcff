import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import ExcelJS from "exceljs";
import { type Account, as } from "./as";
import { becameMarkup, corpus, expectInert, short, watched } from "./corpus";
import { fileOf, one, records, rows, takeBackChanges } from "./facts";
import { read, today, unheard } from "./forms";
import {
  actions,
  exported,
  inAnotherUnit,
  keys,
  kinds,
  ownModel,
  reason,
  routed,
  type Target,
} from "./targets";
import { type Answer, type Changes, decode, typesOf, type Visitor } from "./wire";

/*
 * Text that would run if it were taken for markup (S28), in every text field of every form that stores one. It is
 * stored as typed, seen as typed where the form leads, on the pages named here and in the audit log, and is an element
 * of none of them; keys that the form does not have are left out. What is stored moves no figure that another test
 * looks at, or is taken out again.
 */
test.describe.configure({ mode: "parallel" });

/** Forms whose text is tried elsewhere, or that take none. */
const elsewhere: Record<string, string> = {
  ...Object.fromEntries(
    [
      "logSession",
      "registerModel",
      "enterPoint",
      "recordAward",
      "takeBackAward",
      "createUser",
      "disableUser",
    ].map((name) => [name, "xss.spec.ts, with what stands around the record"]),
  ),
  ...Object.fromEntries(
    ["advancePoint", "decidePoint", "takeStepBack"].map((name) => [
      name,
      "xss.spec.ts: the papers of a point's steps",
    ]),
  ),
  enter: "xss.spec.ts: what strangers type at the door",
  sendChange: "below: a change of units",
  takeBackChange: "below: a change of units",
  workAreaList: "below: a list of residential areas",
  openReadings:
    "only the audit log shows it, as it shows every reason; the locks are those of the demonstration",
  changeOwnPassword: "a password is never shown",
  makeFirstAdministrator: "its page is gone once there is an account",
  ...Object.fromEntries(
    [
      ...[
        "signOut",
        "chooseLocale",
        "endOwnSession",
        "dropView",
        "takeFileAway",
        "changeTogether",
        "acceptMatching",
      ],
      ...["closeReadings", "putBoundariesOnMap", "approveFindings", "resetPassword", "endUserSessions"],
      ...["setPointSize", "setStaleMonths", "saveReadings", "closePost", "registerForSafety", "scoreSafety"],
      "proposeForSafety",
    ].map((name) => [name, "takes no text"]),
  ),
};

type Page = [who: Account, path: string];
type Entry = {
  target?: () => Promise<Target>;
  /** Where else it is seen, beside where the form leads and the audit log. */
  pages?: (at: { id: string; path: string }) => Page[];
  /** Markup is refused here in words; what is none is stored. */
  refusesMarkup?: true;
  /** Seen in a real browser as well: pages that scripts draw or fold. */
  drawn?: true;
  /** Takes out again what would move a figure. */
  undo?: (id: string) => Promise<unknown>;
};

const freshly = () => rows("UPDATE data_version SET version = version + 1");
const gone = (table: string) => async (id: string) => {
  await rows(`DELETE FROM ${table} WHERE id = $1`, [id]);
  await freshly();
};

/** What was stored by an earlier form of the same record. */
const after = async (first: Target, next: (id: string) => Omit<Target, "id">): Promise<Target> => {
  const visitor = await as(first.who);
  const form = await visitor.form(first.path, first.button);
  const answer = await visitor.post(form, first.changes);
  expect(answer.status, `${first.path} took it`).toBe(303);
  const id = String(form.fields.find(([field]) => field === "id")?.[1]);
  return { ...next(id), id };
};
const formOf = (name: string) => (routed[name]?.() ?? actions[name]?.target()) as Promise<Target>;
const like = async (name: string, more: Partial<Target>): Promise<Target> => ({
  ...(await formOf(name)),
  ...more,
});

const plan = async () =>
  like("enterPlan", { changes: { plannedOn: today(600), place: unheard(), topics: ["drugs"] } });
const planned = async (below: string, button: string, changes: Changes) =>
  after(await plan(), (id) => ({
    path: `/outreach-sessions/plans/${id}${below}`,
    button,
    who: "ward_officer",
    changes,
    table: "session_plan",
  }));
const calendar: Page = ["ward_officer", `/outreach-sessions/calendar?month=${today(600).slice(0, 7)}`];

/** A school in a ward whose figures no other test compares. */
const subject = async () =>
  like("addSubject", {
    who: "city_officer",
    changes: { kind: "school", name: unheard(), validFrom: today(), unitId: String(await inAnotherUnit()) },
  });
const subjectThen = async (button: string, changes: Changes) =>
  after(await subject(), (id) => ({
    path: `/safety-standard/subjects/${id}`,
    button,
    who: "city_officer",
    changes,
    table: "safety_subject",
  }));

/** Granted and taken back on one day, so that it never stood: a ward that no other test looks at. */
const granted = "2026-04-15";
const wardStep = async (): Promise<Target> => {
  const { id } = await one<{ id: number }>(
    `SELECT id FROM unit u WHERE type = 'ward' AND valid_to IS NULL AND code NOT IN ('31510', '31135')
        AND NOT EXISTS (SELECT FROM urban_recognition r WHERE r.unit_id = u.id) ORDER BY code DESC LIMIT 1`,
  );
  return like("recognizeWard", {
    changes: { unitId: String(id), decisionNumber: unheard().slice(0, 60), decisionDate: granted },
  });
};
const refOf = async (table: string, id: string) =>
  (
    await one<{ ref: string }>(
      `SELECT u.code || coalesce('@' || u.valid_to, '') AS ref FROM ${table} t JOIN unit u ON u.id = t.unit_id WHERE t.id = $1`,
      [id],
    )
  ).ref;
/** A commune of today that has no step and that no other test grants one. */
const communeStep = async (): Promise<Target> => {
  const { id } = await one<{ id: number }>(
    `SELECT id FROM unit u WHERE type = 'commune' AND valid_to IS NULL
        AND NOT EXISTS (SELECT FROM rural_recognition r WHERE r.unit_id = ANY (app_line(u.id))) ORDER BY full_name COLLATE "vi-x-icu" LIMIT 1 OFFSET 3`,
  );
  return like("recognizeStep", {
    changes: {
      unitId: String(id),
      level: "standard",
      decisionNumber: unheard().slice(0, 60),
      decisionDate: granted,
    },
  });
};

/** A most for each criterion that the form has room for, and where the grades begin. */
const scores: Changes = {
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((row) => [`most${row}`, "10"])),
  least1: "80",
  least2: "50",
};

const shown: Record<string, Entry> = {
  changeSession: {},
  removeSession: {},
  declareNothing: {},
  takeBackNil: {},
  readPasted: {},
  enterPlan: { target: plan, pages: () => [calendar], drawn: true, undo: gone("session_plan") },
  changePlan: {
    target: () => planned("/edit", "Lưu thay đổi", {}),
    pages: () => [calendar],
    undo: gone("session_plan"),
  },
  callOffPlan: { target: () => planned("", "Hủy kế hoạch", reason), undo: gone("session_plan") },
  keepTemplate: {
    pages: () => [
      ["ward_officer", "/outreach-sessions/templates"],
      ["ward_officer", "/outreach-sessions/new"],
    ],
    undo: gone("session_template"),
  },
  dropTemplate: {},
  takePointFileAway: {
    target: async () => {
      const { id: point } = (await records()).point.own;
      const { id } = await fileOf("model_point", point);
      return like("takePointFileAway", {
        path: `/security-models/points/${point}`,
        changes: { ...reason, id },
        id,
      });
    },
  },
  changeModel: {},
  removeModel: {},
  joinModel: { pages: ({ id }) => [["leader", `/security-models/${id}`]] },
  separateModel: {},
  recordRecognition: {
    target: async () => {
      const modelId = await ownModel();
      return like("recordRecognition", {
        path: `/security-models/${modelId}/recognitions/new`,
        who: "city_officer",
        changes: { level: "city" },
      });
    },
  },
  takeBackRecognition: {},
  changePoint: {},
  takeOutPoint: {},
  startCampaign: {
    target: async () => like("startCampaign", { changes: { acceptSimilar: "on", ...scores } }),
    pages: ({ id }) => [
      ["city_officer", "/security-models/evaluations"],
      ["city_officer", `/security-models/evaluations/${id}/edit`],
    ],
    drawn: true,
    undo: gone("evaluation_campaign"),
  },
  amendCampaign: {
    target: async () => like("amendCampaign", { changes: { dueOn: "2025-12-31", ...scores } }),
    pages: ({ id }) => [["ward_officer", `/security-models/evaluations/${id}`]],
  },
  endCampaign: {},
  resumeCampaign: {},
  sendSheet: { drawn: true },
  acceptSheet: { target: async () => like("acceptSheet", { changes: { grade: "poor" } }) },
  sendSheetBack: {},
  defineIndicator: {
    drawn: true,
  },
  changeIndicator: {},
  stopIndicator: {},
  changeAward: {},
  saveView: {
    target: kinds.saveView,
    pages: () => [["city_officer", "/security-models"]],
    drawn: true,
    undo: gone("saved_view"),
  },
  recognizeStep: {
    target: communeStep,
    undo: gone("rural_recognition"),
  },
  takeBackStep: {
    target: async () => {
      const step = await communeStep();
      const made = await after(step, () => ({ ...step, path: "" }));
      return {
        ...made,
        path: `/rural-standard/${await refOf("rural_recognition", made.id)}`,
        button: "Thu hồi",
        changes: { ...reason, revokedOn: granted },
      };
    },
    undo: gone("rural_recognition"),
  },
  enterFact: { refusesMarkup: true },
  takeBackFact: {},
  enterPost: { refusesMarkup: true },
  changeUnitProfile: { refusesMarkup: true, drawn: true },
  addArea: { pages: () => [["city_officer", "/units/31340/areas"]], undo: gone("residential_area") },
  changeArea: { undo: gone("residential_area") },
  closeArea: { undo: gone("residential_area") },
  openAreaAgain: { undo: gone("residential_area") },
  takeAreaAlong: {
    target: async () => {
      const { id, division } = await one<{ id: string; division: string }>(
        `INSERT INTO residential_area (id, unit_id, kind, name)
         SELECT gen_random_uuid(), s.predecessor_id, 'other', $1 FROM unit_succession s JOIN residential_area a ON a.unit_id = s.predecessor_id
          WHERE s.kind = 'part' LIMIT 1
         RETURNING id, (SELECT s.successor_id || '@' || s.effective_on FROM unit_succession s WHERE s.kind = 'part' AND s.predecessor_id = unit_id LIMIT 1) AS division`,
        [unheard()],
      );
      return {
        path: `/units/areas/${id}`,
        button: "Chuyển khu dân cư",
        who: "city_officer",
        changes: { division },
        table: "residential_area",
        id,
      };
    },
    undo: gone("residential_area"),
  },
  giveUpBoundaries: { pages: () => [["administrator", "/map/boundaries"]] },
  takeEvaluationFileAway: {
    target: async () => {
      const { sheetFile } = await records();
      const { sheet } = await one<{ sheet: string }>(
        "SELECT evaluation_id AS sheet FROM attached_file WHERE id = $1",
        [sheetFile.own.id],
      );
      const { id } = await fileOf("point_evaluation", sheet);
      return like("takeEvaluationFileAway", { changes: { id }, id });
    },
  },
  recordFindings: {
    drawn: true,
    undo: async () => {
      await rows("DELETE FROM criterion_finding WHERE judged_on = '2024-05-05'");
      await freshly();
    },
  },
  takeFindingBack: {
    target: async () => {
      const { ref } = (await records()).commune;
      const made = await after(
        await like("recordFindings", {
          changes: { ...(await formOf("recordFindings")).changes, judgedOn: "2024-05-06" },
        }),
        () => ({ path: "", button: "", who: "city_officer", table: "criterion_finding" }),
      );
      const { id } = await one<{ id: string }>(
        "SELECT id FROM criterion_finding WHERE judged_on = '2024-05-06' AND withdrawn_at IS NULL LIMIT 1",
      );
      return {
        ...made,
        id,
        path: `/rural-standard/${ref}?set=2021-2025&level=standard`,
        button: "Rút đánh giá",
        changes: { ...reason, id },
      };
    },
    undo: async () => {
      await rows("DELETE FROM criterion_finding WHERE judged_on = '2024-05-06'");
      await freshly();
    },
  },
  enterSet: {
    target: async () =>
      like("enterSet", { changes: { programme: "rural", period: "2095-2099", from: "2095-01-01" } }),
    pages: () => [["leader", "/rural-standard/criteria?set=2095-2099"]],
    undo: async () => {
      await rows("DELETE FROM criteria_set WHERE key = '2095-2099'");
      await rows(
        "UPDATE criteria_set SET valid_to = NULL WHERE programme = 'rural' AND valid_to = '2094-12-31'",
      );
    },
  },
  enterCriterion: {
    target: async () => like("enterCriterion", { changes: { level: "standard", code: "78" } }),
    drawn: true,
    undo: gone("criterion"),
  },
  renameCriterion: { undo: gone("criterion") },
  takeCriterionOut: { undo: gone("criterion") },
  enterTarget: {
    target: async () =>
      like("enterTarget", {
        changes: { level: "standard", year: "2011", target: "1", documentDate: "2011-02-02" },
      }),
    undo: gone("rural_target"),
  },
  recognizeWard: { target: wardStep, undo: gone("urban_recognition") },
  takeWardBack: {
    target: async () => {
      const step = await wardStep();
      const made = await after(step, () => ({ ...step, path: "" }));
      return {
        ...made,
        path: `/rural-standard/urban/${await refOf("urban_recognition", made.id)}`,
        button: "Thu hồi công nhận",
        changes: { ...reason, revokedOn: granted },
      };
    },
    undo: gone("urban_recognition"),
  },
  recognizeSafety: {},
  refuseSafety: {},
  revokeSafety: {},
  withdrawSafety: {},
  recognizeSafeCommune: {},
  refuseSafeCommune: {},
  revokeSafeCommune: {},
  deleteSubject: { target: () => subjectThen("Xóa mục này", {}) },
  addSubject: {
    target: subject,
    pages: () => [["city_officer", "/safety-standard/subjects?unit=31340"]],
    undo: gone("safety_subject"),
  },
  giveSubjectName: { target: () => subjectThen("Lưu tên mới", {}), undo: gone("safety_subject") },
  closeSubject: {
    target: () => subjectThen("Kết thúc mục này", { ...reason, validTo: today() }),
    undo: gone("safety_subject"),
  },
  enterDiscipline: {
    target: async () =>
      like("enterDiscipline", {
        path: "/safety-standard/31340?year=2025",
        changes: { disciplined: "no" },
        id: String(await inAnotherUnit()),
      }),
  },
  enterThreshold: {
    target: async () =>
      like("enterThreshold", {
        changes: { key: "recognized_percent", value: "75", validFrom: "2077-07-07" },
      }),
    undo: gone("safety_threshold"),
  },
  takeBackThreshold: {},
  updateUser: { target: async () => like("updateUser", { changes: {} }) },
  enableUser: {},
};

test("every form is tried here, or says where else", () => {
  expect([...Object.keys(shown), ...Object.keys(elsewhere)].sort()).toEqual(
    [...exported, ...Object.keys(routed)].sort(),
  );
});

/** Fields of sixty characters or fewer; a unit of measure has twenty. */
const tight = /^(decisionNumber|documentNumber|name)$/;
/** What has a form of its own is left as it would be accepted. */
const formatted = /^(point\d|coordinates|period|username|text)$/;
const [braces = ""] = corpus.filter((text) => text.startsWith("{{"));

const token = () => unheard().slice(4, 12);
const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** Every page as its reader gets it: nothing became markup; together they show all that was typed. */
async function expectShown(pages: Page[], typed: Record<string, string>, answer?: Answer) {
  const seen: string[] = answer ? [answer.body] : [];
  for (const [who, path] of pages) {
    const page = await (await as(who)).send(path);
    expect(page.status, path).toBe(200);
    expect(becameMarkup(page.body), path).toBe(false);
    seen.push(page.body);
  }
  const text = flat(decode(seen.join("\n").replace(/<script\b[\s\S]*?<\/script>/g, "")));
  for (const [field, words] of Object.entries(typed)) expect(text, field).toContain(flat(words));
}

/** Keys that no form has, with values that no record may come to hold (S19). */
const nobody = randomUUID();
const foreign: Changes = {
  ...Object.fromEntries(
    [
      "createdById",
      "created_by_id",
      "recordedById",
      "confirmedById",
      "confirmed_by_id",
      "userId",
      "ownerId",
    ].map((key) => [key, nobody]),
  ),
  ...Object.fromEntries(
    [
      "createdAt",
      "created_at",
      "confirmedAt",
      "deletedAt",
      "withdrawnAt",
      "cancelledAt",
      "closedAt",
      "retiredAt",
    ].map((key) => [key, "2001-01-01"]),
  ),
  role: "administrator",
  reach: "*",
  "unitId[]": "1",
  __proto__x: "1",
};
const beside = (types: object, changes: Changes): Changes =>
  Object.fromEntries(Object.entries(foreign).filter(([key]) => !(key in types) && !(key in changes)));

const auditOf = async (mark: string): Promise<Page[]> =>
  (
    await rows<{ id: string }>(
      "SELECT DISTINCT subject_id AS id FROM audit_event a WHERE to_jsonb(a)::text LIKE '%' || $1 || '%'",
      [mark],
    )
  ).map(({ id }) => ["administrator", `/audit?subject=${encodeURIComponent(id)}`]);

for (const [name, { target, pages, refusesMarkup, drawn, undo }] of Object.entries(shown))
  test(`every form shows what was typed as text: ${name}`, async ({ context }) => {
    const { path, button, who, changes = {}, table, id: of } = await (target ?? (() => formOf(name)))();
    const visitor: Visitor = await as(who);
    const form = await visitor.form(path, button);
    const fields = Object.entries(typesOf(form))
      .filter(([field, type]) => type === "text" && (name === "readPasted" || !formatted.test(field)))
      .map(([field]) => field);
    expect(fields.length, "there is text to type").toBeGreaterThan(0);
    const mark = token();
    const piece = (field: string, at: number) =>
      field === "unitLabel"
        ? "<b data-xss>"
        : `${mark} ${tight.test(field) ? short : (corpus[(at * 3 + name.length) % corpus.length] ?? "")}`;
    let typed = Object.fromEntries(fields.map((field, at) => [field, piece(field, at)]));
    if (refusesMarkup) {
      const marked = Object.fromEntries(fields.map((field) => [field, `${mark} ${corpus[1]}`]));
      const told = read(await visitor.post(form, { ...changes, ...marked }), path, button);
      expect([told.status, Object.keys(told.errors).length]).toEqual(["error", fields.length]);
      expect(becameMarkup(told.answer.body)).toBe(false);
      for (const field of fields) expect(told.kept.get(field)).toEqual([marked[field]]);
      typed = Object.fromEntries(fields.map((field) => [field, `${mark} ${braces}`]));
    }
    const answer = await visitor.post(form, {
      ...beside(typesOf(form), changes),
      acceptSimilar: "on",
      ...changes,
      ...typed,
    });
    const id = of || String(form.fields.find(([field]) => field === "id")?.[1] ?? "");
    try {
      if (name === "readPasted") return await expectShown([], typed, answer);
      expect(answer.status, JSON.stringify(read(answer, path, button).errors)).toBe(303);
      const all: Page[] = [
        [who, answer.location],
        ...(await auditOf(mark)),
        ...(pages?.({ id, path }) ?? []),
      ];
      expect(all.length, "the log has it").toBeGreaterThan(1);
      await expectShown(all, typed);
      const stands = await rows<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE ${keys[table] ?? "id"}::text = $1`,
        [id],
      );
      expect(stands.map(({ row }) => row).join()).not.toMatch(
        new RegExp(`${nobody}|2001-01-01|"administrator"`),
      );
      if (drawn) await expectInert(await watched(context, who), answer.location, []);
    } finally {
      await undo?.(id);
    }
  });

test("a change of units is shown as text before it is made, after it and when it is undone", async ({
  context,
}) => {
  const mark = token();
  const administrator = await as("administrator");
  const path = "/units/changes/new?kind=create";
  const form = await administrator.form(path, "Kiểm tra thay đổi");
  // Years ahead, so that no unit of today comes of it.
  const changes = { type1: "ward", code1: "39994", effectiveOn: today(1_500), decisionDate: today() };
  const typed = {
    name1: `${mark} ${corpus[1]}`,
    decisionNumber: `${mark} ${short}`,
    clause: `${mark} ${corpus[0]}`,
    note: `${mark} ${corpus[3]}`,
  };
  const checked = await administrator.post(form, { ...changes, ...typed });
  expect(checked.status).toBe(200);
  expect(becameMarkup(checked.body)).toBe(false);
  await expectShown([], typed, checked);
  try {
    const made = await administrator.post(form, { ...changes, ...typed, step: "send" });
    expect(made.status, JSON.stringify(read(made, path, "Kiểm tra thay đổi").errors)).toBe(303);
    const record = made.location.replace(/\?.*/, "");
    const around: Page[] = [
      ["administrator", record],
      ["administrator", "/units/changes"],
      ["leader", "/units"],
    ];
    await expectShown([...around, ...(await auditOf(mark))], typed);
    await expectInert(await watched(context, "administrator"), record, Object.values(typed));
    const why = { reason: `${mark} ${corpus[5]}` };
    const undone = await administrator.post(await administrator.form(record, "Hủy thay đổi này"), why);
    expect(undone.status).toBe(303);
    await expectShown(
      [
        ["administrator", record],
        ["administrator", "/units/changes"],
      ],
      { ...typed, ...why },
    );
  } finally {
    await takeBackChanges(mark);
  }
});

async function workbook(cells: string[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Khu dân cư").addRows(cells.map((cell) => [cell]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("a list of residential areas is shown as text, pasted, as .csv and as .xlsx, and stored as typed", async ({
  context,
}) => {
  const officer = await as("city_officer");
  const path = "/units/areas/import?unit=31340";
  const form = await officer.form(path, "Đọc danh sách");
  const mark = token();
  const lines = [1, 3, 6, 7].map((at) => `Tổ dân phố ${mark} ${corpus[at]}`);
  const typed = Object.fromEntries(lines.map((line) => [line, line]));
  const day = today();
  const quoted = lines.map((line) => `"${line.replaceAll('"', '""')}"`);
  const sheets: Changes[] = [
    { text: lines.join("\n") },
    {
      'file"; filename="danh sách.csv': Buffer.from(`Tên\n${quoted.join("\n")}\n`),
      file: undefined,
      text: "",
    },
    { 'file"; filename="danh sách.xlsx': await workbook(["Tên", ...lines]), file: undefined, text: "" },
  ];
  for (const sheet of sheets) {
    const answer = await officer.post(form, { day, ...sheet });
    expect(answer.status).toBe(200);
    expect(becameMarkup(answer.body)).toBe(false);
    expect(answer.body).toContain("Lưu 4 khu dân cư");
    await expectShown([], typed, answer);
  }
  try {
    const stored = await officer.post(form, { day, text: lines.join("\n"), store: "on", id: randomUUID() });
    expect([stored.status, becameMarkup(stored.body)]).toEqual([200, false]);
    const list = `/units/31340/areas?q=${mark}`;
    await expectShown([["city_officer", list]], typed);
    await expectInert(await watched(context, "city_officer"), list, lines);
  } finally {
    await rows("DELETE FROM residential_area WHERE name LIKE '%' || $1 || '%'", [mark]);
    await freshly();
  }
});
