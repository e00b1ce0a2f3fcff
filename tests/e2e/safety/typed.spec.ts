import { expect, test } from "@playwright/test";
import { as } from "./as";
import { rows } from "./facts";
import { read, type Told, unheard } from "./forms";
import { actions, exported, keys, kinds, routed, type Target } from "./targets";
import { type Changes, typesOf } from "./wire";

/*
 * What no form takes (S19, S23), on the form of every server action: each field that a page offers is found in its
 * HTML, so that none can be forgotten, and given text, numbers, days and choices that nobody should be able to store.
 * The answer names every such field, keeps what was typed (U2), and leaves the database as it was.
 */
test.describe.configure({ mode: "parallel" });

/** Actions whose forms are tried elsewhere, or that no page offers to anybody here. */
const elsewhere: Record<string, string> = {
  enter: "bad-input.spec.ts: the door",
  changeOwnPassword: "bad-input.spec.ts: the password form",
  makeFirstAdministrator: "its page is gone once there is an account; tests/lib/account",
  saveReadings: "readings.spec.ts: each cell has an answer of its own",
  signOut: "a button",
  chooseLocale: "a button",
  endOwnSession: "a button",
  dropView: "a button",
};

/** Forms with buttons only: what they send is hidden in the page. */
const nothingToFill = [
  "takeFileAway",
  "changeTogether",
  "acceptMatching",
  "closeReadings",
  "putBoundariesOnMap",
  "approveFindings",
  "resetPassword",
  "endUserSessions",
];

/** Text that has a form of its own is refused for that before its length. */
const formatted = /^(point\d|coordinates|period|username)$/;
/** Whole lists and reports are longer than any other text. */
const long: Record<string, number> = { readPasted: 400_000, workAreaList: 400_000 };

const targets: Record<string, () => Promise<Target>> = {
  ...Object.fromEntries(Object.entries(actions).map(([name, { target }]) => [name, target])),
  ...routed,
  ...kinds,
};

test("every form is tried here, or says where else", () => {
  const tried = Object.keys(targets).filter((name) => exported.includes(name) && !(name in elsewhere));
  expect([...tried, ...Object.keys(elsewhere)].sort()).toEqual([...exported].sort());
});

/** What goes into every field of a kind at once, round by round. */
const rounds = [
  { text: "too long", count: "-999999999999999", day: "0001-01-01", choice: "Không có!" },
  { text: "\0b", count: "999999999999999", day: "2025-02-30", choice: "x'; DROP TABLE app_user; --" },
  {
    text: Buffer.from([0xed, 0xa0, 0x80, 0xc3, 0x28]),
    count: "9".repeat(400),
    day: "hôm qua",
    choice: "__proto__",
  },
];

const of = (names: readonly string[], value: string | Buffer): Changes =>
  Object.fromEntries(names.map((name) => [name, value]));

/** What the summary says, by the field it leads to; a page with several forms puts a word before its fields. */
function faults(told: Told, fields: readonly string[]): Record<string, string> {
  const named = (link: string) =>
    fields.find((field) => link === field || link.endsWith(`-${field}`)) ?? link;
  return Object.fromEntries(Object.entries(told.errors).map(([link, sentence]) => [named(link), sentence]));
}

function expectWords(told: Told, errors: Record<string, string>, where: string) {
  expect(told.answer.status, where).toBe(200);
  expect(told.status, where).toBe("error");
  expect(told.title, where).toMatch(/^Lỗi: /);
  expect(told.text, where).toContain("Có lỗi cần sửa");
  for (const [field, sentence] of Object.entries(errors)) {
    expect(sentence, `${where}, ${field}`).toMatch(
      /nhập|chọn|để trống|ghi|phải|rút ngắn|gõ lại|không quá|dài quá|không được|gồm|chưa tới|dạng/i,
    );
    expect(sentence, `${where}, ${field}`).not.toMatch(
      /vui lòng|không hợp lệ|undefined|null|NaN|\[object|Invalid/i,
    );
  }
}

for (const [name, target] of Object.entries(targets).filter(([name]) => !(name in elsewhere)))
  test(`every form refuses what nobody should store, and keeps what was typed: ${name}`, async () => {
    const { path, button, who, changes = {}, table, id } = await target();
    const visitor = await as(who);
    const form = await visitor.form(path, button);
    const types = Object.entries(typesOf(form));
    const named = (kind: string) => types.filter(([, type]) => type === kind).map(([field]) => field);
    const [texts, counts, days, choices] = [named("text"), named("count"), named("day"), named("choice")];
    const visible = [...texts, ...counts, ...days, ...choices];
    expect(visible.length > 0, "there is something to fill").toBe(!nothingToFill.includes(name));

    const key = String(form.fields.find(([field]) => field === "id")?.[1] ?? id);
    const stand = () =>
      rows(
        `SELECT to_jsonb(t) - 'last_seen_at' AS row FROM ${table} t WHERE ${keys[table] ?? "id"} = $1 ORDER BY 1`,
        [id || key],
      );
    const before = await stand();
    const words = unheard();
    const send = async (more: Changes) =>
      read(await visitor.post(form, { ...changes, ...more }), path, button);
    const given = (value: string | Buffer, first: boolean) =>
      first
        ? `${words} ${"dài ".repeat((long[name] ?? 10_000) / 4)}`
        : Buffer.concat([Buffer.from(words), Buffer.from(value as string)]);

    for (const [at, round] of visible.length > 0 ? rounds.entries() : []) {
      const typed = {
        ...of(texts, given(round.text, at === 0)),
        ...of(counts, round.count),
        ...of(days, round.day),
        ...of(choices, round.choice),
      };
      const told = await send(typed);
      const errors = faults(told, visible);
      expectWords(told, errors, `round ${at}`);
      expect(Object.keys(errors).sort(), `round ${at}`).toEqual(expect.arrayContaining([...visible].sort()));
      for (const field of texts.filter((field) => !formatted.test(field)))
        expect(errors[field], `${field}, round ${at}`).toMatch(at === 0 ? /ký tự|quá dài/ : /gõ lại/);
      for (const field of [...(at === 0 ? texts : []), ...counts, ...days])
        expect(told.kept.get(field), `${field} is kept, round ${at}`).toEqual([typed[field]]);
      expect(await stand(), `round ${at}`).toEqual(before);
    }

    // Beside what would be accepted: a day in the far future, and codes of lists that the database keeps.
    for (const field of days) {
      const told = await send({ [field]: "9999-12-31" });
      const errors = faults(told, visible);
      expectWords(told, errors, `${field} far ahead`);
      expect(Object.keys(errors), `${field} far ahead`).toContain(field);
      expect(await stand(), `${field} far ahead`).toEqual(before);
    }
    if (choices.length > 0) {
      const told = await send(of(choices, "nothing-of-the-kind"));
      expectWords(told, faults(told, visible), "choices nobody offered");
      expect(await stand(), "choices nobody offered").toEqual(before);
    }

    // What a page hides is refused in words, too, and is no fault of the server.
    const hidden = named("hidden").filter((field) => field !== "kind");
    if (hidden.length > 0) {
      const told = await send(
        Object.fromEntries(hidden.map((field, at) => [field, at % 2 ? "-1" : "x'; --"])),
      );
      expect(told.answer.status, `${hidden}`).toBeLessThan(500);
      expect(told.text, `${hidden}`).not.toContain("lỗi của hệ thống");
      expect(await stand(), `${hidden}`).toEqual(before);
    }
  });
