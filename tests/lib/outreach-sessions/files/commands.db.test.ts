import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor, Scope } from "@/lib/core/access";
import { withActor } from "@/lib/core/db";
import { countUse } from "@/lib/core/limits";
import { sql } from "@/lib/core/sql";
import { deleteSession } from "@/lib/outreach-sessions/commands";
import { addFile, releaseHeld, removeFile } from "@/lib/outreach-sessions/files/commands";
import { readFile } from "@/lib/outreach-sessions/files/queries";
import { getSession } from "@/lib/outreach-sessions/queries";
import { useDatabase } from "@/tests/database";
import { officeDocument } from "@/tests/zip";

const db = useDatabase();
let officer: Actor;
let partner: Actor;
let stranger: Actor;
let leader: Actor;
let session: string;
/** What the scanner says next; "down" hangs up. */
let verdict: "OK" | "X FOUND" | "down" = "OK";
let clamd: Server;
const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#0e5a3c" } })
  .withExif({ IFD0: { Make: "MAY-ANH-RIENG" } })
  .jpeg()
  .toBuffer();
const pdf = (words = "x") => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`);

beforeAll(async () => {
  clamd = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (part) => {
      if (verdict === "down") socket.destroy();
      else if (part.subarray(-4).equals(Buffer.alloc(4))) socket.end(`stream: ${verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => clamd.listen(0, "127.0.0.1", resolve));
  process.env.CLAMAV_ADDRESS = `127.0.0.1:${(clamd.address() as AddressInfo).port}`;
  officer = await db.actor("ward_officer", "31510");
  partner = await db.actor("ward_officer", "31150");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
});
afterAll(() => clamd.close());
beforeEach(async () => {
  verdict = "OK";
  session = randomUUID();
  await db.owner.query(
    `INSERT INTO outreach_session (id, unit_id, held_on, place, channel, topics, attendance, co_unit_ids, created_by_id)
     VALUES ($1, $2, '2025-08-11', 'x', 'meeting', '{drugs}', 35, $3, $4)`,
    [session, officer.unitId, [partner.unitId], officer.userId],
  );
});

const input = (content: Uint8Array = photo, name = "Ảnh chợ.png") => ({
  id: randomUUID(),
  sessionId: session,
  name,
  content,
});
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error) => error.details?.issues?.[0]?.code ?? error.code ?? String(error),
  );
const row = async (id: string) =>
  (await db.owner.query("SELECT * FROM attached_file WHERE id = $1", [id])).rows[0];
const bytes = async (id: string) =>
  (await db.owner.query("SELECT content FROM stored_object WHERE key = $1", [id])).rows[0]?.content as
    | Buffer
    | undefined;
const add = async (content?: Uint8Array, name?: string) => (await addFile(officer, input(content, name))).id;

