import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Scope } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { sql } from "@/lib/core/sql";
import { deletePoint } from "@/lib/security-models/points/commands";
import { addPointFile, releasePointFile, removePointFile } from "@/lib/security-models/points/files/commands";
import { listPointFiles, photosOfModel, readPointFile } from "@/lib/security-models/points/files/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let stranger: Actor;
let leader: Actor;
let city: Actor;
let model: string;
let point: string;
const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#0e5a3c" } })
  .withExif({ IFD0: { Make: "MAY-ANH-RIENG" } })
  .jpeg()
  .toBuffer();
const pdf = (words = "x") => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
  city = await db.actor("city_officer");
});
beforeEach(async () => {
  model = await makeModel();
  point = await makePoint(model);
});

async function makeModel(): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    `INSERT INTO security_model (id, name, block, fields, core_force) VALUES ($1, $2, 'residential', '{drugs}', 'ward-police')`,
    [id, `Mô hình ${id}`],
  );
  return id;
}

async function makePoint(modelId: string, unitId = officer.unitId): Promise<string> {
  const id = randomUUID();
  await db.owner.query(
    `INSERT INTO model_point (id, model_id, unit_id, site, decision, started_on) VALUES ($1, $2, $3, $4, '01', '2025-07-15')`,
    [id, modelId, unitId, `Khóm ${id}`],
  );
  return id;
}

const input = (content: Uint8Array = photo, name = "Ảnh khóm.png") => ({
  id: randomUUID(),
  pointId: point,
  name,
  content,
});
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error) => error.details?.issues?.[0]?.code ?? error.code ?? String(error),
  );
const add = async (content?: Uint8Array, who = officer) => (await addPointFile(who, input(content))).id;
const row = async (id: string) =>
  (await db.owner.query("SELECT * FROM attached_file WHERE id = $1", [id])).rows[0];
const bytes = async (id: string) =>
  (await db.owner.query("SELECT content FROM stored_object WHERE key = $1", [id])).rows[0]?.content as
    | Buffer
    | undefined;
const reason = "Ảnh chụp nhầm nơi";

describe("adding a file to a point", () => {
  it("keeps a photo made anew, without what the camera wrote into it", async () => {
    const id = await add();
    expect(await row(id)).toMatchObject({
      point_id: point,
      session_id: null,
      kind: "photo",
      name: "Ảnh khóm.jpg",
      unit_id: officer.unitId,
    });
    expect((await bytes(id))?.includes("MAY-ANH-RIENG")).toBe(false);
    expect((await db.audit("security-models.points.files.add"))[0]).toMatchObject({
      subject_id: id,
      after: { name: "Ảnh khóm.jpg", pointId: point },
    });
    expect(await listPointFiles(officer, { id: point })).toMatchObject({
      files: [{ id, kind: "photo" }],
      may: { addFiles: true, removeFiles: true },
    });
    expect((await listPointFiles(leader, { id: point })).may).toEqual({
      addFiles: false,
      removeFiles: false,
    });
  });

  it("holds six photos, also when more come at once, and is one however often it is sent", async () => {
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => refusal(addPointFile(officer, input()))),
    );
    expect(answers.toSorted()).toEqual([...Array(6).fill("done"), "photos-full"]);
    const sent = input(pdf());
    await Promise.all(Array.from({ length: 4 }, () => addPointFile(officer, sent)));
    expect((await listPointFiles(officer, { id: point })).files).toHaveLength(7);
  }, 60_000);

  it("is for the point's own writers and the city: not a stranger, a leader, nor a point that is none", async () => {
    for (const [who, code] of [
      [stranger, "not-found"],
      [leader, "denied"],
    ] as const)
      expect(await refusal(addPointFile(who, input()))).toBe(code);
    expect(await refusal(addPointFile(officer, { ...input(), pointId: randomUUID() }))).toBe("not-found");
    expect(await refusal(addPointFile(officer, input(Buffer.from("<html></html>"))))).toBe("kind-html");
    expect((await listPointFiles(officer, { id: point })).files).toEqual([]);
    await add(pdf(), city);
    expect((await listPointFiles(officer, { id: point })).files).toHaveLength(1);
  });
});

describe("reading a file of a point", () => {
  it("is for whoever reads the point, at the point's own address", async () => {
    const id = await add(pdf("nội dung"));
    for (const who of [officer, leader, city])
      expect(Buffer.from((await readPointFile(who, { id, pointId: point })).content ?? [])).toEqual(
        pdf("nội dung"),
      );
    expect(await refusal(readPointFile(stranger, { id, pointId: point }))).toBe("not-found");
    expect(await refusal(readPointFile(officer, { id, pointId: await makePoint(model) }))).toBe("not-found");
    expect(await refusal(listPointFiles(stranger, { id: point }))).toBe("not-found");
  });

  it("is let go of once the scanner has nothing against it", async () => {
    const id = await add(pdf());
    await db.owner.query("UPDATE attached_file SET scan = 'held' WHERE id = $1", [id]);
    expect((await readPointFile(officer, { id, pointId: point })).content).toBeUndefined();
    await releasePointFile(id, "127.0.0.1");
    expect((await readPointFile(officer, { id, pointId: point })).content).toBeDefined();
    expect((await db.audit("security-models.points.files.scan"))[0]).toMatchObject({ subject_id: id });
  });
});

