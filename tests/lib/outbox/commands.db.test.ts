import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { receive } from "@/lib/outbox/commands";
import type { Parcel, ParcelAnswer } from "@/lib/outbox/rules";
import { deleteSession } from "@/lib/outreach-sessions/commands";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let stranger: Actor;
let leader: Actor;

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  leader = await db.actor("leader");
});

const created = (more: Record<string, string[]> = {}): Parcel => ({
  item: randomUUID(),
  command: "outreach-sessions.create",
  values: {
    id: [randomUUID()],
    unitId: [String(officer.unitId)],
    heldOn: ["2025-08-11"],
    place: [`Nhà văn hóa ${randomUUID()}`],
    channel: ["meeting"],
    topics: ["crime-prevention", "drugs"],
    attendance: ["35"],
    note: [""],
    ...more,
  },
});
const changed = (id: string, version: number, more: Record<string, string[]> = {}): Parcel => ({
  ...created({ id: [id], version: [String(version)], ...more }),
  command: "outreach-sessions.update",
});
const send = (parcels: Parcel[], as = officer) => receive(as, parcels, "vi");
const idOf = (parcel: Parcel) => parcel.values.id?.[0] as string;
const rows = async (parcels: Parcel[]) =>
  (
    await db.owner.query(
      "SELECT id, attendance, topics, version FROM outreach_session WHERE id = ANY ($1) ORDER BY created_at, id",
      [parcels.map(idOf)],
    )
  ).rows;
const refusal = (answer: ParcelAnswer | undefined) => (answer && !answer.stored ? answer : undefined);

