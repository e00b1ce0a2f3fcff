import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { createSession } from "@/lib/outreach-sessions/commands";
import { newSession } from "@/lib/outreach-sessions/queries";
import { createTemplate, removeTemplate } from "@/lib/outreach-sessions/templates/commands";
import { listTemplates } from "@/lib/outreach-sessions/templates/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let officer: Actor;
let stranger: Actor;
let city: Actor;

beforeAll(async () => {
  officer = await db.actor("ward_officer", "31510");
  stranger = await db.actor("ward_officer", "31135");
  city = await db.actor("city_officer");
});

const typed = (more: object = {}) => ({
  id: randomUUID(),
  name: `Mẫu ${randomUUID()}`,
  channel: "meeting",
  topics: ["drugs"],
  ...more,
});
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, issues: error.details.issues }),
  );
const names = async (actor: Actor) => (await newSession(actor, {})).templates.map(({ name }) => name);

describe("templates", () => {
  it("of the reference are there for every unit", async () => {
    const city = [
      "Họp khu dân cư",
      "Phát tờ rơi phòng, chống lừa đảo qua mạng",
      "Sinh hoạt dưới cờ tại trường học",
      "Tuyên truyền lưu động chợ",
    ];
    expect((await names(officer)).sort()).toEqual(expect.arrayContaining(city));
    const { rows } = await listTemplates(officer, {});
    expect(rows.filter(({ unitId }) => unitId === null)).toHaveLength(4);
    expect(rows.every(({ mayRemove }) => mayRemove === false)).toBe(true);
  });

  it("of a ward are its own; of the city everybody's", async () => {
    const [own, shared] = [typed(), typed({ place: "Sân trường", presenters: "Phó Trưởng Công an phường" })];
    await createTemplate(officer, own);
    await createTemplate(city, shared);
    expect(await names(officer)).toEqual(expect.arrayContaining([own.name, shared.name]));
    expect(await names(stranger)).toContain(shared.name);
    expect(await names(stranger)).not.toContain(own.name);
  });

  it("come of a stored session, its counts left behind, its place only when wished", async () => {
    const session = {
      id: randomUUID(),
      unitId: officer.unitId,
      heldOn: "2025-08-11",
      place: `Chùa ${randomUUID()}`,
      channel: "meeting",
      topics: ["drugs", "legal-policy"],
      attendance: "35",
      audiences: ["believers"],
      languages: ["khmer"],
      presenters: "Cán bộ Công an phường",
    };
    await createSession(officer, session);
    const kept = { id: randomUUID(), name: "Tại chùa", sessionId: session.id };
    await createTemplate(officer, { ...kept, keepPlace: "on" });
    await createTemplate(officer, { ...kept, id: randomUUID(), name: "Không địa điểm" });
    const { templates } = await newSession(officer, {});
    const { place, channel, topics, audiences, languages, presenters } = session;
    expect(templates.find(({ name }) => name === "Tại chùa")).toMatchObject({
      place,
      channel,
      topics,
      audiences,
      languages,
      presenters,
      own: true,
    });
    expect(templates.find(({ name }) => name === "Không địa điểm")?.place).toBeNull();
    const foreign = { ...kept, id: randomUUID() };
    expect(await refusal(createTemplate(stranger, foreign))).toMatchObject({ code: "not-found" });
  });

  it("need a name, and without a session a channel and topics that exist", async () => {
    const { channel: _, topics: __, ...bare } = typed();
    expect((await refusal(createTemplate(officer, { ...bare, name: "" })))?.issues).toEqual([
      { field: "name", code: "required" },
      { field: "channel", code: "required" },
      { field: "topics", code: "required" },
    ]);
    expect((await refusal(createTemplate(officer, typed({ topics: ["no-such"] }))))?.issues).toEqual([
      { field: "topics", code: "unknown-choice" },
    ]);
  });

  it("are taken away by their own: a ward cannot take the city's, nor another ward's", async () => {
    const [own, shared] = [typed(), typed()];
    await createTemplate(officer, own);
    await createTemplate(city, shared);
    const reason = "Không dùng nữa";
    for (const id of [own.id, shared.id])
      expect(await refusal(removeTemplate(stranger, { id, reason }))).toMatchObject({ code: "not-found" });
    expect(await refusal(removeTemplate(officer, { id: shared.id, reason }))).toMatchObject({
      code: "not-found",
    });
    await removeTemplate(officer, { id: own.id, reason });
    await removeTemplate(city, { id: shared.id, reason });
    expect(await names(officer)).not.toContain(own.name);
    expect(await names(officer)).not.toContain(shared.name);
    expect(await refusal(removeTemplate(officer, { id: own.id, reason }))).toMatchObject({
      code: "not-found",
    });
  });
});

describe("the last session", () => {
  const log = (more: object) =>
    createSession(officer, {
      id: randomUUID(),
      unitId: officer.unitId,
      heldOn: "2025-08-11",
      place: `Khóm ${randomUUID()}`,
      topics: ["drugs"],
      ...more,
    });

  it("is the officer's last of any channel, not the last gathering", async () => {
    await log({ channel: "meeting", attendance: "35", place: "Nhà văn hóa khóm 1" });
    await log({
      channel: "loudspeaker_car",
      quantity: "4",
      place: "Đường 30 Tháng 4",
      topics: ["fire-prevention"],
    });
    expect((await newSession(officer, {})).last).toMatchObject({
      channel: "loudspeaker_car",
      place: "Đường 30 Tháng 4",
      topics: ["fire-prevention"],
    });
    await log({ channel: "leaflet", quantity: "200", place: "Chợ Mùa Xuân" });
    expect((await newSession(officer, {})).last).toMatchObject({ channel: "leaflet", place: "Chợ Mùa Xuân" });
  });
});