describe("removing a file of a point", () => {
  it("needs a reason, deletes the bytes and keeps the row", async () => {
    const id = await add();
    expect(await refusal(removePointFile(officer, { id, reason: " " }))).toBe("required");
    for (const [who, code] of [
      [stranger, "not-found"],
      [leader, "denied"],
    ] as const)
      expect(await refusal(removePointFile(who, { id, reason }))).toBe(code);
    expect(await removePointFile(officer, { id, reason })).toEqual({ id, pointId: point });
    expect((await db.audit("security-models.points.files.remove"))[0]).toMatchObject({
      reason,
      before: { name: "Ảnh khóm.jpg", pointId: point },
    });
    expect(await bytes(id)).toBeUndefined();
    expect((await row(id)).removed_at).toBeInstanceOf(Date);
    expect(await refusal(readPointFile(officer, { id, pointId: point }))).toBe("not-found");
    expect(await refusal(removePointFile(officer, { id, reason }))).toBe("not-found");
  });

  it("comes before a point can be deleted, and after it nothing of the point is left", async () => {
    const id = await add();
    const { version } = (await db.owner.query("SELECT version FROM model_point WHERE id = $1", [point]))
      .rows[0];
    const gone = () => deletePoint(city, { id: point, version, reason: "Nhập nhầm" });
    expect(await refusal(gone())).toBe("in-use:files");
    await removePointFile(officer, { id, reason });
    expect(await refusal(gone())).toBe("done");
    expect(await row(id)).toBeUndefined();
  });
});

describe("the bytes in the database (S20)", () => {
  const scope = (actor: Actor): Scope => ({ ...actor, reach: actor.unitId === null ? "all" : actor.line });
  const seen = (actor: Actor, id: string) =>
    withActor(scope(actor), (tx) =>
      tx.$queryRaw<object[]>(sql`SELECT key FROM stored_object WHERE key = ${id}`),
    );
  const wiped = (actor: Actor, id: string) =>
    withActor(scope(actor), (tx) => tx.$executeRaw(sql`DELETE FROM stored_object WHERE key = ${id}`));

  it("are seen by who sees the point and deleted by its writers, whatever a statement says", async () => {
    const id = await add();
    expect(await seen(officer, id)).toHaveLength(1);
    expect(await seen(leader, id)).toHaveLength(1);
    expect(await seen(stranger, id)).toHaveLength(0);
    for (const who of [stranger, leader]) expect(await wiped(who, id)).toBe(0);
    expect(await wiped(officer, id)).toBe(1);
  });

  it("go along with a point that is corrected to another unit", async () => {
    const id = await add();
    await db.owner.query("UPDATE model_point SET unit_id = $2 WHERE id = $1", [point, stranger.unitId]);
    expect(await refusal(removePointFile(officer, { id, reason }))).toBe("not-found");
    expect(await refusal(removePointFile(stranger, { id, reason }))).toBe("done");
    expect(await bytes(id)).toBeUndefined();
  });
});

describe("the photos of a model", () => {
  const scope = (actor: Actor): Scope => ({ ...actor, reach: actor.unitId === null ? "all" : actor.line });
  const photos = (actor: Actor, ids: readonly number[] | null = null, of = model) =>
    withActor(scope(actor), (tx) => photosOfModel(tx, of, ids));

  it("are the latest of its points in reach, without documents and what waits for the scanner", async () => {
    const own = [await add(), await add()];
    await add(pdf());
    const held = await add();
    await db.owner.query("UPDATE attached_file SET scan = 'held' WHERE id = $1", [held]);
    const elsewhere = await makePoint(model, stranger.unitId);
    const { id: foreign } = await addPointFile(stranger, { ...input(), pointId: elsewhere });
    expect(await photos(leader)).toMatchObject({
      total: 3,
      photos: [{ id: foreign, pointId: elsewhere }, {}, {}],
    });
    expect((await photos(officer)).photos.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
    expect((await photos(leader, [stranger.unitId as number])).photos.map(({ id }) => id)).toEqual([foreign]);
    expect((await photos(leader, null, await makeModel())).photos).toEqual([]);
  });

  it("are at most six, and those of a merged model stand with the one it became", async () => {
    for (let at = 0; at < 6; at++) await add();
    const other = await makePoint(model);
    await addPointFile(officer, { ...input(), pointId: other });
    const found = await photos(leader);
    expect([found.photos.length, found.total]).toEqual([6, 7]);
    const into = await makeModel();
    await db.owner.query(
      "UPDATE security_model SET merged_into_id = $2, merged_on = '2026-01-01', merge_decision = '01' WHERE id = $1",
      [model, into],
    );
    expect((await photos(leader, null, into)).total).toBe(7);
    expect((await photos(leader)).total).toBe(0);
  }, 60_000);
});
