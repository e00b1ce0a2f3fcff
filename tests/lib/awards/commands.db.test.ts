import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createAward, revokeAward, updateAward } from "@/lib/awards/commands";
import { getAward, newAward } from "@/lib/awards/queries";
import type { Actor } from "@/lib/core/access";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let phuLoi: number;

beforeAll(async () => {
  officer = await db.actor("city_officer");
  phuLoi = await db.unit("31510");
});

let serial = 0;
const typed = (more: object = {}) => {
  serial += 1;
  const award: Record<
    "id" | "recipientName" | "issuer" | "decisionNumber" | "decisionDate" | "achievement",
    string
  > & { recipientTitle?: string } & Record<string, unknown> = {
    id: randomUUID(),
    form: "merit_certificate",
    recipientKind: "individual",
    recipientName: `Cá nhân thử ${serial}`,
    unitId: phuLoi,
    issuer: "Công an thành phố Cần Thơ",
    decisionNumber: `${serial}/QĐ-CATP`,
    decisionDate: "2025-08-11",
    achievement: "Thành tích xuất sắc trong phong trào",
    ...more,
  };
  return award;
};
const stored = async (id: string) =>
  (await db.owner.query("SELECT *, revoked_on::text AS revoked FROM award WHERE id = $1", [id])).rows;
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );

