import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, Scope } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { keepForm } from "@/lib/core/kept-forms";
import { explain } from "@/lib/core/refusal";
import { sql } from "@/lib/core/sql";
import { recordFindings, withdrawFinding } from "@/lib/rural-standard/findings/commands";
import { releaseFindingFile } from "@/lib/rural-standard/findings/files/commands";
import { readFindingFile } from "@/lib/rural-standard/findings/files/queries";
import { findingWords } from "@/lib/rural-standard/findings/messages";
import { getDossier, newFindings } from "@/lib/rural-standard/findings/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let ward: Actor;
let stranger: Actor;
let leader: Actor;
let city: Actor;
let unitId: number;
const ref = "31312@2025-06-30";

// Mỹ Khánh, a former commune, is phường An Bình's to look after.
beforeAll(async () => {
  ward = await db.actor("ward_officer", "31150");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
  city = await db.actor("city_officer");
  unitId = await db.unit("31312", "2025-06-30");
});

const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#0e5a3c" } })
  .withExif({ IFD0: { Make: "MAY-ANH-RIENG" } })
  .jpeg()
  .toBuffer();
const pdf = (words = "x") => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
const file = (name: string, content: Uint8Array) => ({ id: randomUUID(), name, content });

async function found(files: object[], codes = ["1", "2"], more: object = {}) {
  const { rows } = await db.owner.query(
    "SELECT id FROM criterion WHERE set_key = '2021-2025' AND level = 'standard' AND code = ANY ($1)",
    [codes],
  );
  const criteria = rows.map(({ id }) => id as string);
  return {
    ...{ id: randomUUID(), unitId, criteria, result: "met", judgedOn: "2024-03-01", files },
    documentNumber: "12/BB-UBND",
    ...more,
  };
}
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error) => error.details?.issues?.[0]?.code ?? error.code ?? String(error),
  );
const dossier = (who = ward) => getDossier(who, { ref, set: "2021-2025", level: "standard" });
const stored = async (entry: string) =>
  (await db.owner.query("SELECT * FROM attached_file WHERE finding_entry_id = $1", [entry])).rows;

