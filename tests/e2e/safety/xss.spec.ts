import { randomUUID } from "node:crypto";
import { type BrowserContext, expect, test } from "@playwright/test";
import { as, makeAccount, ownAddress } from "./as";
import { becameMarkup, corpus, expectInert, short, watched } from "./corpus";
import { one } from "./facts";
import { longAgo, type Spec, specs, submit } from "./forms";
import { type Changes, Visitor } from "./wire";

/*
 * Text that would run if it were ever taken for markup (S28), in every text field that is stored: seen in lists,
 * records, forms and the audit log. Nothing may run, no element may come of it, and all of it is shown as typed.
 */
test.describe.configure({ mode: "parallel" });

/** Stores a record with a piece of the corpus in each text field; tells what went where. */
async function stored(spec: Spec, fits: (field: string) => boolean = () => true) {
  const token = randomUUID().slice(0, 8);
  const typed: Record<string, string> = Object.fromEntries(
    spec.texts.map((field, at) => [
      field,
      `${token} ${fits(field) ? corpus[(at * 3) % corpus.length] : short}`,
    ]),
  );
  const first = typed[spec.texts[0] ?? ""] ?? "";
  const told = await submit(spec, first, typed);
  return { token, typed, told };
}

test("an outreach session", async ({ context }) => {
  for (const offset of [0, 1, 2]) {
    const token = randomUUID().slice(0, 8);
    const typed = {
      place: `${token} ${corpus[offset * 2]}`,
      note: `${corpus.slice(offset * 3, offset * 3 + 4).join("\n")}`,
    };
    const told = await submit(specs.session, typed.place, typed);
    expect(told.answer.status).toBe(303);
    const { id } = await one<{ id: string }>("SELECT id FROM outreach_session WHERE place LIKE $1 || '%'", [
      token,
    ]);
    const page = await watched(context, "administrator");
    const city = await watched(await freshContext(context), "city_officer");
    await expectInert(page, `/outreach-sessions?from=${longAgo}&to=${longAgo}&q=${token}`, [typed.place]);
    await expectInert(page, `/outreach-sessions/${id}`, [typed.place, ...typed.note.split("\n")]);
    await expectInert(city, `/outreach-sessions/${id}/edit`, Object.values(typed));
    await expectInert(page, `/audit?subject=${id}`, [typed.place, ...typed.note.split("\n")]);
    await city.context().close();
  }
});

async function freshContext(context: BrowserContext): Promise<BrowserContext> {
  return (context.browser() as NonNullable<ReturnType<BrowserContext["browser"]>>).newContext();
}

test("a security model and its look-alikes", async ({ context }) => {
  const { token, typed } = await stored(specs.model);
  const { id } = await one<{ id: string }>("SELECT id FROM security_model WHERE name LIKE $1 || '%'", [
    token,
  ]);
  const page = await watched(context, "city_officer");
  await expectInert(page, `/security-models?state=all&q=${token}`, [typed.name ?? ""]);
  await expectInert(page, `/security-models/${id}`, Object.values(typed));
  await expectInert(page, `/security-models/${id}/edit`, Object.values(typed));
  await expectInert(page, `/security-models/points/new`, [typed.name ?? ""]);
  const alike = await submit(specs.model, `${typed.name}`, { acceptSimilar: undefined });
  expect(alike.status).toBe("warning");
  expect(becameMarkup(alike.answer.body)).toBe(false);
  const administrator = await watched(await freshContext(context), "administrator");
  await expectInert(administrator, `/audit?subject=${id}`, Object.values(typed));
});

test("a point of a model", async ({ context }) => {
  const { token, typed } = await stored(specs.point);
  const { id } = await one<{ id: string }>("SELECT id FROM model_point WHERE site LIKE $1 || '%'", [token]);
  const page = await watched(context, "ward_officer");
  const listed = `status=all&q=${token}&cols=model.decision.address.contactPost`;
  await expectInert(page, `/security-models/points?${listed}`, [typed.site ?? "", typed.decision ?? ""]);
  await expectInert(page, `/security-models/points/bulk?${listed}&act=siteKind&to=market`, [
    typed.site ?? "",
  ]);
  await expectInert(page, `/security-models/points/${id}`, Object.values(typed));
  // The decision is a step's and stays with it.
  const { decision: _, ...corrected } = typed;
  await expectInert(page, `/security-models/points/${id}/edit`, Object.values(corrected));
  const administrator = await watched(await freshContext(context), "administrator");
  await expectInert(administrator, `/audit?subject=${id}`, Object.values(typed));
});

test("the papers of a point's steps, and why one was taken back", async ({ context }) => {
  const site = `Thử ${randomUUID()}`;
  await submit(specs.point, site);
  const { id } = await one<{ id: string }>("SELECT id FROM model_point WHERE site = $1", [site]);
  const city = await as("city_officer");
  const [decision = "", reason = ""] = [`QĐ ${corpus[1]}`, `Trùng ${corpus[3]}`];
  const path = `/security-models/points/${id}`;
  await city.post(await city.form(`${path}/steps/approve`, "Phê duyệt điểm"), { decision });
  await city.post(await city.form(path, "Hủy bước đã ghi"), { reason });
  await city.post(await city.form(`${path}/steps/decline`, "Không phê duyệt"), { reason: `${corpus[0]}` });
  const page = await watched(context, "city_officer");
  await expectInert(page, path, [decision, reason, `${corpus[0]}`]);
  // What a link fills in is typed text, too.
  await submit(specs.point, `${site} 2`);
  const other = await one<{ id: string }>("SELECT id FROM model_point WHERE site = $1", [`${site} 2`]);
  const link = `/security-models/points/${other.id}/steps/decline?reason=${encodeURIComponent(`${corpus[1]}`)}`;
  await expectInert(page, link, [`${corpus[1]}`]);
  const administrator = await watched(await freshContext(context), "administrator");
  await expectInert(administrator, `/audit?subject=${id}`, [decision, reason, `${corpus[0]}`]);
});