describe("parcels of an outbox", () => {
  it("become sessions, each with its audit row, and the totals know them", async () => {
    const parcels = Array.from({ length: 20 }, () => created());
    const answers = await send(parcels);
    expect(answers.map(({ item, stored }) => [item, stored])).toEqual(
      parcels.map(({ item }) => [item, true]),
    );
    expect(await rows(parcels)).toHaveLength(20);
    const { rows: audited } = await db.owner.query(
      "SELECT count(*)::int AS n FROM audit_event WHERE action = 'outreach-sessions.create' AND subject_id = ANY ($1)",
      [parcels.map(idOf)],
    );
    expect(audited[0].n).toBe(20);
  });

  it("stand and fall one by one: the good ones are stored, the others come back with the field at fault", async () => {
    const parcels = [created(), created({ attendance: ["ba mươi"] }), created({ place: [] }), created()];
    const answers = await send(parcels);
    expect(answers.map(({ stored }) => stored)).toEqual([true, false, false, true]);
    expect(refusal(answers[1])?.told.errors).toEqual({ attendance: ["Số lượt dự phải là số, ví dụ 35"] });
    expect(Object.keys(refusal(answers[2])?.told.errors ?? {})).toEqual(["place"]);
    expect(await rows(parcels)).toHaveLength(2);
  });

  it("also when the database itself refuses one in the middle", async () => {
    // A day on which today's unit did not exist yet: only the trigger knows.
    const parcels = [created(), created({ heldOn: ["2025-03-01"] }), created()];
    const answers = await send(parcels);
    expect(answers.map(({ stored }) => stored)).toEqual([true, false, true]);
    expect(refusal(answers[1])?.told.errors.unitId?.[0]).toContain("không tồn tại vào ngày");
  });

  it("of which one breaks the server itself do not hold up those behind it", async () => {
    await db.owner.query(`
      CREATE FUNCTION break_on_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'nobody foresaw this'; END $$;
      CREATE TRIGGER poison BEFORE INSERT ON outreach_session FOR EACH ROW WHEN (NEW.note = 'poison') EXECUTE FUNCTION break_on_poison()`);
    const parcels = [created(), created({ note: ["poison"] }), created()];
    const answers = await send(parcels);
    expect(answers.map(({ stored }) => stored)).toEqual([true, false, true]);
    expect(refusal(answers[1])).toMatchObject({
      code: "fault",
      told: { message: expect.stringContaining("lỗi của hệ thống") },
    });
    expect(await rows(parcels)).toHaveLength(2);
  });

  it("are stored once however often they are sent, also many times at once (R3)", async () => {
    const parcels = Array.from({ length: 5 }, () => created());
    const all = await Promise.all(Array.from({ length: 12 }, () => send(parcels)));
    expect(all.flat().every(({ stored }) => stored)).toBe(true);
    expect(await rows(parcels)).toHaveLength(5);
  });

  it("do not stand in each other's way when devices send in opposite orders", async () => {
    const days = ["2025-07-03", "2025-07-20", "2025-08-03", "2025-08-20", "2025-09-03", "2025-09-20"];
    const batchOf = (order: string[]) =>
      order.flatMap((day) => [0, 1, 2].map(() => created({ heldOn: [day] })));
    const batches = Array.from({ length: 8 }, (_, at) => batchOf(at % 2 ? days : [...days].reverse()));
    const answers = await Promise.all(batches.map((parcels) => send(parcels)));
    expect(answers.flat().filter(({ stored }) => !stored)).toEqual([]);
    expect(await rows(batches.flat())).toHaveLength(8 * 18);
  });

  it("of another body under a stored id are refused, and what is stored stays", async () => {
    const first = created();
    await send([first]);
    const [answer] = await send([{ ...first, values: { ...first.values, attendance: ["99"] } }]);
    expect(refusal(answer)?.code).toBe("repeated");
    expect((await rows([first]))[0].attendance).toBe(35);
  });

  it("make a change once when the first answer was lost (R3)", async () => {
    const first = created();
    await send([first]);
    const change = changed(idOf(first), 1, { place: first.values.place as string[], attendance: ["40"] });
    await send([change]);
    const [again] = await send([change]);
    expect(again?.stored).toBe(true);
    expect((await rows([first]))[0]).toMatchObject({ attendance: 40, version: 2 });
  });

  it("tell a change that somebody else was faster, field by field (R5)", async () => {
    const first = created();
    await send([first]);
    const place = first.values.place as string[];
    await send([changed(idOf(first), 1, { place, attendance: ["40"] })]);
    const [answer] = await send([changed(idOf(first), 1, { place, attendance: ["50"] })]);
    expect(refusal(answer)?.told).toMatchObject({
      status: "conflict",
      version: "2",
      differing: [{ field: "attendance", theirs: "40", yours: "50" }],
    });
    expect((await rows([first]))[0].attendance).toBe(40);
  });

  it("never bring back what was deleted meanwhile (R7)", async () => {
    const first = created();
    await send([first]);
    await deleteSession(officer, { id: idOf(first), version: 1, reason: "Ghi nhầm" });
    const [answer] = await send([changed(idOf(first), 1)]);
    expect(refusal(answer)?.code).toBe("not-found");
    const [row] = (
      await db.owner.query("SELECT deleted_at, version FROM outreach_session WHERE id = $1", [idOf(first)])
    ).rows;
    expect(row.deleted_at).not.toBeNull();
    expect(row.version).toBe(2);
  });

  it("of another unit do not exist for the sender, in either direction (S18)", async () => {
    const [foreign] = await send([created()], stranger);
    expect(refusal(foreign)?.code).toBe("not-found");
    const own = created();
    await send([own]);
    const [change] = await send([changed(idOf(own), 1, { unitId: [String(stranger.unitId)] })], stranger);
    expect(refusal(change)?.code).toBe("not-found");
    expect((await rows([own]))[0].version).toBe(1);
  });

  it("of somebody who may not log are refused one by one, and recorded", async () => {
    const answers = await send([created(), created()], leader);
    expect(answers.map((answer) => refusal(answer)?.code)).toEqual(["denied", "denied"]);
    expect((await db.audit("outreach-sessions.create"))[0]).toMatchObject({
      outcome: "refused",
      user_name: leader.username,
    });
  });

  it("carry only the fields of their form (S19)", async () => {
    const parcel = created({
      createdById: [randomUUID()],
      version: ["7"],
      deletedAt: ["2025-01-01"],
      __proto__: ["x"],
    });
    await send([parcel]);
    const [row] = (
      await db.owner.query("SELECT created_by_id, version, deleted_at FROM outreach_session WHERE id = $1", [
        idOf(parcel),
      ])
    ).rows;
    expect(row).toEqual({ created_by_id: officer.userId, version: 1, deleted_at: null });
  });
});