describe("files that come with findings", () => {
  it("hang on all that were recorded together, a photo without what the camera wrote, and are told in the log", async () => {
    const sent = await found([file("Biên bản.pdf", pdf("nội dung")), file("Hiện trường.png", photo)]);
    await recordFindings(ward, sent);
    const rows = await stored(sent.id);
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ unit_id: unitId, kind: "document", name: "Biên bản.pdf" }),
        expect.objectContaining({ unit_id: unitId, kind: "photo", name: "Hiện trường.jpg" }),
      ]),
    );
    const { progress, files, history } = await dossier();
    const entries = progress.branches.slice(0, 2).map(({ criterion }) => criterion.entryId);
    expect(entries).toEqual([sent.id, sent.id]);
    expect(files[sent.id]?.map(({ name }) => name).toSorted()).toEqual(["Biên bản.pdf", "Hiện trường.jpg"]);
    expect(history.every(({ entryId }) => entryId === sent.id)).toBe(true);
    const image = rows.find(({ kind }) => kind === "photo");
    const { content } = await readFindingFile(leader, { id: image.id });
    expect(Buffer.from(content ?? []).includes("MAY-ANH-RIENG")).toBe(false);
    const told = await db.audit("rural-standard.findings.files.add");
    expect(told).toHaveLength(2);
    expect(told.find(({ subject_id }) => subject_id === image.id)).toMatchObject({
      unit_id: unitId,
      after: { name: "Hiện trường.jpg", findingEntryId: sent.id },
    });
    expect((await db.audit("rural-standard.findings.record"))[0]?.after).toMatchObject({
      files: "Biên bản.pdf; Hiện trường.jpg",
    });
  });

  it("are taken all or none, each refused by its name, and nothing is recorded", async () => {
    const sent = await found([
      file("tốt.pdf", pdf()),
      file("bìa: giả.pdf", svg),
      file("trống.pdf", Buffer.alloc(0)),
    ]);
    const error = await recordFindings(ward, sent).catch((refused) => refused);
    const { errors } = explain(error, findingWords, "vi");
    expect(errors.files).toEqual([
      "“bìa giả.pdf”: Hình SVG: lưu lại thành PNG hoặc JPEG rồi gửi",
      "“trống.pdf”: Tệp này rỗng. Chọn lại tệp",
    ]);
    expect(await stored(sent.id)).toEqual([]);
    const { rows } = await db.owner.query("SELECT FROM criterion_finding WHERE entry_id = $1", [sent.id]);
    expect(rows).toEqual([]);
    const { rows: bytes } = await db.owner.query("SELECT FROM stored_object WHERE key = ANY ($1)", [
      sent.files.map((one) => (one as { id: string }).id),
    ]);
    expect(bytes).toEqual([]);
  });

  it("are four documents and six photos at most, and the same form sent again is one", async () => {
    const many = Array.from({ length: 5 }, (_, at) => file(`${at}.pdf`, pdf(String(at))));
    expect(await refusal(recordFindings(ward, await found(many)))).toBe("documents-full");
    const sent = await found([file("a.pdf", pdf())]);
    await Promise.all(Array.from({ length: 4 }, () => recordFindings(ward, sent)));
    expect(await stored(sent.id)).toHaveLength(1);
    const other = { ...sent, files: [file("a.pdf", pdf("khác"))] };
    expect(await refusal(recordFindings(ward, other))).toBe("repeated");
  });

  it("stay readable when the findings were taken back", async () => {
    const sent = await found([file("Nhầm.pdf", pdf("nhầm"))], ["3"]);
    await recordFindings(ward, sent);
    const finding = (await dossier()).history.find(({ entryId }) => entryId === sent.id);
    await withdrawFinding(ward, { id: finding?.id ?? "", version: 1, reason: "Ghi nhầm" });
    const { files, history } = await dossier();
    expect(history.find(({ entryId }) => entryId === sent.id)?.withdrawnReason).toBe("Ghi nhầm");
    const id = files[sent.id]?.[0]?.id ?? "";
    expect(Buffer.from((await readFindingFile(city, { id })).content ?? [])).toEqual(pdf("nhầm"));
  });

  it("of a ward's finding that waits beside the city's are shown to the city before it decides", async () => {
    await recordFindings(city, await found([], ["4"]));
    const sent = await found([file("Đề nghị.pdf", pdf())], ["4"], { judgedOn: "2024-05-01" });
    await recordFindings(ward, sent);
    const { progress, files } = await dossier(city);
    const { criterion } = progress.branches.find((branch) => branch.criterion.code === "4") ?? {};
    expect(criterion?.entryId).not.toBe(sent.id);
    expect(criterion?.waitingEntryId).toBe(sent.id);
    expect(files[sent.id]).toMatchObject([{ name: "Đề nghị.pdf" }]);
  });

  it("wait for the scanner where it did not answer", async () => {
    const sent = await found([file("Chờ.pdf", pdf())]);
    await recordFindings(ward, sent);
    const [{ id }] = await stored(sent.id);
    await db.owner.query("UPDATE attached_file SET scan = 'held' WHERE id = $1", [id]);
    expect((await readFindingFile(ward, { id })).content).toBeUndefined();
    await releaseFindingFile(id, "127.0.0.1");
    expect((await readFindingFile(ward, { id })).content).toBeDefined();
    expect((await db.audit("rural-standard.findings.files.scan"))[0]).toMatchObject({ subject_id: id });
  });
});

