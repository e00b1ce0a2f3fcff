import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { readContext } from "@/lib/core/context";
import { createModel, updateModel } from "@/lib/security-models/commands";
import { editModel, listModels } from "@/lib/security-models/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;

beforeAll(async () => {
  officer = await db.actor("city_officer");
});

let nth = 0;
const words = [
  "Kẻng",
  "Bến",
  "Vườn",
  "Lò",
  "Chợ",
  "Trạm",
  "Phum",
  "Rạch",
  "Hẻm",
  "Đèn",
  "Quạt",
  "Ghe",
  "Sân",
  "Gốm",
];
const typed = (more: object = {}) => ({
  id: randomUUID(),
  name: `${words[nth++ % words.length]} ${randomUUID().slice(0, 13)}`,
  block: "residential",
  fields: ["crime-prevention"],
  principles: ["self_prevention"],
  coreForce: "commune-police",
  ...more,
});
const stored = async (id: string) =>
  (await db.owner.query("SELECT * FROM security_model WHERE id = $1", [id])).rows;
const aliases = async (id: string) =>
  (
    await db.owner.query(
      "SELECT alias, is_name FROM model_alias WHERE model_id = $1 ORDER BY is_name DESC, alias",
      [id],
    )
  ).rows;
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );

describe("registering a model", () => {
  it("stores it with every spelling, its name among them, and an audit row", async () => {
    const input = typed({
      name: "Câu lạc bộ hướng thiện",
      aliases: "CLB hướng thiện\nCâu lạc bộ hướng thiện",
      directives: ["2025-11-26-2"],
    });
    await createModel(officer, input);
    expect((await stored(input.id))[0]).toMatchObject({
      name: input.name,
      directives: ["2025-11-26-2"],
      mass_mobilization: false,
      version: 1,
    });
    expect(await aliases(input.id)).toEqual([
      { alias: "Câu lạc bộ hướng thiện", is_name: true },
      { alias: "CLB hướng thiện", is_name: false },
    ]);
    expect((await db.audit("security-models.create"))[0]).toMatchObject({
      subject_id: input.id,
      outcome: "done",
      after: { name: input.name },
    });
  });

  it("is one row however often it is sent, also twenty times at once (R3, R4)", async () => {
    const input = typed();
    const answers = await Promise.all(Array.from({ length: 20 }, () => createModel(officer, input)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([input.id]));
    expect(await stored(input.id)).toHaveLength(1);
    expect(await refusal(createModel(officer, { ...input, name: "Tên khác hẳn" }))).toMatchObject({
      code: "repeated",
    });
  });

  it("is for the city only", async () => {
    for (const [role, unit] of [
      ["ward_officer", "31510"],
      ["ward_chief", "31510"],
      ["leader"],
      ["administrator"],
    ] as const)
      expect(await refusal(createModel(await db.actor(role, unit), typed()))).toMatchObject({
        code: "denied",
      });
    expect((await db.audit("security-models.create"))[0]).toMatchObject({ outcome: "refused" });
  });

  it("names every fault and stores nothing", async () => {
    const cases: [object, string, string][] = [
      [{ name: "" }, "name", "required"],
      [{ name: "x".repeat(10_000_000) }, "name", "too-long:200"],
      [{ name: "a\u0000b" }, "name", "bad-characters"],
      [{ aliases: "\ud800" }, "aliases", "bad-characters"],
      [{ block: "village" }, "block", "unknown-choice"],
      [{ fields: ["no-such-field"] }, "fields", "unknown-choice"],
      [{ fields: [] }, "fields", "required"],
      [{ principles: ["self_service"] }, "principles", "unknown-choice"],
      [{ coreForce: "nobody" }, "coreForce", "unknown-choice"],
      [{ directives: ["nobody-said"] }, "directives", "unknown-choice"],
    ];
    const count = async () =>
      (await db.owner.query("SELECT count(*)::int AS n FROM security_model")).rows[0].n;
    const before = await count();
    for (const [change, field, code] of cases)
      expect(await refusal(createModel(officer, typed(change)))).toMatchObject({
        code: "invalid",
        issues: [{ field, code }],
      });
    expect(await count()).toBe(before);
  });

  it("takes nothing the form does not ask (S19)", async () => {
    const input = typed({ version: 7, createdAt: "1999-01-01" });
    await createModel(officer, input);
    expect((await stored(input.id))[0]).toMatchObject({ version: 1 });
  });
});

describe("a name like one that stands (T11)", () => {
  const faith = typed({ name: "Sư sãi và phật tử tham gia phòng chống tội phạm" });
  const union = typed({
    name: "Nghiệp đoàn xe ôm tham gia phòng, chống tội phạm",
    aliases: "Tổ xe ôm tự quản",
  });

  beforeAll(async () => {
    await createModel(officer, faith);
    await createModel(officer, union);
    await createModel(officer, typed({ name: "Tuyến đường an ninh trật tự, sáng - xanh - sạch - đẹp" }));
  });

  it.each([
    ["Sư sãi, phật tử tham gia phòng chống tội phạm", 0],
    ["SU SAI VA PHAT TU THAM GIA PHONG CHONG TOI PHAM", 0],
    ["Nghiệp đoàn xe honda tham gia phòng, chống tội phạm", 1],
    ["Nghiệp đoàn xe honda khách tham gia phòng, chống tội phạm", 1],
    ["Nghiệp đoàn xe ôm", 1],
    ["Tổ xe ôm tự quản", 1],
    ["Mô hình tổ xe ôm tự quản", 1],
  ])("%s is shown what it may be, and stored only when that was seen", async (name, which) => {
    const like = [faith, union][which] as typeof faith;
    const input = typed({ name });
    const answer = await refusal(createModel(officer, input));
    expect(answer).toMatchObject({
      code: "similar",
      similar: [{ label: like.name, href: `/security-models/${like.id}` }],
    });
    expect(await stored(input.id)).toEqual([]);
  });

  it("is stored when the look-alike was seen", async () => {
    const input = typed({ name: "Tuyến đường ANTT, sáng - xanh - sạch - đẹp" });
    expect(await refusal(createModel(officer, input))).toMatchObject({ code: "similar" });
    await createModel(officer, { ...input, acceptSimilar: "on" });
    expect(await stored(input.id)).toHaveLength(1);
  });

  it.each([
    "Hộp thư tố giác tội phạm",
    "Camera an ninh",
    "Tổ tự quản tuyến kênh an ninh",
    "Chợ an toàn về an ninh trật tự",
    "Mắt thần an ninh",
  ])("%s is not taken for another one", async (name) => {
    await createModel(officer, typed({ name }));
  });

  it("is asked again on renaming, not on every other change", async () => {
    const input = typed();
    await createModel(officer, input);
    const renamed = { ...input, version: 1, name: "Sư sãi, phật tử phòng chống tội phạm" };
    expect(await refusal(updateModel(officer, renamed))).toMatchObject({ code: "similar" });
    await updateModel(officer, { ...renamed, acceptSimilar: "on" });
    await updateModel(officer, { ...renamed, version: 2, description: "Tại các chùa" });
    expect(await aliases(input.id)).toEqual([{ alias: renamed.name, is_name: true }]);
  });

  it("is found when two enter the same model at the same time", async () => {
    const name = `Phao tiêu ${randomUUID()}`;
    const codes = (
      await Promise.all(
        [typed({ name }), typed({ name })].map((input) => refusal(createModel(officer, input))),
      )
    ).map((answer) => answer?.code);
    expect(codes.sort()).toEqual(["similar", undefined]);
  });
});

describe("changing a model", () => {
  it("keeps the former name as a spelling it is found by", async () => {
    const input = typed({ name: "Giáo họ sống tốt đời" });
    await createModel(officer, input);
    await updateModel(officer, { ...input, version: 1, name: "Xóm đạo bình yên" });
    const found = await listModels(officer, {
      context: readContext({}, "leader"),
      state: "all",
      q: "giao ho song tot doi",
    });
    expect(found.rows.map(({ id }) => id)).toEqual([input.id]);
  });

  it("tells the second editor which fields differ, in words (R5)", async () => {
    const input = typed({ fields: ["schools", "crime-prevention"] });
    await createModel(officer, input);
    await updateModel(officer, {
      ...input,
      version: 1,
      fields: ["crime-prevention", "schools"],
      coreForce: "youth-union",
      description: "Mới",
    });
    const late = await refusal(updateModel(officer, { ...input, version: 1, block: "school" }));
    expect(late).toMatchObject({ code: "conflict", version: 2 });
    expect(late?.differing).toHaveLength(3);
    expect(late?.differing).toEqual(
      expect.arrayContaining([
        { field: "block", theirs: "residential", yours: "school" },
        {
          field: "coreForce",
          theirs: { vi: "Đoàn Thanh niên", en: "Youth Union" },
          yours: { vi: "Công an xã, phường", en: "Commune and ward police" },
        },
        { field: "description", theirs: "Mới", yours: null },
      ]),
    );
    await updateModel(officer, { ...input, version: 2, block: "school" });
    expect((await stored(input.id))[0]).toMatchObject({ block: "school", version: 3, description: null });
  });

  it("finds no model of an id that is none, and its form is the city's", async () => {
    expect(await refusal(updateModel(officer, { ...typed(), version: 1 }))).toMatchObject({
      code: "not-found",
    });
    expect(await refusal(editModel(await db.actor("leader"), { id: randomUUID() }))).toMatchObject({
      code: "denied",
    });
  });
});