describe("recording an award", () => {
  it("names the model it was given for; one that is none or was merged only where it stood before", async () => {
    const [model, merged] = [randomUUID(), randomUUID()];
    await db.owner.query(
      `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, 'Mô hình A', 'residential', '{drugs}', 'ward-police'), ($2, 'Mô hình B', 'residential', '{drugs}', 'ward-police')`,
      [model, merged],
    );
    const input = typed({ modelId: merged });
    await createAward(officer, input);
    await db.owner.query(
      "UPDATE security_model SET merged_into_id = $1, merged_on = '2026-01-01', merge_decision = '01' WHERE id = $2",
      [model, merged],
    );
    for (const modelId of [merged, randomUUID()])
      expect(await refusal(createAward(officer, typed({ modelId })))).toMatchObject({
        issues: [{ field: "modelId", code: "unknown-choice" }],
      });
    await updateAward(officer, { ...input, version: 1, achievement: "Thành tích khác" });
    expect(await getAward(officer, { id: input.id })).toMatchObject({ modelName: "Mô hình B" });
    await updateAward(officer, { ...input, version: 2, modelId: model });
    expect(await refusal(updateAward(officer, { ...input, version: 3 }))).toMatchObject({
      issues: [{ field: "modelId" }],
    });
    expect(await refusal(updateAward(officer, { ...input, version: 1, modelId: undefined }))).toMatchObject({
      code: "conflict",
      differing: [{ field: "modelId", theirs: "Mô hình A", yours: null }],
    });
    await updateAward(officer, { ...input, version: 3, modelId: undefined });
    expect((await stored(input.id))[0]).toMatchObject({ model_id: null });
  });

  it("stores it with an audit row, for a unit or for a body of the city", async () => {
    const input = typed({ recipientTitle: "Tổ trưởng Tổ bảo vệ an ninh trật tự" });
    await createAward(officer, input);
    expect((await stored(input.id))[0]).toMatchObject({
      recipient_name: input.recipientName,
      recipient_title: input.recipientTitle,
      unit_id: phuLoi,
      version: 1,
      revoked: null,
    });
    expect((await db.audit("awards.create"))[0]).toMatchObject({
      outcome: "done",
      subject_id: input.id,
      user_name: officer.username,
      after: { decisionNumber: input.decisionNumber },
    });
    const ofTheCity = typed({
      unitId: undefined,
      recipientKind: "collective",
      recipientName: "Tập thể Phòng Tham mưu",
    });
    await createAward(officer, ofTheCity);
    expect((await stored(ofTheCity.id))[0]).toMatchObject({ unit_id: null });
  });

  it("is one row however often it is sent, and no other body under its id (R3, R4)", async () => {
    const input = typed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => createAward(officer, input)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await stored(input.id)).toHaveLength(1);
    expect(await refusal(createAward(officer, { ...input, achievement: "Khác" }))).toMatchObject({
      code: "repeated",
    });
  });

  it("refuses the same decision for the same recipient, also in parallel and however it is spaced", async () => {
    const input = typed({ recipientName: "Tập thể khóm 3" });
    await createAward(officer, input);
    const again = { ...input, id: randomUUID(), recipientName: "tập thể  khóm 3", acceptSimilar: "on" };
    expect(await refusal(createAward(officer, again))).toMatchObject({
      code: "invalid",
      issues: [{ field: "decisionNumber", code: "already-recorded" }],
    });
    const twin = typed();
    const all = await Promise.allSettled(
      [1, 2, 3, 4].map(() => createAward(officer, { ...twin, id: randomUUID(), acceptSimilar: "on" })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await createAward(officer, { ...input, id: randomUUID(), recipientName: "Tập thể khóm 4" });
  });

  it("asks before the same form goes to the same recipient twice in a year, and takes a yes", async () => {
    const input = typed({ recipientName: "Tổ liên gia 5" });
    await createAward(officer, input);
    const second = typed({ recipientName: "Tổ liên gia 5", decisionDate: "2025-11-26" });
    expect(await refusal(createAward(officer, second))).toMatchObject({
      code: "similar",
      similar: [{ label: "Tổ liên gia 5", href: `/awards/${input.id}` }],
    });
    expect(await stored(second.id)).toEqual([]);
    await createAward(officer, { ...second, acceptSimilar: "on" });
    expect(await stored(second.id)).toHaveLength(1);
  });

  it("knows the recipient across the merger, and does not mistake a namesake, another form or another year", async () => {
    const before = typed({
      recipientName: "Tổ liên gia 6",
      unitId: await db.unit("31522", "2025-06-30"),
      decisionDate: "2025-03-02",
    });
    await createAward(officer, before);
    expect(await refusal(createAward(officer, typed({ recipientName: "Tổ liên gia 6" })))).toMatchObject({
      code: "similar",
    });
    await createAward(officer, typed({ recipientName: "Tổ liên gia 6", unitId: await db.unit("31135") }));
    await createAward(officer, typed({ recipientName: "Tổ liên gia 6", form: "diploma" }));
    await createAward(officer, typed({ recipientName: "Tổ liên gia 6", decisionDate: "2026-03-02" }));
    await createAward(officer, typed({ recipientName: "To lien gia 6" }));
  });

  it("refuses a unit that did not exist on the day, and one that never was", async () => {
    expect(await refusal(createAward(officer, typed({ decisionDate: "2025-06-30" })))).toMatchObject({
      issues: [{ field: "unitId", code: expect.stringMatching(/^unit-not-then/) }],
    });
    expect(await refusal(createAward(officer, typed({ unitId: 999_999 })))).toMatchObject({
      code: "not-found",
    });
    await expect(
      db.owner.query(
        "INSERT INTO award (id, form, recipient_kind, recipient_name, unit_id, issuer, decision_number, decision_date, achievement) VALUES ($1, 'diploma', 'household', 'x', $2, 'x', 'x', '2025-06-30', 'x')",
        [randomUUID(), phuLoi],
      ),
    ).rejects.toThrow("did not exist on");
  });

  it("names every fault, stores nothing and takes nothing the form does not ask (S19, S23)", async () => {
    const count = async () => (await db.owner.query("SELECT count(*)::int AS n FROM award")).rows[0].n;
    const before = await count();
    for (const [change, field, code] of [
      [{ recipientName: "x".repeat(10_000_000) }, "recipientName", "too-long:200"],
      [{ achievement: "a\u0000" }, "achievement", "bad-characters"],
      [{ issuer: "\ud800" }, "issuer", "bad-characters"],
      [{ decisionDate: "2099-01-01" }, "decisionDate", "in-the-future"],
      [{ decisionDate: "1974-01-01" }, "decisionDate", "too-early:1975-04-30"],
      [{ form: undefined }, "form", "required"],
    ] as const)
      expect(await refusal(createAward(officer, typed(change)))).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
    expect(await count()).toBe(before);
    const extra = typed({ revokedOn: "2025-09-01", revokedReason: "x", version: 7 });
    await createAward(officer, extra);
    expect((await stored(extra.id))[0]).toMatchObject({ revoked: null, version: 1 });
  });

  it("is the city officer's alone; the refusal is on record", async () => {
    const input = typed();
    for (const [role, unit] of [
      ["ward_officer", "31510"],
      ["ward_chief", "31510"],
      ["leader"],
      ["administrator"],
    ] as const)
      expect(await refusal(createAward(await db.actor(role, unit), input))).toMatchObject({ code: "denied" });
    expect((await db.audit("awards.create"))[0]).toMatchObject({ outcome: "refused", subject_id: input.id });
    expect(await stored(input.id)).toEqual([]);
  });

  it("starts the next form from the officer's own last decision", async () => {
    const colleague = await db.actor("city_officer");
    expect((await newAward(colleague, {})).last).toBeUndefined();
    const input = typed({ issuer: "Ủy ban nhân dân thành phố Cần Thơ", form: "diploma" });
    await createAward(colleague, input);
    await createAward(officer, typed());
    const { last, issuers } = await newAward(colleague, {});
    expect(last).toEqual({
      form: "diploma",
      issuer: input.issuer,
      decisionNumber: input.decisionNumber,
      decisionDate: input.decisionDate,
      achievement: input.achievement,
    });
    expect(issuers[0]).toBe("Công an thành phố Cần Thơ");
  });
});

describe("changing an award", () => {
  it("tells the second editor which fields differ, and loses nothing (R5)", async () => {
    const input = typed({ recipientTitle: "Tổ viên" });
    await createAward(officer, input);
    await updateAward(officer, { ...input, version: 1, issuer: "Bộ Công an" });
    const late = await refusal(
      updateAward(officer, { ...input, version: 1, unitId: undefined, recipientTitle: undefined }),
    );
    expect(late).toMatchObject({ code: "conflict", version: 2 });
    expect(late?.differing).toEqual(
      expect.arrayContaining([
        { field: "issuer", theirs: "Bộ Công an", yours: input.issuer },
        { field: "unitId", theirs: "Phường Phú Lợi", yours: null },
        { field: "recipientTitle", theirs: "Tổ viên", yours: null },
      ]),
    );
    expect(late?.differing).toHaveLength(3);
    await updateAward(officer, { ...input, version: 2, unitId: undefined, recipientTitle: undefined });
    expect((await stored(input.id))[0]).toMatchObject({
      version: 3,
      unit_id: null,
      recipient_title: null,
      issuer: input.issuer,
    });
    expect((await db.audit("awards.update"))[0]).toMatchObject({
      before: { issuer: "Bộ Công an" },
      after: { issuer: input.issuer },
    });
  });

  it("may not take another award's decision and recipient, and does not ask again about what stayed", async () => {
    const [first, second] = [typed({ recipientName: "Tổ 7" }), typed({ recipientName: "Tổ 8" })];
    await createAward(officer, first);
    await createAward(officer, second);
    const taken = {
      ...second,
      version: 1,
      recipientName: first.recipientName,
      decisionNumber: first.decisionNumber,
      acceptSimilar: "on",
    };
    expect(await refusal(updateAward(officer, taken))).toMatchObject({
      issues: [{ field: "decisionNumber", code: "already-recorded" }],
    });
    expect(
      await refusal(updateAward(officer, { ...second, version: 1, recipientName: first.recipientName })),
    ).toMatchObject({ code: "similar" });
    await updateAward(officer, {
      ...second,
      version: 1,
      recipientName: first.recipientName,
      acceptSimilar: "on",
    });
    await updateAward(officer, {
      ...second,
      version: 2,
      recipientName: first.recipientName,
      achievement: "Sửa chữ",
    });
  });
});

describe("revoking an award", () => {
  it("wants a reason and a day from the decision on, once", async () => {
    const input = typed();
    await createAward(officer, input);
    const revoke = (more: object = {}) =>
      revokeAward(officer, {
        id: input.id,
        version: 1,
        revokedOn: "2025-10-01",
        reason: "Khen trùng thành tích",
        ...more,
      });
    expect(await refusal(revoke({ revokedOn: "2025-08-10" }))).toMatchObject({
      issues: [{ field: "revokedOn", code: "before-decision" }],
    });
    expect(await refusal(revoke({ reason: undefined }))).toMatchObject({
      issues: [{ field: "reason", code: "required" }],
    });
    expect(await refusal(revoke({ version: 2 }))).toMatchObject({ code: "conflict", version: 1 });
    const all = await Promise.allSettled([revoke(), revoke(), revoke()]);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await stored(input.id))[0]).toMatchObject({
      revoked: "2025-10-01",
      revoked_reason: "Khen trùng thành tích",
      version: 2,
    });
    expect((await db.audit("awards.revoke"))[0]).toMatchObject({ outcome: "done", subject_id: input.id });
    expect((await getAward(officer, { id: input.id })).may).toEqual({ update: true, revoke: false });
    expect(
      await refusal(updateAward(officer, { ...input, version: 2, decisionDate: "2025-10-02" })),
    ).toMatchObject({ issues: [{ field: "decisionDate", code: "after-revocation" }] });
  });

  it("frees the recipient for another one that year", async () => {
    const input = typed({ recipientName: "Tổ 9" });
    await createAward(officer, input);
    await revokeAward(officer, { id: input.id, version: 1, revokedOn: "2025-10-01", reason: "x" });
    await createAward(officer, typed({ recipientName: "Tổ 9" }));
  });

  it("is nobody else's, and nothing of what is not there", async () => {
    const input = typed();
    await createAward(officer, input);
    const request = { id: input.id, version: 1, revokedOn: "2025-10-01", reason: "x" };
    for (const [role, unit] of [["ward_officer", "31510"], ["leader"]] as const)
      expect(await refusal(revokeAward(await db.actor(role, unit), request))).toMatchObject({
        code: "denied",
      });
    expect(await refusal(revokeAward(officer, { ...request, id: randomUUID() }))).toMatchObject({
      code: "not-found",
    });
  });
});