describe("adding a file", () => {
  it("keeps a photo made anew, with its row, its bytes and an audit row", async () => {
    const id = await add();
    expect(await row(id)).toMatchObject({
      kind: "photo",
      name: "Ảnh chợ.jpg",
      media_type: "image/jpeg",
      width: 640,
      height: 480,
      scan: "clean",
      unit_id: officer.unitId,
      created_by_id: officer.userId,
    });
    const stored = await bytes(id);
    expect(stored?.includes("MAY-ANH-RIENG")).toBe(false);
    expect(stored?.length).toBe((await row(id)).bytes);
    expect((await db.audit("outreach-sessions.files.add"))[0]).toMatchObject({
      subject_id: id,
      outcome: "done",
      after: { name: "Ảnh chợ.jpg", scan: "clean", sessionId: session },
    });
    expect((await getSession(officer, { id: session })).files).toMatchObject([
      { id, kind: "photo", name: "Ảnh chợ.jpg" },
    ]);
  });

  it("keeps a document as it is, named by what it is, not by what it says", async () => {
    const document = officeDocument("docx");
    const id = await add(document, "../Báo cáo.pdf");
    expect(await row(id)).toMatchObject({ kind: "document", name: "Báo cáo.docx", width: null });
    expect((await bytes(id))?.equals(document)).toBe(true);
  });

  it("is one file however often it is sent, also ten times at once (R3, R4)", async () => {
    const sent = input();
    const answers = await Promise.all(Array.from({ length: 10 }, () => addFile(officer, sent)));
    expect(new Set(answers.map(({ id }) => id))).toEqual(new Set([sent.id]));
    expect((await getSession(officer, { id: session })).files).toHaveLength(1);
    expect(await refusal(addFile(officer, { ...sent, content: pdf() }))).toBe("repeated");
  });

  it("holds six photos and four documents, also when all come at once", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => refusal(addFile(officer, input()))));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(6);
    expect(answers.filter((answer) => answer === "photos-full")).toHaveLength(2);
    for (let at = 0; at < 4; at++) await add(pdf(`${at}`));
    expect(await refusal(addFile(officer, input(pdf("5"))))).toBe("documents-full");
    const first = (await getSession(officer, { id: session })).files.find(({ kind }) => kind === "photo");
    await removeFile(officer, { id: first?.id ?? "" });
    expect(await refusal(addFile(officer, input()))).toBe("done");
  }, 60_000);

  it("refuses what is too large or of another kind, and stores nothing of it", async () => {
    const large = Buffer.concat([pdf(), Buffer.alloc(10_000_000)]);
    const heavy = Buffer.concat([photo, Buffer.alloc(12_000_000)]);
    const cases: [Uint8Array, string][] = [
      [large, "document-too-large"],
      [heavy, "photo-too-large"],
      [Buffer.from("<html><script>alert(1)</script>"), "kind-html"],
      [officeDocument("xlsx", [{ name: "xl/vbaProject.bin" }]), "kind-macro"],
      [new Uint8Array(0), "empty"],
    ];
    for (const [content, code] of cases) {
      const sent = input(content, "ảnh.jpg");
      expect(await refusal(addFile(officer, sent))).toBe(code);
      expect([await row(sent.id), await bytes(sent.id)]).toEqual([undefined, undefined]);
    }
    expect(await refusal(addFile(officer, { ...input(), content: "abc" }))).toBe("required");
  });

  it("is for the host's own writers: not a partner, a stranger, a leader, nor a session that is gone", async () => {
    for (const [who, code] of [
      [partner, "not-found"],
      [stranger, "not-found"],
      [leader, "denied"],
    ] as const) {
      const sent = input();
      expect(await refusal(addFile(who, sent))).toBe(code);
      expect(await row(sent.id)).toBeUndefined();
    }
    expect(await refusal(addFile(officer, { ...input(), sessionId: randomUUID() }))).toBe("not-found");
    await deleteSession(officer, { id: session, version: 1, reason: "Ghi nhầm" });
    expect(await refusal(addFile(officer, input()))).toBe("not-found");
  });
});

describe("reading a file", () => {
  it("is for whoever reads the session: the host, a partner, the city", async () => {
    const id = await add(pdf("nội dung"));
    for (const who of [officer, partner, leader, await db.actor("city_officer")])
      expect(Buffer.from((await readFile(who, { id })).content ?? []).equals(pdf("nội dung"))).toBe(true);
    expect(await refusal(readFile(stranger, { id }))).toBe("not-found");
    await deleteSession(officer, { id: session, version: 1, reason: "Ghi nhầm" });
    expect(await refusal(readFile(officer, { id }))).toBe("not-found");
  });
});

describe("removing a file", () => {
  it("deletes the bytes, keeps the row and tells who did it", async () => {
    const id = await add();
    await removeFile(officer, { id, reason: "Ảnh mờ" });
    expect((await db.audit("outreach-sessions.files.remove"))[0]).toMatchObject({
      reason: "Ảnh mờ",
      before: { name: "Ảnh chợ.jpg" },
    });
    expect(await bytes(id)).toBeUndefined();
    expect((await row(id)).removed_at).toBeInstanceOf(Date);
    expect((await getSession(officer, { id: session })).files).toEqual([]);
    expect(await refusal(readFile(officer, { id }))).toBe("not-found");
    expect(await refusal(removeFile(officer, { id }))).toBe("not-found");
  });

  it("is not for a partner, a stranger or a leader", async () => {
    const id = await add();
    expect(await refusal(removeFile(partner, { id }))).toBe("not-found");
    expect(await refusal(removeFile(stranger, { id }))).toBe("not-found");
    expect(await refusal(removeFile(leader, { id }))).toBe("denied");
    expect(await bytes(id)).toBeDefined();
  });
});