test("an award, and its revocation", async ({ context }) => {
  const { token, typed } = await stored(specs.award, (field) => field !== "decisionNumber");
  const { id } = await one<{ id: string }>("SELECT id FROM award WHERE recipient_name LIKE $1 || '%'", [
    token,
  ]);
  const page = await watched(context, "city_officer");
  await expectInert(page, `/awards?from=${longAgo}&to=${longAgo}&q=${token}`, [typed.recipientName ?? ""]);
  await expectInert(page, `/awards/${id}/edit`, Object.values(typed));
  // The next award's form starts from this one.
  await expectInert(page, "/awards/new", []);
  const officer = await as("city_officer");
  const reason = `${token} ${corpus[2]}`;
  await officer.post(await officer.form(`/awards/${id}`, "Thu hồi khen thưởng"), {
    revokedOn: "2020-01-01",
    reason,
  });
  await expectInert(page, `/awards/${id}`, [...Object.values(typed), reason]);
  const administrator = await watched(await freshContext(context), "administrator");
  await expectInert(administrator, `/audit?subject=${id}`, [reason, ...Object.values(typed)]);
});

test("an account, the reason it was disabled for, and its own page", async ({ context }) => {
  const { token, typed } = await stored(specs.user, (field) => field === "title");
  const { id } = await one<{ id: string }>("SELECT id FROM app_user WHERE name LIKE $1 || '%'", [token]);
  const page = await watched(context, "administrator");
  await expectInert(page, `/users?q=${token}`, Object.values(typed));
  await expectInert(page, `/users/${id}/edit`, Object.values(typed));
  const administrator = await as("administrator");
  const reason = `${token} ${corpus[5]}`;
  await administrator.post(await administrator.form(`/users/${id}`, "Khóa tài khoản"), { reason });
  await expectInert(page, `/users/${id}`, [...Object.values(typed), reason]);
  await expectInert(page, `/audit?subject=${id}`, [...Object.values(typed), reason]);
});

test("what strangers type at the door, and call their browser", async ({ context }) => {
  const visitor = new Visitor(ownAddress());
  const form = await visitor.form("/sign-in", "Đăng nhập");
  const username = `${randomUUID().slice(0, 6)}"><svg/onload=window.xss=1 data-xss>`;
  await visitor.post(form, { username, password: `${corpus[1]} và hơn nữa` }, { "user-agent": corpus[1] });
  const page = await watched(context, "administrator");
  await expectInert(page, `/audit?user=${encodeURIComponent(username)}`, [username]);

  const person = await makeAccount();
  const door = await visitor.form("/sign-in", "Đăng nhập");
  await visitor.post(door, { ...person, id: undefined }, { "user-agent": corpus[1] });
  await expectInert(page, `/users/${person.id}`, [`"><img src=x`]);
});

test("what stands in an address", async ({ context }) => {
  const page = await watched(context, "administrator");
  for (const text of corpus.slice(0, 6)) {
    const word = encodeURIComponent(text);
    for (const path of [
      "/outreach-sessions",
      "/security-models",
      "/awards",
      "/rural-standard",
      "/units",
      "/users",
    ])
      await expectInert(
        page,
        `${path}?q=${word}&unit=${word}&from=${word}&period=${word}&cursor=${word}`,
        [],
      );
    await expectInert(page, `/?unit=${word}&view=${word}&boundary=${word}`, []);
    await expectInert(page, `/audit?user=${word}&action=${word}&subject=${word}`, []);
  }
  const stranger = new Visitor();
  for (const text of corpus) {
    const door = await stranger.send(`/sign-in?next=${encodeURIComponent(`/${text}`)}`);
    const missing = await stranger.send(`/${encodeURIComponent(text)}`);
    expect([door.body, missing.body].map(becameMarkup), text).toEqual([false, false]);
  }
});

test("what comes back in a refused form", async ({ context }) => {
  const page = await watched(context, "city_officer");
  await page.goto("/security-models/new");
  const typed: Changes = {};
  for (const [at, field] of specs.model.texts.entries()) {
    typed[field] = corpus[at];
    await page.locator(`main [name="${field}"]`).fill(corpus[at] ?? "");
  }
  await page.getByRole("button", { name: "Lưu mô hình" }).click();
  await expect(page.getByRole("heading", { name: "Có lỗi cần sửa" })).toBeVisible();
  for (const [field, value] of Object.entries(typed))
    await expect(page.locator(`main [name="${field}"]`)).toHaveValue(String(value));
  expect(await page.evaluate(() => (window as typeof window & { xss?: number }).xss)).toBeUndefined();
  expect(await page.locator("[data-xss]").count()).toBe(0);
});
