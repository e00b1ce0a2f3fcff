import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { today } from "@/lib/core/days";
import {
  createSubject,
  endSubject,
  removeSubject,
  renameSubject,
} from "@/lib/safety-standard/subjects/commands";
import { getSubject, listSubjects } from "@/lib/safety-standard/subjects/queries";
import { useDatabase } from "@/tests/database";

const db = useDatabase();
let ward: Actor;
let unitId: number;

beforeAll(async () => {
  ward = await db.actor("ward_officer", "31510");
  unitId = await db.unit("31510");
});

const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error) => ({ code: error.code, ...error.details }),
  );
const typed = (name: string, more: object = {}) => ({
  id: randomUUID(),
  unitId,
  kind: "enterprise",
  name,
  validFrom: "2025-07-01",
  ...more,
});

describe("the list of a unit's agencies, enterprises and schools", () => {
  it("takes one in, gives it another name, ends it with a reason", async () => {
    const one = typed("Công ty Cấp nước Phú Lợi");
    await createSubject(ward, one);
    await renameSubject(ward, { id: one.id, version: 1, name: "Công ty Cấp nước và Môi trường Phú Lợi" });
    expect(
      await refusal(renameSubject(ward, { id: one.id, version: 1, name: "Tên khác hẳn" })),
    ).toMatchObject({
      code: "conflict",
      version: 2,
    });
    expect(
      await refusal(endSubject(ward, { id: one.id, version: 2, validTo: "2025-06-01", reason: "x" })),
    ).toMatchObject({ issues: [{ field: "validTo", code: "before-start" }] });
    await endSubject(ward, { id: one.id, version: 2, validTo: "2026-03-31", reason: "Giải thể" });
    expect(await getSubject(ward, { id: one.id })).toMatchObject({
      validTo: "2026-03-31",
      endReason: "Giải thể",
      may: { end: false },
    });
    expect((await listSubjects(ward, { state: "ended" })).rows.map(({ id }) => id)).toEqual([one.id]);
    expect((await listSubjects(ward, {})).total).toBe(0);
  });

  it("warns of one that looks the same, without accents, and takes it when that is meant", async () => {
    await createSubject(ward, typed("Trường THPT Hoàng Diệu", { kind: "school" }));
    const second = typed("trường thpt hoang dieu 2", { kind: "school" });
    expect(await refusal(createSubject(ward, second))).toMatchObject({
      code: "similar",
      similar: [{ label: "Trường THPT Hoàng Diệu" }],
    });
    await createSubject(ward, { ...second, acceptSimilar: "on" });
    // The very same name is said on its field, and never asked about: it could not be stored.
    const same = { code: "invalid", issues: [{ field: "name", code: "same-name" }] };
    const twin = typed("trường thpt hoang dieu", { kind: "school" });
    for (const acceptSimilar of [undefined, "on"])
      expect(await refusal(createSubject(ward, { ...twin, acceptSimilar }))).toMatchObject(same);
    const rename = { id: second.id, version: 1, name: "Trường THPT Hoàng Diệu", acceptSimilar: "on" };
    expect(await refusal(renameSubject(ward, rename))).toMatchObject(same);
    // Of another kind it is another one.
    await createSubject(ward, { ...twin, id: randomUUID(), kind: "agency", acceptSimilar: "on" });
  });

  it("lets the city delete one entered by mistake, so that no day counts it; one with a year stays", async () => {
    const counted = async () => {
      const { rows } = await db.owner.query(
        "SELECT count(*)::int AS n FROM safety_subject WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)",
        [today()],
      );
      return rows[0].n;
    };
    const city = await db.actor("city_officer");
    const before = await counted();
    const mistake = typed("Công ty nhập nhầm");
    await createSubject(ward, mistake);
    await endSubject(ward, { id: mistake.id, version: 1, validTo: today(), reason: "Nhập nhầm" });
    expect(await counted()).toBe(before + 1);
    const remove = { id: mistake.id, version: 2, reason: "Nhập nhầm" };
    expect((await getSubject(ward, { id: mistake.id })).may.remove).toBe(false);
    expect((await getSubject(city, { id: mistake.id })).may.remove).toBe(true);
    expect(await refusal(removeSubject(ward, remove))).toMatchObject({ code: "denied" });
    expect(await refusal(removeSubject(city, { ...remove, version: 1 }))).toMatchObject({ code: "conflict" });
    await removeSubject(city, remove);
    expect(await counted()).toBe(before);
    expect(await refusal(getSubject(city, { id: mistake.id }))).toMatchObject({ code: "not-found" });
    expect((await db.audit("safety-standard.subjects.remove")).at(0)).toMatchObject({
      outcome: "done",
      subject_id: mistake.id,
      reason: "Nhập nhầm",
      before: { name: "Công ty nhập nhầm", kind: "enterprise" },
    });

    const real = typed("Công ty có hồ sơ");
    await createSubject(ward, real);
    await db.owner.query(
      "INSERT INTO safety_record (id, year, kind, unit_id, subject_id, registered_on) VALUES (gen_random_uuid(), 2026, 'enterprise', $1, $2, '2026-01-15')",
      [unitId, real.id],
    );
    expect((await getSubject(city, { id: real.id })).may.remove).toBe(false);
    expect(
      await refusal(removeSubject(city, { id: real.id, version: 1, reason: "Nhập nhầm" })),
    ).toMatchObject({ code: "in-use" });
    // The database itself lets nobody else delete.
    const { withActor } = await import("@/lib/core/db");
    const { sql } = await import("@/lib/core/sql");
    expect(
      await withActor({ ...ward, reach: [unitId] }, (tx) => tx.$executeRaw(sql`DELETE FROM safety_subject`)),
    ).toBe(0);
  });

  it("refuses a day before the unit was there, and another ward's unit", async () => {
    expect(await refusal(createSubject(ward, typed("Bưu điện", { validFrom: "2025-06-30" })))).toMatchObject({
      issues: [{ field: "validFrom", code: "unit-not-then:Phường 1; Phường 2; Phường 3; Phường 4" }],
    });
    expect(
      await refusal(createSubject(ward, typed("Bưu điện", { unitId: await db.unit("31135") }))),
    ).toMatchObject({ code: "not-found" });
  });
});