describe("the malware scanner (S34)", () => {
  it("keeps out what is infected", async () => {
    verdict = "X FOUND";
    const sent = input(pdf());
    expect(await refusal(addFile(officer, sent))).toBe("infected");
    expect([await row(sent.id), await bytes(sent.id)]).toEqual([undefined, undefined]);
  });

  it("holds a file while it is down, and releases it when it is found clean", async () => {
    verdict = "down";
    const id = await add(pdf());
    expect((await row(id)).scan).toBe("held");
    await releaseHeld(id, "127.0.0.1");
    expect((await readFile(officer, { id })).content).toBeUndefined();
    verdict = "OK";
    await releaseHeld(id, "127.0.0.1");
    expect(Buffer.from((await readFile(leader, { id })).content ?? []).equals(pdf())).toBe(true);
    expect((await db.audit("outreach-sessions.files.scan"))[0]).toMatchObject({
      subject_id: id,
      after: { scan: "clean" },
    });
  });

  it("takes a held file away when it is found infected", async () => {
    verdict = "down";
    const id = await add(pdf());
    verdict = "X FOUND";
    await releaseHeld(id, "127.0.0.1");
    expect(await bytes(id)).toBeUndefined();
    expect(await refusal(readFile(officer, { id }))).toBe("not-found");
  });
});

describe("the bytes in the database (S20)", () => {
  const scope = (actor: Actor): Scope => ({ ...actor, reach: actor.role === "leader" ? "all" : actor.line });
  const seen = (actor: Actor) =>
    withActor(scope(actor), (tx) => tx.$queryRaw<{ key: string }[]>(sql`SELECT key FROM stored_object`));
  const wiped = (actor: Actor, id: string) =>
    withActor(scope(actor), (tx) => tx.$executeRaw(sql`DELETE FROM stored_object WHERE key = ${id}`));

  it("are seen by who reads the session, and deleted by its host only, whatever a statement says", async () => {
    const id = await add();
    expect((await seen(officer)).map(({ key }) => key)).toContain(id);
    expect((await seen(partner)).map(({ key }) => key)).toContain(id);
    expect(await seen(stranger)).toEqual([]);
    for (const who of [partner, stranger, leader]) expect(await wiped(who, id)).toBe(0);
    expect(await wiped(officer, id)).toBe(1);
  });

  it("cannot be written by a reader, changed by anybody, or left without a row when the row fails", async () => {
    const put = (actor: Actor) =>
      withActor(scope(actor), (tx) =>
        tx.$executeRaw(sql`INSERT INTO stored_object VALUES (${randomUUID()}, '\\x00')`),
      );
    await expect(put(leader)).rejects.toThrow(/row-level security/);
    const id = await add();
    await expect(
      withActor(scope(officer), (tx) =>
        tx.$executeRaw(sql`UPDATE stored_object SET content = '' WHERE key = ${id}`),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("are found by their file's index, however many there are", async () => {
    await add();
    const plan = await withActor(scope(officer), async (tx) => {
      await tx.$executeRaw(sql`SET LOCAL enable_seqscan = off`);
      return tx.$queryRaw<object[]>(sql`EXPLAIN SELECT content FROM stored_object WHERE key = ${session}`);
    });
    expect(JSON.stringify(plan)).toMatch(/attached_file_pkey/);
  });
});

describe("the limit on uploads (S40)", () => {
  it("counts each person by themselves", async () => {
    const limit = { points: 3, duration: 60 };
    for (let at = 0; at < 3; at++) await countUse("upload-test", officer.userId, limit);
    expect(await refusal(countUse("upload-test", officer.userId, limit))).toBe("too-many");
    expect(await refusal(countUse("upload-test", stranger.userId, limit))).toBe("done");
  });
});
