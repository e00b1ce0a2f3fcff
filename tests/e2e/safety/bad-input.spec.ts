import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { accounts, as, cookieName, enter, lend, makePerson, ownAddress, signedIn } from "./as";
import { count, one, refusals } from "./facts";
import {
  longAgo,
  places,
  read,
  type Spec,
  specNames,
  specs,
  submit,
  type Told,
  today,
  unheard,
} from "./forms";
import { type Changes, type Form, Visitor } from "./wire";

test.describe.configure({ mode: "parallel" });

/** A form opened once; nothing it is sent here is stored, so it may be sent again and again. */
async function opened(spec: Spec, who = spec.who) {
  const visitor = await as(who);
  const form = await visitor.form(spec.path, spec.button);
  return async (words: string, changes: Changes): Promise<Told> =>
    read(await visitor.post(form, { ...(await spec.values(words)), ...changes }), spec.path, spec.button);
}

/** What every refused form must do: say so first, say what to enter, keep what was typed, store nothing. */
async function expectRefused(told: Told, spec: Spec, words: string, fields: string[], typed: Changes = {}) {
  expect(told.answer.status).toBe(200);
  expect(told.status).toBe("error");
  expect(told.title).toMatch(/^Lỗi: /);
  expect(told.text).toContain("Có lỗi cần sửa");
  expect(Object.keys(told.errors).sort()).toEqual([...fields].sort());
  for (const sentence of Object.values(told.errors)) {
    expect(sentence).toMatch(/Nhập|Chọn|chọn|nhập|phải|rút ngắn|gõ lại|không quá|gồm|để trống|chỉ ghi/);
    expect(sentence).not.toMatch(/vui lòng|không hợp lệ|undefined|null|NaN|\[object/i);
  }
  for (const [name, value] of Object.entries(typed)) {
    if (name !== "acceptSimilar" && value !== undefined && !Buffer.isBuffer(value))
      expect(told.kept.get(name) ?? [], `${name} is kept`).toEqual(
        [value].flat().filter((one) => one !== "" || told.kept.has(name)),
      );
  }
  expect(await spec.found(words)).toBe(0);
}

const of = (fields: readonly string[] = [], value: Changes[string]): Changes =>
  Object.fromEntries(fields.map((name) => [name, value]));

for (const name of specNames) {
  const spec = specs[name];

  test(`${name}: nothing at all`, async () => {
    const words = unheard();
    const send = await opened(spec);
    const blank = of(Object.keys(await spec.values(words)), undefined);
    const told = await send(words, blank);
    await expectRefused(told, spec, words, Object.keys(spec.required));
    for (const [field, sentence] of Object.entries(spec.required))
      expect(told.errors[field]).toMatch(sentence);
    // Blanks are nothing too.
    const spaces = await send(words, of(Object.keys(spec.required), "   "));
    expect(Object.keys(spaces.errors).sort()).toEqual(Object.keys(spec.required).sort());
  });

  test(`${name}: one wrong field, every other value kept`, async () => {
    const words = unheard();
    const send = await opened(spec);
    const long = `${words} ${"dài ".repeat(2_000)}`;
    for (const fields of [spec.texts.slice(-1), spec.texts]) {
      const typed = { ...(await spec.values(words)), ...of(fields, long) };
      const told = await send(words, typed);
      await expectRefused(told, spec, words, fields, typed);
      for (const field of fields) expect(told.errors[field]).toContain("ký tự");
    }
  });

  test(`${name}: text that no database should hold`, async () => {
    const words = unheard();
    const send = await opened(spec);
    const bad: Record<string, string | Buffer> = {
      NUL: `${words}\0b`,
      escape: `${words}\u001b[31m`,
      "lone surrogate": Buffer.concat([Buffer.from(words), Buffer.from([0xed, 0xa0, 0x80])]),
      "broken UTF-8": Buffer.concat([Buffer.from(words), Buffer.from([0xc3, 0x28, 0xff])]),
    };
    for (const [kind, value] of Object.entries(bad)) {
      const told = await send(words, of(spec.texts, value));
      expect(Object.keys(told.errors).sort(), kind).toEqual([...spec.texts].sort());
      for (const field of spec.texts) expect(told.errors[field], kind).toMatch(/gõ lại/);
      expect(await spec.found(words), kind).toBe(0);
    }
  });

  test(`${name}: choices that nobody offered`, async () => {
    const words = unheard();
    const send = await opened(spec);
    for (const value of ["nothing-of-the-kind", "x'; DROP TABLE app_user; --", "__proto__"])
      await expectRefused(await send(words, of(spec.choices, value)), spec, words, spec.choices ?? []);
    for (const code of spec.codes ?? [])
      await expectRefused(await send(words, { [code]: "nothing-of-the-kind" }), spec, words, [code]);
    const told = await send(words, of(spec.codes, "'; --"));
    if (spec.codes) await expectRefused(told, spec, words, spec.codes);
  });

  test(`${name}: more than a megabyte is refused in words, and nothing is stored`, async () => {
    const words = unheard();
    const send = await opened(spec);
    const [field = ""] = spec.texts.toReversed();
    for (const size of name === "session" ? [1_200_000, 10_000_000] : [1_200_000]) {
      const { answer } = await send(words, { [field]: "x".repeat(size) });
      expect(answer.status).toBe(413);
      expect(answer.body).toMatch(/rút ngắn|quá dài|quá lớn/);
      expect(await spec.found(words)).toBe(0);
    }
  });
}

const dated = specNames.filter((name) => specs[name].days);
for (const name of dated) {
  const spec = specs[name];
  const [field = ""] = spec.days ?? [];
  /** A point that runs has a day. */
  const needs: Changes = name === "point" ? { status: "active" } : {};

  test(`${name}: days that cannot be`, async () => {
    const words = unheard();
    const send = await opened(spec);
    const days: Record<string, RegExp> = {
      [today(1)]: /chưa tới/,
      [today(400)]: /chưa tới/,
      "9999-12-31": /chưa tới/,
      "1975-04-29": /30\/04\/1975/,
      "0001-01-01": /30\/04\/1975/,
      "2025-02-30": /ngày có thật/,
      "2025-13-01": /ngày có thật/,
      "11/08/2025": /ngày có thật/,
      "2025-08-11T00:00:00Z": /ngày có thật/,
      "+275760-09-13": /ngày có thật/,
      "hôm qua": /ngày có thật/,
    };
    const tried = Object.entries(days).filter((_, at) => name === "session" || at % 4 === 0);
    for (const [day, sentence] of tried) {
      const told = await send(words, { ...needs, [field]: day });
      await expectRefused(told, spec, words, [field], { [field]: day });
      expect(told.errors[field], day).toMatch(sentence);
    }
  });
}

for (const name of specNames.filter((name) => specs[name].counts)) {
  const spec = specs[name];
  const fields = spec.counts ?? [];

  test(`${name}: counts that nobody counted`, async () => {
    const words = unheard();
    const send = await opened(spec);
    const counts: Record<string, RegExp> = {
      "-1": /từ [01] trở lên/,
      "-999999999999999": /trở lên/,
      "99999999": /không quá/,
      "999999999999999": /không quá/,
      "12,5": /phải là số/,
      "1e3": /phải là số/,
      "0x10": /phải là số/,
      "ba mươi lăm": /phải là số/,
      ["9".repeat(400)]: /không quá/,
      Infinity: /phải là số/,
    };
    for (const [typed, sentence] of Object.entries(counts)) {
      const told = await send(words, of(fields, typed));
      await expectRefused(told, spec, words, fields, of(fields, typed));
      for (const field of fields) expect(told.errors[field], `${field} ${typed}`).toMatch(sentence);
    }
  });
}

test("money that nobody paid", async () => {
  const words = unheard();
  const send = await opened(specs.point);
  const fields = ["budgetFunding", "socialFunding"];
  const sums: Record<string, RegExp> = {
    "-1": /từ 0 trở lên/,
    "1000000000001": /không quá 1.000.000.000.000/,
    "12,5": /phải là số/,
    "ba triệu": /phải là số/,
  };
  for (const [typed, sentence] of Object.entries(sums)) {
    const told = await send(words, of(fields, typed));
    await expectRefused(told, specs.point, words, fields, of(fields, typed));
    for (const field of fields) expect(told.errors[field], `${field} ${typed}`).toMatch(sentence);
  }
});

test("a unit that did not exist on the day is refused by every form that has both", async () => {
  const { past, now, commune } = await places();
  const cases: [keyof typeof specs, Changes][] = [
    ["session", { unitId: past, heldOn: today() }],
    ["session", { unitId: now, heldOn: longAgo }],
    ["point", { unitId: now, status: "active", startedOn: longAgo }],
    ["point", { unitId: past, status: "proposed", startedOn: "" }],
    ["award", { unitId: past, decisionDate: today() }],
    ["award", { unitId: now, decisionDate: longAgo }],
    ["step", { unitId: commune, decisionDate: "2020-01-01" }],
  ];
  for (const [name, changes] of cases) {
    const words = unheard();
    const told = await submit(specs[name], words, changes);
    await expectRefused(told, specs[name], words, ["unitId"], changes);
    expect(told.errors.unitId).toMatch(/không tồn tại/);
  }
});

test("a ward is no rural commune", async () => {
  const { now } = await places();
  const words = unheard();
  const told = await submit(specs.step, words, { unitId: now });
  await expectRefused(told, specs.step, words, ["unitId"]);
});

for (const [name, who] of [
  ["session", "ward_officer"],
  ["session", "ward_chief"],
  ["point", "ward_officer"],
  ["point", "ward_chief"],
] as const)
  test(`${name}: another ward's id is as unknown as none to the ${who}, and the try is on record`, async () => {
    const { other } = await places();
    const spec = specs[name];
    const before = await refusals(spec.permission, accounts[who]);
    const texts = new Set<string>();
    for (const unitId of [other, "1999999999"]) {
      const words = unheard();
      const told = await submit(spec, words, { unitId, heldOn: today(), startedOn: "" }, who);
      expect(told.status).toBe("error");
      expect(told.errors).toEqual({});
      expect(told.text).toMatch(/Không tìm thấy dữ liệu này trong phạm vi|không thuộc đơn vị/);
      expect(told.kept.get(name === "session" ? "place" : "site")).toEqual([words]);
      texts.add(/Có lỗi cần sửa.*?phạm vi của đơn vị/.exec(told.text)?.[0] ?? "");
      expect(await spec.found(words)).toBe(0);
    }
    expect(texts.size, "both are told the same").toBe(1);
    expect(await refusals(spec.permission, accounts[who])).toBeGreaterThanOrEqual(before + 2);
  });

test("units that do not exist are refused where every unit is in reach", async () => {
  for (const name of ["session", "point", "award", "step"] as const) {
    for (const unitId of ["1999999999", "-1", "0", "1.5", "31510'"]) {
      const words = unheard();
      const told = await submit(specs[name], words, { unitId }, "city_officer");
      expect(told.status, `${name} ${unitId}`).toBe("error");
      expect(await specs[name].found(words)).toBe(0);
    }
  }
  const words = unheard();
  const { status } = await submit(specs.user, words, { role: "ward_officer", unitId: "1999999999" });
  expect(status).toBe("error");
  expect(await specs.user.found(words)).toBe(0);
});

test("a second role is told the same of the same bad input", async () => {
  for (const name of specNames) {
    const spec = specs[name];
    for (const who of spec.others) {
      const words = unheard();
      const send = await opened(spec, who);
      const [field = ""] = spec.counts ?? spec.texts;
      const first = await submit(spec, words, { [field]: "-5" });
      const second = await send(words, { [field]: "-5" });
      expect(second.errors, `${name} ${who}`).toEqual(first.errors);
      await expectRefused(second, spec, words, [field], { [field]: "-5" });
    }
  }
});

test("keys that no form has are ignored (S19)", async () => {
  const words = unheard();
  const [{ id: other }, { id: own }] = [
    await one<{ id: string }>("SELECT id FROM app_user WHERE username = 'quantri'"),
    await one<{ id: string }>("SELECT id FROM app_user WHERE username = 'phuloi'"),
  ];
  const extra: Changes = {
    version: "99",
    createdById: other,
    created_by_id: other,
    recordedBy: other,
    createdAt: "2001-01-01T00:00:00Z",
    updatedAt: "2001-01-01T00:00:00Z",
    deletedAt: "2001-01-01",
    deletedReason: "x",
    status: "done",
    role: "administrator",
    reach: "*",
    userId: other,
    unit_id: "1",
    "unitId[]": "1",
    __proto__x: "1",
    "constructor.prototype.role": "administrator",
  };
  const told = await submit(specs.session, words, extra);
  expect(told.answer.status).toBe(303);
  const row = await one<{
    created_by_id: string;
    version: number;
    deleted_at: unknown;
    created_at: Date;
    unit_id: number;
  }>("SELECT * FROM outreach_session WHERE place = $1", [words]);
  expect(row).toMatchObject({
    created_by_id: own,
    version: 1,
    deleted_at: null,
    unit_id: Number((await places()).past),
  });
  expect(row.created_at.getTime()).toBeGreaterThan(Date.now() - 600_000);

  const person = unheard("Người");
  await submit(specs.user, person, {
    ...extra,
    role: "leader",
    status: "disabled",
    disabledAt: "2001-01-01",
    password: "x",
    hash: "x",
  });
  expect(await one("SELECT role, version, disabled_at FROM app_user WHERE name = $1", [person])).toEqual({
    role: "leader",
    version: 1,
    disabled_at: null,
  });

  const site = unheard("Điểm");
  await submit(specs.point, site, {
    ...extra,
    status: "proposed",
    endedOn: "2020-01-01",
    endKind: "removed",
    endDecision: "x",
  });
  expect(
    await one("SELECT status, version, ended_on, end_kind FROM model_point WHERE site = $1", [site]),
  ).toEqual({ status: "proposed", version: 1, ended_on: null, end_kind: null });

  const recipient = unheard("Tập thể");
  await submit(specs.award, recipient, { ...extra, revokedOn: today(), revokedReason: "x" });
  expect(
    await one("SELECT version, revoked_on, revoked_reason FROM award WHERE recipient_name = $1", [recipient]),
  ).toEqual({ version: 1, revoked_on: null, revoked_reason: null });
});

test("a field that is given twice, or as a file, does no harm", async () => {
  const visitor = await as("ward_officer");
  const form = await visitor.form(specs.session.path, specs.session.button);
  const words = unheard();
  const values = await specs.session.values(words);
  const twice = await visitor.post(form, {
    ...values,
    unitId: [(await places()).past, (await places()).other],
  });
  expect(twice.status).toBe(303);
  expect(await one("SELECT unit_id FROM outreach_session WHERE place = $1", [words])).toEqual({
    unit_id: Number((await places()).past),
  });
  const unseen = unheard();
  const asFile = await visitor.post(
    { ...form, fields: form.fields },
    { ...(await specs.session.values(unseen)), 'place"; filename="x.txt': "from a file", place: undefined },
  );
  expect(read(asFile, specs.session.path, specs.session.button).errors.place).toMatch(/Nhập địa điểm/);
});

test("an id that is no id, or somebody else's, makes no record and changes none", async () => {
  const words = unheard();
  const taken = unheard();
  await submit(specs.session, taken, {}, "city_officer");
  const { id } = await one<{ id: string }>("SELECT id FROM outreach_session WHERE place = $1", [taken]);
  for (const bad of ["1", "", "../../x", id.toUpperCase(), id]) {
    const told = await submit(specs.session, words, { id: bad });
    expect(told.status, bad).toBe("error");
    expect(told.text).not.toContain(taken);
  }
  expect(await specs.session.found(words)).toBe(0);
  expect(await specs.session.found(taken)).toBe(1);
});

test("a reason is asked before anything is removed", async () => {
  const words = unheard();
  await submit(specs.session, words);
  const { id } = await one<{ id: string }>("SELECT id FROM outreach_session WHERE place = $1", [words]);
  const officer = await as("ward_officer");
  const form = await officer.form(`/outreach-sessions/${id}`, "Xóa cuộc này");
  for (const reason of ["", "   ", "x".repeat(501), "a\0b"]) {
    const { status } = read(await officer.post(form, { reason }), form.path, "Xóa cuộc này");
    expect(status, reason.slice(0, 5)).toBe("error");
  }
  for (const version of ["0", "2", "-1", "x", "1e1"]) {
    const told = read(await officer.post(form, { reason: "thử", version }), form.path, "Xóa cuộc này");
    expect(["error", "conflict"], version).toContain(told.status);
  }
  expect(await count("SELECT FROM outreach_session WHERE id = $1 AND deleted_at IS NULL", [id])).toBe(1);
});

test.describe("at the door", () => {
  const post = async (visitor: Visitor, form: Form, changes: Changes) =>
    read(await visitor.post(form, changes), "/sign-in", "Đăng nhập");

  test("nothing, too much, and what cannot be a name are refused in words", async () => {
    const visitor = new Visitor(ownAddress());
    const form = await visitor.form("/sign-in", "Đăng nhập");
    const empty = await post(visitor, form, {});
    expect(empty.status).toBe("error");
    expect(empty.title).toMatch(/^Lỗi: /);
    expect(Object.keys(empty.errors).sort()).toEqual(["password", "username"]);
    for (const username of ["a\0b", "x".repeat(100_000), "' OR 1=1 --", "\u202Equantri", "quan\ttri%"]) {
      const told = await post(visitor, form, { username, password: "sai rồi, thử lại nhé" });
      expect(told.errors.password).toBe("Tên đăng nhập hoặc mật khẩu chưa đúng");
      expect(told.kept.get("password") ?? [""]).toEqual([""]);
    }
    const long = await post(visitor, form, { username: "nguoi.la", password: "x".repeat(500_000) });
    expect(long.errors.password).toBe("Tên đăng nhập hoặc mật khẩu chưa đúng");
    expect(visitor.cookies.has(cookieName)).toBe(false);
  });

  test("the name that was typed is kept, the password never comes back", async () => {
    const visitor = new Visitor(ownAddress());
    const form = await visitor.form("/sign-in", "Đăng nhập");
    const secret = `không phải mật khẩu ${randomUUID()}`;
    const told = await post(visitor, form, { username: "ai.do", password: secret });
    expect(told.kept.get("username")).toEqual(["ai.do"]);
    expect(told.answer.body).not.toContain(secret);
  });

  test("the way back leads nowhere but into the portal", async () => {
    const person = await makePerson();
    for (const next of [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "javascript:alert(1)",
      "/\t/evil.example",
      "/api/health",
      "/sign-in",
    ]) {
      const visitor = new Visitor();
      const form = await visitor.form("/sign-in", "Đăng nhập");
      const answer = await visitor.post(form, { ...person, id: undefined, next });
      expect(answer.status, next).toBe(303);
      expect(answer.location, next).toBe("/");
    }
  });
});

test("the password form: every wrong way, with the right one unharmed", async () => {
  const person = await makePerson();
  const visitor = await signedIn(person);
  const form = await visitor.form("/account/password", "Đổi mật khẩu");
  const post = async (changes: Changes) => read(await visitor.post(form, changes), form.path, "Đổi mật khẩu");
  const fresh = `một câu mới của riêng ${randomUUID()}`;
  const right = { currentPassword: person.password, newPassword: fresh, newPasswordAgain: fresh };

  const cases: [Changes, string[]][] = [
    [
      { currentPassword: "", newPassword: "", newPasswordAgain: "" },
      ["currentPassword", "newPassword", "newPasswordAgain"],
    ],
    [{ ...right, newPasswordAgain: "khác hẳn câu trên kia" }, ["newPasswordAgain"]],
    [{ ...right, newPassword: "ngắn", newPasswordAgain: "ngắn" }, ["newPassword"]],
    [{ ...right, newPassword: "x1".repeat(65), newPasswordAgain: "x1".repeat(65) }, ["newPassword"]],
    [{ ...right, newPassword: "a".repeat(20), newPasswordAgain: "a".repeat(20) }, ["newPassword"]],
    [{ ...right, newPassword: "mật khẩu mật khẩu", newPasswordAgain: "mật khẩu mật khẩu" }, ["newPassword"]],
    [
      { ...right, newPassword: `a\0${fresh}`, newPasswordAgain: `a\0${fresh}` },
      ["newPassword", "newPasswordAgain"],
    ],
    [{ ...right, newPassword: person.password, newPasswordAgain: person.password }, ["newPassword"]],
    [{ ...right, currentPassword: "không phải câu này đâu" }, ["currentPassword"]],
    [{ ...right, currentPassword: undefined }, ["currentPassword"]],
  ];
  for (const [changes, fields] of cases) {
    const told = await post(changes);
    expect(told.status).toBe("error");
    expect(Object.keys(told.errors).sort()).toEqual([...fields].sort());
    for (const value of [person.password, fresh]) expect(told.answer.body).not.toContain(value);
  }
  // Another's name in the form changes nothing of theirs: only the session says whose password it is.
  const done = await post({ ...right, username: "quantri", userId: randomUUID() });
  expect(done.answer.status).toBe(303);
  const again = new Visitor();
  await enter(again, person.username, fresh);
  expect(again.cookies.has(cookieName)).toBe(true);
});

/** Pastes as a script could: at once, whatever the length. */
const paste = (page: Page, name: string, size: number) =>
  page.locator(`main [name="${name}"]`).evaluate((box, length) => {
    const element = box as HTMLTextAreaElement;
    const prototype = Object.getPrototypeOf(element);
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, "x".repeat(length));
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }, size);

for (const size of [1_200_000, 10_000_000])
  test(`in the browser ${size / 1_000_000} MB of text are answered by the form, and nothing typed is lost`, async ({
    context,
    page,
  }) => {
    await lend(context, await as("ward_officer"));
    await page.goto("/outreach-sessions/new");
    const words = unheard();
    await page.getByLabel("Địa điểm").fill(words);
    await paste(page, "note", size);
    await page.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();
    await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible({ timeout: 45_000 });
    await expect(page.getByLabel("Địa điểm")).toHaveValue(words);
    expect(await specs.session.found(words)).toBe(0);
  });

test("in the browser a form that cannot be sent stays as it is, and says so", async ({ context, page }) => {
  await lend(context, await as("ward_officer"));
  await page.goto("/outreach-sessions/new");
  const words = unheard();
  await page.getByLabel("Địa điểm").fill(words);
  await page.route("**/outreach-sessions/new", (route) =>
    route.request().method() === "POST" ? route.abort("internetdisconnected") : route.continue(),
  );
  await page.getByRole("button", { name: "Lưu cuộc tuyên truyền" }).click();
  await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
  await expect(page.getByLabel("Địa điểm")).toHaveValue(words);
});
