import { expect, test } from "@playwright/test";
import { accounts, as } from "./as";
import { one, records, refusals, rows } from "./facts";
import { places, read, today } from "./forms";
import { actions, exported, keys, ofEverybody, ownPoint, ownSession, reason } from "./targets";
import { type Form, Visitor } from "./wire";

/*
 * Every server action × every role that may not, over HTTP (S17): the form of somebody who may, posted with the
 * cookie of somebody who may not. An action that is not listed among the targets fails the first test.
 */
test.describe.configure({ mode: "parallel" });

test("every action is listed, and leaves nobody out by accident", () => {
  expect(exported.length).toBeGreaterThan(20);
  expect([...exported].sort()).toEqual([...Object.keys(actions), ...ofEverybody].sort());
});

for (const [name, { permission, denied, target }] of Object.entries(actions))
  test(`${name}: refused to everybody who may not, unchanged, and on record`, async () => {
    const { path, button, who, changes = {}, table, id } = await target();
    const form: Form = await (await as(who)).form(path, button);
    const key = String(form.fields.find(([field]) => field === "id")?.[1] ?? id);
    const stand = () =>
      rows(
        `SELECT to_jsonb(t) - 'last_seen_at' AS row FROM ${table} t WHERE ${keys[table] ?? "id"} = $1 ORDER BY 1`,
        [id || key],
      );
    const before = await stand();
    expect(before.length > 0, "there is something to protect").toBe(id !== "");

    for (const role of denied) {
      const refused = await refusals(permission, accounts[role]);
      const visitor = await as(role);
      // At its own page, and smuggled in through one that everybody may open.
      for (const where of [form, { ...form, path: "/account" }]) {
        const answer = await visitor.post(where, changes);
        expect(answer.status, `${role} at ${where.path}`).toBeLessThan(500);
        expect(answer.location, `${role} at ${where.path}`).toBe("");
        expect(answer.body).not.toMatch(/[a-z]{6}(?:-[a-z]{6}){4}/);
      }
      expect(await stand(), role).toEqual(before);
      expect(await refusals(permission, accounts[role]), `${role} on record`).toBeGreaterThanOrEqual(
        refused + 1,
      );
    }
    const answer = await new Visitor().post(form, changes);
    expect(answer.status, "anonymous").toBeLessThan(500);
    expect(await stand(), "anonymous").toEqual(before);
  });

test("a record of another ward is not reached through a form of one's own (S18)", async () => {
  const { session, point } = await records();
  const officer = await as("ward_officer");
  const [ownId, ownPointId] = [await ownSession(), await ownPoint()];
  const cases: [path: string, button: string, table: string, id: string, permission: string][] = [
    [
      `/outreach-sessions/${ownId}/edit`,
      "Lưu thay đổi",
      "outreach_session",
      session.other.id,
      "outreach-sessions.update",
    ],
    [
      `/outreach-sessions/${ownId}`,
      "Xóa cuộc này",
      "outreach_session",
      session.other.id,
      "outreach-sessions.delete",
    ],
    [
      `/security-models/points/${ownPointId}/edit`,
      "Lưu thay đổi",
      "model_point",
      point.other.id,
      "security-models.points.update",
    ],
  ];
  for (const [path, button, table, id, permission] of cases) {
    const stand = () => one(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE id = $1`, [id]);
    const [before, refused] = [await stand(), await refusals(permission, accounts.ward_officer)];
    const form = await officer.form(path, button);
    for (const version of ["1", "2", "999"]) {
      const told = read(await officer.post(form, { id, version, ...reason }), path, button);
      expect(told.status, permission).toBe("error");
      expect(told.text, permission).toMatch(/Không tìm thấy dữ liệu này trong phạm vi|không thuộc đơn vị/);
    }
    expect(await stand()).toEqual(before);
    expect(await refusals(permission, accounts.ward_officer)).toBeGreaterThanOrEqual(refused + 3);
  }
});

test("one's own record cannot be given to another ward, nor to the city", async () => {
  const officer = await as("ward_officer");
  const { other } = await places();
  const id = await ownSession();
  const path = `/outreach-sessions/${id}/edit`;
  const form = await officer.form(path, "Lưu thay đổi");
  for (const unitId of [other, "", "0", "1999999999"]) {
    const told = read(await officer.post(form, { unitId, heldOn: today() }), path, "Lưu thay đổi");
    expect(told.status, unitId).toBe("error");
  }
  expect(await one("SELECT unit_id, version FROM outreach_session WHERE id = $1", [id])).toEqual({
    unit_id: Number((await places()).past),
    version: 1,
  });
});