describe("whose they are (S18, S20)", () => {
  const scope = (actor: Actor): Scope => ({ ...actor, reach: actor.unitId === null ? "all" : actor.line });
  const insert = (actor: Actor, entry: string, unit: number) =>
    withActor(scope(actor), (tx) =>
      tx.$executeRaw(sql`
        INSERT INTO attached_file (id, finding_entry_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id)
        VALUES (${randomUUID()}::uuid, ${entry}::uuid, ${unit}::int, 'document', 'x', 'application/pdf', 1, '', 'clean', ${actor.userId}::uuid)`),
    ).then(
      () => "done",
      (error) => String(error),
    );

  it("the unit's and the city's; another ward finds neither row nor bytes, whatever a statement says", async () => {
    const sent = await found([file("Riêng.pdf", pdf())]);
    await recordFindings(ward, sent);
    const [{ id }] = await stored(sent.id);
    for (const who of [ward, leader, city]) expect(await refusal(readFindingFile(who, { id }))).toBe("done");
    expect(await refusal(readFindingFile(stranger, { id }))).toBe("not-found");
    expect(await refusal(recordFindings(stranger, await found([file("x.pdf", pdf())])))).toBe("not-found");
    expect(await refusal(recordFindings(leader, await found([file("x.pdf", pdf())])))).toBe("denied");
    const seen = (actor: Actor) =>
      withActor(scope(actor), async (tx) => [
        await tx.$queryRaw<object[]>(sql`SELECT id FROM attached_file WHERE id = ${id}::uuid`),
        await tx.$queryRaw<object[]>(sql`SELECT key FROM stored_object WHERE key = ${id}`),
      ]);
    expect((await seen(ward)).map((rows) => rows.length)).toEqual([1, 1]);
    expect((await seen(stranger)).map((rows) => rows.length)).toEqual([0, 0]);
    // A file is evidence of a finding that is there, of its own unit.
    expect(await insert(ward, sent.id, unitId)).toBe("done");
    expect(await insert(stranger, sent.id, unitId)).toMatch(/row-level security|no such finding/);
    expect(await insert(stranger, sent.id, stranger.unitId as number)).toMatch(/no such finding/);
    expect(await insert(ward, randomUUID(), unitId)).toMatch(/no such finding/);
  });

  it("a file of another record is not served as one of findings", async () => {
    const id = randomUUID();
    await db.owner.query(
      `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, quantity, created_by_id) VALUES ($1, $2, '2025-08-01', 'x', 'leaflet', '{drugs}', 10, $3)`,
      [id, ward.unitId, ward.userId],
    );
    await db.owner.query(
      `INSERT INTO attached_file (id, session_id, unit_id, kind, name, media_type, bytes, sha256, scan, created_by_id) VALUES ($1, $1, $2, 'document', 'x', 'application/pdf', 1, '', 'clean', $3)`,
      [id, ward.unitId, ward.userId],
    );
    expect(await refusal(readFindingFile(ward, { id }))).toBe("not-found");
  });
});

describe("a form that came back", () => {
  it("is its sender's only, for an hour", async () => {
    const state = { status: "error" as const, errors: {}, values: { note: ["đã gõ"] }, attempt: 1 };
    const kept = await keepForm(ward, state);
    const shown = async (who: Actor) => (await newFindings(who, { ref, kept })).kept;
    expect(await shown(ward)).toEqual(state);
    expect(await shown(city)).toBeUndefined();
    await db.owner.query("UPDATE kept_form SET created_at = now() - interval '61 minutes' WHERE id = $1", [
      kept,
    ]);
    expect(await shown(ward)).toBeUndefined();
    await keepForm(ward, state);
    expect((await db.owner.query("SELECT FROM kept_form WHERE id = $1", [kept])).rows).toEqual([]);
    const odd = await keepForm(ward, { ...state, values: { note: ["a\0b\ud800"] } });
    expect((await newFindings(ward, { ref, kept: odd })).kept?.values).toEqual({ note: ["ab\ufffd"] });
    const long = { ...state, values: { note: ["x".repeat(200_000)] } };
    expect(await refusal(keepForm(ward, long))).toBe("too-large");
  });
});
